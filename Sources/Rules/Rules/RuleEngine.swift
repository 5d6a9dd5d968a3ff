public import NewsModel

/// Runs a set of rules over one article after another.
///
/// Stages follow from what rules read and emit. Within a stage all patterns are matched in one pass;
/// then rules of one layer compete by priority, then length, then earlier start, then file order: a total
/// order, so that the outcome never depends on chance.
public final class RuleEngine {
  /// The rules in file order.
  public let rules: [Rule]
  private let stages: [(rules: [Int], matcher: PatternMatcher)]

  /// Compiles a set of rules.
  ///
  /// - Throws: ``RuleSetError`` for two rules of one name, a circle, or a pattern that is too large.
  public init(_ rules: [Rule]) throws(RuleSetError) {
    var names: Set<String> = []
    for rule in rules where !names.insert(rule.name).inserted {
      throw .duplicate(name: rule.name)
    }
    self.rules = rules
    var stages: [(rules: [Int], matcher: PatternMatcher)] = []
    for stage in try RuleStages.stages(of: rules) {
      do throws(PatternError) {
        stages.append((stage, try PatternMatcher(stage.map { rules[$0].pattern })))
      } catch {
        let faulty = stage.first { rules[$0].pattern.source == error.source } ?? stage[0]
        throw .pattern(rule: rules[faulty].name, error)
      }
    }
    self.stages = stages
  }

  /// Runs the rules and adds what they emit to the analysis, keeping its annotations sorted.
  ///
  /// - Parameters:
  ///   - analysis: The article.
  ///   - action: What a rule's action makes of a winning match; not called for rules without one.
  /// - Returns: All matches, losers and failures included.
  @discardableResult
  public func run(
    on analysis: inout Analysis,
    action: (_ rule: Int, _ match: PatternMatch, _ text: MatchText) -> ActionOutcome = { _, _, _ in
      .keep([:])
    }
  ) -> RuleRun {
    var run = RuleRun()
    for stage in stages {
      let text = MatchText(analysis)
      var hits = stage.matcher.matches(in: text).map { match -> RuleRun.Hit in
        var match = match
        match.rule = stage.rules[match.rule]
        return RuleRun.Hit(rule: match.rule, match: match)
      }
      compete(&hits)
      for index in hits.indices where hits[index].beatenBy == nil {
        decide(&hits[index], text, action)
        if let annotation = hits[index].annotation { analysis.annotations.append(annotation) }
      }
      analysis.annotations.sort {
        ($0.range, $0.type, $0.by) < ($1.range, $1.type, $1.by)
      }
      run.hits += hits
    }
    run.hits.sort {
      ($0.match.tokens.lowerBound, $0.match.tokens.upperBound, $0.rule)
        < ($1.match.tokens.lowerBound, $1.match.tokens.upperBound, $1.rule)
    }
    return run
  }

  /// Marks the losers of each layer.
  private func compete(_ hits: inout [RuleRun.Hit]) {
    let order = hits.indices.sorted { a, b in
      let (first, second) = (hits[a], hits[b])
      if rules[first.rule].priority != rules[second.rule].priority {
        return rules[first.rule].priority > rules[second.rule].priority
      }
      if first.match.tokens.count != second.match.tokens.count {
        return first.match.tokens.count > second.match.tokens.count
      }
      return (first.match.tokens.lowerBound, first.rule)
        < (second.match.tokens.lowerBound, second.rule)
    }
    var taken: [String: [Int: Int]] = [:]
    for index in order {
      let hit = hits[index]
      let layer = rules[hit.rule].layer
      if let winner = hit.match.tokens.lazy.compactMap({ taken[layer]?[$0] }).first {
        hits[index].beatenBy = winner
      } else {
        for token in hit.match.tokens { taken[layer, default: [:]][token] = hit.rule }
      }
    }
  }

  private func decide(
    _ hit: inout RuleRun.Hit, _ text: MatchText,
    _ action: (Int, PatternMatch, MatchText) -> ActionOutcome
  ) {
    let outcome =
      rules[hit.rule].action == nil ? .keep([:]) : action(hit.rule, hit.match, text)
    switch outcome {
    case .drop: hit.isDropped = true
    case .failed(let reason): hit.failure = reason
    case .keep(let more):
      let rule = rules[hit.rule]
      guard let emission = rule.emission else { break }
      let tokens = emission.span.flatMap { hit.match.tokens(of: $0) } ?? hit.match.tokens
      var attributes: [String: AttributeValue] = [:]
      for (name, source) in emission.attributes {
        attributes[name] = value(of: source, hit.match, text)
        if case .capture(let capture, .num) = source, attributes[name] != nil,
          let run = hit.match.tokens(of: capture), text.isApproximate(run)
        {
          attributes["approx"] = .flag(true)
        }
      }
      attributes.merge(more) { _, new in new }
      hit.annotation = Annotation(
        type: emission.type, range: text.tokens.range(of: tokens), by: "rule \(rule.name)",
        attributes: attributes)
    }
  }

  /// The value of an emitted attribute, or `nil` where its capture took no part.
  private func value(
    of source: Emission.Source, _ match: PatternMatch, _ text: MatchText
  ) -> AttributeValue? {
    switch source {
    case .constant(.text(let value)): return .text(value)
    case .constant(.number(let value)): return .number(value)
    case .constant(.flag(let value)): return .flag(value)
    case .captureText(let name):
      // A capture of something optional may be there without a word.
      return match.tokens(of: name).flatMap {
        $0.isEmpty ? nil : .text(text.words($0, .word))
      }
    case .capture(let name, let attribute):
      guard let tokens = match.tokens(of: name), !tokens.isEmpty else { return nil }
      if attribute == .num || attribute == .len {
        let number = text.number(attribute, of: tokens)
        return number.isNaN ? nil : .number(number)
      }
      let words = text.words(tokens, attribute)
      guard case .custom(let declared) = attribute else { return .text(words) }
      if words.isEmpty { return nil }
      return declared.isNumeric ? Double(words).map { .number($0) } ?? .text(words) : .text(words)
    }
  }
}
