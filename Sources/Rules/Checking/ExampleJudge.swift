import NewsModel

/// Compares what a rule found in an example with what was expected.
struct ExampleJudge {
  /// What is wrong.
  struct Finding {
    var message: String
    var details: [String]
  }

  let checker: RuleChecker
  let rule: Int
  let trial: RuleChecker.Trial
  private let hits: [RuleRun.Hit]

  init(checker: RuleChecker, rule: Int, trial: RuleChecker.Trial) {
    self.checker = checker
    self.rule = rule
    self.trial = trial
    hits = trial.run.hits.filter { $0.rule == rule }
  }

  // MARK: - What must match

  /// Why the example does not match as marked, or `nil` if it does.
  func fault(_ example: MarkedExample) -> Finding? {
    if let cut = cutWord(example) { return cut }
    guard !example.expectations.isEmpty else {
      return missing(MarkedExample.Expectation(range: nil, captures: []))
    }
    for expectation in example.expectations {
      if let finding = missing(expectation) { return finding }
    }
    guard example.expectations.contains(where: { $0.range != nil }) else { return nil }
    let surplus = hits.filter(\.counts).first { hit in
      !example.expectations.contains { isMet($0, by: hit.match) }
    }
    return surplus.map {
      Finding(
        message: "also matches where nothing is marked",
        details: excerpt(Self.marks(of: $0.match, in: trial), $0.match, "not marked"))
    }
  }

  /// Why no match is as expected, or `nil` if one is.
  private func missing(_ expectation: MarkedExample.Expectation) -> Finding? {
    let fitting = hits.filter { isMet(expectation, by: $0.match) }
    if fitting.contains(where: \.counts) { return nil }
    if let hit = fitting.first { return lost(hit) }
    let range = expectation.range.map(tokens)
    let near = hits.first { hit in
      range.map { $0.overlaps(hit.match.tokens) } ?? true
    }
    if let near { return differs(near, expectation) }
    let explanation = checker.explanation(of: rule, trial, from: range?.lowerBound) {
      isMet(expectation, by: $0)
    }
    return Finding(message: "does not match", details: explanation.lines(for: trial.text))
  }

  /// A match that is as expected, and lost.
  private func lost(_ hit: RuleRun.Hit) -> Finding {
    if let winner = hit.beatenBy {
      let rival = checker.rules[winner]
      let taken = trial.run.hits.first {
        $0.rule == winner && $0.counts && $0.match.tokens.overlaps(hit.match.tokens)
      }
      let marks = taken.map { MarkedLine.Mark(range($0.match.tokens), rival.name, stroke: "^") }
      return Finding(
        message:
          "is taken by rule '\(rival.name)'\(place(of: rival)), \(reason(rival, taken, hit))",
        details: MarkedLine(
          trial.text,
          marks: [MarkedLine.Mark(range(hit.match.tokens), checker.rules[rule].name)]
            + (marks.map { [$0] } ?? [])
        ).lines + [
          "narrow one of them, give it another priority, or another layer than '\(rival.layer)'"
        ])
    }
    let message = hit.failure.map { "matches, but the action fails: \($0)" }
    return Finding(
      message: message ?? "matches, but the action drops it",
      details: excerpt(Self.marks(of: hit.match, in: trial), hit.match, "matched"))
  }

  /// Why a rival of the same layer won.
  private func reason(_ rival: Rule, _ taken: RuleRun.Hit?, _ hit: RuleRun.Hit) -> String {
    let own = checker.rules[rule]
    if rival.priority != own.priority { return "which has priority \(rival.priority)" }
    guard let taken else { return "which wins" }
    if taken.match.tokens.count > hit.match.tokens.count { return "which matches more words" }
    if taken.match.tokens.lowerBound < hit.match.tokens.lowerBound { return "which begins before" }
    return "which stands before it"
  }

  private func place(of rival: Rule) -> String {
    rival.file.isEmpty ? "" : " (\(rival.file):\(rival.line))"
  }

