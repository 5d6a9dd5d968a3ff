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
  private let scratch = ConfirmerScratch.Keeper()
  private var input = ScanInput(classes: [], borders: [], extents: [])
  private var blockedUntil: [Int]
  /// The text that the input was made of, where its articles are asked for one by one.
  private var current: QueryText?

  /// What the automaton cannot tell of a match.
  private enum Need {
    case nothing, captures, confirmation
    /// Only the conditions: the captures always stand in the same places.
    case conditions
  }
  /// For each rule that needs no more than its conditions the match that begins at token 0.
  private let fixed: [PatternMatch?]
  /// For each rule how far from its first token it looks at most, or `nil` where that is not bounded.
  private let reaches: [Int?]

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
    reaches = patterns.map { $0.root.looksAround ? nil : $0.root.length.maximum }
    let fixed = patterns.enumerated().map { $0.element.fixedMatch(rule: $0.offset) }
    self.fixed = fixed
    needs = patterns.enumerated().map { rule, pattern in
      if fixed[rule] != nil { return .conditions }
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
    current = nil
    let source = QueryText(text)
    begin(source)
    unblock()
    input.firstToken = 0
    classes.classify(0..<text.tokens.count, of: text, from: 0, into: &input.classes)
    var found: [PatternMatch] = []
    for group in groups.indices {
      groups[group].scanner.prepare(classCount: classes.classCount)
      scan(group, source, starts: [0..<text.tokens.count], isClassified: true) { found.append($0) }
    }
    if groups.count == 1 { return found }
    return found.sorted {
      ($0.tokens.lowerBound, $0.rule) < ($1.tokens.lowerBound, $1.rule)
    }
  }

  /// Hands on the matches that begin at some of the tokens; see ``PatternMatcher``.
  mutating func matches(
    in text: QueryText, starts: [Range<Int>], needsCaptures: Bool, _ body: (PatternMatch) -> Void
  ) {
    if current !== text {
      current = text
      begin(text)
    }
    unblock()
    for group in groups.indices {
      scan(
        group, text, starts: starts, isClassified: false, needsCaptures: needsCaptures, body)
    }
  }

  private mutating func begin(_ text: QueryText) {
    classes.begin(text.text)
    input.borders = text.borders
    input.extents = program.types.map { text.text.extents[$0] ?? [] }
  }

  /// Lets every rule match from the beginning.
  private mutating func unblock() {
    for rule in blockedUntil.indices { blockedUntil[rule] = 0 }
  }

  private mutating func scan(
    _ group: Int, _ text: QueryText, starts: [Range<Int>], isClassified: Bool,
    needsCaptures: Bool = true, _ body: (PatternMatch) -> Void
  ) {
    let scope = groups[group].scope
    let reach = reaches.count == 1 ? reaches[0] : nil
    var confirmer: MatchConfirmer?
    var limit = 0..<0
    var classified = 0
    // Where there is one rule, no match begins inside the one before.
    let isAlone = blockedUntil.count == 1
    for range in starts {
      var start = isAlone ? max(range.lowerBound, blockedUntil[0]) : range.lowerBound
      while start < range.upperBound {
        if start >= limit.upperBound {
          limit = text.text.scope(scope, at: start)
          if !isClassified {
            confirmer = nil
            input.firstToken = limit.lowerBound
            classified = limit.lowerBound
          }
        }
        let last = min(range.upperBound, limit.upperBound)
        if !isClassified, classified < limit.upperBound {
          // A pattern of bounded length looks at few of the tokens: its own and the next.
          let from = reach == nil ? classified : max(classified, start)
          let end = reach.map { min(limit.upperBound, last + $0) } ?? limit.upperBound
          if from < end {
            // Let go of the classes first, or they would be copied.
            confirmer = nil
            classes.classify(
              from..<end, of: text.text, from: limit.lowerBound, into: &input.classes)
            groups[group].scanner.prepare(classCount: classes.classCount)
            classified = end
          }
        }
        while start < last,
          !groups[group].scanner.finds(from: start, to: limit.upperBound, input, classes)
        {
          start += 1
        }
        if start == last { continue }
        for rule in groups[group].scanner.found.sorted() where blockedUntil[Int(rule)] <= start {
          let longest = groups[group].scanner.longest[Int(rule)]
          guard
            let match = match(
              Int(rule), from: start, longest: longest, limit, text, &confirmer, needsCaptures)
          else { continue }
          blockedUntil[Int(rule)] = match.tokens.upperBound
          body(match)
        }
        start = isAlone ? max(start + 1, blockedUntil[0]) : start + 1
      }
    }
  }

  private func makeConfirmer(_ text: QueryText) -> MatchConfirmer {
    MatchConfirmer(program: program, text: text, input: input, scratch: scratch)
  }

  private func match(
    _ rule: Int, from start: Int, longest: Int, _ limit: Range<Int>, _ text: QueryText,
    _ confirmer: inout MatchConfirmer?, _ needsCaptures: Bool
  ) -> PatternMatch? {
    switch needs[rule] {
    case .nothing:
      return PatternMatch(rule: rule, tokens: start..<longest, captures: [])
    case .captures where !needsCaptures:
      return PatternMatch(rule: rule, tokens: start..<longest, captures: [])
    case .conditions:
      guard let match = fixed[rule]?.moved(by: start) else { return nil }
      return isGood(match, text, &confirmer) ? match : nil
    case .captures, .confirmation:
      return confirm(rule, from: start, limit, text, &confirmer)
    }
  }

  private func known(_ confirmer: inout MatchConfirmer?, _ text: QueryText) -> MatchConfirmer {
    let known = confirmer ?? makeConfirmer(text)
    confirmer = known
    return known
  }

  private func confirm(
    _ rule: Int, from start: Int, _ limit: Range<Int>, _ text: QueryText,
    _ confirmer: inout MatchConfirmer?
  ) -> PatternMatch? {
    let pattern = program.patterns[rule]
    let candidates = known(&confirmer, text).candidates(
      entry: program.entries[rule], from: start, limit: limit, tokenClasses: classes,
      onlyBest: pattern.conditions.isEmpty)
    for candidate in candidates where candidate.end > start {
      let captures = candidate.captures.filter { $0.end >= $0.start }.map {
        PatternMatch.Capture(name: pattern.captures[$0.slot], tokens: $0.start..<$0.end)
      }
      let match = PatternMatch(rule: rule, tokens: start..<candidate.end, captures: captures)
      if isGood(match, text, &confirmer) { return match }
    }
    return nil
  }

  /// Whether the conditions of a match hold.
  private func isGood(
    _ match: PatternMatch, _ text: QueryText, _ confirmer: inout MatchConfirmer?
  ) -> Bool {
    let wanted = program.patterns[match.rule].conditions
    if wanted.isEmpty { return true }
    let conditions = ConditionChecker(text: text, match: match)
    for (place, condition) in wanted.enumerated() {
      if case .containing(_, let isNegated, _) = condition {
        let entry = containingEntries[match.rule]?[place] ?? 0
        let confirmer = known(&confirmer, text)
        let isFound = match.tokens.contains { token in
          confirmer.matches(
            entry: entry, from: token, to: nil, limit: match.tokens, tokenClasses: classes)
        }
        if isFound == isNegated { return false }
      } else if !conditions.holds(condition) {
        return false
      }
    }
    return true
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

extension Pattern {
  /// The match that begins at token 0, where all matches are alike: each part of the pattern takes a fixed
  /// number of tokens, and which captures take part depends on nothing.
  func fixedMatch(rule: Int) -> PatternMatch? {
    let length = root.length
    guard length.minimum == length.maximum, !root.needsConfirmation else { return nil }
    var match = PatternMatch(rule: rule, tokens: 0..<length.minimum, captures: [])
    return root.collectCaptures(from: 0, into: &match.captures) ? match : nil
  }
}

extension Pattern.Node {
  /// Adds the captures of a node of fixed length that begins at a place.
  ///
  /// - Returns: Whether they are always the same.
  fileprivate func collectCaptures(
    from place: Int, into captures: inout [PatternMatch.Capture]
  ) -> Bool {
    switch self {
    case .token, .annotation, .border, .lookaround: return true
    case .capture(let name, let part, _):
      let end = place + part.length.minimum
      captures.append(PatternMatch.Capture(name: name, tokens: place..<end))
      return part.collectCaptures(from: place, into: &captures)
    case .sequence(let parts):
      var place = place
      for part in parts {
        guard part.collectCaptures(from: place, into: &captures) else { return false }
        place += part.length.minimum
      }
      return true
    case .alternation, .repetition: return !hasCaptures
    }
  }

  /// Whether there is a capture in the node.
  var hasCaptures: Bool {
    switch self {
    case .token, .annotation, .border, .lookaround: false
    case .capture: true
    case .sequence(let parts), .alternation(let parts): parts.contains(where: \.hasCaptures)
    case .repetition(let part, _, _, _, _): part.hasCaptures
    }
  }

  /// Whether the node may look at tokens outside the match.
  fileprivate var looksAround: Bool {
    switch self {
    case .token, .annotation, .border: false
    case .lookaround: true
    case .sequence(let parts), .alternation(let parts): parts.contains(where: \.looksAround)
    case .capture(_, let part, _), .repetition(let part, _, _, _, _): part.looksAround
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
