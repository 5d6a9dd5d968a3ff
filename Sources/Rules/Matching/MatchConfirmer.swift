/// Finds the best match of one rule from one place, with its captures.
///
/// The instructions are run as a set of threads in order of preference (Pike 1999), one token at a
/// time; annotations put a thread aside until their last token. Of two threads at one instruction
/// the better one goes on, so the work is at most tokens × instructions. Better is: every lazy part as
/// short as possible, from left to right; then the preferred branch. Among the ends that are reached,
/// the shortest lazy parts win, then the longest match.
struct MatchConfirmer {
  private let program: PatternProgram
  private let text: QueryText
  private let input: ScanInput
  private let scratches: ConfirmerScratch.Keeper

  private typealias Thread = ConfirmerScratch.Thread

  /// An end that was reached, with what led there.
  struct Candidate {
    var end: Int
    /// Slot, start and end of captures; one that was never closed ends at -1.
    var captures: [(slot: Int, start: Int, end: Int)]
  }

  init(
    program: PatternProgram, text: QueryText, input: ScanInput,
    scratch: ConfirmerScratch.Keeper = ConfirmerScratch.Keeper()
  ) {
    self.program = program
    self.text = text
    self.input = input
    scratches = scratch
  }

  /// All ends reached from `start`, the best first; or the best one only.
  func candidates(
    entry: Int, from start: Int, limit: Range<Int>, tokenClasses: TokenClasses,
    onlyBest: Bool = false
  ) -> [Candidate] {
    scratches.lend { scratch in
      run(&scratch, entry: entry, from: start, limit: limit, tokenClasses: tokenClasses, to: nil)
      return Self.best(of: scratch, onlyBest: onlyBest)
    }
  }

  private static func best(of scratch: ConfirmerScratch, onlyBest: Bool) -> [Candidate] {
    // Threads of one end come in order of preference: the first is kept unless its lazy parts are longer.
    var best: [ConfirmerScratch.Arrival] = []
    for arrival in scratch.arrivals {
      if let last = best.last, last.end == arrival.end {
        if scratch.precedes(arrival.lazyEnds, last.lazyEnds) { best[best.count - 1] = arrival }
      } else {
        best.append(arrival)
      }
    }
    best.sort { a, b in
      if scratch.precedes(a.lazyEnds, b.lazyEnds) { return true }
      if scratch.precedes(b.lazyEnds, a.lazyEnds) { return false }
      return a.end > b.end
    }
    if onlyBest, best.count > 1 { best.removeLast(best.count - 1) }
    return best.map { Candidate(end: $0.end, captures: scratch.captures(of: $0.captures)) }
  }

  /// Whether anything matches from `start`, ending at `end` if that is given.
  func matches(
    entry: Int, from start: Int, to end: Int?, limit: Range<Int>, tokenClasses: TokenClasses
  ) -> Bool {
    scratches.lend { scratch in
      run(
        &scratch, entry: entry, from: start, limit: limit, tokenClasses: tokenClasses,
        to: end ?? -1)
      return end.map { end in scratch.arrivals.contains { $0.end == end } }
        ?? !scratch.arrivals.isEmpty
    }
  }

  /// Follows all threads; `wanted` is an end that suffices, -1 for any end, `nil` where all are wanted.
  private func run(
    _ scratch: inout ConfirmerScratch, entry: Int, from start: Int, limit: Range<Int>,
    tokenClasses: borrowing TokenClasses, to wanted: Int?
  ) {
    scratch.begin(instructionCount: program.instructions.count)
    scratch.next.append(Thread(place: Int32(entry), captures: -1, lazyEnds: -1))
    var position = start
    while position <= limit.upperBound {
      scratch.beginPosition()
      takeThreads(&scratch, at: position)
      if scratch.stack.isEmpty {
        if scratch.waiting.isEmpty { return }
        position += 1
        continue
      }
      while let thread = scratch.stack.popLast() {
        if scratch.enters(thread) { step(&scratch, thread, at: position, limit, tokenClasses) }
      }
      if let wanted, !scratch.arrivals.isEmpty,
        wanted < 0 || scratch.arrivals.contains(where: { $0.end == wanted })
      {
        return
      }
      if position < limit.upperBound {
        // A better thread may have come later to a place where a worse one is alive already.
        for thread in scratch.live where scratch.isBest(thread) {
          advance(&scratch, thread, at: position, limit, tokenClasses)
        }
      }
      position += 1
    }
  }

