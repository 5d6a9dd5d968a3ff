internal import NewsModel

/// Writes down where the analyst's aliases stand, and makes their entities known to the article.
///
/// Each place gets an annotation of type `Alias`, so that the inference is seen in every output as what it
/// is: the analyst's, not the text's.
struct AliasStage: ExtractionStage {
  let name = "aliases"
  let requires: [ExtractionLayer] = [.tokens, .mentions]
  let provides: [ExtractionLayer] = [.aliases]

  func run(_ analysis: inout Analysis, _ context: ExtractionContext) {
    let aliases = AliasTable(context.options, article: analysis.article.id)
    guard !aliases.isEmpty else { return }
    let tokens = analysis.tokens
    let words = (0..<tokens.count).map { AliasTable.folded(tokens.word($0)) }
    var annotations: [Annotation] = []
    for alias in aliases.all where aliases.alias(for: alias.phrase) == alias {
      let phrase = AliasTable.folded(alias.phrase)
      let wanted = phrase.utf8.filter { $0 != UInt8(ascii: " ") }
      guard let first = wanted.first else { continue }
      for start in words.indices where words[start].utf8.first == first {
        guard let end = Self.end(of: wanted, from: start, words) else { continue }
        // The article belongs to the phrase where the text has one.
        let hasArticle = start > 0 && ["the", "a", "an"].contains(words[start - 1])
        annotations.append(
          Annotation(
            type: AliasPlaces.type, range: tokens.range(of: (hasArticle ? start - 1 : start)..<end),
            by: AliasPlaces.by,
            attributes: ["entity": .text(alias.entity), "inferred": .flag(true)]))
        if !analysis.entities.contains(where: { $0.name == alias.entity }) {
          analysis.entities.append(Entity(name: alias.entity, type: alias.type))
        }
      }
    }
    analysis.annotations += annotations.sorted { ($0.range, $0.by) < ($1.range, $1.by) }
  }

  /// The token after a phrase that begins at a token, however the tokeniser cuts it.
  private static func end(of wanted: [UInt8], from start: Int, _ words: [String]) -> Int? {
    var rest = wanted[...]
    var token = start
    while !rest.isEmpty {
      guard token < words.count, rest.starts(with: words[token].utf8) else { return nil }
      rest = rest.dropFirst(words[token].utf8.count)
      token += 1
    }
    return token
  }
}

/// How the places of aliases are marked in an analysis.
public enum AliasPlaces {
  /// The type of the annotations.
  public static let type = "Alias"
  /// What made them.
  public static let by = "analyst alias"
}
