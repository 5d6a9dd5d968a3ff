public import Reporting

/// Whatever evaluates what an analyst types at the prompt.
///
/// The prompt knows nothing of Lua or of stores; it hands over text and shows what comes back. One
/// interpreter is used by one thread at a time, except for ``interrupt()``.
public protocol Interpreter: AnyObject {
  /// Runs one input, a statement, an expression or a pattern between slashes.
  ///
  /// Text that a script prints goes to `output` as it is made.
  func evaluate(_ input: String, output: @escaping (String) -> Void) -> Evaluation

  /// What is odd about an input that ran, though nothing about it is wrong; asked after it ran.
  func remarks(on input: String) -> [String]

  /// Asks a running evaluation to stop soon; it then fails with ``Failure/isInterruption``.
  ///
  /// Called from a signal handler on the thread that evaluates: an implementation may only store to an
  /// atomic or call C that is safe there.
  func interrupt()

  /// What could stand at the cursor, best first; must answer at once and never run a script.
  ///
  /// - Parameters:
  ///   - line: The whole input so far.
  ///   - cursor: The byte offset of the cursor in it.
  /// - Returns: The completions, none where nothing is known.
  func completions(for line: String, cursor: Int) -> [Completion]

  /// The documentation of a name such as `corpus.quotes`, or of everything for an empty name.
  func help(_ name: String) -> String?

  /// The summary shown when the prompt opens: `5 articles · 127 quotes · …`.
  var summary: String { get }

  /// The names of documentation that go on from a beginning, sorted; must answer at once.
  func helpNames(beginning: String) -> [String]

  /// The reliability notes of an article, or of all articles at hand for an empty name.
  func notes(article: String) -> Evaluation

  /// Which rule made the value of an expression, and on what evidence.
  func why(_ expression: String) -> Evaluation

  /// Plugins that ``load(_:output:)`` knows by their names; must answer at once.
  var pluginNames: [String] { get }

  /// Runs a script file, or puts a plugin in force.
  func load(_ path: String, output: @escaping (String) -> Void) -> Evaluation

  /// Loads the rule files again, and gives what that changed.
  func reload(output: @escaping (String) -> Void) -> Evaluation

  /// What the rules changed last: appeared, changed, went.
  func changes() -> Evaluation

  /// The rules in force.
  func rules() -> Evaluation

  /// The inputs as the text of a script that does the same when it is run alone.
  ///
  /// - Parameters:
  ///   - inputs: What was evaluated without a failure, in order.
  ///   - name: The name of the script: `who-is-quoted`.
  /// - Returns: The script's text.
  func script(from inputs: [String], named name: String) -> String
}

extension Interpreter {
  /// Nothing to say.
  public var summary: String { "" }
  /// Nothing is odd.
  public func remarks(on input: String) -> [String] { [] }
  /// Nothing to complete.
  public func completions(for line: String, cursor: Int) -> [Completion] { [] }
  /// No documentation.
  public func help(_ name: String) -> String? { nil }
  /// No names.
  public func helpNames(beginning: String) -> [String] { [] }
  /// No notes.
  public func notes(article: String) -> Evaluation { .nothing }
  /// No evidence to show.
  public func why(_ expression: String) -> Evaluation {
    .failure(Failure("nothing is known about how this was made"))
  }
  /// None.
  public var pluginNames: [String] { [] }
  /// Refuses: there is nothing here that could run a file.
  public func load(_ path: String, output: @escaping (String) -> Void) -> Evaluation {
    .failure(Failure("this prompt cannot load files"))
  }
  /// Refuses: there are no rules here.
  public func reload(output: @escaping (String) -> Void) -> Evaluation {
    .failure(Failure("this prompt has no rules"))
  }
  /// Nothing.
  public func changes() -> Evaluation { .nothing }
  /// Nothing.
  public func rules() -> Evaluation { .nothing }
  /// The inputs, one below the other.
  public func script(from inputs: [String], named name: String) -> String {
    "-- \(name)\n" + inputs.map { $0 + "\n" }.joined()
  }
}

/// What came of an input.
public enum Evaluation: Hashable, Sendable {
  /// The input is not finished: the prompt asks for the next line.
  case incomplete
  /// It has a value to show.
  case value(Echo)
  /// It ran and has nothing to show.
  case nothing
  /// It failed.
  case failure(Failure)
}

/// A value as the prompt shows it.
public enum Echo: Hashable, Sendable {
  /// Rows and columns, bounded on the screen and kept whole for `.last`.
  case table(Table)
  /// Words, shown as they are.
  case text(String)
}

/// Why an input failed, in words for people.
public struct Failure: Hashable, Sendable {
  /// Where in the input or in a script it happened.
  public struct Location: Hashable, Sendable {
    /// The script's path, or `nil` for the input at the prompt.
    public var file: String?
    /// The 1-based line.
    public var line: Int
    /// The 1-based column in characters, where it is known.
    public var column: Int?
    /// The text of the line, where it is known.
    public var text: String?

    /// Creates a location.
    public init(file: String? = nil, line: Int, column: Int? = nil, text: String? = nil) {
      self.file = file
      self.line = line
      self.column = column
      self.text = text
    }
  }

  /// What went wrong, in one sentence without a capital or a full stop.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// Where.
  public var location: Location?
  /// The calls that led there, innermost first, in the script's own terms.
  public var trace: [String]
  /// Whether somebody stopped it.
  public var isInterruption: Bool

  /// Creates a failure.
  public init(
    _ message: String, hint: String? = nil, location: Location? = nil, trace: [String] = [],
    isInterruption: Bool = false
  ) {
    self.message = message
    self.hint = hint
    self.location = location
    self.trace = trace
    self.isInterruption = isInterruption
  }
}

/// Something that could be typed next.
public struct Completion: Hashable, Sendable {
  /// The text that takes the place of the bytes from ``start`` to the cursor.
  public var text: String
  /// The byte offset in the line where it begins.
  public var start: Int

  /// Creates a completion.
  public init(_ text: String, start: Int) {
    self.text = text
    self.start = start
  }
}
