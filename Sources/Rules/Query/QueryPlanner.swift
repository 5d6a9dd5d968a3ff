/// Finds the rarest element that every match of a pattern must have.
///
/// Elements of a sequence are mandatory unless they are optional or negated; of alternatives one of each is
/// taken together. What is known of the distance from the beginning of a match to the element bounds
/// where a match may begin.
struct QueryPlanner {
  /// Where an element may stand in a match.
  struct Branch {
    var set: AnchorSet
    /// Tokens from the beginning of the match to the element, at least.
    var minimum: Int
    /// The same, at most; `nil` if that is not bounded.
    var maximum: Int?
  }

  /// An element, or several of which each match has one.
  struct Anchor {
    var branches: [Branch]
    /// The bytes of the pattern that wrote it.
    var origin: SourceRange

    var estimate: Int { branches.reduce(0) { $0 + $1.set.estimate } }
  }

  private let counts: CorpusCounts
  private let finder: AnchorFinder

  private init(_ counts: CorpusCounts, isThorough: Bool) {
    self.counts = counts
    finder = AnchorFinder(counts: counts, isThorough: isThorough)
  }

  /// All elements that every match must have, the rarest first.
  static func anchors(of pattern: Pattern, in counts: CorpusCounts) -> [Anchor] {
    let quick = QueryPlanner(counts, isThorough: false).anchors(of: pattern)
    // Looking through the lexicon pays only where literals leave much to do.
    if let best = quick.first, best.estimate < max(500, counts.tokenCount / 2000) { return quick }
    return QueryPlanner(counts, isThorough: true).anchors(of: pattern)
  }

  private func anchors(of pattern: Pattern) -> [Anchor] {
    var found = anchors(in: pattern.root, 0, 0)
    for case .containing(let item, negated: false, _) in pattern.conditions {
      found += anchors(in: item, 0, nil)
    }
    return found.sorted { ($0.estimate, $0.origin.start) < ($1.estimate, $1.origin.start) }
  }

  /// The mandatory elements of a node that begins so far from the beginning of a match.
  private func anchors(in node: Pattern.Node, _ minimum: Int, _ maximum: Int?) -> [Anchor] {
    switch node {
    case .token(let test, let origin):
      guard let set = finder.set(for: test) else { return [] }
      return [
        Anchor(branches: [Branch(set: set, minimum: minimum, maximum: maximum)], origin: origin)
      ]
    case .annotation(let type, let origin):
      let set = AnchorSet(types: [type], estimate: counts.count(type: type))
      return [
        Anchor(branches: [Branch(set: set, minimum: minimum, maximum: maximum)], origin: origin)
      ]
    case .border, .lookaround: return []
    case .sequence(let parts):
      var found: [Anchor] = []
      var (from, to) = (minimum, maximum)
      for part in parts {
        found += anchors(in: part, from, to)
        let length = part.length
        from += length.minimum
        to = to.flatMap { to in length.maximum.map { to + $0 } }
      }
      return found
    case .capture(_, let part, _): return anchors(in: part, minimum, maximum)
    case .repetition(let part, let least, _, _, _):
      // The first time is mandatory.
      return least > 0 ? anchors(in: part, minimum, maximum) : []
    case .alternation(let parts): return alternatives(parts, minimum, maximum).map { [$0] } ?? []
    }
  }

  /// The rarest element of each alternative, together.
  private func alternatives(_ parts: [Pattern.Node], _ minimum: Int, _ maximum: Int?) -> Anchor? {
    var branches: [Branch] = []
    var origin: SourceRange?
    for part in parts {
      let found = anchors(in: part, minimum, maximum)
      guard let best = found.min(by: { $0.estimate < $1.estimate }) else { return nil }
      origin = SourceRange(
        min(origin?.start ?? best.origin.start, best.origin.start),
        max(origin?.end ?? best.origin.end, best.origin.end))
      for branch in best.branches { Self.add(branch, to: &branches) }
    }
    return origin.map { Anchor(branches: branches, origin: $0) }
  }

  /// Adds a branch to another one of the same place, or as a new one.
  private static func add(_ branch: Branch, to branches: inout [Branch]) {
    let same = branches.firstIndex {
      $0.minimum == branch.minimum && $0.maximum == branch.maximum
    }
    if let same {
      branches[same].set = branches[same].set.union(branch.set)
    } else {
      branches.append(branch)
    }
  }
}

extension Pattern.Node {
  /// How many tokens a match of the node has; the maximum is `nil` if it is not bounded.
  var length: (minimum: Int, maximum: Int?) {
    switch self {
    case .token: return (1, 1)
    case .annotation: return (1, nil)
    case .border, .lookaround: return (0, 0)
    case .capture(_, let part, _): return part.length
    case .sequence(let parts):
      return parts.reduce((0, 0)) { sum, part in
        let length = part.length
        return (
          sum.0 + length.minimum, sum.1.flatMap { sum in length.maximum.map { sum + $0 } }
        )
      }
    case .alternation(let parts):
      let lengths = parts.map(\.length)
      let isBounded = lengths.allSatisfy { $0.maximum != nil }
      return (
        lengths.map(\.minimum).min() ?? 0,
        isBounded ? lengths.compactMap(\.maximum).max() ?? 0 : nil
      )
    case .repetition(let part, let least, let most, _, _):
      let length = part.length
      return (
        length.minimum * least, most == Int.max ? nil : length.maximum.map { $0 * most }
      )
    }
  }
}
