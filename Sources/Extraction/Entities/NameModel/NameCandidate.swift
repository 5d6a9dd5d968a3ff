package import NewsModel

/// A spelling that may be a name in an article, with what the model of names looks at; what training reads.
package struct NameCandidate: Sendable {
  /// The features that tell which words it is made of.
  package var words: [UInt32]
  /// The features of its form, and of what the rules say.
  package var form: [UInt32]
  /// The features of its surroundings, all occurrences together.
  package var context: [UInt32]
  /// How many surroundings those are.
  package var contextCount: Int
  /// Where it occurs.
  package var ranges: [ByteRange]

  /// The candidates of an article in order of their first occurrence, as the rules and the gazetteer find them.
  package static func candidates(in article: Article) -> [NameCandidate] {
    let analysis = ArticleAnalyser().prepared(article)
    let context = ExtractionContext(analysis, options: ExtractionOptions())
    let words = context.articleWords(analysis)
    guard words.count > 0 else { return [] }
    let matcher = GazetteerMatcher(words, bytes: context.bytes)
    var spans = MentionStage().scan(analysis, words, matcher).spans
    var builder = EntityBuilder(words: words, bytes: context.bytes, model: .none)
    builder.surfaces.read(&spans)
    builder.weighSpellings(spans)
    return builder.readSpellings(spans) { reader in
      reader.readWords()
      let words = reader.features.list
      reader.readForm()
      var candidate = NameCandidate(
        words: words, form: reader.features.list, context: [],
        contextCount: reader.contexts.count, ranges: reader.ranges)
      for occurrence in reader.contexts {
        reader.readContext(of: occurrence)
        candidate.context += reader.features.list
      }
      return candidate
    }
  }
}
