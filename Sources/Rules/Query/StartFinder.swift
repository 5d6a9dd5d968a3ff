import NewsModel

/// Finds where matches of a pattern may begin, given where its anchors stand.
///
/// What can be told from the tokens around an anchor is tested here, so that the matcher sees few places: other
/// elements of the pattern, and comparisons of captures.
struct StartFinder {
  /// Some articles of a segment, one after the other, in a text.
  struct Stretch {
    var text: QueryText
    /// Their tokens in the text; between two articles stands one that belongs to neither.
    var tokens: Range<Int>
    /// The positions in the segment at which the articles begin, and where the last one ends.
    var articleStarts: ArraySlice<UInt32>
    /// What makes a token of the text from a position in the first article; one more in each that follows.
    var shift: Int
  }

  /// Captures of which the words must be equal, by their tokens in a match that begins at token 0.
  private struct Equality {
    var first: Range<Int>
    var second: Range<Int>
    var attribute: Pattern.Attribute
  }

  /// A token at a fixed distance from an anchor.
  private struct Neighbour {
    var distance: Int
    var set: TokenSet
  }

  /// What stands at the beginning of every match.
  private enum First {
    case token(TokenSet)
    case annotation(String)
  }

  let branches: [QueryPlanner.Branch]
  private let neighbours: [[Neighbour]]
  private let leads: [[LeadFinder.Lead]]
  private let equalities: [Equality]
  private let scope: Pattern.Scope
  /// Borders that hold wherever a match begins.
  private let firstBorders: UInt8
  private let first: First?

  init(_ pattern: Pattern, branches: [QueryPlanner.Branch], finder: AnchorFinder) {
    let wordCount = finder.wordCount
    self.branches = branches
    neighbours = branches.map { branch in
      branch.neighbours.map {
        Neighbour(distance: $0.distance, set: TokenSet($0.set, wordCount: wordCount))
      }
    }
    leads = branches.map { branch in
      branch.position.leads.map { LeadFinder.Lead($0, wordCount: wordCount) }
    }
    scope = pattern.scope
    firstBorders = pattern.root.firstBorders
    switch pattern.root.firstElement {
    case .annotation(let type, _): first = .annotation(type)
    case .token(let test, _):
      first = finder.set(for: test).map { .token(TokenSet($0, wordCount: wordCount)) }
    default: first = nil
    }
    let fixed = pattern.fixedMatch(rule: 0)
    equalities = pattern.conditions.compactMap { condition in
      guard case .compare(let name, let attribute, .equal, let operand, _) = condition,
        case .capture(let other, attribute) = operand,
        let first = fixed?.tokens(of: name), let second = fixed?.tokens(of: other)
      else { return nil }
      return Equality(first: first, second: second, attribute: attribute)
    }
  }

  /// Finds the places in some articles.
  ///
  /// - Parameters:
  ///   - stretch: The articles.
  ///   - starts: Gets runs of tokens in order that do not overlap.
  ///   - positions: The positions of each branch in the articles.
  func find(
    in stretch: Stretch, _ starts: inout [Range<Int>],
    positions: (_ branch: Int) -> ArraySlice<UInt32>
  ) {
    starts.removeAll(keepingCapacity: true)
    let columns = TextColumns(stretch.text)
    if branches.isEmpty {
      let articles = stretch.articleStarts
      for (place, (start, end)) in zip(articles, articles.dropFirst()).enumerated() {
        starts.append((Int(start)..<Int(end)).moved(by: stretch.shift + place))
      }
    }
    for place in branches.indices {
      add(branch: place, positions(place), in: stretch, columns, to: &starts)
    }
    Self.merge(&starts)
    if firstBorders != 0 { keepBorders(&starts, columns.borders) }
    // An anchor at a fixed distance leaves single tokens, which the matcher rejects as quickly.
    if branches.contains(where: { $0.position.minimum != $0.position.maximum }) || branches.isEmpty
    {
      keepFirst(&starts, stretch.text, columns)
    }
  }

