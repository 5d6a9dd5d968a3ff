internal import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows what is longer than the screen one page at a time.
enum Pager {
  /// Shows a text in `less`, or does nothing where it fits the screen or there is no `less`.
  ///
  /// - Returns: Whether the text was shown.
  static func show(_ text: String) -> Bool {
    guard Terminal.isTerminal(0), let height = Terminal.height(of: 1) else { return false }
    let lines = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    guard lines >= height, isAvailable else { return false }
    guard let pipe = popen("less -FRX", "w") else { return false }
    // Who leaves the pager early does not want the rest.
    let previous = signal(SIGPIPE, SIG_IGN)
    let output = Output(fileno(pipe))
    output.write(text)
    output.flush()
    pclose(pipe)
    signal(SIGPIPE, previous)
    // Ctrl-C was meant for the pager.
    _ = LineReader.takeInterrupt()
    return true
  }

  private static var isAvailable: Bool {
    guard let path = getenv("PATH").map({ String(cString: $0) }) else { return false }
    return path.split(separator: ":").contains { access("\($0)/less", X_OK) == 0 }
  }
}
