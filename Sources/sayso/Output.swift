import Foundation
import Glibc

/// The two streams: results to standard output, all else to standard error.
enum Output {
  /// Gives the three streams that a program expects to those that were closed.
  ///
  /// Otherwise the next file that is opened would take the number of standard output, and results would be
  /// written into it.
  static func holdClosedStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      // What is written to a closed standard output fails, as it should.
      _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes a line to standard error.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Writes a result to standard output, ending quietly when the reader has gone (`| head`).
  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes a result to standard output, ending quietly when the reader has gone (`| head`), and with a word
  /// to standard error where there is no room.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 {
        let fault = errno
        if fault == EINTR { continue }
        if fault == EPIPE { exit(0) }
        note("sayso: cannot write: \(String(cString: strerror(fault)))")
        exit(1)
      }
      rest = rest.dropFirst(written)
    }
  }
}