  private func add(
    branch place: Int, _ positions: ArraySlice<UInt32>, in stretch: Stretch,
    _ columns: TextColumns, to starts: inout [Range<Int>]
  ) {
    let bounds = stretch.tokens
    let position = branches[place].position
    let neighbours = neighbours[place]
    let isFixed = position.minimum == position.maximum
    let scopeBorders = scope.borders
    var finder = LeadFinder(leads[place], in: stretch.text, columns, scope, bounds)
    func add(_ token: Int) {
      guard bounds.contains(token) else { return }
      for neighbour in neighbours {
        let other = token + neighbour.distance
        guard bounds.contains(other), neighbour.set.contains(other, of: columns) else { return }
      }
      guard isFixed else {
        let range = finder.starts(before: token)
        if !range.isEmpty { starts.append(range) }
        return
      }
      let start = token - position.minimum
      // Beyond a border of the scope may stand what belongs to no article.
      guard start >= bounds.lowerBound,
        start == token
          || (start + 1...token).allSatisfy({ columns.borders[$0] & scopeBorders == 0 }),
        equalities.isEmpty || mayBeEqual(from: start, in: stretch)
      else { return }
      starts.append(start..<start + 1)
    }
    let articles = stretch.articleStarts
    let last = articles.endIndex - 1
    var article = articles.startIndex
    for position in positions {
      while article + 1 < last, articles[article + 1] <= position { article += 1 }
      add(Int(position) + stretch.shift + article - articles.startIndex)
    }
    for type in branches[place].set.types {
      for extent in stretch.text.text.extents(of: type, startingIn: bounds) {
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
  private func keepBorders(_ starts: inout [Range<Int>], _ borders: [UInt8]) {
    let all = starts
    starts.removeAll(keepingCapacity: true)
    for range in all {
      for token in range where borders[token] & firstBorders == firstBorders {
        starts.append(token..<token + 1)
      }
    }
  }

  /// Keeps the places at which the first element of the pattern stands.
  private func keepFirst(
    _ starts: inout [Range<Int>], _ text: QueryText, _ columns: TextColumns
  ) {
    guard let first else { return }
    let all = starts
    starts.removeAll(keepingCapacity: true)
    switch first {
    case .token(let set):
      for range in all {
        for token in range where set.contains(token, of: columns) {
          starts.append(token..<token + 1)
        }
      }
    case .annotation(let type):
      var cursor = ExtentCursor(text.text.extents[type] ?? [])
      for range in all {
        cursor.forEachStart(in: range) { starts.append($0..<$0 + 1) }
      }
    }
  }

  /// Sorts runs, and joins what overlaps or touches.
  private static func merge(_ ranges: inout [Range<Int>]) {
    var isSorted = true
    for place in ranges.indices.dropFirst()
    where ranges[place - 1].upperBound > ranges[place].lowerBound {
      isSorted = false
      break
    }
    if isSorted { return }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var kept = 0
    for place in ranges.indices.dropFirst() {
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

extension Pattern.Node {
  /// The borders that hold wherever a match of the node begins, as a mask.
  var firstBorders: UInt8 {
    switch self {
    case .border(let border, _): PatternProgram.bit(border)
    case .capture(_, let part, _): part.firstBorders
    case .sequence(let parts):
      // A border has no length, so that what follows it stands at the beginning too.
      parts.prefix { if case .border = $0 { true } else { false } }
        .reduce(parts.first?.firstBorders ?? 0) { $0 | $1.firstBorders }
    case .token, .annotation, .alternation, .repetition, .lookaround: 0
    }
  }

  /// The token or annotation that every match of the node begins with, after borders and lookarounds.
  var firstElement: Pattern.Node? {
    switch self {
    case .token, .annotation: return self
    case .capture(_, let part, _): return part.firstElement
    case .repetition(let part, let least, _, _, _): return least > 0 ? part.firstElement : nil
    case .sequence(let parts):
      for part in parts {
        switch part {
        case .border, .lookaround: continue
        default: return part.firstElement
        }
      }
      return nil
    case .alternation:
      return singleTokenTest.map { .token($0, SourceRange(0, 0)) }
    case .border, .lookaround: return nil
    }
  }
}
