import NewsModel

/// Explains why a pattern does not match.
struct MatchExplainer {
  let text: ExplainedText
  let tokens: TokenColumns
  let environment: PatternEnvironment
  let isWanted: (PatternMatch) -> Bool

  /// - Parameters:
  ///   - pattern: What does not match.
  ///   - text: The article, with what earlier rules added.
  ///   - environment: What the pattern's names mean, to try changes of it.
  ///   - isWanted: Whether a match is the one that was missed.
  /// - Throws: ``PatternError`` where the pattern is too large.
  init(
    _ pattern: Pattern, on text: MatchText, environment: PatternEnvironment,
    isWanted: @escaping (PatternMatch) -> Bool = { _ in true }
  ) throws(PatternError) {
    self.text = try ExplainedText(pattern, text)
    tokens = text.tokens
    self.environment = environment
    self.isWanted = isWanted
  }

  /// Explains why nothing matches from the given tokens.
  func explanation(from starts: Range<Int>) -> MatchExplanation {
    if let progress = PatternProgress.furthest(from: starts, in: text) {
      return explanation(of: progress)
    }
    return conditionsExplanation(from: starts)
  }

  // MARK: - Stopped

  private func explanation(of progress: PatternProgress) -> MatchExplanation {
    let way = progress.way
    let pattern = text.pattern
    let limit = text.text.scope(pattern.scope, at: way.start)
    let (part, ranges) = missing(progress.needed)
    let needed = pattern.text(of: pattern.sourceRange(of: part.node))
    let isInside = isInsidePhrase(way, ranges)
    var reason = "next is \(isInside ? "the rest of " : "")\(needed)"
    var caret = way.stop
    let gap = part.previous.flatMap { usedUp($0, by: way) }
    if let gap, way.stop > way.start {
      caret -= 1
      reason = "\(pattern.text(of: pattern.sourceRange(of: gap))) is used up, " + reason
    } else if way.stop == limit.upperBound {
      reason = "the \(Self.name(of: pattern.scope)) ends, " + reason
    }
    let places = progress.places.filter { ranges.contains(text.program.origins[$0]) }
    let later = firstUse(of: places, after: way.stop, limit)
    if let later {
      let steps = later.lowerBound - caret
      reason += " (\"\(words(later))\" is \(steps) \(steps == 1 ? "token" : "tokens") further)"
    } else if way.stop < limit.upperBound {
      reason += " (\(facts(about: way.stop, for: part.node)))"
    }
    var marks = captureMarks(way)
    marks.append(MarkedLine.Mark(place(caret), "stopped here: " + reason, stroke: "^"))
    let advice = later.flatMap { widened(part, by: $0.lowerBound - caret, after: way) }
    return MatchExplanation(marks: marks, advice: advice)
  }

  /// Whether a phrase of several words, from a list or between quotes, has begun and not ended.
  private func isInsidePhrase(_ way: PatternProgress.Way, _ needed: [SourceRange]) -> Bool {
    guard let last = way.steps.last, needed.allSatisfy({ $0 == last }) else { return false }
    return text.pattern.text(of: last).first.map { $0 != "[" && $0 != "@" && $0 != "/" } ?? false
  }

  private static func name(of scope: Pattern.Scope) -> String {
    switch scope {
    case .sentence: "sentence"
    case .paragraph: "paragraph"
    case .document: "text"
    }
  }

  /// The element of the pattern that was needed, and what of it.
  ///
  /// Of several, the last counts: those before it in its row could have gone on, and need not.
  private func missing(_ needed: [SourceRange]) -> (Pattern.Element, [SourceRange]) {
    let elements = text.pattern.elements()
    let last = needed.last ?? SourceRange(0, 0)
    for element in elements.reversed() where element.node.hull.contains(last) {
      let hull = element.node.hull
      let before = element.row[..<element.index].map(\.hull)
      let others = needed.filter { range in
        !hull.contains(range) && !before.contains { $0.contains(range) }
      }
      if others.isEmpty { return (element, needed.filter(hull.contains)) }
    }
    return (elements[0], needed)
  }

