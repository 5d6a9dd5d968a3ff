internal import Language
internal import NewsModel

/// Finds what is odd about a pattern in view of a corpus: elements that nothing can match, elements that
/// nearly everything matches.
///
///     query:1:8: no token has lemma 'said'
///         [lemma=said] that
///                ^^^^
///         it is a form of 'say'
public struct PatternLinter {
  /// A first element that more than this share of all tokens passes makes a rule slow and says little.
  public static let frequentShare = 0.2
  private let counts: CorpusCounts

  /// Creates a linter for a corpus.
  public init(_ counts: CorpusCounts) { self.counts = counts }

  /// What is odd about a pattern, in the order of the source.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - isRule: Whether it is run on every article, so that a frequent first element costs.
  ///   - usedCaptures: The captures that something is made of, or `nil` where all are shown.
  /// - Returns: Remarks with their places; none for a corpus without tokens.
  public func remarks(
    on pattern: Pattern, isRule: Bool = false, usedCaptures: Set<String>? = nil
  ) -> [PatternError] {
    guard counts.tokenCount > 0 else { return [] }
    var found: [Remark] = []
    visit(pattern.root, pattern, &found)
    for case .containing(let item, _, _) in pattern.conditions { visit(item, pattern, &found) }
    joinEntries(&found, pattern)
    if let usedCaptures { unused(pattern, usedCaptures, &found) }
    if isRule { frequentStart(pattern, &found) }
    var seen: Set<String> = []
    return found.sorted { ($0.range.start, $0.message) < ($1.range.start, $1.message) }
      .filter { seen.insert("\($0.range.start) \($0.message)").inserted }
      .map { PatternError($0.message, at: $0.range, in: pattern.source, hint: $0.hint) }
  }

  private struct Remark {
    var message: String
    var range: SourceRange
    var hint = ""
    /// A word of a list that does not occur.
    var entry: String?
  }

  // MARK: - Values that do not occur

  private func visit(_ node: Pattern.Node, _ pattern: Pattern, _ found: inout [Remark]) {
    switch node {
    case .token(let test, let range): visit(test, range, pattern, &found)
    case .sequence(let parts), .alternation(let parts):
      for part in parts { visit(part, pattern, &found) }
    case .capture(_, let part, _), .repetition(let part, _, _, _, _),
      .lookaround(let part, _, _, _):
      visit(part, pattern, &found)
    case .annotation(let type, let range):
      if counts.count(type: type) == 0 {
        found.append(
          Remark(message: "nothing of type @\(type) was found in the corpus", range: range))
      }
    case .border: break
    }
  }

  private func visit(
    _ test: Pattern.TokenTest, _ range: SourceRange, _ pattern: Pattern, _ found: inout [Remark]
  ) {
    switch test {
    case .not(let part): visit(part, range, pattern, &found)
    case .all(let parts), .either(let parts):
      for part in parts { visit(part, range, pattern, &found) }
    case .compare(let attribute, let comparison, let values)
    where comparison == .equal || comparison == .notEqual:
      for value in values { visit(attribute, value, range, pattern, &found) }
    case .any, .flag, .compare: break
    }
  }

  private func visit(
    _ attribute: Pattern.Attribute, _ value: Pattern.Value, _ range: SourceRange,
    _ pattern: Pattern, _ found: inout [Remark]
  ) {
    guard let text = value.literal else { return }
    let place =
      Self.place(of: text, within: range, pattern)
      ?? Self.listPlace(within: range, pattern) ?? range
    switch attribute {
    case .word, .lower:
      guard counts.count(word: text) == 0 else { return }
      found.append(
        Remark(
          message: "no token is '\(text)'", range: place, hint: nearest(text) ?? "", entry: text))
    case .lemma:
      guard counts.count(lemma: text) == 0 else { return }
      let hint = lemma(ofForm: text).map { "it is a form of '\($0)'" } ?? nearest(text)
      found.append(
        Remark(
          message: "no token has lemma '\(text)'", range: place, hint: hint ?? "", entry: text))
    case .pos:
      guard let tag = PartOfSpeech(name: text.uppercased()), counts.count(tag: tag) == 0 else {
        return
      }
      found.append(Remark(message: "no token has pos '\(text)'", range: place))
    case .ent, .num, .shape, .len, .custom: break
    }
  }

  /// Where in a part of the source a list is named: `[lemma=$say]`.
  private static func listPlace(
    within range: SourceRange, _ pattern: Pattern
  ) -> SourceRange? {
    let symbols = (try? PatternLexer.symbols(of: pattern.source)) ?? []
    return symbols.first { $0.kind == .name && range.contains($0.range) }?.range
  }

  /// Where in a part of the source a value is written, if it is.
  private static func place(
    of text: String, within range: SourceRange, _ pattern: Pattern
  ) -> SourceRange? {
    let source = Array(pattern.source.utf8)
    let part = source[min(range.start, source.count)..<min(range.end, source.count)]
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, part.count >= bytes.count else { return nil }
    for start in part.startIndex...(part.endIndex - bytes.count)
    where part[start..<(start + bytes.count)].elementsEqual(bytes) {
      return SourceRange(start, start + bytes.count)
    }
    return nil
  }

