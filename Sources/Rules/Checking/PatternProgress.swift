import NewsModel

/// How far a pattern came on a text that it does not match.
///
/// All ways through the pattern are followed from a place as in ``MatchConfirmer``, each with the words it
/// has used. Of those that end, the one counts that passed the most tests, a gap's words not counted;
/// then the one that came furthest. (After the furthest-failure heuristic of parsing expression grammars,
/// Ford 2002.)
struct PatternProgress {
  /// A way that ended.
  struct Way: Hashable {
    /// The first token.
    var start: Int
    /// The token that did not pass, or the end of the stretch.
    var stop: Int
    /// How many words passed a test that is not `[]`.
    var tested = 0
    /// Slot, first token and end of each capture; an open one ends at -1.
    var captures: [[Int]] = []
    /// What used each word: the place in the source, word by word or annotation by annotation.
    var steps: [SourceRange] = []
  }

  /// The way that came furthest.
  var way: Way
  /// The parts of the source that were needed next, in order, each once.
  var needed: [SourceRange]
  /// The instructions that were needed next.
  var places: [Int]

  private struct Thread {
    var place: Int
    var way: Way
  }

  /// Follows a pattern from the given tokens.
  ///
  /// - Returns: The furthest failure, or `nil` where the pattern, its conditions aside, matches from
  ///   one of them.
  /// - Complexity: O(starts × tokens of the stretch × instructions).
  static func furthest(
    from starts: some Sequence<Int>, in text: ExplainedText
  ) -> PatternProgress? {
    var best: PatternProgress?
    for start in starts {
      let limit = text.text.scope(text.pattern.scope, at: start)
      guard let progress = follow(from: start, limit, text) else { return nil }
      if let known = best?.way, !isFurther(progress.way, known) { continue }
      best = progress
    }
    return best
  }

  private static func isFurther(_ a: Way, _ b: Way) -> Bool {
    (a.tested, a.stop - a.start) > (b.tested, b.stop - b.start)
  }

  private static func follow(
    from start: Int, _ limit: Range<Int>, _ text: ExplainedText
  ) -> PatternProgress? {
    var waiting = [start: [Thread(place: text.entry, way: Way(start: start, stop: start))]]
    var failures: [Thread] = []
    var position = start
    while !waiting.isEmpty, position <= limit.upperBound {
      let arrived = waiting.removeValue(forKey: position) ?? []
      var stack = arrived.sorted { $0.way.tested < $1.way.tested }
      var best: [Int: Int] = [:]
      while var thread = stack.popLast() {
        if let known = best[thread.place], known >= thread.way.tested { continue }
        best[thread.place] = thread.way.tested
        thread.way.stop = position
        let origin = text.program.origins[thread.place]
        var next = thread
        switch text.program.instructions[thread.place] {
        case .match: if position > start { return nil }
        case .split(let targets):
          for target in targets.reversed() {
            next.place = target
            stack.append(next)
          }
        case .captureStart(let slot, let target):
          next.place = target
          next.way.captures.append([slot, position, -1])
          stack.append(next)
        case .captureEnd(let slot, let target):
          next.place = target
          if let open = next.way.captures.lastIndex(where: { $0[0] == slot && $0[2] == -1 }) {
            next.way.captures[open][2] = position
          }
          stack.append(next)
        case .lazyEnd(let target):
          next.place = target
          stack.append(next)
        case .border(_, let target), .lookaround(_, let target):
          if text.holds(thread.place, at: position, limit) {
            next.place = target
            stack.append(next)
          } else {
            failures.append(thread)
          }
        case .token(let test, let target):
          guard position < limit.upperBound, text.passes(test, position) else {
            failures.append(thread)
            break
          }
          next.place = target
          next.way.steps.append(origin)
          if text.program.tests[test] != .any { next.way.tested += 1 }
          waiting[position + 1, default: []].append(next)
        case .annotation(let type, let target):
          let name = text.program.types[type]
          guard let extent = text.text.extent(of: name, startingAt: position),
            extent.tokens.upperBound <= limit.upperBound
          else {
            failures.append(thread)
            break
          }
          next.place = target
          next.way.steps.append(origin)
          next.way.tested += extent.tokens.count
          waiting[extent.tokens.upperBound, default: []].append(next)
        }
      }
      position += 1
    }
    return summary(of: failures, text)
  }

  private static func summary(of failures: [Thread], _ text: ExplainedText) -> PatternProgress? {
    guard var best = failures.first?.way else { return nil }
    for failure in failures.dropFirst() where isFurther(failure.way, best) { best = failure.way }
    let last = failures.filter { $0.way.tested == best.tested && $0.way.stop == best.stop }
    let needed = Set(last.map { text.program.origins[$0.place] }).sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    return PatternProgress(way: best, needed: needed, places: last.map(\.place))
  }
}

/// One pattern compiled alone, and a text to explain it on.
struct ExplainedText {
  let pattern: Pattern
  /// The text with its borders.
  let source: QueryText
  let program: PatternProgram
  private let classes: TokenClasses
  private let classIDs: [Int32]
  private let confirmer: MatchConfirmer

  /// - Throws: ``PatternError`` where the pattern is too large.
  init(_ pattern: Pattern, _ text: MatchText) throws(PatternError) {
    self.pattern = pattern
    source = QueryText(text)
    program = try PatternProgram([pattern])
    var classes = TokenClasses(program.tests)
    classIDs = classes.classes(of: text)
    self.classes = classes
    confirmer = MatchConfirmer(
      program: program, text: source,
      input: ScanInput(classes: classIDs, borders: source.borders, extents: []))
  }

  var text: MatchText { source.text }

  var entry: Int { program.entries[0] }

  /// Whether a token passes a test.
  func passes(_ test: Int, _ token: Int) -> Bool {
    classes.passes(test, classID: classIDs[token])
  }

  /// Whether a border or lookaround holds at a place.
  func holds(_ place: Int, at position: Int, _ limit: Range<Int>) -> Bool {
    switch program.instructions[place] {
    case .border(let mask, _): source.borders[position] & mask == mask
    case .lookaround(let index, _):
      confirmer.passes(program.lookarounds[index], at: position, limit, classes)
    default: true
    }
  }

  /// The tokens that an instruction would use at a place, or `nil` where it does not pass.
  func use(_ place: Int, at position: Int, _ limit: Range<Int>) -> Range<Int>? {
    switch program.instructions[place] {
    case .token(let test, _):
      return position < limit.upperBound && passes(test, position) ? position..<position + 1 : nil
    case .annotation(let type, _):
      let extent = text.extent(of: program.types[type], startingAt: position)?.tokens
      return extent.flatMap { $0.upperBound <= limit.upperBound ? $0 : nil }
    default: return nil
    }
  }
}
