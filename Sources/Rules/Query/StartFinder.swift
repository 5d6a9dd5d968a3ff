import NewsModel

/// Finds where matches of a pattern may begin, given where its anchors stand.
///
/// What can be told from the tokens at fixed distances from an anchor is tested here, so that the matcher sees
/// few places: other elements of the pattern, and comparisons of captures.
struct StartFinder {
  /// One article in a text.
  struct Stretch {
    var text: QueryText
    /// Its tokens in the text.
    var tokens: Range<Int>
    /// What makes a token of the text from a position of the segment.
    var shift: Int
  }

  /// Captures of which the words must be equal, by their tokens in a match that begins at token 0.
  private struct Equality {
    var first: Range<Int>
    var second: Range<Int>
    var attribute: Pattern.Attribute
  }

  let branches: [QueryPlanner.Branch]
  private let neighbours: [[NeighbourTest]]
  private let equalities: [Equality]
  private let scope: Pattern.Scope
  /// Borders that hold wherever a match begins.
  private let firstBorders: UInt8

  init(_ pattern: Pattern, branches: [QueryPlanner.Branch], wordCount: Int) {
    self.branches = branches
    neighbours = branches.map { branch in
      branch.neighbours.map { NeighbourTest($0, wordCount: wordCount) }
    }
    scope = pattern.scope
    firstBorders = pattern.root.firstBorders
    let fixed = pattern.fixedMatch(rule: 0)
    equalities = pattern.conditions.compactMap { condition in
      guard case .compare(let name, let attribute, .equal, let operand, _) = condition,
        case .capture(let other, attribute) = operand,
        let first = fixed?.tokens(of: name), let second = fixed?.tokens(of: other)
      else { return nil }
      return Equality(first: first, second: second, attribute: attribute)
    }
  }

  /// Appends the places in an article, in order.
  ///
  /// - Parameters:
  ///   - stretch: The article.
  ///   - starts: Gets runs of tokens, one after the other.
  ///   - positions: The positions of each branch in the article.
  func append(
    in stretch: Stretch, to starts: inout [Range<Int>],
    positions: (_ branch: Int) -> ArraySlice<UInt32>
  ) {
    let old = starts.count
    if branches.isEmpty { starts.append(stretch.tokens) }
    for place in branches.indices {
      append(branch: place, positions(place), in: stretch, to: &starts)
    }
    Self.merge(&starts, from: old)
    if firstBorders != 0 { keepBorders(&starts, from: old, stretch.text.borders) }
  }

  private func append(
    branch place: Int, _ positions: ArraySlice<UInt32>, in stretch: Stretch,
    to starts: inout [Range<Int>]
  ) {
    let source = stretch.text
    let words = source.text.tokens.words
    let lemmas = source.text.tokens.lemmas
    let tags = source.text.tokens.partsOfSpeech
    let position = branches[place].position
    let neighbours = neighbours[place]
    var limit = 0..<0
    func add(_ token: Int) {
      guard stretch.tokens.contains(token) else { return }
      for neighbour in neighbours {
        let other = token + neighbour.distance
        guard stretch.tokens.contains(other),
          neighbour.passes(word: words[other], lemma: lemmas[other], tag: tags[other])
        else { return }
      }
      let last = token - position.minimum
      if position.maximum == position.minimum, !equalities.isEmpty,
        !mayBeEqual(from: last, in: stretch)
      {
        return
      }
      if !limit.contains(token) { limit = source.text.scope(scope, at: token) }
      let earliest = max(limit.lowerBound, position.maximum.map { token - $0 } ?? 0)
      if earliest <= last { starts.append(earliest..<(last + 1)) }
    }
    for position in positions { add(Int(position) + stretch.shift) }
    for type in branches[place].set.types {
      for extent in source.text.extents(of: type, startingIn: stretch.tokens) {
        add(extent.tokens.lowerBound)
      }
    }
  }

  /// Whether the captures of a match that begins at a token are equal where they must be, as far as the lexicon
  /// tells.
  private func mayBeEqual(from start: Int, in stretch: Stretch) -> Bool {
    equalities.allSatisfy { equality in
      let first = equality.first.moved(by: start)
      let second = equality.second.moved(by: start)
      guard first.lowerBound >= stretch.tokens.lowerBound,
        second.lowerBound >= stretch.tokens.lowerBound,
        max(first.upperBound, second.upperBound) <= stretch.tokens.upperBound
      else { return false }
      return stretch.text.text.areEqual(first, second, equality.attribute) ?? true
    }
  }

  /// Keeps the places at which the first borders of the pattern hold.
  private func keepBorders(_ starts: inout [Range<Int>], from old: Int, _ borders: [UInt8]) {
    let all = starts[old...]
    starts.removeSubrange(old...)
    for range in all {
      for token in range where borders[token] & firstBorders == firstBorders {
        starts.append(token..<token + 1)
      }
    }
  }

  /// Sorts the runs from an index on, and joins what overlaps or touches.
  private static func merge(_ ranges: inout [Range<Int>], from old: Int) {
    var isSorted = true
    for place in ranges.indices.dropFirst(old + 1)
    where ranges[place - 1].upperBound > ranges[place].lowerBound {
      isSorted = false
      break
    }
    if isSorted { return }
    ranges[old...].sort { $0.lowerBound < $1.lowerBound }
    var kept = old
    for place in ranges.indices.dropFirst(old + 1) {
      if ranges[place].lowerBound <= ranges[kept].upperBound {
        let end = max(ranges[kept].upperBound, ranges[place].upperBound)
        ranges[kept] = ranges[kept].lowerBound..<end
      } else {
        kept += 1
        ranges[kept] = ranges[place]
      }
    }
    ranges.removeSubrange((kept + 1)...)
  }
}

extension Range<Int> {
  /// The range so many further on.
  func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
