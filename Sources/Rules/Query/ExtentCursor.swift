/// Finds the annotations of one type by where they begin or end, quickly where it is asked for places in about the
/// order of the text.
///
/// *Invariant:* the annotations are sorted and do not overlap.
struct ExtentCursor {
  private let extents: [MatchText.Extent]
  private var place = 0

  init(_ extents: [MatchText.Extent]) { self.extents = extents }

  /// The tokens of the annotation that begins at a token.
  mutating func tokens(startingAt token: Int) -> Range<Int>? {
    move(to: token)
    guard place < extents.count else { return nil }
    let tokens = extents[place].tokens
    return tokens.lowerBound == token ? tokens : nil
  }

  /// The tokens of the annotation that ends before a token.
  mutating func tokens(endingAt token: Int) -> Range<Int>? {
    move(to: token)
    guard place > 0 else { return nil }
    let tokens = extents[place - 1].tokens
    return tokens.upperBound == token ? tokens : nil
  }

  /// Hands on the first tokens of the annotations that begin in a range.
  mutating func forEachStart(in range: Range<Int>, _ body: (Int) -> Void) {
    move(to: range.lowerBound)
    var next = place
    while next < extents.count, extents[next].tokens.lowerBound < range.upperBound {
      body(extents[next].tokens.lowerBound)
      next += 1
    }
  }

  /// Moves to the first annotation that begins at a token or after it.
  ///
  /// - Complexity: O(log of the number of annotations that are passed over).
  private mutating func move(to token: Int) {
    if place < extents.count, extents[place].tokens.lowerBound < token {
      var step = 1
      while place + step < extents.count, extents[place + step].tokens.lowerBound < token {
        place += step
        step *= 2
      }
      search(place + 1, min(extents.count, place + step), token)
    } else if place > 0, extents[place - 1].tokens.lowerBound >= token {
      var step = 1
      while place - step >= 0, extents[place - step].tokens.lowerBound >= token {
        place -= step
        step *= 2
      }
      search(max(0, place - step), place, token)
    }
  }

  private mutating func search(_ first: Int, _ last: Int, _ token: Int) {
    var low = first
    var high = last
    while low < high {
      let middle = (low + high) / 2
      if extents[middle].tokens.lowerBound >= token { high = middle } else { low = middle + 1 }
    }
    place = low
  }
}
