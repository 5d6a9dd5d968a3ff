import NewsModel

/// What a ``PatternMatcher`` knows and does, as one value, so that its parts are passed on without being copied.
struct MatcherCore {
  private let program: PatternProgram
  private var classes: TokenClasses
  private var groups: [(scope: Pattern.Scope, scanner: PatternScanner)] = []
  /// The entries of `containing` items, by rule and place among its conditions.
  private var containingEntries: [Int: [Int: Int]] = [:]
  /// What is left to do for a rule once the automaton has found the end of its longest match.
  private let needs: [Need]
  private let scratch = ConfirmerScratch()
  private var input = ScanInput(classes: [], borders: [], extents: [])
  private var blockedUntil: [Int]

  /// What the automaton cannot tell of a match.
  private enum Need { case nothing, captures, confirmation }

  /// Compiles patterns.
  ///
  /// - Throws: ``PatternError`` where a pattern is too large.
  init(_ patterns: [Pattern]) throws(PatternError) {
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
    needs = patterns.map { pattern in
      if pattern.root.needsConfirmation || pattern.conditions.contains(where: \.excludesMatches) {
        return .confirmation
      }
      return pattern.captures.isEmpty ? .nothing : .captures
    }
    blockedUntil = Array(repeating: 0, count: patterns.count)
    for scope in [Pattern.Scope.sentence, .paragraph, .document] {
      let rules = patterns.indices.filter { patterns[$0].scope == scope }
      if !rules.isEmpty { groups.append((scope, PatternScanner(program, rules: rules))) }
    }
  }

  /// All matches in a text, sorted by first token, then rule.
  mutating func matches(in text: MatchText) -> [PatternMatch] {
    guard text.tokens.count > 0 else { return [] }
    begin(text, borders: BorderMasks(text).masks)
    classes.classify(0..<text.tokens.count, of: text, into: &input.classes)
    var found: [PatternMatch] = []
    for group in groups.indices {
      groups[group].scanner.prepare(classCount: classes.classCount)
      scan(group, text, starts: [0..<text.tokens.count], isClassified: true) { found.append($0) }
    }
    if groups.count == 1 { return found }
    return found.sorted {
      ($0.tokens.lowerBound, $0.rule) < ($1.tokens.lowerBound, $1.rule)
    }
  }

  /// Hands on the matches that begin at some of the tokens; see ``PatternMatcher``.
  mutating func matches(
    in text: MatchText, borders: [UInt8], starts: [Range<Int>], needsCaptures: Bool,
    _ body: (PatternMatch) -> Void
  ) {
    begin(text, borders: borders)
    for group in groups.indices {
      scan(
        group, text, starts: starts, isClassified: false, needsCaptures: needsCaptures, body)
    }
  }

  private mutating func begin(_ text: MatchText, borders: [UInt8]) {
    classes.begin(text)
    input.borders = borders
    input.extents = program.types.map { text.extents[$0] ?? [] }
    for rule in blockedUntil.indices { blockedUntil[rule] = 0 }
  }

  private mutating func scan(
    _ group: Int, _ text: MatchText, starts: [Range<Int>], isClassified: Bool,
    needsCaptures: Bool = true, _ body: (PatternMatch) -> Void
  ) {
    let scope = groups[group].scope
    var confirmer: MatchConfirmer?
    var limit = 0..<0
    for range in starts {
      var start = range.lowerBound
      while start < range.upperBound {
        if start >= limit.upperBound {
          limit = text.scope(scope, at: start)
          if !isClassified {
            // Let go of the classes first, or they would be copied.
            confirmer = nil
            classes.classify(limit, of: text, into: &input.classes)
            groups[group].scanner.prepare(classCount: classes.classCount)
          }
        }
        let end = min(range.upperBound, limit.upperBound)
        while start < end,
          !groups[group].scanner.finds(from: start, to: limit.upperBound, input, classes)
        {
          start += 1
        }
        if start == end { continue }
        for rule in groups[group].scanner.found.sorted() where blockedUntil[Int(rule)] <= start {
          let known = confirmer ?? makeConfirmer(text)
          confirmer = known
          let longest = groups[group].scanner.longest[Int(rule)]
          guard
            let match = match(
              Int(rule), from: start, longest: longest, limit, text, known, needsCaptures)
          else { continue }
          blockedUntil[Int(rule)] = match.tokens.upperBound
          body(match)
        }
        start += 1
      }
    }
  }

  private func makeConfirmer(_ text: MatchText) -> MatchConfirmer {
    MatchConfirmer(
      program: program, text: text, classes: input.classes, borders: input.borders,
      scratch: scratch)
  }

  private func match(
    _ rule: Int, from start: Int, longest: Int, _ limit: Range<Int>, _ text: MatchText,
    _ confirmer: MatchConfirmer, _ needsCaptures: Bool
  ) -> PatternMatch? {
    switch needs[rule] {
    case .nothing:
      return PatternMatch(rule: rule, tokens: start..<longest, captures: [])
    case .captures where !needsCaptures:
      return PatternMatch(rule: rule, tokens: start..<longest, captures: [])
    case .captures, .confirmation:
      return confirm(rule, from: start, limit, text, confirmer)
    }
  }

  private func confirm(
    _ rule: Int, from start: Int, _ limit: Range<Int>, _ text: MatchText,
    _ confirmer: MatchConfirmer
  ) -> PatternMatch? {
    let pattern = program.patterns[rule]
    let candidates = confirmer.candidates(
      entry: program.entries[rule], from: start, limit: limit, tokenClasses: classes,
      onlyBest: pattern.conditions.isEmpty)
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

extension Pattern.Node {
  /// Whether the longest way that the automaton finds may not be the match: lazy parts, lookarounds.
  fileprivate var needsConfirmation: Bool {
    switch self {
    case .token, .annotation, .border: false
    case .lookaround: true
    case .sequence(let parts), .alternation(let parts): parts.contains(where: \.needsConfirmation)
    case .capture(_, let part, _): part.needsConfirmation
    case .repetition(let part, _, _, let isLazy, _): isLazy || part.needsConfirmation
    }
  }
}

extension Pattern.Condition {
  /// Whether a match may fail the condition: `within s` and its like only widen the scope.
  fileprivate var excludesMatches: Bool {
    switch self {
    case .within(.sentence, negated: false, _), .within(.paragraph, negated: false, _),
      .within(.document, negated: false, _):
      false
    default: true
    }
  }
}
