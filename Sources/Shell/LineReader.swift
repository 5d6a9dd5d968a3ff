internal import CReadline
internal import Scripting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines from a terminal, with editing, completion and history.
///
/// One at a time in a process: readline is full of global state. Between ``init(complete:)`` and
/// ``close()`` Ctrl-C is held back except while a line is read or inside ``interruptibly(_:body:)``.
final class LineReader {
  /// How reading a line ended.
  enum Outcome: Equatable {
    /// A line was entered, or several that were pasted together.
    case line(String)
    /// Ctrl-D on an empty line, or the terminal went away.
    case end
    /// Ctrl-C: what was typed is thrown away.
    case interrupted
  }

  private let complete: (_ line: String, _ cursor: Int) -> [Completion]

  init(complete: @escaping (_ line: String, _ cursor: Int) -> [Completion]) {
    self.complete = complete
    creadline_start(
      { context, line, cursor, list in
        guard let context, let line else { return }
        let reader = Unmanaged<LineReader>.fromOpaque(context).takeUnretainedValue()
        for completion in reader.completions(of: String(cString: line), cursor: cursor) {
          creadline_add_completion(list, completion.text, completion.start)
        }
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Gives the signals back to what was there before.
  func close() { creadline_stop() }

  func read(prompt: String) -> Outcome {
    var line: UnsafeMutablePointer<CChar>?
    let outcome = creadline_read(prompt, &line)
    defer { free(line) }
    switch outcome {
    case creadline_entered: return .line(line.map { String(cString: $0) } ?? "")
    case creadline_interrupted: return .interrupted
    default: return .end
    }
  }

  /// Runs something that Ctrl-C may stop.
  ///
  /// - Returns: The result of the body, and whether Ctrl-C was pressed.
  func interruptibly<Result>(
    _ interpreter: any Interpreter, body: () -> Result
  ) -> (result: Result, wasPressed: Bool) {
    let target = InterruptTarget(interpreter)
    return withExtendedLifetime(target) {
      creadline_begin_work(
        { context in
          guard let context else { return }
          Unmanaged<InterruptTarget>.fromOpaque(context).takeUnretainedValue()
            .interpreter.interrupt()
        }, Unmanaged.passUnretained(target).toOpaque())
      let result = body()
      return (result, creadline_end_work())
    }
  }

  /// Whether Ctrl-C was pressed while nothing could be stopped; it is then forgotten.
  static func takeInterrupt() -> Bool { creadline_take_interrupt() }

  /// The completions that continue what is typed; readline would otherwise take typed text away.
  private func completions(of line: String, cursor: Int) -> [Completion] {
    let bytes = Array(line.utf8)
    let found = complete(line, cursor).filter { completion in
      completion.start <= bytes.count
        && completion.text.utf8.starts(with: bytes[completion.start...])
    }
    return found
  }
}

/// What the signal handler holds on to while a script runs.
private final class InterruptTarget {
  let interpreter: any Interpreter

  init(_ interpreter: any Interpreter) { self.interpreter = interpreter }
}
