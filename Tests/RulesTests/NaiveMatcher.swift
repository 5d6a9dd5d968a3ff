import NewsModel

@testable import Rules

/// A slow matcher that tries every way through a pattern, to compare the automaton with.
struct NaiveMatcher {
  let text: MatchText
  let borders: [UInt8]

  init(_ text: MatchText) {
    self.text = text
    borders = BorderMasks(text).masks
  }

  struct Way {
    var end: Int
    var lazyEnds: [Int]
  }

  /// First token and end of every match of one pattern, leftmost first, not overlapping.
  func matches(_ pattern: Pattern) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.tokens.count {
      let limit = text.scope(pattern.scope, at: start)
      let ways = ways(pattern.root, at: start, limit, []).filter { $0.end > start }
      let best = ways.min { a, b in
        if a.lazyEnds != b.lazyEnds { return a.lazyEnds.lexicographicallyPrecedes(b.lazyEnds) }
        return a.end > b.end
      }
      if let best {
        found.append(start..<best.end)
        start = best.end
      } else {
        start += 1
      }
    }
    return found
  }

  private func ways(_ node: Pattern.Node, at place: Int, _ limit: Range<Int>, _ lazy: [Int])
    -> [Way]
  {
    switch node {
    case .token(let test, _):
      return place < limit.upperBound && passes(test, place)
        ? [Way(end: place + 1, lazyEnds: lazy)] : []
    case .annotation(let type, _):
      guard place < limit.upperBound, let extent = text.extent(of: type, startingAt: place),
        extent.tokens.upperBound <= limit.upperBound
      else { return [] }
      return [Way(end: extent.tokens.upperBound, lazyEnds: lazy)]
    case .border(let border, _):
      let bit = PatternProgram.bit(border)
      return borders[place] & bit == bit ? [Way(end: place, lazyEnds: lazy)] : []
    case .sequence(let parts):
      return parts.reduce([Way(end: place, lazyEnds: lazy)]) { reached, part in
        reached.flatMap { ways(part, at: $0.end, limit, $0.lazyEnds) }
      }
    case .alternation(let parts):
      return parts.flatMap { ways($0, at: place, limit, lazy) }
    case .capture(_, let part, _):
      return ways(part, at: place, limit, lazy)
    case .repetition(let part, let minimum, let maximum, let isLazy, _):
      return repeated(part, minimum, maximum, isLazy, 0, at: place, limit, lazy)
    case .lookaround(let part, let isAhead, let isNegated, _):
      let isFound =
        isAhead
        ? !ways(part, at: place, limit, []).isEmpty
        : (limit.lowerBound...place).contains { start in
          ways(part, at: start, limit.lowerBound..<place, []).contains { $0.end == place }
        }
      return isFound != isNegated ? [Way(end: place, lazyEnds: lazy)] : []
    }
  }

  private func repeated(
    _ part: Pattern.Node, _ minimum: Int, _ maximum: Int, _ isLazy: Bool, _ count: Int,
    at place: Int, _ limit: Range<Int>, _ lazy: [Int]
  ) -> [Way] {
    var found: [Way] = []
    if count >= minimum { found.append(Way(end: place, lazyEnds: lazy + (isLazy ? [place] : []))) }
    guard count < maximum else { return found }
    for way in ways(part, at: place, limit, lazy) where way.end > place || count < minimum {
      found += repeated(part, minimum, maximum, isLazy, count + 1, at: way.end, limit, way.lazyEnds)
    }
    return found
  }

  private func passes(_ test: Pattern.TokenTest, _ token: Int) -> Bool {
    switch test {
    case .any: return true
    case .not(let part): return !passes(part, token)
    case .all(let parts): return parts.allSatisfy { passes($0, token) }
    case .either(let parts): return parts.contains { passes($0, token) }
    case .flag(.quoted): return text.isQuoted[token]
    case .flag: return TokenProperties(text.tokens.word(token)).satisfies(test)
    case .compare(let attribute, let comparison, let values):
      let isIn = values.contains { value in
        let leaf = Pattern.TokenTest.compare(
          attribute, comparison == .notEqual ? .equal : comparison, [value])
        switch attribute {
        case .pos: return TokenProperties.matches(text.tokens.partsOfSpeech[token].name, leaf)
        case .lemma: return TokenProperties.matches(text.tokens.lemma(token), leaf)
        case .ent:
          let code = Int(text.entityCodes[token])
          return TokenProperties.matches(code == 0 ? "" : MatchText.entityTypes[code - 1], leaf)
        case .word:
          return TokenProperties.matches(text.tokens.word(token), value)
        default: return TokenProperties(text.tokens.word(token)).satisfies(leaf)
        }
      }
      return isIn != (comparison == .notEqual)
    }
  }
}