  /// Puts the threads of a position on the stack, the preferred one on top.
  private func takeThreads(_ scratch: inout ConfirmerScratch, at position: Int) {
    for thread in scratch.next.reversed() { scratch.stack.append(thread) }
    scratch.next.removeAll(keepingCapacity: true)
    guard !scratch.waiting.isEmpty else { return }
    for element in scratch.waiting.reversed() where element.position == position {
      scratch.stack.append(element.thread)
    }
    scratch.waiting.removeAll { $0.position <= position }
  }

  /// Follows one instruction that consumes nothing, or keeps the thread for consuming.
  private func step(
    _ scratch: inout ConfirmerScratch, _ thread: Thread, at position: Int, _ limit: Range<Int>,
    _ tokenClasses: borrowing TokenClasses
  ) {
    var thread = thread
    switch program.instructions[Int(thread.place)] {
    case .token, .annotation:
      scratch.live.append(thread)
    case .match:
      scratch.arrivals.append(
        ConfirmerScratch.Arrival(
          end: position, captures: thread.captures, lazyEnds: thread.lazyEnds))
    case .split(let targets):
      for target in targets.reversed() {
        thread.place = Int32(target)
        scratch.stack.append(thread)
      }
    case .border(let mask, let next):
      guard input.borders[position] & mask == mask else { break }
      thread.place = Int32(next)
      scratch.stack.append(thread)
    case .captureStart(let slot, let next):
      thread.captures = scratch.linking(Int32(slot * 2), position, thread.captures)
      thread.place = Int32(next)
      scratch.stack.append(thread)
    case .captureEnd(let slot, let next):
      thread.captures = scratch.linking(Int32(slot * 2 + 1), position, thread.captures)
      thread.place = Int32(next)
      scratch.stack.append(thread)
    case .lazyEnd(let next):
      thread.lazyEnds = scratch.linking(0, position, thread.lazyEnds)
      thread.place = Int32(next)
      scratch.stack.append(thread)
    case .lookaround(let index, let next):
      let lookaround = program.lookarounds[index]
      guard passes(lookaround, at: position, limit, copy tokenClasses) else { break }
      thread.place = Int32(next)
      scratch.stack.append(thread)
    }
  }

  private func advance(
    _ scratch: inout ConfirmerScratch, _ thread: Thread, at position: Int, _ limit: Range<Int>,
    _ tokenClasses: borrowing TokenClasses
  ) {
    var thread = thread
    switch program.instructions[Int(thread.place)] {
    case .token(let test, let next):
      guard tokenClasses.passes(test, classID: input.classes[position - input.firstToken]) else {
        return
      }
      thread.place = Int32(next)
      scratch.next.append(thread)
    case .annotation(let type, let next):
      guard
        let extent = text.text.extent(of: program.types[type], startingAt: position),
        extent.tokens.upperBound <= limit.upperBound
      else { return }
      thread.place = Int32(next)
      let end = extent.tokens.upperBound
      if end == position + 1 {
        scratch.next.append(thread)
      } else {
        scratch.waiting.append((end, thread))
      }
    default: break
    }
  }

  /// Whether the text around a place is as a lookaround wants it.
  func passes(
    _ lookaround: Lookaround, at position: Int, _ limit: Range<Int>, _ tokenClasses: TokenClasses
  ) -> Bool {
    let isFound: Bool
    if lookaround.isAhead {
      let end = min(limit.upperBound, position + Lookaround.reach)
      isFound = matches(
        entry: lookaround.entry, from: position, to: nil, limit: limit.lowerBound..<end,
        tokenClasses: tokenClasses)
    } else {
      let first = max(limit.lowerBound, position - Lookaround.reach)
      isFound = (first...position).contains { start in
        matches(
          entry: lookaround.entry, from: start, to: position, limit: limit.lowerBound..<position,
          tokenClasses: tokenClasses)
      }
    }
    return isFound != lookaround.isNegated
  }
}