  /// The repetition in a node, if the way went through it as often as it allows.
  private func usedUp(_ node: Pattern.Node, by way: PatternProgress.Way) -> Pattern.Node? {
    switch node {
    case .capture(_, let inner, _): return usedUp(inner, by: way).map { _ in node }
    case .repetition(_, _, let maximum, _, _) where maximum > 0 && maximum < Int.max:
      let range = node.hull
      let count = way.steps.reversed().prefix { range.contains($0) }.count
      return count >= maximum ? node : nil
    default: return nil
    }
  }

  /// Where something that was needed comes first after a place.
  private func firstUse(of places: [Int], after stop: Int, _ limit: Range<Int>) -> Range<Int>? {
    guard stop < limit.upperBound else { return nil }
    for token in (stop + 1)..<max(stop + 1, limit.upperBound) {
      if let used = places.lazy.compactMap({ text.use($0, at: token, limit) }).first {
        return used
      }
    }
    return nil
  }

  /// What is known of the word that did not pass, for what was asked of it.
  private func facts(about token: Int, for node: Pattern.Node) -> String {
    var facts: [String] = []
    let asked = Self.attributes(in: node)
    if asked.contains(.lemma) { facts.append("lemma \"\(tokens.lemma(token))\"") }
    if asked.contains(.pos) { facts.append("pos \(tokens.partsOfSpeech[token].name)") }
    if asked.contains(.ent) {
      let entity = text.text.words(token..<token + 1, .ent)
      facts.append(entity.isEmpty ? "no entity" : "ent \(entity)")
    }
    if asked.contains(.shape) {
      facts.append("shape \(text.text.words(token..<token + 1, .shape))")
    }
    for case .custom(let declared) in asked.sorted(by: { $0.name < $1.name }) {
      let value = text.text.words(token..<token + 1, .custom(declared))
      facts.append(value.isEmpty ? "no \(declared.name)" : "\(declared.name) \(value)")
    }
    if facts.isEmpty { return "\"\(tokens.word(token))\" is not, and none follows" }
    return "\"\(tokens.word(token))\" has \(facts.joined(separator: ", "))"
  }

  private static func attributes(in node: Pattern.Node) -> Set<Pattern.Attribute> {
    switch node {
    case .token(let test, _): attributes(in: test)
    case .sequence(let parts): parts.first.map(attributes) ?? []
    case .alternation(let parts): parts.reduce(into: []) { $0.formUnion(attributes(in: $1)) }
    case .capture(_, let part, _), .repetition(let part, _, _, _, _): attributes(in: part)
    case .annotation, .border, .lookaround: []
    }
  }

  private static func attributes(in test: Pattern.TokenTest) -> Set<Pattern.Attribute> {
    switch test {
    case .any, .flag: []
    case .compare(let attribute, _, _): [attribute]
    case .not(let part): attributes(in: part)
    case .all(let parts), .either(let parts):
      parts.reduce(into: []) { $0.formUnion(attributes(in: $1)) }
    }
  }

  // MARK: - Marks

  private func captureMarks(_ way: PatternProgress.Way) -> [MarkedLine.Mark] {
    way.captures.compactMap { capture in
      let end = capture[2] == -1 ? way.stop : capture[2]
      guard end > capture[1] else { return nil }
      return MarkedLine.Mark(
        tokens.range(of: capture[1]..<end), text.pattern.captures[capture[0]])
    }
  }

  /// The captures of a match.
  func marks(of match: PatternMatch) -> [MarkedLine.Mark] {
    match.captures.filter { !$0.tokens.isEmpty }.map {
      MarkedLine.Mark(tokens.range(of: $0.tokens), $0.name)
    }
  }

  /// The first byte of a token, or the end of the text.
  private func place(_ token: Int) -> ByteRange {
    guard token < tokens.count else {
      let end = Int(tokens.ends.last ?? 0)
      return ByteRange(end, end)
    }
    let start = Int(tokens.starts[token])
    return ByteRange(start, start)
  }

  private func words(_ run: Range<Int>) -> String {
    run.map(tokens.word).joined(separator: " ")
  }
}
