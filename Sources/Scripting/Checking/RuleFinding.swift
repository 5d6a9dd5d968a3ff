public import Rules

/// Something that a check of rule files has to say, with its place, as editors show it.
public struct RuleFinding: Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// A promise is broken, or a file cannot be used.
    case error
    /// Nothing is broken, but something is missing.
    case warning
    /// Good to know: a `todo` that matches now, or does not yet; what is odd about a pattern in a corpus.
    case info
  }

  /// The file, or empty where there is none.
  public var file: String
  /// The 1-based line.
  public var line: Int
  /// The 1-based column in code points.
  public var column: Int
  /// How bad it is.
  public var severity: Severity
  /// The rule that it is about, or `nil`.
  public var rule: String?
  /// What there is to say, in one line.
  public var message: String
  /// The text with marks, and advice, line by line.
  public var details: [String]

  /// Creates a finding.
  public init(
    at place: RulePlace, _ severity: Severity, rule: String? = nil, _ message: String,
    details: [String] = []
  ) {
    file = place.file
    line = place.line
    column = place.column
    self.severity = severity
    self.rule = rule
    self.message = message
    self.details = details
  }

  /// The finding as compilers print it; an error goes without saying so.
  public var description: String {
    let place = file.isEmpty ? "" : "\(file):\(line): "
    let kind = severity == .error ? "" : "\(severity.rawValue): "
    return ([place + kind + message] + details.map { "    \($0)" }).joined(separator: "\n")
  }
}

extension RuleFinding {
  /// A fault in what a file declares.
  init(_ fault: RuleFault) {
    let lines = fault.description.split(separator: "\n", omittingEmptySubsequences: false)
    self.init(
      at: fault.place, .error, fault.message,
      details: lines.dropFirst().map { String($0.dropFirst(4)) })
  }

  /// A file that cannot be read, or whose script fails.
  init(_ failure: Failure, path: String) {
    let location = failure.location
    let before = location?.column.flatMap { location?.text?.prefix($0 - 1) } ?? ""
    let place = RulePlace(
      file: location?.file ?? path, line: location?.line ?? 1,
      column: before.unicodeScalars.count + 1)
    let line = failure.location?.text.map { [$0] } ?? []
    self.init(
      at: place, .error, failure.message, details: line + (failure.hint.map { [$0] } ?? []))
  }

  /// A plugin that cannot be used.
  init(_ error: any Error, path: String) {
    guard
      case .manifest(let file, let line, let column, let message, let hint)? = error as? PluginError
    else {
      self.init(at: RulePlace(file: path), .error, "\(error)")
      return
    }
    self.init(
      at: RulePlace(file: file, line: line, column: column), .error, message,
      details: hint.map { [$0] } ?? [])
  }

  /// What came of an example, or `nil` where all is as promised.
  init?(_ check: RuleCheck) {
    let severity: Severity
    var message = check.summary
    switch check.verdict {
    case .passed: return nil
    case .failed: severity = .error
    case .granted: severity = .info
    case .pending:
      severity = .info
      if check.message == "does not match" { message += " yet" }
    }
    self.init(
      at: check.example.place, severity, rule: check.example.rule, message, details: check.details)
  }
}

/// All that a check of rule files or of a plugin has to say.
public struct RuleFindings: Sendable {
  /// What there is to say, in the order of the files.
  public var findings: [RuleFinding] = []
  /// How many rules were checked.
  public var rules = 0
  /// How many examples came out as promised.
  public var passed = 0
  /// How many did not.
  public var failed = 0
  /// How many `todo` there are.
  public var wishes = 0
  /// How many remarks there are on patterns in view of a corpus.
  public var remarks = 0

  /// Whether Ctrl-C stopped the check, so that there may be more to say.
  public var isInterrupted = false

  /// Whether nothing is broken.
  public var isSuccess: Bool { !findings.contains { $0.severity == .error } }

  /// The numbers in one line: `2 rules · 7 examples as promised · 1 failed · 1 todo`.
  public var summary: String {
    var parts = [
      "\(rules) \(rules == 1 ? "rule" : "rules")",
      "\(passed) \(passed == 1 ? "example" : "examples") as promised",
    ]
    if failed > 0 { parts.append("\(failed) failed") }
    if wishes > 0 { parts.append("\(wishes) todo") }
    if remarks > 0 { parts.append("\(remarks) \(remarks == 1 ? "remark" : "remarks")") }
    return parts.joined(separator: " · ")
  }

  /// Adds the findings of something else.
  mutating func add(_ other: RuleFindings) {
    findings += other.findings
    rules += other.rules
    passed += other.passed
    failed += other.failed
    wishes += other.wishes
    isInterrupted = isInterrupted || other.isInterrupted
  }

  /// Adds why files cannot be used.
  mutating func add(_ error: RuleLoadingError, paths: [String]) {
    switch error {
    case .faults(let faults): findings += faults.faults.map(RuleFinding.init)
    case .script(let failure) where failure.isInterruption: isInterrupted = true
    case .script(let failure):
      findings.append(RuleFinding(failure, path: paths.first ?? ""))
    }
  }

  /// Adds the outcomes of examples.
  mutating func add(_ report: RuleReport, of bundle: RuleBundle) {
    rules += bundle.rules.count
    passed += report.count(.passed)
    failed += report.count(.failed)
    wishes += report.count(.pending) + report.count(.granted)
    findings += report.checks.compactMap(RuleFinding.init)
    for name in report.rulesWithoutExamples {
      let rule = bundle.rules.first { $0.name == name }
      let place = RulePlace(file: rule?.file ?? "", line: rule?.line ?? 1)
      findings.append(
        RuleFinding(
          at: place, .warning, rule: name, "rule '\(name)' has no examples",
          details: ["add matches = { … } and rejects = { … }"]))
    }
  }
}
