/// Finds the best match of one rule from one place, with its captures.
///
/// The instructions are run as a set of threads in order of preference (Pike 1999), one token at a
/// time; annotations put a thread aside until their last token. Of two threads at one instruction
/// the better one goes on, so the work is at most tokens × instructions. Better is: every lazy part as
/// short as possible, from left to right; then the preferred branch. Among the ends that are reached,
/// the shortest lazy parts win, then the longest match.
struct MatchConfirmer {
  private let program: PatternProgram
  private let text: MatchText
  private let classes: [Int32]
  private let borders: [UInt8]

  private struct Thread {
    var place: Int
    /// Where each lazy repetition ended, in order.
    var lazyEnds: [Int]
    /// Slot, start and end of finished captures; an open one ends at -1.
    var captures: [(slot: Int, start: Int, end: Int)]
  }

  /// An end that was reached, with what led there.
  struct Candidate {
    var end: Int
    var lazyEnds: [Int]
    var captures: [(slot: Int, start: Int, end: Int)]
  }

  init(program: PatternProgram, text: MatchText, classes: [Int32], borders: [UInt8]) {
    self.program = program
    self.text = text
    self.classes = classes
    self.borders = borders
  }

  /// All ends reached from `start`, the best first.
  func candidates(
    entry: Int, from start: Int, limit: Range<Int>, tokenClasses: TokenClasses
  ) -> [Candidate] {
    var found: [Candidate] = []
    run(entry: entry, from: start, limit: limit, tokenClasses: tokenClasses) { candidate in
      found.append(candidate)
      return true
    }
    // A stable order: threads of one end come in order of preference, the first is kept.
    var best: [Int: Candidate] = [:]
    for candidate in found {
      if let known = best[candidate.end],
        !candidate.lazyEnds.lexicographicallyPrecedes(known.lazyEnds)
      {
        continue
      }
      best[candidate.end] = candidate
    }
    return best.values.sorted { a, b in
      if a.lazyEnds != b.lazyEnds { return a.lazyEnds.lexicographicallyPrecedes(b.lazyEnds) }
      return a.end > b.end
    }
  }

  /// Whether anything matches from `start`, ending at `end` if that is given.
  func matches(
    entry: Int, from start: Int, to end: Int?, limit: Range<Int>, tokenClasses: TokenClasses
  ) -> Bool {
    var isFound = false
    run(entry: entry, from: start, limit: limit, tokenClasses: tokenClasses) { candidate in
      isFound = end == nil || candidate.end == end
      return !isFound
    }
    return isFound
  }

  private func run(
    entry: Int, from start: Int, limit: Range<Int>, tokenClasses: TokenClasses,
    found: (Candidate) -> Bool
  ) {
    var waiting: [Int: [Thread]] = [start: [Thread(place: entry, lazyEnds: [], captures: [])]]
    var position = start
    while !waiting.isEmpty, position <= limit.upperBound {
      guard let threads = waiting.removeValue(forKey: position) else {
        position += 1
        continue
      }
      var best: [Int: [Int]] = [:]
      var live: [Thread] = []
      // Depth first with the preferred branch on top of the stack.
      var stack = Array(threads.reversed())
      while let thread = stack.popLast() {
        if let known = best[thread.place],
          !thread.lazyEnds.lexicographicallyPrecedes(known)
        {
          continue
        }
        best[thread.place] = thread.lazyEnds
        if !step(thread, at: position, limit, tokenClasses, &stack, &live, found) { return }
      }
      // A better thread may have come later to a place where a worse one is alive already.
      for thread in live where best[thread.place] == thread.lazyEnds {
        advance(thread, at: position, limit, tokenClasses, &waiting)
      }
      position += 1
    }
  }

  /// Follows one instruction that consumes nothing, or keeps the thread for consuming.
  private func step(
    _ thread: Thread, at position: Int, _ limit: Range<Int>, _ tokenClasses: TokenClasses,
    _ stack: inout [Thread], _ live: inout [Thread], _ found: (Candidate) -> Bool
  ) -> Bool {
    var thread = thread
    switch program.instructions[thread.place] {
    case .token, .annotation:
      live.append(thread)
    case .match:
      return found(
        Candidate(end: position, lazyEnds: thread.lazyEnds, captures: thread.captures))
    case .split(let targets):
      for target in targets.reversed() {
        thread.place = target
        stack.append(thread)
      }
    case .border(let mask, let next):
      guard borders[position] & mask == mask else { break }
      thread.place = next
      stack.append(thread)
    case .captureStart(let slot, let next):
      thread.captures.append((slot, position, -1))
      thread.place = next
      stack.append(thread)
    case .captureEnd(let slot, let next):
      if let open = thread.captures.lastIndex(where: { $0.slot == slot && $0.end == -1 }) {
        thread.captures[open].end = position
      }
      thread.place = next
      stack.append(thread)
    case .lazyEnd(let next):
      thread.lazyEnds.append(position)
      thread.place = next
      stack.append(thread)
    case .lookaround(let index, let next):
      guard passes(program.lookarounds[index], at: position, limit, tokenClasses) else { break }
      thread.place = next
      stack.append(thread)
    }
    return true
  }

  private func advance(
    _ thread: Thread, at position: Int, _ limit: Range<Int>, _ tokenClasses: TokenClasses,
    _ waiting: inout [Int: [Thread]]
  ) {
    var thread = thread
    switch program.instructions[thread.place] {
    case .token(let test, let next):
      guard position < limit.upperBound,
        tokenClasses.passes(test, classID: classes[position])
      else { return }
      thread.place = next
      waiting[position + 1, default: []].append(thread)
    case .annotation(let type, let next):
      guard
        let extent = text.extent(of: program.types[type], startingAt: position),
        extent.tokens.upperBound <= limit.upperBound
      else { return }
      thread.place = next
      waiting[extent.tokens.upperBound, default: []].append(thread)
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
