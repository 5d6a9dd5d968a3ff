import NewsModel

/// Matches a ``PatternLine`` by comparing columns, one element after the other; there is no automaton.
///
/// What comes out is what ``PatternMatcher`` finds.
struct ColumnMatcher {
  private let line: PatternLine
  private var contained: [(matcher: ColumnMatcher, isNegated: Bool)]
  private let scopeBorders: UInt8
  /// Whether a match of no tokens counts: as an item of `containing`.
  private let allowsEmpty: Bool
  private var columns: TextColumns
  private var source: QueryText
  /// One for each type of annotation.
  private var cursors: [ExtentCursor]
  /// The first and last token of each capture in the way tried last.
  private var captured: [(start: Int, end: Int)]

  /// Makes ready for a text.
  init(_ line: PatternLine, in text: QueryText) {
    self.init(line, in: text, TextColumns(text), scopeBorders: line.scope.borders, false)
  }

  private init(
    _ line: PatternLine, in text: QueryText, _ columns: TextColumns, scopeBorders: UInt8,
    _ allowsEmpty: Bool
  ) {
    self.line = line
    self.allowsEmpty = allowsEmpty
    self.columns = columns
    self.scopeBorders = scopeBorders
    source = text
    cursors = line.types.map { ExtentCursor(text.text.extents[$0] ?? []) }
    captured = Array(repeating: (0, 0), count: line.captures.count)
    contained = line.contained.map {
      // The match is all that limits what it contains.
      (ColumnMatcher($0.line, in: text, columns, scopeBorders: 0, true), $0.isNegated)
    }
  }

  /// Hands on the matches that begin at some of the tokens; see ``PatternMatcher``.
  mutating func matches(
    from starts: [Range<Int>], needsCaptures: Bool, _ body: (PatternMatch) -> Void
  ) {
    let end = columns.words.count
    var free = 0
    for range in starts {
      var start = max(range.lowerBound, free)
      while start < range.upperBound {
        guard let end = matchEnd(from: start, to: end) else {
          start += 1
          continue
        }
        body(match(start..<end, needsCaptures: needsCaptures))
        start = end
        free = end
      }
    }
  }

  private func match(_ tokens: Range<Int>, needsCaptures: Bool) -> PatternMatch {
    var match = PatternMatch(rule: 0, tokens: tokens, captures: [])
    if needsCaptures, !captured.isEmpty {
      match.captures = zip(line.captures, captured).map {
        PatternMatch.Capture(name: $0, tokens: $1.start..<$1.end)
      }
    }
    return match
  }

  /// The end of the match that begins at a token, or `nil` where there is none.
  private mutating func matchEnd(from start: Int, to limit: Int) -> Int? {
    guard let first = follow(line.head, at: start, from: start, to: limit) else { return nil }
    guard let run = line.run else { return isGood(start, first) ? first : nil }
    var most = 0
    while most < run.maximum, isInside(first + most, from: start, to: limit),
      run.test.passes(first + most, of: columns)
    {
      most += 1
    }
    guard most >= run.minimum else { return nil }
    for step in 0...most - run.minimum {
      let times = run.isLazy ? run.minimum + step : most - step
      if let end = follow(line.tail, at: first + times, from: start, to: limit),
        isGood(start, end)
      {
        return end
      }
    }
    return nil
  }

  /// Whether a token belongs to the scope of a match.
  @inline(__always)
  private func isInside(_ token: Int, from start: Int, to limit: Int) -> Bool {
    token < limit && (token == start || columns.borders[token] & scopeBorders == 0)
  }

  /// Where elements end that begin at a place, or `nil` where they do not stand there.
  private mutating func follow(
    _ elements: [PatternLine.Element], at first: Int, from start: Int, to limit: Int
  ) -> Int? {
    var place = first
    for element in elements {
      switch element {
      case .token(let test):
        guard isInside(place, from: start, to: limit), test.passes(place, of: columns) else {
          return nil
        }
        place += 1
      case .annotation(let type):
        guard let tokens = cursors[type].tokens(startingAt: place), tokens.upperBound <= limit,
          tokens.allSatisfy({ isInside($0, from: start, to: limit) })
        else { return nil }
        place = tokens.upperBound
      case .border(let mask):
        guard columns.borders[place] & mask == mask else { return nil }
      case .captureStart(let index): captured[index].start = place
      case .captureEnd(let index): captured[index].end = place
      }
    }
    return place
  }

  // MARK: - Conditions

  private mutating func isGood(_ start: Int, _ end: Int) -> Bool {
    if end == start, !allowsEmpty { return false }
    for index in contained.indices {
      let isFound = contained[index].matcher.matchesInside(start..<end)
      if isFound == contained[index].isNegated { return false }
    }
    if line.conditions.isEmpty { return true }
    let conditions = ConditionChecker(
      text: source, match: match(start..<end, needsCaptures: true))
    return line.conditions.allSatisfy { conditions.holds($0) }
  }

  /// Whether a match lies somewhere in some tokens.
  private mutating func matchesInside(_ tokens: Range<Int>) -> Bool {
    guard case .annotation(let type)? = line.head.first else {
      return tokens.contains { matchEnd(from: $0, to: tokens.upperBound) != nil }
    }
    var starts: [Int] = []
    cursors[type].forEachStart(in: tokens) { starts.append($0) }
    return starts.contains { matchEnd(from: $0, to: tokens.upperBound) != nil }
  }
}
