/// A sentence that a rule must match, must leave alone, or should match one day, with what is expected.
///
/// `<<…>>` marks a whole match and `{name:…}` a capture; a backslash takes a mark as it is:
///
///     sent {n:500} {unit:troops} to Syria
///     up to <<30,000 American soldiers>> in
///
/// With `<<…>>` the rule's matches must be exactly those marked, each with the captures marked inside
/// it. Without, some match must have the captures; a name that comes again belongs to the next match.
public struct MarkedExample: Sendable, Hashable {
  /// A marked capture.
  public struct Capture: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The bytes of the text.
    public var range: Range<Int>
  }

  /// What one match must look like.
  public struct Expectation: Sendable, Hashable {
    /// The bytes of the text that the match covers, or `nil` where only captures are marked.
    public var range: Range<Int>?
    /// The captures that it must have; others may be there too.
    public var captures: [Capture]
  }

  /// As written.
  public let source: String
  /// The text without its marks.
  public let text: String
  /// The expected matches in order of the text; empty where nothing is marked.
  public let expectations: [Expectation]

  /// Reads an example.
  ///
  /// - Throws: ``PatternError`` for a mark that is never closed, closed unopened, empty or misnamed.
  /// - Complexity: O(length).
  public init(_ source: String) throws(PatternError) {
    var reader = MarkedExampleReader(source)
    try reader.read()
    self.source = source
    text = String(decoding: reader.text, as: UTF8.self)
    expectations = reader.expectations()
  }

  /// The names of the marked captures in order of appearance, each once.
  public var captureNames: [String] {
    var seen: Set<String> = []
    return expectations.flatMap(\.captures).map(\.name).filter { seen.insert($0).inserted }
  }
}

/// Takes the marks out of an example.
private struct MarkedExampleReader {
  private struct Mark {
    /// The capture's name, or `nil` for `<<`.
    var name: String?
    /// Where the mark stands in the source.
    var source: SourceRange
    /// The bytes of the text between the marks; the end is set when it is closed.
    var start: Int
    var end: Int
  }

  private let source: String
  private let bytes: [UInt8]
  private var open: [Mark] = []
  private var closed: [Mark] = []
  private(set) var text: [UInt8] = []
  private var position = 0

  init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  mutating func read() throws(PatternError) {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\") where position + 1 < bytes.count && Self.isMark(bytes[position + 1]):
        text.append(bytes[position + 1])
        position += 2
      case UInt8(ascii: "<") where starts(with: "<<"):
        try openMatch()
      case UInt8(ascii: ">") where starts(with: ">>"):
        try close("<<", ">>", width: 2)
      case UInt8(ascii: "{"):
        try openCapture()
      case UInt8(ascii: "}"):
        try close("{", "}", width: 1)
      default:
        text.append(byte)
        position += 1
      }
    }
    if let last = open.last {
      let mark = last.name.map { "{\($0):" } ?? "<<"
      throw error(
        "this '\(mark)' is never closed", last.source,
        hint: "add \(last.name == nil ? ">>" : "}") after the last word")
    }
  }

  /// Groups captures by the match that they stand in.
  func expectations() -> [MarkedExample.Expectation] {
    let ordered = closed.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
    var found: [MarkedExample.Expectation] = ordered.filter { $0.name == nil }.map {
      MarkedExample.Expectation(range: $0.start..<$0.end, captures: [])
    }
    let hasMatches = !found.isEmpty
    for mark in ordered {
      guard let name = mark.name else { continue }
      let capture = MarkedExample.Capture(name: name, range: mark.start..<mark.end)
      let home = found.lastIndex { expectation in
        expectation.range.map { $0.lowerBound <= mark.start && mark.end <= $0.upperBound }
          ?? (!hasMatches && !expectation.captures.contains { $0.name == name })
      }
      if let home, hasMatches || home == found.count - 1 {
        found[home].captures.append(capture)
      } else {
        found.append(MarkedExample.Expectation(range: nil, captures: [capture]))
      }
    }
    return found
  }

  private mutating func openMatch() throws(PatternError) {
    let range = SourceRange(position, position + 2)
    if open.contains(where: { $0.name == nil }) {
      throw error("a match cannot stand inside another", range, hint: "close the first with >>")
    }
    open.append(Mark(name: nil, source: range, start: text.count, end: text.count))
    position += 2
  }

  private mutating func openCapture() throws(PatternError) {
    var end = position + 1
    while end < bytes.count, Self.isNamePart(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    guard !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ":") else {
      throw error(
        "expected a capture such as {n:500}", SourceRange(position, max(position + 1, end)),
        hint: "for a brace in the text write \\{")
    }
    open.append(
      Mark(
        name: name, source: SourceRange(position, end + 1), start: text.count, end: text.count))
    position = end + 1
    // `{n: 500}` means the same as `{n:500}`.
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }

  private mutating func close(
    _ opening: String, _ closing: String, width: Int
  ) throws(PatternError) {
    let range = SourceRange(position, position + width)
    guard var mark = open.popLast() else {
      throw error(
        "this '\(closing)' closes nothing", range,
        hint: "for the characters themselves write \\\(closing.prefix(1))")
    }
    guard (mark.name == nil) == (width == 2) else {
      let inner = mark.name.map { "{\($0):" } ?? "<<"
      throw error(
        "'\(inner)' is still open here", range,
        hint: "close it with \(width == 2 ? "}" : ">>") first")
    }
    mark.end = text.count
    if text[mark.start...].allSatisfy({ $0 <= UInt8(ascii: " ") }) {
      throw error(
        "nothing is marked here", SourceRange(mark.source.start, range.end),
        hint: "put the expected words between \(opening) and \(closing)")
    }
    closed.append(mark)
    position += width
  }

  private func starts(with mark: String) -> Bool { bytes[position...].starts(with: mark.utf8) }

  private static func isMark(_ byte: UInt8) -> Bool { "{}<>\\".utf8.contains(byte) }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func error(_ message: String, _ range: SourceRange, hint: String) -> PatternError {
    PatternError(message, at: range, in: source, hint: hint)
  }
}
