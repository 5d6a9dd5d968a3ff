import NewsModel

/// Matches many patterns against one article after another.
///
/// Rules come out as if each ran alone: matches of one rule do not overlap, the leftmost first. Each
/// text is read once from every token by one automaton (``ScanAutomaton``), which dies at once at nearly
/// all of them; what it finds is confirmed with captures, lookarounds and conditions
/// (``MatchConfirmer``).
///
/// The matcher learns words and states as it goes, and is therefore used by one thread at a time.
///
/// - Complexity: linear in tokens × length of the scope; no pattern takes exponential time.
public final class PatternMatcher {
  private var program: PatternProgram
  private var classes: TokenClasses
  private var groups: [(scope: Pattern.Scope, automaton: ScanAutomaton)] = []
  /// The entries of `containing` items, by rule and place among its conditions.
  private var containingEntries: [Int: [Int: Int]] = [:]

  /// Compiles patterns.
  ///
  /// - Throws: ``PatternError`` where a pattern is too large.
  public init(_ patterns: [Pattern]) throws(PatternError) {
    var program = try PatternProgram(patterns)
    for (rule, pattern) in patterns.enumerated() {
      for (place, condition) in pattern.conditions.enumerated() {
        if case .containing(let item, _, _) = condition {
          containingEntries[rule, default: [:]][place] = try program.addItem(item, in: pattern)
        }
      }
    }
    self.program = program
    classes = TokenClasses(program.tests)
    for scope in [Pattern.Scope.sentence, .paragraph, .document] {
      let rules = patterns.indices.filter { patterns[$0].scope == scope }
      if !rules.isEmpty { groups.append((scope, ScanAutomaton(program, rules: rules))) }
    }
  }

  /// All matches in a text, sorted by first token, then rule.
  public func matches(in text: MatchText) -> [PatternMatch] {
    guard text.tokens.count > 0 else { return [] }
    let classIDs = classes.classes(of: text)
    let borders = BorderMasks(text).masks
    let confirmer = MatchConfirmer(
      program: program, text: text, classes: classIDs, borders: borders)
    var found: [PatternMatch] = []
    for group in groups.indices {
      scan(
        &groups[group].automaton, groups[group].scope, text, classIDs, borders, confirmer, &found)
    }
    return found.sorted {
      ($0.tokens.lowerBound, $0.rule) < ($1.tokens.lowerBound, $1.rule)
    }
  }

  private func scan(
    _ automaton: inout ScanAutomaton, _ scope: Pattern.Scope, _ text: MatchText,
    _ classIDs: [Int32], _ borders: [UInt8], _ confirmer: MatchConfirmer,
    _ found: inout [PatternMatch]
  ) {
    automaton.prepare(classCount: classes.classCount)
    var lastEnds: [Int32: Int] = [:]
    var limit = 0..<0
    for start in 0..<text.tokens.count {
      if start >= limit.upperBound { limit = text.scope(scope, at: start) }
      let rules = rulesMatching(&automaton, from: start, limit, text, classIDs, borders)
      for rule in rules where lastEnds[rule] ?? 0 <= start {
        guard let match = confirm(Int(rule), from: start, limit, text, confirmer) else { continue }
        lastEnds[rule] = match.tokens.upperBound
        found.append(match)
      }
    }
  }

  /// The rules that may match from a token, sorted.
  private func rulesMatching(
    _ automaton: inout ScanAutomaton, from start: Int, _ limit: Range<Int>, _ text: MatchText,
    _ classIDs: [Int32], _ borders: [UInt8]
  ) -> [Int32] {
    var state = automaton.start
    var position = start
    var rules: [Int32] = []
    // Threads that wait behind an annotation, by the place where it ends.
    var pending: [Int: Int32] = [:]
    while true {
      if !pending.isEmpty, let waiting = pending.removeValue(forKey: position) {
        state = automaton.union(state, waiting)
      }
      if automaton.hasBorder[Int(state)] {
        state = automaton.crossingBorders(state, mask: borders[position])
      }
      if position > start, !automaton.accepted[Int(state)].isEmpty {
        for rule in automaton.accepted[Int(state)] where !rules.contains(rule) {
          rules.append(rule)
        }
      }
      if position == limit.upperBound { break }
      for type in automaton.annotationTypes[Int(state)] {
        guard let extent = text.extent(of: program.types[type], startingAt: position),
          extent.tokens.upperBound <= limit.upperBound
        else { continue }
        let target = automaton.afterAnnotation(state, type: type)
        let end = extent.tokens.upperBound
        pending[end] = automaton.union(pending[end] ?? ScanAutomaton.dead, target)
      }
      state = automaton.next(state, classIDs[position], classes)
      position += 1
      if state == ScanAutomaton.dead, pending.isEmpty { break }
    }
    return rules.sorted()
  }

  private func confirm(
    _ rule: Int, from start: Int, _ limit: Range<Int>, _ text: MatchText,
    _ confirmer: MatchConfirmer
  ) -> PatternMatch? {
    let pattern = program.patterns[rule]
    let candidates = confirmer.candidates(
      entry: program.entries[rule], from: start, limit: limit, tokenClasses: classes)
    for candidate in candidates where candidate.end > start {
      let captures = candidate.captures.filter { $0.end >= $0.start }.map {
        PatternMatch.Capture(name: pattern.captures[$0.slot], tokens: $0.start..<$0.end)
      }
      let match = PatternMatch(rule: rule, tokens: start..<candidate.end, captures: captures)
      let conditions = ConditionChecker(text: text, match: match)
      var isGood = true
      for (place, condition) in pattern.conditions.enumerated() where isGood {
        if case .containing(_, let isNegated, _) = condition {
          let entry = containingEntries[rule]?[place] ?? 0
          let isFound = match.tokens.contains { token in
            confirmer.matches(
              entry: entry, from: token, to: nil, limit: match.tokens, tokenClasses: classes)
          }
          isGood = isFound != isNegated
        } else {
          isGood = conditions.holds(condition)
        }
      }
      if isGood { return match }
    }
    return nil
  }
}
