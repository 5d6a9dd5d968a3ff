import NewsModel

/// Tokens that an index can list: those with one of some words, lemmas or parts of speech, and the first
/// tokens of annotations of some types.
struct AnchorSet: Equatable {
  /// Ids in the lexicon, sorted.
  var words: [UInt32] = []
  /// Ids in the lexicon, sorted.
  var lemmas: [UInt32] = []
  /// Raw values of ``PartOfSpeech``, sorted.
  var tags: [UInt32] = []
  /// Types of annotations, sorted.
  var types: [String] = []
  /// About how many tokens there are.
  var estimate = 0

  /// The tokens of both.
  func union(_ other: AnchorSet) -> AnchorSet {
    AnchorSet(
      words: Self.union(words, other.words), lemmas: Self.union(lemmas, other.lemmas),
      tags: Self.union(tags, other.tags), types: Self.union(types, other.types),
      estimate: estimate + other.estimate)
  }

  private static func union<Value: Hashable & Comparable>(_ a: [Value], _ b: [Value]) -> [Value] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    return Set(a).union(b).sorted()
  }
}

/// Finds the tokens that can pass a test by looking through the lexicon.
final class AnchorFinder {
  private let counts: CorpusCounts
  /// Whether to look at every word of the lexicon where that is needed.
  private let isThorough: Bool
  /// What was found for each comparison.
  private var known: [Pattern.TokenTest: AnchorSet?] = [:]

  init(counts: CorpusCounts, isThorough: Bool) {
    self.counts = counts
    self.isThorough = isThorough
  }

  /// The number of words of the lexicon.
  var wordCount: Int { counts.lexicon.vocabulary.count }

  /// A set that holds every token that passes, or `nil` if the index cannot tell (cheaply); of one comparison or
  /// flag it holds no other token.
  func set(for test: Pattern.TokenTest) -> AnchorSet? {
    switch test {
    case .flag, .compare:
      if let set = known[test] { return set }
      let set = makeSet(for: test)
      known[test] = .some(set)
      return set
    default: return makeSet(for: test)
    }
  }

  private func makeSet(for test: Pattern.TokenTest) -> AnchorSet? {
    switch test {
    case .any, .not: nil
    case .all(let parts):
      parts.compactMap { set(for: $0) }.min { $0.estimate < $1.estimate }
    case .either(let parts):
      union(parts.map { set(for: $0) })
    case .flag(.quoted): nil
    case .flag: isThorough ? words(counts.lexicon.words(where: test)) : nil
    case .compare(let attribute, let comparison, let values):
      set(for: attribute, comparison, values)
    }
  }

  private func union(_ sets: [AnchorSet?]) -> AnchorSet? {
    var all = AnchorSet()
    for set in sets {
      guard let set else { return nil }
      all = all.union(set)
    }
    return all
  }

  private func words(_ ids: [UInt32]) -> AnchorSet {
    AnchorSet(words: ids, estimate: counts.count(words: ids))
  }

  private func set(
    for attribute: Pattern.Attribute, _ comparison: Pattern.Comparison, _ values: [Pattern.Value]
  ) -> AnchorSet? {
    let leaf = Pattern.TokenTest.compare(attribute, comparison, values)
    switch attribute {
    case .custom: return set(for: leaf.expanded)
    case .word, .lower:
      guard comparison == .equal, isThorough || !values.contains(where: \.isRegex) else {
        return nil
      }
      return words(counts.lexicon.words(where: leaf))
    case .num:
      guard comparison != .notEqual, isThorough else { return nil }
      return words(counts.lexicon.words(where: leaf))
    case .lemma:
      guard comparison == .equal, isThorough || !values.contains(where: \.isRegex) else {
        return nil
      }
      let ids = counts.lexicon.words(where: .compare(.word, .equal, values))
      return AnchorSet(lemmas: ids, estimate: counts.count(lemmas: ids))
    case .pos:
      guard comparison == .equal else { return nil }
      let tags = PartOfSpeech.allCases.filter { TokenProperties.matches($0.name, leaf) }
        .map { UInt32($0.rawValue) }
      return AnchorSet(tags: tags, estimate: counts.count(tags: tags))
    case .ent, .shape, .len: return nil
    }
  }
}

extension Pattern.Value {
  var isRegex: Bool {
    if case .regex = self { return true }
    return false
  }
}