  /// A match that is not as expected.
  private func differs(_ hit: RuleRun.Hit, _ expectation: MarkedExample.Expectation) -> Finding {
    let match = hit.match
    if let range = expectation.range, tokens(range) != match.tokens {
      return Finding(
        message: "matches other words",
        details: MarkedLine(
          trial.text,
          marks: [
            MarkedLine.Mark(self.range(match.tokens), "matched"),
            MarkedLine.Mark(ByteRange(range.lowerBound, range.upperBound), "expected", stroke: "^"),
          ]
        ).lines)
    }
    let wrong = expectation.captures.first { !hasCapture($0, match) }
    let name = wrong?.name ?? ""
    let actual = match.tokens(of: name).flatMap { $0.isEmpty ? nil : range($0) }
    let found = actual.map { "is \"\(trial.text[bytes: $0])\"" } ?? "took no part"
    return Finding(
      message: "matches, but capture \(name) \(found)",
      details: MarkedLine(
        trial.text,
        marks: Self.marks(of: match, in: trial)
          + (wrong.map {
            [
              MarkedLine.Mark(
                ByteRange($0.range.lowerBound, $0.range.upperBound), "expected \(name)",
                stroke: "^")
            ]
          } ?? [])
      ).lines)
  }

  // MARK: - What must not match

  /// The match that should not be there, or `nil` if there is none.
  func intrusion(_ example: MarkedExample) -> Finding? {
    if let hit = hits.first(where: { $0.failure != nil }) {
      return Finding(
        message: "matches, and the action fails: \(hit.failure ?? "")",
        details: excerpt(Self.marks(of: hit.match, in: trial), hit.match, "matched"))
    }
    let marked = example.expectations.filter { $0.range != nil }
    let hit = hits.filter(\.counts).first { hit in
      marked.isEmpty || marked.contains { isMet($0, by: hit.match) }
    }
    return hit.map {
      Finding(
        message: "matches, and must not",
        details: excerpt(Self.marks(of: $0.match, in: trial), $0.match, "matched"))
    }
  }

  // MARK: - Comparing

  private func isMet(_ expectation: MarkedExample.Expectation, by match: PatternMatch) -> Bool {
    (expectation.range.map { tokens($0) == match.tokens } ?? true)
      && expectation.captures.allSatisfy { hasCapture($0, match) }
  }

  private func hasCapture(_ capture: MarkedExample.Capture, _ match: PatternMatch) -> Bool {
    let wanted = tokens(capture.range)
    return match.captures.contains { $0.name == capture.name && $0.tokens == wanted }
  }

  /// A mark that begins or ends inside a word, which no match can.
  private func cutWord(_ example: MarkedExample) -> Finding? {
    let ranges = example.expectations.flatMap {
      [$0.range].compactMap(\.self) + $0.captures.map(\.range)
    }
    for range in ranges {
      let run = tokens(range)
      guard !run.isEmpty else { continue }
      let words = self.range(run)
      for token in [run.lowerBound, run.upperBound - 1] {
        let word = trial.analysis.tokens.range(of: token)
        if word.start < range.lowerBound || word.end > range.upperBound {
          return Finding(
            message: "cannot match: a mark cuts the word \"\(trial.text[bytes: word])\"",
            details: MarkedLine(
              trial.text,
              marks: [
                MarkedLine.Mark(
                  ByteRange(range.lowerBound, range.upperBound), "marked", stroke: "^"),
                MarkedLine.Mark(words, "mark whole words"),
              ]
            ).lines)
        }
      }
    }
    return nil
  }

  private func tokens(_ range: Range<Int>) -> Range<Int> {
    trial.analysis.tokens.tokens(in: ByteRange(range.lowerBound, range.upperBound))
  }

  private func range(_ tokens: Range<Int>) -> ByteRange { trial.analysis.tokens.range(of: tokens) }

  private func excerpt(
    _ marks: [MarkedLine.Mark], _ match: PatternMatch, _ label: String
  ) -> [String] {
    MarkedLine(
      trial.text, marks: marks + [MarkedLine.Mark(range(match.tokens), label, stroke: "^")]
    ).lines
  }

  /// The captures of a match as marks.
  static func marks(of match: PatternMatch, in trial: RuleChecker.Trial) -> [MarkedLine.Mark] {
    match.captures.filter { !$0.tokens.isEmpty }.map {
      MarkedLine.Mark(trial.analysis.tokens.range(of: $0.tokens), $0.name)
    }
  }

  /// How a rule that won is called.
  static func defeat(by rival: Rule) -> String {
    "matches, but rule '\(rival.name)' of layer '\(rival.layer)' wins here"
  }
}
