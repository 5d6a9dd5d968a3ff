import NewsModel

@testable import Rules

/// A corpus in memory: texts in several segments over one lexicon.
final class SmallQueryCorpus: QueryCorpus {
  private let shared: Lexicon
  private let made: [QuerySegment]
  private let texts: [QueryText]

  /// Puts texts together; a segment holds every third text, so that the order of segments is not the corpus's.
  init(_ texts: [MatchText], segments count: Int = 3) {
    var vocabulary = Vocabulary()
    var columns: [TokenColumns] = []
    for text in texts {
      let own = text.tokens.vocabulary
      let ids = (0..<UInt32(own.count)).map { vocabulary.intern(own[$0]) }
      var tokens = text.tokens
      tokens.words = tokens.words.map { ids[Int($0)] }
      tokens.lowers = tokens.lowers.map { ids[Int($0)] }
      tokens.lemmas = tokens.lemmas.map { ids[Int($0)] }
      columns.append(tokens)
    }
    let lexicon = Lexicon(vocabulary)
    shared = lexicon
    let matchTexts = zip(texts, columns).map { text, tokens in
      var text = text
      text.tokens = tokens
      text.tokens.vocabulary = vocabulary
      text.lexicon = lexicon
      return text
    }
    self.texts = matchTexts.map(QueryText.init)
    made = (0..<count).map { number in
      let rows = texts.indices.filter { $0 % count == number }
      var builder = PostingSegment.Builder()
      for row in rows { builder.append(matchTexts[row]) { $0 } }
      return QuerySegment(postings: builder.build(), articles: rows)
    }
  }

  func lexicon() -> Lexicon { shared }
  func segments() -> [QuerySegment] { made }
  func articleCount() -> Int { texts.count }
  func queryText(ofArticle row: Int) -> QueryText { texts[row] }
  func text(ofSegment index: Int) -> QueryText? { made[index].postings.text(lexicon: shared) }
  func annotationCount(ofType type: String) -> Int {
    texts.reduce(0) { $0 + ($1.text.extents[type]?.count ?? 0) }
  }
}
