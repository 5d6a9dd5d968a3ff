/// A property of words that an analyst declares, for use in brackets: `[polarity=good]`, `[weight>0]`.
///
/// A token has the value of its word in lower case or, where that has none, of its dictionary form.
public struct TokenAttribute: Sendable, Hashable {
  /// The name as written in a pattern.
  public let name: String
  /// The values by the word in lower case.
  public let values: [String: String]
  /// Whether every value is a number, so that it can be compared with `<` and `>`.
  public let isNumeric: Bool

  /// Creates an attribute; of words that differ in capitals only, the first in alphabetical order counts.
  public init(name: String, values: [String: String]) {
    self.init(RuleDeclarations.Attribute(name: name, values: values))
  }

  /// Creates the attribute that was declared.
  ///
  /// It shares the values of the declaration, so that telling whether it is still the same costs nothing.
  init(_ declared: RuleDeclarations.Attribute) {
    (name, values) = (declared.name, declared.values)
    isNumeric = !values.isEmpty && values.values.allSatisfy { Double($0) != nil }
  }

  /// Hashes the name, which is enough to tell attributes apart quickly.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The value of a word, or `nil`.
  func value(lower: String, lemma: String) -> String? {
    values[TokenProperties.folded(lower)] ?? values[TokenProperties.folded(lemma)]
  }

  /// Whether a value that was declared compares so with one of those that are wanted.
  func holds(
    _ value: String, _ comparison: Pattern.Comparison, _ wanted: [Pattern.Value]
  ) -> Bool {
    switch comparison {
    case .equal: wanted.contains { TokenProperties.matches(value, $0) }
    case .notEqual: !wanted.contains { TokenProperties.matches(value, $0) }
    default: TokenProperties.compare(Double(value) ?? .nan, comparison, wanted)
    }
  }

  /// The comparison as a test of words and lemmas, which the automaton and the index know.
  ///
  /// - Complexity: O(words of the attribute).
  func test(
    _ comparison: Pattern.Comparison, _ wanted: [Pattern.Value]
  ) -> Pattern.TokenTest {
    if comparison == .notEqual { return .not(test(.equal, wanted)) }
    var (holding, others): ([String], [String]) = ([], [])
    for (word, value) in values.sorted(by: { $0.key < $1.key }) {
      if holds(value, comparison, wanted) { holding.append(word) } else { others.append(word) }
    }
    func isOne(_ attribute: Pattern.Attribute, of words: [String]) -> Pattern.TokenTest {
      .compare(attribute, .equal, words.map { .folded($0) })
    }
    let lemma = isOne(.lemma, of: holding)
    return .either([
      isOne(.lower, of: holding),
      // What the word says counts before what its dictionary form says.
      others.isEmpty ? lemma : .all([lemma, .not(isOne(.lower, of: others))]),
    ])
  }
}

extension Pattern.TokenTest {
  /// The test with declared attributes replaced by the words that have the values asked for.
  var expanded: Pattern.TokenTest {
    switch self {
    case .compare(.custom(let attribute), let comparison, let values):
      attribute.test(comparison, values)
    case .not(let part): .not(part.expanded)
    case .all(let parts): .all(parts.map(\.expanded))
    case .either(let parts): .either(parts.map(\.expanded))
    case .any, .flag, .compare: self
    }
  }
}