  /// The dictionary form of a word, where the corpus has that.
  private func lemma(ofForm word: String) -> String? {
    let lower = TokenProperties.folded(word)
    let forms: [PartOfSpeech] = [.vbd, .vbz, .vbg, .vbn, .nns, .jjr, .jjs, .rbr, .md, .prp]
    let lemmas = forms.map { Lemmatiser().lemma(of: lower, as: $0) }
    return lemmas.filter { $0 != lower && counts.count(lemma: $0) > 0 }
      .max { counts.count(lemma: $0) < counts.count(lemma: $1) }
  }

  /// The word of the corpus that was probably meant.
  private func nearest(_ word: String) -> String? {
    guard word.utf8.count > 3 else { return nil }
    let first = word.lowercased().utf8.first
    let vocabulary = counts.lexicon.vocabulary
    let candidates = (0..<UInt32(vocabulary.count)).lazy.filter { id in
      let bytes = vocabulary.bytes(of: id)
      return bytes.first == first && abs(bytes.count - word.utf8.count) <= 2 && counts.isWord(id)
    }.map { vocabulary[$0] }
    return NearestName.of(word, in: candidates).map { "did you mean '\($0)'?" }
  }

  /// Says once which entries of a list do not occur.
  private func joinEntries(_ found: inout [Remark], _ pattern: Pattern) {
    let source = Array(pattern.source.utf8)
    func list(_ remark: Remark) -> String? {
      guard remark.entry != nil, remark.range.start < source.count,
        source[remark.range.start] == UInt8(ascii: "$")
      else { return nil }
      return String(
        decoding: source[remark.range.start..<min(remark.range.end, source.count)], as: UTF8.self)
    }
    var joined: [Remark] = []
    for remark in found {
      guard let name = list(remark), let entry = remark.entry else {
        joined.append(remark)
        continue
      }
      if let known = joined.firstIndex(where: { $0.range == remark.range && list($0) != nil }) {
        joined[known].message += ", '\(entry)'"
      } else {
        var first = remark
        first.message = "words of \(name) that occur nowhere: '\(entry)'"
        first.hint = ""
        joined.append(first)
      }
    }
    found = joined
  }

  // MARK: - Captures and beginnings

  private func unused(_ pattern: Pattern, _ used: Set<String>, _ found: inout [Remark]) {
    var compared: Set<String> = []
    for case .compare(let name, _, _, let operand, _) in pattern.conditions {
      compared.insert(name)
      if case .capture(let other, _) = operand { compared.insert(other) }
    }
    for (name, range) in pattern.root.namedParts
    where !used.contains(name) && !compared.contains(name) {
      found.append(
        Remark(
          message: "the capture '\(name)' is never used", range: range,
          hint: "drop it, or use it in what the rule emits"))
    }
  }

  private func frequentStart(_ pattern: Pattern, _ found: inout [Remark]) {
    for (test, range) in pattern.root.firstTokens {
      let count = test == .any ? counts.tokenCount : estimate(test)
      let share = Double(count) / Double(counts.tokenCount)
      guard share > Self.frequentShare else { continue }
      found.append(
        Remark(
          message: "the first element matches \(Int((share * 100).rounded())) % of all tokens",
          range: range, hint: "begin with a rarer word, or move this into a lookbehind: (?<= … )"))
    }
  }

  private func estimate(_ test: Pattern.TokenTest) -> Int {
    AnchorFinder(counts: counts, isThorough: true).set(for: test)?.estimate ?? 0
  }
}

extension Pattern.Value {
  /// The text that is compared with, or `nil` for a regular expression.
  fileprivate var literal: String? {
    switch self {
    case .folded(let text), .exact(let text): text
    case .regex: nil
    }
  }
}

extension Pattern.Node {
  /// Captures with the bytes that wrote them.
  fileprivate var namedParts: [(name: String, range: SourceRange)] {
    switch self {
    case .capture(let name, let part, let range): [(name, range)] + part.namedParts
    case .sequence(let parts), .alternation(let parts): parts.flatMap(\.namedParts)
    case .repetition(let part, _, _, _, _), .lookaround(let part, _, _, _): part.namedParts
    case .token, .annotation, .border: []
    }
  }

  /// The tests that the first token of a match may have to pass.
  fileprivate var firstTokens: [(test: Pattern.TokenTest, range: SourceRange)] {
    switch self {
    case .token(let test, let range): return [(test, range)]
    case .annotation, .border, .lookaround: return []
    case .capture(_, let part, _), .repetition(let part, _, _, _, _): return part.firstTokens
    case .alternation(let parts): return parts.flatMap(\.firstTokens)
    case .sequence(let parts):
      var found: [(test: Pattern.TokenTest, range: SourceRange)] = []
      for part in parts {
        found += part.firstTokens
        if part.length.minimum > 0 { break }
      }
      return found
    }
  }
}
