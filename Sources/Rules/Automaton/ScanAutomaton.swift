/// The patterns of a program as one automaton over token classes, determinised while it runs.
///
/// A state is a set of instructions. Its successors are computed when a class is met in it for the first
/// time. The states met first, which are the busiest, keep theirs in rows of a table, all others in one
/// hash table; past a cap everything is thrown away and grows anew, so that memory is bounded whatever
/// the text. Borders are crossed by a mask of those that hold at a place. Annotations, which are longer than
/// a token, are edges to a later place (``PatternMatcher``).
struct ScanAutomaton {
  /// The state without instructions: nothing can match any more.
  static let dead: Int32 = 0
  private static let unknown: Int32 = -1
  /// 4 MB of rows: what a processor keeps at hand.
  private static let maximumCells = 1 << 20
  /// About 100 MB of successors and sets.
  private static let maximumStates = 1 << 17
  private static let maximumSuccessors = 1 << 22

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
  /// Whether a state accepts, waits at a border or has edges for annotations.
  private(set) var isSpecial: [Bool] = [false]
  private var rows: [Int32] = []
  private var rowCount = 0
  private var stride = 64
  private var successors = StatePairTable()
  private var borderCrossings = StatePairTable()
  private var annotationTargets = StatePairTable()
  private var unions: [UInt64: Int32] = [:]
  private(set) var start: Int32 = 0
  /// The generation in which each instruction was last visited, for ``closure(_:mask:)``.
  private var visited: [UInt32]
  private var generation: UInt32 = 0

  /// Creates the automaton for some rules of a program.
  init(_ program: PatternProgram, rules: [Int]) {
    self.program = program
    roots = rules.map { program.entries[$0] }
    visited = Array(repeating: 0, count: program.instructions.count)
    reset()
  }

  private mutating func reset() {
    members = [[]]
    index = [[]: 0]
    accepted = [[]]
    hasBorder = [false]
    annotationTypes = [[]]
    isSpecial = [false]
    rows = Array(repeating: Self.dead, count: stride)
    rowCount = 1
    successors = StatePairTable()
    borderCrossings = StatePairTable()
    annotationTargets = StatePairTable()
    unions = [:]
    start = intern(closure(roots, mask: nil))
  }

  /// Makes room for new classes and, where the tables have grown too large, starts them anew.
  ///
  /// Call before scanning a text, never while state numbers are held.
  mutating func prepare(classCount: Int) {
    if members.count > Self.maximumStates || successors.count > Self.maximumSuccessors { reset() }
    guard classCount > stride else { return }
    while stride < classCount { stride *= 2 }
    reset()
  }

  /// The state after a token of a class.
  @inline(__always)
  mutating func next(_ state: Int32, _ classID: Int32, _ classes: borrowing TokenClasses) -> Int32 {
    if Int(state) < rowCount {
      let known = rows[Int(state) * stride + Int(classID)]
      if known != Self.unknown { return known }
    } else if let known = successors[state, classID] {
      return known
    }
    return computeNext(state, classID, classes)
  }

  @inline(never)
  private mutating func computeNext(
    _ state: Int32, _ classID: Int32, _ classes: borrowing TokenClasses
  ) -> Int32 {
    var targets: [Int] = []
    for member in members[Int(state)] {
      if case .token(let test, let next) = program.instructions[Int(member)],
        classes.passes(test, classID: classID)
      {
        targets.append(next)
      }
    }
    let result = targets.isEmpty ? Self.dead : intern(closure(targets, mask: nil))
    if Int(state) < rowCount {
      rows[Int(state) * stride + Int(classID)] = result
    } else {
      successors[state, classID] = result
    }
    return result
  }

  /// The state with all instructions beyond the borders that hold; those that wait in vain are gone.
  mutating func crossingBorders(_ state: Int32, mask: UInt8) -> Int32 {
    if let known = borderCrossings[state, Int32(mask)] { return known }
    let result = intern(closure(members[Int(state)].map(Int.init), mask: mask))
    borderCrossings[state, Int32(mask)] = result
    return result
  }

  /// The state after a whole annotation of a type.
  mutating func afterAnnotation(_ state: Int32, type: Int) -> Int32 {
    if let known = annotationTargets[state, Int32(type)] { return known }
    var targets: [Int] = []
    for member in members[Int(state)] {
      if case .annotation(type, let next) = program.instructions[Int(member)] {
        targets.append(next)
      }
    }
    let result = intern(closure(targets, mask: nil))
    annotationTargets[state, Int32(type)] = result
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
  private mutating func closure(_ roots: [Int], mask: UInt8?) -> [Int32] {
    generation &+= 1
    if generation == 0 {
      visited = Array(repeating: 0, count: visited.count)
      generation = 1
    }
    var pending = roots
    var kept: [Int32] = []
    while let place = pending.popLast() {
      guard visited[place] != generation else { continue }
      visited[place] = generation
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
    isSpecial.append(waits || !rules.isEmpty || !types.isEmpty)
    accepted.append(rules.sorted())
    annotationTypes.append(types.sorted())
    hasBorder.append(waits)
    if rowCount == state, rows.count + stride <= Self.maximumCells || state < 2 {
      rows += Array(repeating: Self.unknown, count: stride)
      rowCount += 1
    }
    return state
  }
}
