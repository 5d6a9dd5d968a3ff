/// Finds the rarest element that every match of a pattern must have.
///
/// Elements of a sequence are mandatory unless they are optional or negated; of alternatives one of each is
/// taken together. What is known of the distance from the beginning of a match to the element bounds
/// where a match may begin.
struct QueryPlanner {
  /// Where an element stands in a match.
  struct Position: Equatable {
    /// Tokens from the beginning of the match to the element, at least.
    var minimum: Int
    /// The same, at most; `nil` if that is not bounded.
    var maximum: Int?
    /// Elements of one run are always equally far from each other; after a part of no fixed length another
    /// run begins.
    var run = 0
    /// Tokens from the beginning of the run.
    var offset = 0
    /// What stands before the element where its distance from the beginning is not fixed, the nearest last.
    var leads: [Lead] = []
  }

  /// An element that may be looked up.
  struct Branch {
    var set: AnchorSet
    var position: Position
    /// What stands at a fixed distance from the element in every match.
    var neighbours: [Neighbour] = []
  }

  /// Tokens that stand at a fixed distance from an element.
  struct Neighbour {
    /// Tokens from the element, negative before it.
    var distance: Int
    var set: AnchorSet
  }

  /// An element, or several of which each match has one.
  struct Anchor {
    var branches: [Branch]
    /// The bytes of the pattern that wrote it.
    var origin: SourceRange
    /// Whether it serves as a neighbour only: it says again what another one says.
    var isEcho = false

    var estimate: Int { branches.reduce(0) { $0 + $1.set.estimate } }
  }

  /// What a pattern is planned to do.
  struct Outcome {
    /// All elements that every match must have, the rarest first.
    var anchors: [Anchor]
    /// The pattern as a line of elements, where it is one.
    var line: PatternLine?
    /// What was found in the lexicon.
    var finder: AnchorFinder
  }

  let finder: AnchorFinder
  private let counts: CorpusCounts
  private var runCount = 1

  private init(_ counts: CorpusCounts, isThorough: Bool) {
    self.counts = counts
    finder = AnchorFinder(counts: counts, isThorough: isThorough)
  }

  /// Plans a pattern.
  static func plan(_ pattern: Pattern, in counts: CorpusCounts) -> Outcome {
    var planner = QueryPlanner(counts, isThorough: false)
    var anchors = planner.anchors(of: pattern)
    // Looking through the lexicon pays only where literals leave much to do.
    if anchors.first.map({ $0.estimate >= max(500, counts.tokenCount / 2000) }) ?? true {
      planner = QueryPlanner(counts, isThorough: true)
      anchors = planner.anchors(of: pattern)
    }
    return Outcome(
      anchors: anchors, line: PatternLine(pattern, planner.finder),
      finder: planner.finder)
  }

  private mutating func anchors(of pattern: Pattern) -> [Anchor] {
    var found = anchors(in: pattern.root, Position(minimum: 0, maximum: 0))
    for case .containing(let item, negated: false, _) in pattern.conditions {
      let somewhere = Position(
        minimum: 0, maximum: nil, run: newRun(), leads: [.gap(minimum: 0, maximum: nil)])
      found += anchors(in: item, somewhere)
    }
    let sorted = found.filter { !$0.isEcho }.sorted {
      ($0.estimate, $0.origin.start) < ($1.estimate, $1.origin.start)
    }
    return sorted.map { Self.withNeighbours($0, among: found) }
  }

  /// Adds what always stands at the same distance from an anchor.
  private static func withNeighbours(_ anchor: Anchor, among all: [Anchor]) -> Anchor {
    var anchor = anchor
    for place in anchor.branches.indices {
      let position = anchor.branches[place].position
      for other in all where other.branches.count == 1 {
        let branch = other.branches[0]
        let distance = branch.position.offset - position.offset
        if branch.position.run == position.run, distance != 0, branch.set.types.isEmpty {
          anchor.branches[place].neighbours.append(Neighbour(distance: distance, set: branch.set))
        }
      }
      anchor.branches[place].neighbours.sort { $0.set.estimate < $1.set.estimate }
    }
    return anchor
  }

  private mutating func newRun() -> Int {
    runCount += 1
    return runCount
  }

  /// The mandatory elements of a node that begins at a place.
  private mutating func anchors(in node: Pattern.Node, _ position: Position) -> [Anchor] {
    switch node {
    case .token(let test, let origin):
      guard let set = finder.set(for: test) else { return [] }
      return [Anchor(branches: [Branch(set: set, position: position)], origin: origin)]
    case .annotation(let type, let origin):
      let set = AnchorSet(types: [type], estimate: counts.count(type: type))
      return [Anchor(branches: [Branch(set: set, position: position)], origin: origin)]
    case .border, .lookaround: return []
    case .sequence(let parts): return anchors(inSequence: parts, position)
    case .capture(_, let part, _): return anchors(in: part, position)
    case .repetition(let part, let least, _, _, _):
      // The first time is mandatory.
      return least > 0 ? anchors(in: part, position) : []
    case .alternation(let parts): return alternatives(parts, position).map { [$0] } ?? []
    }
  }

  private mutating func anchors(
    inSequence parts: [Pattern.Node], _ first: Position
  ) -> [Anchor] {
    var found: [Anchor] = []
    var position = first
    var leads = first.leads.isEmpty ? fixedLeads(before: first) : first.leads
    for part in parts {
      found += anchors(in: part, position)
      let length = part.length
      position.minimum += length.minimum
      position.maximum = position.maximum.flatMap { most in length.maximum.map { most + $0 } }
      leads += self.leads(of: part)
      position.leads = position.minimum == position.maximum ? [] : leads
      if length.minimum == length.maximum {
        position.offset += length.minimum
      } else {
        position.run = newRun()
        position.offset = 0
        found += lastElements(of: part, before: position)
      }
    }
    return found
  }

  /// What stands before an element at a fixed distance from the beginning.
  private func fixedLeads(before position: Position) -> [Lead] {
    position.maximum == 0 ? [] : [.gap(minimum: position.minimum, maximum: position.maximum)]
  }

  /// The elements that a match of a node always ends with, for one that ends at a place.
  private func lastElements(of node: Pattern.Node, before end: Position) -> [Anchor] {
    switch node {
    case .token(let test, let origin):
      guard let set = finder.set(for: test) else { return [] }
      var position = end
      position.offset -= 1
      return [
        Anchor(branches: [Branch(set: set, position: position)], origin: origin, isEcho: true)
      ]
    case .capture(_, let part, _): return lastElements(of: part, before: end)
    case .repetition(let part, let least, _, _, _):
      return least > 0 ? lastElements(of: part, before: end) : []
    case .sequence(let parts):
      var found: [Anchor] = []
      var end = end
      for part in parts.reversed() {
        found += lastElements(of: part, before: end)
        let length = part.length
        guard length.minimum == length.maximum else { break }
        end.offset -= length.minimum
      }
      return found
    case .annotation, .border, .lookaround, .alternation: return []
    }
  }

  /// The rarest element of each alternative, together.
  private mutating func alternatives(_ parts: [Pattern.Node], _ position: Position) -> Anchor? {
    var branches: [Branch] = []
    var origin: SourceRange?
    for part in parts {
      let found = anchors(in: part, position).filter { !$0.isEcho }
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
      $0.position == branch.position
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
