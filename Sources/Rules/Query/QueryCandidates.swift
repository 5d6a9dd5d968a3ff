import NewsModel

/// The articles of a corpus that may have hits, with where the anchors stand in them.
struct QueryCandidates {
  /// One article.
  struct Place {
    /// Its number in the corpus.
    var article: Int
    var segment: Int
    /// Its number in the segment.
    var ordinal: Int
  }

  /// The articles, in corpus order.
  private(set) var articles: [Place] = []
  private let segments: [QuerySegment]
  /// For each branch and segment the positions of its tokens.
  private let positions: [[[UInt32]]]
  /// For each segment whether all its articles are still there.
  private let isWhole: [Bool]

  /// Looks up the branches of an anchor; without any, all articles are candidates.
  init(of branches: [QueryPlanner.Branch], in segments: [QuerySegment]) {
    self.segments = segments
    isWhole = segments.map { !$0.articles.contains(-1) }
    positions = branches.map { branch in
      segments.map { Self.positions(of: branch.set, in: $0.postings) }
    }
    let readsAll = branches.isEmpty || branches.contains { !$0.set.types.isEmpty }
    for (index, segment) in segments.enumerated() {
      let lists = positions.map { $0[index] }.filter { !$0.isEmpty }
      if lists.isEmpty, !readsAll { continue }
      var places = lists.map { _ in 0 }
      let starts = segment.postings.articleStarts
      for (ordinal, article) in segment.articles.enumerated()
      where ordinal + 1 < starts.count {
        var isAny = readsAll
        if !readsAll {
          let end = starts[ordinal + 1]
          for list in lists.indices {
            var place = places[list]
            if place == lists[list].count || lists[list][place] >= end { continue }
            isAny = true
            repeat { place += 1 } while place < lists[list].count && lists[list][place] < end
            places[list] = place
          }
        }
        if isAny, article >= 0 {
          articles.append(Place(article: article, segment: index, ordinal: ordinal))
        }
      }
    }
    var isSorted = true
    for place in articles.indices.dropFirst()
    where articles[place - 1].article > articles[place].article {
      isSorted = false
      break
    }
    if !isSorted { articles.sort { $0.article < $1.article } }
  }

  private static func positions(of set: AnchorSet, in postings: PostingSegment) -> [UInt32] {
    let count = postings.tokenCount
    let lists = [
      postings.words.positions(of: set.words, tokenCount: count),
      postings.lemmas.positions(of: set.lemmas, tokenCount: count),
      postings.tags.positions(of: set.tags, tokenCount: count),
    ].filter { !$0.isEmpty }
    return lists.count == 1 ? lists[0] : lists.flatMap { $0 }.sorted()
  }

  /// The candidates from one on that stand one after the other in its segment, so that they can be read together.
  func neighbours(from index: Int, atMost count: Int) -> Range<Int> {
    var end = index + 1
    while end < articles.count, end - index < count,
      articles[end].segment == articles[index].segment,
      isWhole[articles[index].segment] || articles[end].ordinal == articles[end - 1].ordinal + 1
    {
      end += 1
    }
    return index..<end
  }

  /// The number of tokens of an article.
  func tokenCount(of place: Place) -> Int {
    let starts = segments[place.segment].postings.articleStarts
    return Int(starts[place.ordinal + 1] - starts[place.ordinal])
  }

  /// The tokens of a candidate in its own text or in that of its segment.
  func tokens(of index: Int, in text: QueryText) -> Range<Int> {
    let documents = text.text.documents
    return documents.isEmpty ? 0..<text.text.tokens.count : documents[articles[index].ordinal]
  }

  /// Neighbouring candidates, with what lies between them, in their text.
  func stretch(of places: Range<Int>, in text: QueryText) -> StartFinder.Stretch {
    let starts = articleStarts(of: places)
    let first = articles[places.lowerBound]
    let tokens = tokens(of: places.lowerBound, in: text)
    let isAlone = text.text.documents.isEmpty
    return StartFinder.Stretch(
      text: text,
      tokens: tokens.lowerBound..<self.tokens(of: places.upperBound - 1, in: text).upperBound,
      articleStarts: starts, shift: isAlone ? -Int(starts[starts.startIndex]) : first.ordinal)
  }

  /// The positions of a branch in neighbouring candidates.
  func positions(ofBranch branch: Int, in places: Range<Int>) -> ArraySlice<UInt32> {
    let list = positions[branch][articles[places.lowerBound].segment]
    let starts = articleStarts(of: places)
    guard let start = starts.first, let end = starts.last, !list.isEmpty else { return [] }
    let first = list.partitioningIndex { $0 >= start }
    return list[first..<list.partitioningIndex { $0 >= end }]
  }

  private func articleStarts(of places: Range<Int>) -> ArraySlice<UInt32> {
    let first = articles[places.lowerBound]
    let last = articles[places.upperBound - 1]
    return segments[first.segment].postings.articleStarts[first.ordinal...last.ordinal + 1]
  }
}
