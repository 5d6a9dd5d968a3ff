/// The patterns of a program as one automaton over token classes, determinised while it runs.
///
/// A state is a set of instructions. Its successors are computed when a class is met in it for the first
/// time, and kept in rows of a table; past a cap the table is thrown away and grows anew, so that
/// memory is bounded whatever the text. Borders are crossed by a mask of those that hold at a place.
/// Annotations, which are longer than a token, are edges to a later place (``PatternMatcher``).
struct ScanAutomaton {
  /// The state without instructions: nothing can match any more.
  static let dead: Int32 = 0
  private static let unknown: Int32 = -1
  /// About 64 MB of table.
  private static let maximumCells = 1 << 24

  private let program: PatternProgram
  private let roots: [Int]
  private var members: [[Int32]] = [[]]
  private var index: [[Int32]: Int32] = [[]: 0]
  /// Rules that match where a state is reached.
  private(set) var accepted: [[Int32]] = [[]]
  /// Whether a state waits at a border.
  private(set) var hasBorder: [Bool] = [false]
  /// Annotation types that a state has edges for.
  private(set) var annotationTypes: [[Int]] = [[]]
  private var rows: [Int32] = []
  private var stride = 64
  private var borderCrossings: [UInt64: Int32] = [:]
  private var annotationTargets: [UInt64: Int32] = [:]
  private var unions: [UInt64: Int32] = [:]
  private(set) var start: Int32 = 0

  /// Creates the automaton for some rules of a program.
  init(_ program: PatternProgram, rules: [Int]) {
    self.program = program
    roots = rules.map { program.entries[$0] }
    reset()
  }

  private mutating func reset() {
    members = [[]]
    index = [[]: 0]
    accepted = [[]]
    hasBorder = [false]
    annotationTypes = [[]]
    rows = Array(repeating: Self.dead, count: stride)
    borderCrossings = [:]
    annotationTargets = [:]
    unions = [:]
    start = intern(closure(roots, mask: nil))
  }

  /// Makes room for new classes and, where the table has grown too large, starts it anew.
  ///
  /// Call before scanning a text, never while state numbers are held.
  mutating func prepare(classCount: Int) {
    if rows.count > Self.maximumCells { reset() }
    guard classCount > stride else { return }
    while stride < classCount { stride *= 2 }
    reset()
  }

  /// The state after a token of a class.
  @inline(__always)
  mutating func next(_ state: Int32, _ classID: Int32, _ classes: borrowing TokenClasses) -> Int32 {
    let cell = Int(state) * stride + Int(classID)
    let known = rows[cell]
    if known != Self.unknown { return known }
    return computeNext(state, classID, classes, cell)
  }

  private mutating func computeNext(
    _ state: Int32, _ classID: Int32, _ classes: borrowing TokenClasses, _ cell: Int
  ) -> Int32 {
    var targets: [Int] = []
    for member in members[Int(state)] {
      if case .token(let test, let next) = program.instructions[Int(member)],
        classes.passes(test, classID: classID)
      {
        targets.append(next)
      }
    }
    let result = intern(closure(targets, mask: nil))
    rows[cell] = result
    return result
  }

  /// The state with all instructions beyond the borders that hold; those that wait in vain are gone.
  mutating func crossingBorders(_ state: Int32, mask: UInt8) -> Int32 {
    let key = UInt64(state) << 8 | UInt64(mask)
    if let known = borderCrossings[key] { return known }
    let result = intern(closure(members[Int(state)].map(Int.init), mask: mask))
    borderCrossings[key] = result
    return result
  }

  /// The state after a whole annotation of a type.
  mutating func afterAnnotation(_ state: Int32, type: Int) -> Int32 {
    let key = UInt64(state) << 16 | UInt64(type)
    if let known = annotationTargets[key] { return known }
    var targets: [Int] = []
    for member in members[Int(state)] {
      if case .annotation(type, let next) = program.instructions[Int(member)] {
        targets.append(next)
      }
    }
    let result = intern(closure(targets, mask: nil))
    annotationTargets[key] = result
    return result
  }

  /// The state that is in both states at once.
  mutating func union(_ first: Int32, _ second: Int32) -> Int32 {
    if first == second || second == Self.dead { return first }
    if first == Self.dead { return second }
    let key = UInt64(first) << 32 | UInt64(second)
    if let known = unions[key] { return known }
    let result = intern(Set(members[Int(first)]).union(members[Int(second)]).sorted())
    unions[key] = result
    return result
  }

  /// All instructions reachable without consuming anything, sorted; with a mask, through borders too.
  private func closure(_ roots: [Int], mask: UInt8?) -> [Int32] {
    var pending = roots
    var visited: Set<Int> = []
    var kept: [Int32] = []
    while let place = pending.popLast() {
      guard visited.insert(place).inserted else { continue }
      switch program.instructions[place] {
      case .split(let targets): pending += targets
      case .captureStart(_, let next), .captureEnd(_, let next), .lazyEnd(let next),
        .lookaround(_, let next):
        pending.append(next)
      case .border(let border, let next):
        if let mask {
          if border & mask == border { pending.append(next) }
        } else {
          kept.append(Int32(place))
        }
      case .token, .annotation, .match: kept.append(Int32(place))
      }
    }
    return kept.sorted()
  }

  private mutating func intern(_ set: [Int32]) -> Int32 {
    if let known = index[set] { return known }
    let state = Int32(members.count)
    members.append(set)
    index[set] = state
    var rules: [Int32] = []
    var types: [Int] = []
    var waits = false
    for member in set {
      switch program.instructions[Int(member)] {
      case .match(let rule): rules.append(Int32(rule))
      case .annotation(let type, _): if !types.contains(type) { types.append(type) }
      case .border: waits = true
      default: break
      }
    }
    accepted.append(rules.sorted())
    annotationTypes.append(types.sorted())
    hasBorder.append(waits)
    rows += Array(repeating: Self.unknown, count: stride)
    return state
  }
}
