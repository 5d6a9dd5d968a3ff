import Extraction
import Foundation
import Language
import NewsModel
import Rules
import Testing

/// Every example of `docs/patterns.md` runs.
@Suite("the manual of the pattern language")
struct PatternManualTests {
  /// A fenced block with its kind and the line that it begins on.
  struct Block: Sendable, CustomTestStringConvertible {
    var kind: String
    var line: Int
    var lines: [String]
    var testDescription: String { "docs/patterns.md:\(line) \(lines.first ?? "")" }
  }

  static let blocks: [Block] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/patterns.md")
    guard let page = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var blocks: [Block] = []
    var isOpen = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if !isOpen {
          blocks.append(Block(kind: String(line.dropFirst(3)), line: index + 2, lines: []))
        }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }()

  /// The lists and named patterns that the page defines.
  static let environment: PatternEnvironment = {
    var lists: [String: [String]] = [:]
    var definitions: [String: String] = [:]
    var attributes: [TokenAttribute] = []
    for line in blocks.filter({ $0.kind == "names" }).flatMap(\.lines) {
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        let pairs = line.components(separatedBy: " = ").dropFirst().joined()
          .components(separatedBy: " | ").map { $0.components(separatedBy: ": ") }
        attributes.append(
          TokenAttribute(
            name: String(line[line.index(after: line.startIndex)..<end]),
            values: Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })))
        continue
      }
      let parts = line.dropFirst().components(separatedBy: " := ")
      if parts.count == 2 { definitions[parts[0]] = parts[1] }
      let entries = line.dropFirst().components(separatedBy: " = ")
      if parts.count == 1, entries.count == 2 {
        lists[entries[0]] = entries[1].components(separatedBy: " | ")
      }
    }
    return PatternEnvironment(
      lists: lists, definitions: definitions, types: ["Quantity"], attributes: attributes
    ) {
      let tokens = Tokeniser().tokenise($0)
      return (0..<tokens.count).map(tokens.word)
    }
  }()

  /// The rules of the page whose annotations its patterns read.
  static func emitters() throws -> [Rule] {
    try blocks.filter { $0.kind == "emits" }.flatMap(\.lines).map { line in
      let parts = line.dropFirst().components(separatedBy: " = ")
      return Rule(
        name: "emits \(parts[0])",
        pattern: try Pattern(parts.dropFirst().joined(separator: " = "), in: environment),
        emission: Emission(type: parts[0]))
    }
  }

  /// An article of the paragraphs between `¶`; `#` marks a title, `~` boilerplate.
  static func analyse(_ text: String) -> Analysis {
    var article = Article(id: "example", path: "example", text: text)
    var start = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      let kind: Zone.Kind =
        switch line.first {
        case UInt8(ascii: "#"): .title
        case UInt8(ascii: "~"): .boilerplate
        default: .body
        }
      let range = ByteRange(start + (kind == .body ? 0 : 1), start + line.count)
      if !range.isEmpty { article.zones.append(Zone(kind, range)) }
      start += line.count + 1
    }
    return ArticleAnalyser().analyse(article)
  }

  @Test("the page is there, with all kinds of examples")
  func pageIsThere() {
    #expect(Self.blocks.count { $0.kind == "pattern" } > 70)
    #expect(Self.blocks.count { $0.kind == "error" } > 10)
    #expect(Self.environment.lists.count > 4)
  }

  @Test("patterns match what the page says", arguments: blocks.filter { $0.kind == "pattern" })
  func patterns(block: Block) throws {
    let first = block.lines.firstIndex { $0.hasPrefix("+ ") || $0.hasPrefix("- ") }
    let examples = block.lines[(first ?? block.lines.endIndex)...]
    let source = block.lines[..<(first ?? block.lines.endIndex)].joined(separator: "\n")
    func texts(_ mark: String) -> [String] {
      examples.filter { $0.hasPrefix(mark) }.map {
        String($0.dropFirst(2)).replacing(" ¶ ", with: "\n")
      }
    }
    #expect(!examples.isEmpty)
    let rule = Rule(
      name: "example", pattern: try Pattern(source, in: Self.environment), matches: texts("+ "),
      rejects: texts("- "), file: "docs/patterns.md", line: block.line)
    let rules = try Self.emitters() + [rule]
    let engine = try RuleEngine(rules)
    let report = RuleChecker(rules, environment: Self.environment) { text in
      var analysis = Self.analyse(text)
      let run = engine.run(on: &analysis)
      return (analysis, run)
    }.report(on: RuleCheckerTests.examples(of: rule))
    for check in report.checks {
      #expect(check.verdict == .passed, "\(check.description)")
    }
  }

  @Test("errors read as the page says", arguments: blocks.filter { $0.kind == "error" })
  func errors(block: Block) throws {
    let parts = block.lines.split(separator: "", maxSplits: 1)
    let source = parts[0].joined(separator: "\n")
    let error = #expect(throws: PatternError.self) { try Pattern(source, in: Self.environment) }
    #expect(error?.description == parts[1].joined(separator: "\n"))
  }
}
