import Foundation
import Language
import NewsModel
import Testing

/// What `docs/parts-of-speech.md` says of the tags is so.
@Suite("the manual of the parts of speech")
struct PartOfSpeechManualTests {
  /// A line of a table of the page.
  struct Row: Sendable, CustomTestStringConvertible {
    var tag: String
    var meaning: String
    var example: String
    /// Whether it stands in the table of the usual tags, whose examples hold.
    var isUsual: Bool
    var testDescription: String { "\(tag): \(example)" }
  }

  static let rows: [Row] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/parts-of-speech.md")
    guard let page = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var rows: [Row] = []
    var tables = 0
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      if line.hasPrefix("| tag ") { tables += 1 }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      guard cells.count == 3, cells[0].hasPrefix("`") else { continue }
      // A tag of backticks stands between three of them.
      let tag = cells[0] == "``` `` ```" ? "``" : cells[0].trimmingCharacters(in: ["`"])
      rows.append(Row(tag: tag, meaning: cells[1], example: cells[2], isUsual: tables == 1))
    }
    return rows
  }()

  @Test("every tag stands in it once, and nothing else")
  func tags() {
    #expect(Self.rows.map(\.tag).sorted() == PartOfSpeech.names.sorted())
    #expect(Self.rows.allSatisfy { !$0.meaning.isEmpty && !$0.example.isEmpty })
  }

  @Test("the tagger tags the words in bold so", arguments: rows.filter(\.isUsual))
  func examples(row: Row) throws {
    let parts = row.example.replacing("\\*", with: "\u{1}").components(separatedBy: "**")
      .map { $0.replacing("\u{1}", with: "*") }
    try #require(parts.count == 3)
    let text = parts.joined()
    let columns = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, text.utf8.count)])
    let token = columns.starts.firstIndex(of: UInt32(parts[0].utf8.count))
    #expect(token.map { columns.word($0) } == parts[1])
    #expect(token.map { columns.partsOfSpeech[$0].name } == row.tag)
  }
}
