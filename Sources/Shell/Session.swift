internal import Reporting
internal import Scripting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a prompt remembers between inputs, and how it shows what they give.
final class Session {
  /// What is to be done after an input.
  enum Step: Equatable {
    /// Read the next.
    case done
    /// Read more of this one.
    case incomplete
    /// It failed, which has been shown.
    case failed
    /// Leave.
    case quit
  }

  let interpreter: any Interpreter
  let isInteractive: Bool
  let output = Output(1)
  private let errors = Output(2)
  /// Where people are spoken to; results alone go to standard output where that is a file.
  private let screen: Output
  private let configuration: Shell.Configuration

  /// How inputs are run: on a terminal so that Ctrl-C can stop them.
  var run: (() -> Evaluation) -> Evaluation = { $0() }
  /// What was typed, on a terminal.
  var history: History?
  /// The form in which results are shown.
  var format: TableFormat
  /// Whether the time that each input took is shown.
  var showsTime = false
  /// The last result, whole.
  private(set) var lastEcho: Echo?
  /// What ran without a failure since the last `.save`.
  private(set) var keptInputs: [String] = []

  init(_ interpreter: any Interpreter, configuration: Shell.Configuration, isInteractive: Bool) {
    self.interpreter = interpreter
    self.configuration = configuration
    self.isInteractive = isInteractive
    format = configuration.format
    screen = Terminal.isTerminal(1) ? output : errors
  }

  // MARK: - Inputs

  /// Runs an input: a command with a dot, a question, or something for the interpreter.
  func submit(_ input: String) -> Step {
    let trimmed = input.trimmingWhiteSpace()
    if trimmed.isEmpty { return .done }
    guard let command = DotCommandLine(trimmed) ?? QuestionLine.command(trimmed) else {
      return evaluate(input)
    }
    // Of lines pasted together, the first may be a command and the rest something else.
    let step = DotCommand.run(command, in: self)
    guard step == .done, let rest = command.rest else { return step }
    return submit(rest)
  }

  private func evaluate(_ input: String) -> Step {
    let step = present { interpreter, write in interpreter.evaluate(input, output: write) }
    guard step == .done else { return step }
    keptInputs.append(input)
    if isInteractive { interpreter.remarks(on: input).forEach(remark) }
    return step
  }

  /// Runs something and shows what it gives, with the time it took where that is wanted.
  func present(
    _ body: @escaping (any Interpreter, @escaping (String) -> Void) -> Evaluation
  ) -> Step {
    let output = output
    let interpreter = interpreter
    let clock = ContinuousClock()
    let start = clock.now
    let evaluation = run { body(interpreter) { output.write($0) } }
    let time = start.duration(to: clock.now)
    output.endLine()
    defer {
      if showsTime, evaluation != .incomplete { remark(Self.words(for: time)) }
    }
    switch evaluation {
    case .incomplete: return .incomplete
    case .nothing: return .done
    case .value(let echo):
      lastEcho = echo
      show(echo)
      return .done
    case .failure(let failure):
      show(failure)
      return .failed
    }
  }

  /// Forgets the inputs that have been saved.
  func forgetInputs() { keptInputs = [] }

  // MARK: - Showing

  /// Shows a result; one that is long on a terminal is shown in part, unless `isWhole`.
  func show(_ echo: Echo, isWhole: Bool = false, as format: TableFormat? = nil) {
    let text = text(of: echo, isWhole: isWhole, as: format)
    if isWhole, isInteractive, Pager.show(text) { return }
    output.write(text)
    output.endLine()
  }

  /// A result in words.
  func text(of echo: Echo, isWhole: Bool, as format: TableFormat? = nil) -> String {
    switch echo {
    case .text(let text): return text
    case .table(let table):
      var options = Terminal.renderingOptions(maximumRows: configuration.maximumRows)
      if isWhole || !isInteractive { options.maximumRows = nil }
      return table.rendered(as: format ?? self.format, options: options)
    }
  }

  /// Shows a failure on standard error.
  func show(_ failure: Failure) {
    flush()
    errors.write(FailureText.text(failure, usesColour: Terminal.usesColour(2)))
    errors.flush()
  }

  /// Says something about the session itself, only to people.
  func remark(_ text: String) {
    guard isInteractive else { return }
    let usesColour = Terminal.usesColour(screen === output ? 1 : 2)
    screen.write(TerminalColour.faint.paint(text, if: usesColour) + "\n")
  }

  /// Shows the banner.
  func greet() {
    let summary = interpreter.summary
    screen.write(configuration.banner + (summary.isEmpty ? "" : " · " + summary) + "\n")
    remark(".help lists what can be done here · Tab completes · Ctrl-D leaves")
  }

  /// Ends the line of the last prompt.
  func leave() {
    screen.write("\n")
    flush()
  }

  func flush() {
    output.flush()
    errors.flush()
  }

  /// Says that results could not be written, unless whoever read them has gone.
  ///
  /// - Returns: Whether that was so.
  func showLostOutput() -> Bool {
    guard let fault = output.fault, fault != EPIPE else { return false }
    show(Failure("cannot write: \(String(cString: strerror(fault)))"))
    return true
  }

  private static func words(for time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    if microseconds < 10_000 {
      return "\((microseconds / 100).rounded() / 10) ms"
    }
    if microseconds < 10_000_000 { return "\(Int(microseconds / 1000)) ms" }
    return "\((microseconds / 100_000).rounded() / 10) s"
  }
}

extension String {
  /// The text without white space at both ends.
  func trimmingWhiteSpace() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
