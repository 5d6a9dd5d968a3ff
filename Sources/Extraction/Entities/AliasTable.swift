internal import NewsModel

/// The analyst's aliases that hold in one article.
struct AliasTable {
  private let byPhrase: [String: ExtractionOptions.Alias]
  /// The aliases, in the order in which they were given.
  let all: [ExtractionOptions.Alias]

  /// Selects the aliases of an article; of two for one phrase, one for this article alone counts, then
  /// the later one.
  init(_ options: ExtractionOptions, article: String) {
    all = options.aliases.filter { $0.articleID == nil || $0.articleID == article }
    var byPhrase: [String: ExtractionOptions.Alias] = [:]
    for alias in all where alias.articleID == nil { byPhrase[Self.folded(alias.phrase)] = alias }
    for alias in all where alias.articleID != nil { byPhrase[Self.folded(alias.phrase)] = alias }
    self.byPhrase = byPhrase
  }

  /// Whether none holds.
  var isEmpty: Bool { all.isEmpty }

  /// The alias for a phrase as written.
  func alias(for phrase: String) -> ExtractionOptions.Alias? { byPhrase[Self.folded(phrase)] }

  /// The words of a phrase in lower case, without a leading article, with plain apostrophes and single
  /// spaces.
  static func folded(_ phrase: String) -> String {
    var words = phrase.lowercased()
      .split { $0 == " " || $0 == "\n" || $0 == "\u{a0}" || $0 == "\t" }
      .map { word in
        String(word.map { $0 == "’" || $0 == "‘" || $0 == "`" ? "'" as Character : $0 })
      }
    if words.count > 1, let first = words.first, ["the", "a", "an"].contains(first) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }
}
