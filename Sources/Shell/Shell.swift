internal import CReadline
public import Reporting
public import Scripting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The prompt: reads what an analyst types, hands it to an interpreter, and shows what comes back.
///
/// On a terminal it edits lines, completes names, keeps a history and never ends on Ctrl-C. Where
/// standard input is a pipe or a file, it runs the inputs one after another, prints results plainly, and
/// stops at the first failure.
public final class Shell {
  /// What a prompt is told when it opens.
  public struct Configuration: Sendable {
    /// The program's name and version, which open the banner: `sayso 0.1`.
    public var banner: String
    /// The form in which results are shown at first.
    public var format: TableFormat
    /// How many rows a result shows on a terminal before `.last` is needed.
    public var maximumRows: Int
    /// The history file, or `nil` to keep none.
    public var historyPath: String?

    /// Creates a configuration; the history lies where the XDG directories say.
    public init(
      banner: String = "sayso", format: TableFormat = .table, maximumRows: Int = 40,
      historyPath: String? = Shell.defaultHistoryPath
    ) {
      self.banner = banner
      self.format = format
      self.maximumRows = maximumRows
      self.historyPath = historyPath
    }
  }

  private static let prompt = "sayso> "
  private static let continuation = "   ...> "

  private let interpreter: any Interpreter
  private let configuration: Configuration

  /// Creates a prompt on an interpreter.
  public init(_ interpreter: any Interpreter, configuration: Configuration = Configuration()) {
    self.interpreter = interpreter
    self.configuration = configuration
  }

  /// `$XDG_DATA_HOME/sayso/history`, by default below `~/.local/share`; `nil` without a home.
  public static var defaultHistoryPath: String? {
    History.defaultPath { name in getenv(name).map { String(cString: $0) } }
  }

  /// The version of readline, which edits lines on a terminal: `8.2`.
  public static var lineEditorVersion: String { String(cString: creadline_version()) }

  /// Reads and runs inputs until they end or `.quit`.
  ///
  /// - Returns: The exit code: 0, or 1 where inputs from a pipe or a file failed.
  public func run() -> Int32 {
    Terminal.isTerminal(STDIN_FILENO) ? runAtPrompt() : runFromPipe()
  }

  private func runAtPrompt() -> Int32 {
    var pending: [String] = []
    let completer = Completer(interpreter)
    let reader = LineReader { line, cursor in
      completer.completions(of: line, cursor: cursor, after: pending)
    }
    defer { reader.close() }
    let session = Session(interpreter, configuration: configuration, isInteractive: true)
    session.history = History(path: configuration.historyPath)
    session.output.isStopped = LineReader.takeInterrupt
    session.run = { [interpreter] body in
      reader.interruptibly(interpreter, body: body).result
    }
    session.greet()
    while true {
      session.flush()
      switch reader.read(prompt: pending.isEmpty ? Self.prompt : Self.continuation) {
      case .interrupted:
        pending = []
      case .end where pending.isEmpty:
        session.leave()
        return 0
      case .end:
        // The line is left with the cursor behind the prompt.
        session.remark("\nthe unfinished input is dropped")
        pending = []
      case .line(let line):
        pending.append(line)
        let input = pending.joined(separator: "\n")
        let step = session.submit(input)
        if step == .incomplete { continue }
        pending = []
        if !input.allSatisfy(\.isWhitespace) { session.history?.add(input) }
        if step == .quit {
          session.flush()
          return 0
        }
      }
    }
  }

  private func runFromPipe() -> Int32 {
    let session = Session(interpreter, configuration: configuration, isInteractive: false)
    let code = runInputs(in: session)
    session.flush()
    return session.showLostOutput() ? 1 : code
  }

  private func runInputs(in session: Session) -> Int32 {
    var pending = ""
    while let line = readLine() {
      pending += pending.isEmpty ? line : "\n" + line
      switch session.submit(pending) {
      case .incomplete: continue
      case .failed: return 1
      case .quit: return 0
      case .done: pending = ""
      }
    }
    guard !pending.isEmpty else { return 0 }
    session.show(
      Failure("the input ends in the middle of a statement", hint: "something is not closed"))
    return 1
  }
}
