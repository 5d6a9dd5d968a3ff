public import NewsModel

/// Checks the examples of rules with all rules at work.
///
/// Every example goes the whole way of an article: an example that another rule takes away is found that
/// way, as is one that needs what another rule emits.
public struct RuleChecker {
  /// Makes an article of a text, analyses it, and runs all rules over it.
  public typealias Pipeline = (_ text: String) -> (analysis: Analysis, run: RuleRun)

  let rules: [Rule]
  /// What the names in a rule's pattern mean.
  private let environment: (Rule) -> PatternEnvironment
  private let pipeline: Pipeline

  /// Creates a checker.
  ///
  /// - Parameters:
  ///   - rules: All rules that the pipeline runs, in its order.
  ///   - environment: What the names in their patterns mean.
  ///   - pipeline: The whole way from a text to the rules' matches, actions included.
  public init(
    _ rules: [Rule], environment: PatternEnvironment, pipeline: @escaping Pipeline
  ) {
    self.rules = rules
    self.environment = { _ in environment }
    self.pipeline = pipeline
  }

  /// Creates a checker for the rules of a bundle.
  ///
  /// - Parameters:
  ///   - bundle: All rules that the pipeline runs.
  ///   - pipeline: The whole way from a text to the rules' matches, actions included.
  public init(_ bundle: RuleBundle, pipeline: @escaping Pipeline) {
    rules = bundle.rules
    environment = { bundle.environment(ofRule: $0.name) }
    self.pipeline = pipeline
  }

  /// Checks examples, each of one of the rules.
  ///
  /// - Complexity: one run of the pipeline for each example.
  public func report(on examples: [RuleExample]) -> RuleReport {
    var report = RuleReport()
    for example in examples {
      guard let index = rules.firstIndex(where: { $0.name == example.rule }) else { continue }
      report.checks.append(check(example, ofRule: index))
    }
    let tested = Set(examples.map(\.rule))
    report.rulesWithoutExamples = rules.map(\.name).filter { !tested.contains($0) }
    return report
  }

  /// Explains what a rule makes of a text: its matches, or why there is none.
  ///
  /// - Returns: The lines to print, and whether the rule matches and wins.
  public func why(_ text: String, rule index: Int) -> (lines: [String], matches: Bool) {
    let trial = trial(of: text)
    let hits = trial.run.hits.filter { $0.rule == index }
    guard !hits.isEmpty else {
      return (explanation(of: index, trial).lines(for: text), false)
    }
    var lines: [String] = []
    for hit in hits {
      let marks =
        ExampleJudge.marks(of: hit.match, in: trial) + [
          MarkedLine.Mark(
            trial.analysis.tokens.range(of: hit.match.tokens), fate(of: hit), stroke: "^")
        ]
      lines += MarkedLine(text, marks: marks).lines
      for (name, value) in (hit.annotation?.attributes ?? [:]).sorted(by: { $0.key < $1.key }) {
        lines.append("  \(name) = \(Self.words(value))")
      }
    }
    return (lines, hits.contains(where: \.counts))
  }

  // MARK: - One example

  /// One text with what all rules make of it.
  struct Trial {
    var text: String
    var analysis: Analysis
    var run: RuleRun
  }

  private func trial(of text: String) -> Trial {
    let (analysis, run) = pipeline(text)
    return Trial(text: text, analysis: analysis, run: run)
  }

  private func check(_ example: RuleExample, ofRule index: Int) -> RuleCheck {
    var check = RuleCheck(example: example, verdict: .passed, message: "", details: [])
    do throws(PatternError) {
      let marked = try MarkedExample(example.text)
      try checkNames(of: marked, in: rules[index])
      let judge = ExampleJudge(checker: self, rule: index, trial: trial(of: marked.text))
      let finding = example.kind == .rejects ? judge.intrusion(marked) : judge.fault(marked)
      check.details = finding?.details ?? []
      switch (example.kind, finding) {
      case (.todo, let finding?):
        check.verdict = .pending
        check.message = finding.message
      case (.todo, nil):
        check.verdict = .granted
        check.message = "matches now: move it to matches"
      case (_, let finding?):
        check.verdict = .failed
        check.message = finding.message
      case (_, nil): check.message = example.kind == .matches ? "matches" : "does not match"
      }
    } catch {
      check.verdict = .failed
      check.message = "cannot be read: \(error.message)"
      // The first line says where the example stands; below it is the place in the example.
      check.details = error.description.split(separator: "\n").dropFirst().map {
        String($0.dropFirst(4))
      }
    }
    return check
  }

  private func checkNames(of example: MarkedExample, in rule: Rule) throws(PatternError) {
    let known = rule.pattern.captures
    for name in example.captureNames where !known.contains(name) {
      let bytes = Array(example.source.utf8)
      let mark = Array("{\(name):".utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
      let hint =
        NearestName.of(name, in: known).map { "did you mean '\($0)'?" }
        ?? "captures: \(known.isEmpty ? "none" : known.joined(separator: " "))"
      throw PatternError(
        "the pattern has no capture '\(name)'",
        at: SourceRange(start + 1, start + 1 + name.utf8.count), in: example.source, hint: hint)
    }
  }

  /// Why a rule has no match in a text, or none of those wanted.
  func explanation(
    of index: Int, _ trial: Trial, from start: Int? = nil,
    isWanted: @escaping (PatternMatch) -> Bool = { _ in true }
  ) -> MatchExplanation {
    let starts = start.map { $0..<$0 + 1 } ?? 0..<trial.analysis.tokens.count
    do throws(PatternError) {
      return try MatchExplainer(
        rules[index].pattern, on: MatchText(trial.analysis),
        environment: environment(rules[index]),
        isWanted: isWanted
      ).explanation(from: starts)
    } catch {
      return MatchExplanation(marks: [], advice: error.message)
    }
  }

  /// What became of a match, in words.
  private func fate(of hit: RuleRun.Hit) -> String {
    if let winner = hit.beatenBy { return ExampleJudge.defeat(by: rules[winner]) }
    if let failure = hit.failure { return "the action fails: \(failure)" }
    if hit.isDropped { return "the action drops it" }
    return hit.annotation.map { "matches: \($0.type)" } ?? "matches"
  }

  private static func words(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): "\"\(text)\""
    case .flag(let flag): "\(flag)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
  }
}
