/// Memory that ``MatchConfirmer`` uses again and again: lists of threads and what they carry.
///
/// Captures and ends of lazy parts are chains of links from the latest to the first, which threads share.
struct ConfirmerScratch {
  /// One way through the instructions.
  struct Thread {
    var place: Int32
    /// The latest link of captures, or -1.
    var captures: Int32
    /// The latest link of lazy ends, or -1.
    var lazyEnds: Int32
  }

  /// The start or end of a capture, or the end of a lazy part.
  struct Link {
    /// Twice the slot, plus one for an end; of no meaning for lazy ends.
    var mark: Int32
    var position: Int32
    /// The link before, or -1.
    var before: Int32
  }

  /// An end that was reached.
  struct Arrival {
    var end: Int
    var captures: Int32
    var lazyEnds: Int32
  }

  var links: [Link] = []
  var stack: [Thread] = []
  var live: [Thread] = []
  var next: [Thread] = []
  /// Threads that wait behind an annotation, by the place where it ends.
  var waiting: [(position: Int, thread: Thread)] = []
  var arrivals: [Arrival] = []
  /// For each instruction the generation in which it was last reached, and with which lazy ends.
  private var reached: [UInt32] = []
  private var reachedLazyEnds: [Int32] = []
  private var generation: UInt32 = 0

  /// Lends scratches to runs; a run inside a run gets another one.
  final class Keeper {
    private var free: [ConfirmerScratch] = []

    func lend<Result>(_ body: (inout ConfirmerScratch) -> Result) -> Result {
      var scratch = free.popLast() ?? ConfirmerScratch()
      let result = body(&scratch)
      free.append(scratch)
      return result
    }
  }

  mutating func begin(instructionCount: Int) {
    links.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    if reached.count < instructionCount {
      reached = Array(repeating: 0, count: instructionCount)
      reachedLazyEnds = Array(repeating: -1, count: instructionCount)
      generation = 0
    }
  }

  mutating func beginPosition() {
    stack.removeAll(keepingCapacity: true)
    live.removeAll(keepingCapacity: true)
    generation &+= 1
    if generation == 0 {
      reached = Array(repeating: 0, count: reached.count)
      generation = 1
    }
  }

  /// Notes that a thread is at its instruction, unless one that is at least as good is there already.
  @inline(__always)
  mutating func enters(_ thread: Thread) -> Bool {
    let place = Int(thread.place)
    if reached[place] == generation, !precedes(thread.lazyEnds, reachedLazyEnds[place]) {
      return false
    }
    reached[place] = generation
    reachedLazyEnds[place] = thread.lazyEnds
    return true
  }

  /// Whether no better thread came to the instruction of a thread after it.
  @inline(__always)
  func isBest(_ thread: Thread) -> Bool {
    reachedLazyEnds[Int(thread.place)] == thread.lazyEnds
  }

  /// Whether one chain of lazy ends comes before another, compared from the first on: less is better.
  func precedes(_ first: Int32, _ second: Int32) -> Bool {
    if first == second { return false }
    return positions(first).lexicographicallyPrecedes(positions(second))
  }

  private func positions(_ chain: Int32) -> [Int32] {
    var found: [Int32] = []
    var link = chain
    while link >= 0 {
      found.append(links[Int(link)].position)
      link = links[Int(link)].before
    }
    return found.reversed()
  }

  mutating func linking(_ mark: Int32, _ position: Int, _ before: Int32) -> Int32 {
    links.append(Link(mark: mark, position: Int32(position), before: before))
    return Int32(links.count - 1)
  }

  /// The finished captures of a chain in order of their start.
  func captures(of chain: Int32) -> [(slot: Int, start: Int, end: Int)] {
    if chain < 0 { return [] }
    var marks: [(mark: Int, position: Int)] = []
    var link = chain
    while link >= 0 {
      marks.append((Int(links[Int(link)].mark), Int(links[Int(link)].position)))
      link = links[Int(link)].before
    }
    var captures: [(slot: Int, start: Int, end: Int)] = []
    for (mark, position) in marks.reversed() {
      if mark & 1 == 0 {
        captures.append((mark >> 1, position, -1))
      } else if let open = captures.lastIndex(where: { $0.slot == mark >> 1 && $0.end == -1 }) {
        captures[open].end = position
      }
    }
    return captures
  }
}
