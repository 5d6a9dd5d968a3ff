import Foundation

/// What the terminal can do, and the two streams: results to standard output, all else to standard error.
enum Terminal {
  /// Whether standard output is a terminal.
  static let isOutputTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1
  /// Whether standard input is a terminal.
  static let isInputTerminal = isatty(STDIN_FILENO) == 1

  /// The width of the terminal in columns, or `nil` where output goes elsewhere.
  static var width: Int? {
    guard isOutputTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Writes text to standard output as it is, ending quietly when the reader has gone (`| head`).
  static func output(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        // Safe: the offset stays inside the buffer that withUTF8 lends for the call.
        let written = write(STDOUT_FILENO, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          exit(errno == EPIPE ? 0 : 1)
        }
        offset += written
      }
    }
  }
}
