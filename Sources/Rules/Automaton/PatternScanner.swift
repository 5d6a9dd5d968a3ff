/// What a scan reads of a text: columns by token.
struct ScanInput {
  /// The classes of tokens from ``firstToken`` on, as far as the scan may come.
  var classes: [Int32]
  /// The token that the first class belongs to.
  var firstToken = 0
  /// The borders before each token and after the last.
  var borders: [UInt8]
  /// The annotations of each type of the program.
  var extents: [[MatchText.Extent]]
}

/// Runs the automaton of some rules from one token after another.
///
/// From nearly all tokens the automaton dies at once. Threads that wait behind an annotation are kept
/// apart until the place where it ends.
struct PatternScanner {
  private var automaton: ScanAutomaton
  private var pending: [(end: Int, state: Int32)] = []
  /// The rules that may match from the token scanned last, in no order.
  private(set) var found: [Int32] = []
  /// For each rule the end of its longest possible match from the token scanned last.
  private(set) var longest: [Int]
  /// For each rule the number of the scan that found it last.
  private var stamps: [Int]
  private var scan = 0

  init(_ program: PatternProgram, rules: [Int]) {
    automaton = ScanAutomaton(program, rules: rules)
    longest = Array(repeating: 0, count: program.patterns.count)
    stamps = Array(repeating: 0, count: program.patterns.count)
  }

  /// Makes room for new classes; call between scans, after new tokens were classified.
  mutating func prepare(classCount: Int) { automaton.prepare(classCount: classCount) }

  /// Finds the rules that may match from a token, without regard to captures, lookarounds and conditions.
  ///
  /// - Returns: Whether there is any; see ``found`` and ``longest``.
  @inline(__always)
  mutating func finds(
    from start: Int, to end: Int, _ input: borrowing ScanInput, _ classes: borrowing TokenClasses
  ) -> Bool {
    let state = automaton.start
    if !automaton.isSpecial[Int(state)] {
      let next = automaton.next(state, input.classes[start - input.firstToken], classes)
      if next == ScanAutomaton.dead { return false }
      return goesOn(next, at: start + 1, from: start, to: end, input, classes)
    }
    return goesOn(state, at: start, from: start, to: end, input, classes)
  }

  @inline(never)
  private mutating func goesOn(
    _ first: Int32, at place: Int, from start: Int, to end: Int, _ input: borrowing ScanInput,
    _ classes: borrowing TokenClasses
  ) -> Bool {
    scan += 1
    found.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    var state = first
    var position = place
    while true {
      if !pending.isEmpty { wake(at: position, &state) }
      if automaton.isSpecial[Int(state)] {
        if automaton.hasBorder[Int(state)] {
          state = automaton.crossingBorders(state, mask: input.borders[position])
        }
        if position > start { accept(state, at: position) }
        if position < end { wait(state, at: position, to: end, input) }
      }
      if position == end { break }
      state = automaton.next(state, input.classes[position - input.firstToken], classes)
      position += 1
      if state == ScanAutomaton.dead, pending.isEmpty { break }
    }
    return !found.isEmpty
  }

  private mutating func accept(_ state: Int32, at position: Int) {
    for rule in automaton.accepted[Int(state)] {
      longest[Int(rule)] = position
      if stamps[Int(rule)] != scan {
        stamps[Int(rule)] = scan
        found.append(rule)
      }
    }
  }

  /// Puts what follows the annotations that begin here aside until their ends.
  private mutating func wait(
    _ state: Int32, at position: Int, to end: Int, _ input: borrowing ScanInput
  ) {
    for type in automaton.annotationTypes[Int(state)] {
      guard let extent = MatchText.extent(in: input.extents[type], startingAt: position),
        extent.tokens.upperBound <= end
      else { continue }
      pending.append((extent.tokens.upperBound, automaton.afterAnnotation(state, type: type)))
    }
  }

  private mutating func wake(at position: Int, _ state: inout Int32) {
    for (end, waiting) in pending where end == position {
      state = automaton.union(state, waiting)
    }
    pending.removeAll { $0.end <= position }
  }
}
