internal import NewsModel

/// Reads the spellings of an article, one after the other, as the model of names sees them.
struct SpellingReader {
  private(set) var features: NameFeatures
  private let roles: NameRoles
  private let spans: [NameSpan]
  private var spelling = EntityBuilder.Spelling()
  /// What the rules take the spelling for.
  private(set) var ruled: EntityType?

  init(features: NameFeatures, roles: NameRoles, spans: [NameSpan]) {
    self.features = features
    self.roles = roles
    self.spans = spans
  }

  /// Turns to a spelling.
  mutating func turn(to spelling: EntityBuilder.Spelling, ruled: EntityType?) {
    self.spelling = spelling
    self.ruled = ruled
  }

  /// Where it occurs.
  var ranges: [ByteRange] { spelling.occurrences.map { spans[$0].range } }

  /// The occurrences whose surroundings are read.
  var contexts: ArraySlice<Int> { spelling.occurrences.prefix(NameFeatures.mostOccurrences) }

  /// Reads the words, the form or the surroundings of one occurrence into the list of features.
  mutating func readWords() { features.readWords(tokens) }

  mutating func readForm() {
    let certainty =
      (spelling.isStrong ? 1 : 0) + (spelling.isProperNoun ? 2 : 0)
      + UInt64(spelling.count > 4 ? 3 : spelling.count > 1 ? 2 : 1) * 4
    features.readForm(
      tokens, type: ruled.map { NameClass($0) } ?? .noName,
      strength: spelling.meanEvidence.best.strength, certainty: certainty, roles: roles)
  }

  mutating func readContext(of occurrence: Int) {
    features.readContext(of: spans[occurrence])
  }

  /// What the model says of the spelling.
  mutating func verdict(_ weights: NameWeights) -> EntityBuilder.Verdict {
    readWords()
    var form = weights.sum(features.list)
    readForm()
    form &+= weights.sum(features.list)
    var context = NameWeights.Scores.zero
    for occurrence in contexts {
      readContext(of: occurrence)
      context &+= weights.sum(features.list)
    }
    let probabilities = weights.probabilities(
      form: form, context: context, occurrences: contexts.count)
    var type = probabilities.type(ruled: ruled, strength: spelling.meanEvidence.best.strength)
    // Or else the country would be taken for a surname all over the article.
    if type == .person, ruled != .person, features.isCountry(tokens.upperBound - 1) {
      type = ruled
    }
    return type.map { .name($0) } ?? .noName
  }

  private var tokens: Range<Int> { spelling.occurrences.first.map { spans[$0].tokens } ?? 0..<0 }
}
