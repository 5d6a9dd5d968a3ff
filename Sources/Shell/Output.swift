#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text on its way to a file descriptor.
///
/// Kept together until a line ends on a terminal, and in larger pieces elsewhere. A long text goes to a
/// terminal in small pieces, so that it can be stopped.
final class Output {
  private static let pieceSize = 1 << 16
  private static let terminalPieceSize = 1 << 12

  private let descriptor: Int32
  private let isTerminal: Bool
  private var pending: [UInt8] = []
  /// Whether the last thing written ended its line.
  private(set) var isAtLineStart = true
  /// Why something could not be written, the first time that it could not.
  private(set) var fault: Int32?
  /// Asked between two pieces for a terminal: whether the rest is to be dropped.
  var isStopped: () -> Bool = { false }

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  func write(_ text: String) {
    guard !text.isEmpty else { return }
    pending.append(contentsOf: text.utf8)
    isAtLineStart = pending.last == UInt8(ascii: "\n")
    if pending.count >= Self.pieceSize || (isTerminal && isAtLineStart) { flush() }
  }

  /// Ends the line that a script left open.
  func endLine() {
    if !isAtLineStart { write("\n") }
  }

  func flush() {
    var start = 0
    while start < pending.count {
      if isTerminal, start > 0, isStopped() {
        // On a line of its own, whatever was cut.
        pending = Array("…\n".utf8)
        start = 0
        isAtLineStart = true
      }
      let end = isTerminal ? min(pending.count, start + Self.terminalPieceSize) : pending.count
      let written = pending[start..<end].withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if written < 0, errno != EINTR {
        fault = fault ?? errno
        break
      }
      start += max(0, written)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
