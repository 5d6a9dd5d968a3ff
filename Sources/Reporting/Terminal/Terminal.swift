#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process knows about the screen that its output goes to.
public enum Terminal {
  /// Whether a file descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of a terminal in columns, or `nil` for pipes and files.
  public static func width(of descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment("COLUMNS").flatMap { Int($0) } ?? 80
  }

  /// The height of a terminal in lines, or `nil` for pipes and files.
  public static func height(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Whether output to a descriptor may be coloured: a terminal that can, and `NO_COLOR` not set.
  public static func usesColour(_ descriptor: Int32) -> Bool {
    guard isTerminal(descriptor) else { return false }
    if let noColour = environment("NO_COLOR"), !noColour.isEmpty { return false }
    return environment("TERM") != "dumb"
  }

  /// The options for tables on standard output: the screen's width and a bounded number of rows on a
  /// terminal, everything and plainly in a pipe.
  public static func renderingOptions(
    for descriptor: Int32 = 1, maximumRows: Int = 40
  ) -> RenderingOptions {
    guard let width = width(of: descriptor) else { return .plain }
    return RenderingOptions(
      width: width, usesColour: usesColour(descriptor), maximumRows: maximumRows)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
