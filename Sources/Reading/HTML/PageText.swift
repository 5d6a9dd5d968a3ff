import NewsModel

/// The text of a page's article: the headline, then one paragraph per line with an empty line between.
struct PageText {
  private(set) var bytes: [UInt8] = []
  /// What lines are, by the offset at which they start.
  private(set) var hints: [Int: LineHint] = [:]

  /// Whether there is more than the headline.
  private(set) var hasBody = false

  /// Writes the lines of the article that a page holds.
  init(_ outline: PageOutline, title: String?) {
    let container = ArticleFinder(outline).container()
    let elements = outline.elements
    let members = container..<max(container + 1, elements.isEmpty ? 0 : elements[container].end)
    var titleHash: UInt64?
    if let title {
      titleHash = LineJudge.hash(of: LineWords(title))
      append(Array(title.utf8), afterBreak: true)
    }
    for line in outline.lines {
      let element = elements[line.element]
      guard container == 0 || members.contains(line.element), !element.isDropped else { continue }
      let text = Array(outline.text[line.range])
      if case .heading = line.kind, let titleHash,
        LineJudge.hash(of: LineWords(String(decoding: text, as: UTF8.self))) == titleHash
      {
        continue
      }
      let start = append(text, afterBreak: line.followsBreak)
      hasBody = true
      if let hint = Self.hint(of: line) { hints[start] = hint }
    }
  }

  /// Adds an article's body that the page states as plain text.
  mutating func append(body: String) {
    append(Array(body.utf8), afterBreak: false)
    hasBody = true
  }

  @discardableResult
  private mutating func append(_ line: [UInt8], afterBreak: Bool) -> Int {
    if !bytes.isEmpty { bytes += afterBreak ? [0x0a] : [0x0a, 0x0a] }
    let start = bytes.count
    bytes += line
    return start
  }

  private static func hint(of line: PageOutline.Line) -> LineHint? {
    switch line.kind {
    case .caption: .caption
    case .byline: .byline
    case .heading: nil
    case .paragraph, .other: line.isLinks ? .links : nil
    }
  }

  /// Text with each run of white space made one space, and none at the ends.
  static func collapsed(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let width = bytes.spaceWidth(at: index, before: bytes.count)
      if width == 0 {
        if bytes[index] == 0xc2, index + 1 < bytes.count, bytes[index + 1] < 0xa0 {
          result += Array(String(Windows1252.scalar(bytes[index + 1])).utf8)
          index += 2
          continue
        }
        result.append(bytes[index])
        index += 1
      } else {
        if !result.isEmpty, result.last != 0x20 { result.append(0x20) }
        index += width
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
