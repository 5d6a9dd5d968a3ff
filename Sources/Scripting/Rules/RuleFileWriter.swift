internal import Foundation
internal import LuaHost
internal import NewsModel
internal import Rules
internal import Store

/// Writes a rule file for a pattern, with the first places where it matches as its examples.
struct RuleFileWriter {
  let name: String
  let pattern: String
  let model: CorpusModel

  /// How many examples a file gets.
  static let mostExamples = 5

  /// Writes the file and gives its path.
  ///
  /// - Throws: ``LuaError`` for a bad name or pattern, or a file that exists or cannot be written.
  func write(in files: ScriptFiles, checkInterrupt: () throws -> Void) throws -> String {
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard isName, !name.isEmpty else {
      throw LuaError.argument(
        "'\(name)' cannot be the name of a rule that is saved",
        hint: "a name has letters, digits and _ only")
    }
    let path = name + ".lua"
    let parsed: Pattern
    do throws(PatternError) {
      parsed = try Pattern(pattern, in: model.patternEnvironment)
    } catch {
      throw LuaError(error)
    }
    let examples = try examples(of: parsed, checkInterrupt)
    var text = "-- \(name): \(examples.count) of the places where it matches are its examples.\n"
    text += "rule \"\(name)\" {\n  pattern = \(LuaLiteral.long(pattern)),\n"
    text += "  emit = { type = \"\(name)\" },\n"
    if !examples.isEmpty {
      text += "  matches = {\n"
      for example in examples { text += "    \(LuaLiteral.short(example)),\n" }
      text += "  },\n"
    }
    text += "}\n"
    guard files.allows(path, writing: true) else {
      throw LuaError("not_allowed", "the file '\(path)' may not be written")
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw LuaError(
        "not_found", exists ? "there is a file '\(path)' already" : "'\(path)' cannot be written",
        hint: exists ? "choose another name, or remove the file first" : nil)
    }
    return path
  }

  /// Sentences with the match marked, each of which the rule also matches when it stands alone.
  private func examples(of pattern: Pattern, _ checkInterrupt: () throws -> Void) throws -> [String]
  {
    let matcher: PatternMatcher
    let alone: PatternMatcher
    do throws(PatternError) {
      matcher = try PatternMatcher([pattern])
      alone = try PatternMatcher([pattern])
    } catch {
      throw LuaError(error)
    }
    let extraction = try RuledExtraction(model.desk?.bundle ?? .empty(tokenise: RuleLoader.cut))
    var examples: [String] = []
    var seen: Set<String> = []
    for article in 0..<(try model.columns(.articles).count) {
      try checkInterrupt()
      let analysis = try model.snapshot.analysis(ofArticle: article)
      for match in matcher.matches(in: MatchText(analysis)) {
        let sentence = Self.sentence(of: match, in: analysis)
        let text = analysis.article.text[bytes: sentence]
        guard !text.contains("<<"), !text.contains("{"), seen.insert(text).inserted else {
          continue
        }
        let range = analysis.tokens.range(of: match.tokens)
        let words = analysis.article.text[bytes: range]
        let (single, _) = extraction.analyse(Article(id: "example", path: "", text: text))
        let offset = range.start - sentence.start
        let isFound = alone.matches(in: MatchText(single)).contains { other in
          let place = single.tokens.range(of: other.tokens)
          return place.start == offset && single.article.text[bytes: place] == words
        }
        guard isFound else { continue }
        let before = analysis.article.text[bytes: ByteRange(sentence.start, range.start)]
        let after = analysis.article.text[bytes: ByteRange(range.end, sentence.end)]
        examples.append("\(before)<<\(words)>>\(after)")
        if examples.count == Self.mostExamples { return examples }
      }
    }
    return examples
  }

  private static func sentence(of match: PatternMatch, in analysis: Analysis) -> ByteRange {
    let tokens = analysis.tokens
    let first = tokens.sentence(tokens.sentenceIndex(ofToken: match.tokens.lowerBound))
    let last = tokens.sentence(tokens.sentenceIndex(ofToken: match.tokens.upperBound - 1))
    return tokens.range(of: first.lowerBound..<last.upperBound)
  }
}

/// Texts as Lua writes them.
enum LuaLiteral {
  /// Between long brackets, with as many signs as it takes.
  static func long(_ text: String) -> String {
    var level = ""
    while text.contains("]\(level)]") || text.hasSuffix("]\(level)") { level += "=" }
    // Lua drops a line feed at the very beginning.
    return "[\(level)[\(text.hasPrefix("\n") ? "\n" : "")\(text)]\(level)]"
  }

  /// Between quotation marks, on one line.
  static func short(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7f:
        literal += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
