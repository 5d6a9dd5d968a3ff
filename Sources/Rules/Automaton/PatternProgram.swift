/// Many patterns compiled into one list of instructions (Thompson 1968), with their token tests apart.
///
/// Captures, lazy ends and lookarounds are instructions too; the automaton that scans the text steps
/// over them, and ``MatchConfirmer`` reads them where the automaton has found a match.
struct PatternProgram: Sendable {
  /// A pattern may not grow beyond this many instructions.
  static let maximumSize = 200_000

  private(set) var instructions: [Instruction] = []
  /// The part of its pattern's source that each instruction was made from, for explanations.
  private(set) var origins: [SourceRange] = []
  private(set) var lookarounds: [Lookaround] = []
  /// The first instruction of each pattern.
  private(set) var entries: [Int] = []
  /// The number of capture slots of each pattern; a slot is an index into its capture names.
  private(set) var patterns: [Pattern] = []
  /// The distinct token tests.
  private(set) var tests: [Pattern.TokenTest] = []
  /// The annotation types that appear.
  private(set) var types: [String] = []
  private var testIndex: [Pattern.TokenTest: Int] = [:]

  /// Compiles patterns.
  ///
  /// - Throws: ``PatternError`` where a pattern's counted repetitions grow beyond all measure.
  init(_ patterns: [Pattern]) throws(PatternError) {
    for (rule, pattern) in patterns.enumerated() {
      let end = emit(.match(rule: rule))
      entries.append(try compile(pattern.root, to: end, in: pattern))
    }
    self.patterns = patterns
  }

  /// Compiles an item on its own, for `containing`: it ends in rule -1.
  mutating func addItem(_ node: Pattern.Node, in pattern: Pattern) throws(PatternError) -> Int {
    let end = emit(.match(rule: -1))
    return try compile(node, to: end, in: pattern)
  }

  /// The borders as bits of a mask.
  static func bit(_ border: Pattern.Border) -> UInt8 {
    UInt8(1) << UInt8(Pattern.Border.allCases.firstIndex(of: border) ?? 0)
  }

  private mutating func emit(
    _ instruction: Instruction, from origin: SourceRange = SourceRange(0, 0)
  ) -> Int {
    instructions.append(instruction)
    origins.append(origin)
    return instructions.count - 1
  }

  private mutating func index(of test: Pattern.TokenTest) -> Int {
    if let known = testIndex[test] { return known }
    tests.append(test)
    testIndex[test] = tests.count - 1
    return tests.count - 1
  }

  private mutating func index(ofType type: String) -> Int {
    if let known = types.firstIndex(of: type) { return known }
    types.append(type)
    return types.count - 1
  }

  /// Compiles a node so that it goes on at `next`; the entry is returned.
  private mutating func compile(
    _ node: Pattern.Node, to next: Int, in pattern: Pattern
  ) throws(PatternError) -> Int {
    if instructions.count > Self.maximumSize {
      throw PatternError(
        "the pattern is too large", at: SourceRange(0, pattern.source.utf8.count),
        in: pattern.source, hint: "lower the counts in { }")
    }
    switch node {
    case .token(let test, let origin):
      return emit(.token(test: index(of: test.expanded), next: next), from: origin)
    case .annotation(let type, let origin):
      return emit(.annotation(type: index(ofType: type), next: next), from: origin)
    case .border(let border, let origin):
      return emit(.border(mask: Self.bit(border), next: next), from: origin)
    case .sequence(let parts):
      var target = next
      for part in parts.reversed() { target = try compile(part, to: target, in: pattern) }
      return target
    case .alternation(let parts):
      var targets: [Int] = []
      for part in parts { targets.append(try compile(part, to: next, in: pattern)) }
      return emit(.split(targets))
    case .capture(let name, let part, _):
      let slot = pattern.captures.firstIndex(of: name) ?? 0
      let end = emit(.captureEnd(slot: slot, next: next))
      return emit(.captureStart(slot: slot, next: try compile(part, to: end, in: pattern)))
    case .lookaround(let part, let isAhead, let isNegated, let origin):
      let end = emit(.match(rule: -1))
      let entry = try compile(part, to: end, in: pattern)
      lookarounds.append(Lookaround(entry: entry, isAhead: isAhead, isNegated: isNegated))
      return emit(.lookaround(lookarounds.count - 1, next: next), from: origin)
    case .repetition(let part, let minimum, let maximum, let isLazy, _):
      return try repetition(part, minimum, maximum, isLazy, to: next, in: pattern)
    }
  }

  private mutating func repetition(
    _ part: Pattern.Node, _ minimum: Int, _ maximum: Int, _ isLazy: Bool, to next: Int,
    in pattern: Pattern
  ) throws(PatternError) -> Int {
    let exit = isLazy ? emit(.lazyEnd(next: next)) : next
    var target = exit
    if maximum == Int.max {
      let loop = emit(.split([]))
      let body = try compile(part, to: loop, in: pattern)
      instructions[loop] = .split(isLazy ? [exit, body] : [body, exit])
      target = loop
    } else {
      for _ in minimum..<maximum {
        let body = try compile(part, to: target, in: pattern)
        target = emit(.split(isLazy ? [exit, body] : [body, exit]))
      }
    }
    for _ in 0..<minimum { target = try compile(part, to: target, in: pattern) }
    return target
  }
}
