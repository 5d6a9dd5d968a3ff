public import NewsModel

/// A text whose spans are written in the text itself, so that no test counts offsets by hand.
///
///     let marked = MarkedText("[Mrs Clinton|person] said")
///     marked.text          // "Mrs Clinton said"
///     marked.spans         // [(label: "person", range: 0..<11)]
///
/// `\[` writes a bracket. Spans may be nested.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public private(set) var text = ""
  /// The marked spans by start, an outer span before those inside it.
  public private(set) var spans: [(label: String, range: ByteRange)] = []

  /// Parses a marked text; a bracket without its partner is a programmer's error.
  public init(_ marked: String) {
    var output: [UInt8] = []
    var open: [(start: Int, order: Int)] = []
    var found: [(order: Int, label: String, range: ByteRange)] = []
    var order = 0
    let bytes = Array(marked.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        output.append(bytes[index + 1])
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") {
        open.append((output.count, order))
        order += 1
      } else if byte == UInt8(ascii: "|"), let last = open.last {
        guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else {
          preconditionFailure("no ] after | in: \(marked)")
        }
        let label = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
        found.append((last.order, label, ByteRange(last.start, output.count)))
        open.removeLast()
        index = close
      } else {
        output.append(byte)
      }
      index += 1
    }
    precondition(open.isEmpty, "no |label] for a [ in: \(marked)")
    text = String(decoding: output, as: UTF8.self)
    spans = found.sorted { $0.order < $1.order }.map { ($0.label, $0.range) }
  }

  /// The ranges with a label, in order.
  public func ranges(_ label: String) -> [ByteRange] {
    spans.filter { $0.label == label }.map(\.range)
  }
}
