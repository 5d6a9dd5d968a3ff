import Foundation
import Glibc

/// The two streams: results to standard output, all else to standard error.
enum Output {
  /// Writes a line to standard error.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Writes a result to standard output, ending quietly when the reader has gone (`| head`).
  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes a result to standard output, ending quietly when the reader has gone (`| head`).
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? 0 : 1)
      }
      rest = rest.dropFirst(written)
    }
  }
}
