/// What went wrong in Lua or in a function that Lua called: one shape, whatever the cause.
///
/// A script that catches it with `pcall` sees a table with the same fields.
public struct LuaError: Error, Equatable, Sendable {
  /// The class of error.
  ///
  /// One of `error`, `syntax`, `argument`, `unknown_field`, `not_found`, `memory`,
  /// `interrupted`, `budget`, `exit`, or one of a function’s own.
  public var kind: String
  /// What happened, in one sentence without the place.
  public var message: String
  /// What to do about it.
  public var hint: String?
  /// `file:line` in the script.
  public var place: String?
  /// The script's functions that were running, a line each, innermost first.
  public var traceback: String?
  /// Identifies the error that the C side keeps, so that it goes on unchanged; 0 for none.
  var pendingSerial = 0

  /// Creates an error to throw from a function that Lua calls.
  public init(_ kind: String, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  /// An argument that the function cannot use.
  public static func argument(_ message: String, hint: String? = nil) -> LuaError {
    LuaError("argument", message, hint: hint)
  }

  /// Whether the analyst stopped it.
  public var isInterruption: Bool { kind == "interrupted" }

  /// What a script that ended itself with `os.exit` gave as its exit code; `nil` for a real error.
  public var exitCode: Int32? {
    kind == "exit" ? message.split(separator: " ").last.flatMap { Int32($0) } : nil
  }

  /// Whether the source ends where more is needed: a prompt then asks for another line.
  public var isIncompleteInput: Bool { kind == "syntax" && message.hasSuffix("near <eof>") }

  /// The error in words, with its hint but without the traceback.
  public var summary: String {
    var text = place.map { "\($0): \(message)" } ?? message
    if let hint { text += "\n  \(hint)" }
    return text
  }

  /// The error in words, with its hint and a traceback of more than one function.
  public var report: String {
    guard let traceback, traceback.contains("\n") else { return summary }
    return summary + "\nrunning at the time:\n" + traceback
  }

  /// Whether two errors say the same.
  public static func == (a: LuaError, b: LuaError) -> Bool {
    (a.kind, a.message, a.hint, a.place, a.traceback)
      == (b.kind, b.message, b.hint, b.place, b.traceback)
  }
}
