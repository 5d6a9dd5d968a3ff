import NewsModel

/// Checks what stands after `::` for one match.
struct ConditionChecker {
  private let source: QueryText
  private let match: PatternMatch

  init(text: QueryText, match: PatternMatch) {
    source = text
    self.match = match
  }

  private var text: MatchText { source.text }

  /// Whether a condition other than `containing` holds.
  func holds(_ condition: Pattern.Condition) -> Bool {
    switch condition {
    case .within(let region, let isNegated, _): isWithin(region) != isNegated
    case .compare(let name, let attribute, let comparison, let operand, _):
      compares(name, attribute, comparison, operand)
    case .containing: true
    }
  }

  private func isWithin(_ region: Pattern.Region) -> Bool {
    switch region {
    case .sentence, .paragraph, .document: true
    case .quote: match.tokens.allSatisfy { text.isQuoted[$0] }
    case .title: isIn(.title)
    case .body: isIn(.body)
    case .boilerplate: isIn(.boilerplate)
    case .lead: isInLead
    case .annotation(let type): text.isWithin(match.tokens, type: type)
    }
  }

  private var isInLead: Bool {
    let lead = text.lead
    return lead.lowerBound <= match.tokens.lowerBound && match.tokens.upperBound <= lead.upperBound
  }

  private func isIn(_ kind: Zone.Kind) -> Bool {
    match.tokens.allSatisfy { text.zone(at: $0) == kind }
  }

  /// A capture that took no part compares with nothing.
  private func compares(
    _ name: String, _ attribute: Pattern.Attribute, _ comparison: Pattern.Comparison,
    _ operand: Pattern.Operand
  ) -> Bool {
    guard let tokens = match.tokens(of: name) else { return false }
    if attribute == .num || attribute == .len {
      let left = text.number(attribute, of: tokens)
      switch operand {
      case .value(let value): return TokenProperties.compare(left, comparison, [value])
      case .capture(let other, let otherAttribute):
        guard let right = match.tokens(of: other).map({ text.number(otherAttribute, of: $0) })
        else {
          return false
        }
        return TokenProperties.compare(left, comparison, right)
      }
    }
    if case .capture(let other, attribute) = operand, comparison == .equal,
      let right = match.tokens(of: other), let isEqual = text.areEqual(tokens, right, attribute)
    {
      return isEqual
    }
    let left = text.words(tokens, attribute)
    switch operand {
    case .value(let value):
      switch comparison {
      case .equal: return TokenProperties.matches(left, value)
      case .notEqual: return !TokenProperties.matches(left, value)
      default: return TokenProperties.compare(Double(left) ?? .nan, comparison, [value])
      }
    case .capture(let other, let otherAttribute):
      guard let right = match.tokens(of: other).map({ text.words($0, otherAttribute) }) else {
        return false
      }
      // Two words of which nothing was declared do not share it.
      if case .custom = attribute, left.isEmpty, right.isEmpty { return comparison == .notEqual }
      return TokenProperties.compare(left.lowercased(), comparison, right.lowercased())
    }
  }
}
