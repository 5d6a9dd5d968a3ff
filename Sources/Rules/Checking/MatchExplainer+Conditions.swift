import NewsModel

/// Matches that only the conditions after `::` keep out.
extension MatchExplainer {
  /// The match without its conditions, and the first condition that does not hold.
  func conditionsExplanation(from starts: Range<Int>) -> MatchExplanation {
    var bare = text.pattern
    bare.conditions = bare.conditions.filter {
      if case .within(let region, negated: false, _) = $0 {
        return region == .paragraph || region == .document
      }
      return false
    }
    let matches = (try? PatternMatcher([bare]).matches(in: text.text)) ?? []
    let match =
      matches.first { starts.contains($0.tokens.lowerBound) && isWanted($0) }
      ?? matches.first { starts.contains($0.tokens.lowerBound) } ?? matches.first
    guard let match else { return MatchExplanation(marks: []) }
    var marks = marks(of: match)
    let failing = text.pattern.conditions.indices.first { !holds($0, match) }
    let reason =
      failing.map { index in
        "matches here, but \(source(ofCondition: index)) does not hold\(value(index, match))"
      } ?? "another match of this rule begins before"
    marks.append(
      MarkedLine.Mark(tokens.range(of: match.tokens), reason, stroke: "^"))
    return MatchExplanation(marks: marks)
  }

  private func holds(_ index: Int, _ match: PatternMatch) -> Bool {
    let condition = text.pattern.conditions[index]
    guard case .containing = condition else {
      return ConditionChecker(text: text.source, match: match).holds(condition)
    }
    var only = text.pattern
    only.conditions = only.conditions.filter {
      if case .within(_, negated: false, _) = $0 { return true }
      return $0 == condition
    }
    let matches = (try? PatternMatcher([only]).matches(in: text.text)) ?? []
    return matches.contains { $0.tokens == match.tokens }
  }

  /// A condition as written; it ends where the next begins.
  private func source(ofCondition index: Int) -> String {
    let starts = text.pattern.conditions.map { condition -> SourceRange in
      switch condition {
      case .within(_, _, let range), .containing(_, _, let range), .compare(_, _, _, _, let range):
        range
      }
    }
    let end = index + 1 < starts.count ? starts[index + 1].start : text.pattern.source.utf8.count
    var written = Array(text.pattern.text(of: SourceRange(starts[index].start, end)).utf8)
    while let last = written.last, last <= UInt8(ascii: " ") || "&!".utf8.contains(last) {
      written.removeLast()
    }
    let isNegated =
      switch text.pattern.conditions[index] {
      case .within(_, let negated, _), .containing(_, let negated, _): negated
      case .compare: false
      }
    return (isNegated ? "!" : "") + String(decoding: written, as: UTF8.self)
  }

  /// What a compared capture has instead.
  private func value(_ index: Int, _ match: PatternMatch) -> String {
    guard case .compare(let name, let attribute, _, _, _) = text.pattern.conditions[index] else {
      return ""
    }
    guard let run = match.tokens(of: name) else { return ": \(name) took no part" }
    guard attribute == .num || attribute == .len else {
      return ": \(name).\(attribute.name) is \"\(text.text.words(run, attribute))\""
    }
    let number = text.text.number(attribute, of: run)
    if number.isNaN { return ": \(name) is no number" }
    let whole = number == number.rounded() && abs(number) < 1e15
    return ": \(name).\(attribute.name) is \(whole ? "\(Int(number))" : "\(number)")"
  }
}
