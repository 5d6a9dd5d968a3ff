extension Rule {
  /// Parses a rule as written.
  ///
  /// - Throws: ``RuleFaults`` for its pattern, or for values that its captures cannot give.
  init(
    _ declared: RuleDeclarations.Rule, in environment: PatternEnvironment
  ) throws(RuleFaults) {
    let owner = "rule '\(declared.name)'"
    let pattern: Pattern
    do throws(PatternError) {
      pattern = try Pattern(declared.pattern, in: environment)
    } catch {
      throw RuleFaults([RuleFault(error, patternAt: declared.patternPlace, of: owner)])
    }
    var faults: [RuleFault] = []
    func examples(_ kind: RuleExample.Kind) -> [String] {
      declared.examples.filter { $0.kind == kind }.map(\.text)
    }
    var emission: Emission?
    if let type = declared.type {
      if let span = declared.span, !pattern.captures.contains(span) {
        faults.append(Self.unknownCapture(span, in: pattern, of: owner, at: declared.place))
      }
      var attributes: [String: Emission.Source] = [:]
      for (name, value) in declared.attributes.sorted(by: { $0.key < $1.key }) {
        switch value {
        case .number(let number): attributes[name] = .constant(.number(number))
        case .flag(let flag): attributes[name] = .constant(.flag(flag))
        case .text(let text):
          if let fault = Self.fault(in: text, of: name, pattern, owner, declared.place) {
            faults.append(fault)
          }
          attributes[name] = Emission.source(
            text, captures: pattern.captures, attributes: pattern.attributes)
        }
      }
      emission = Emission(
        type: environment.types[type] ?? type, span: declared.span, attributes: attributes)
    }
    if !faults.isEmpty { throw RuleFaults(faults) }
    self.init(
      name: declared.name, pattern: pattern, emission: emission, priority: declared.priority,
      layer: declared.layer, matches: examples(.matches), rejects: examples(.rejects),
      wishes: examples(.todo), file: declared.place.file, line: declared.patternPlace.line,
      action: declared.action)
  }

  /// What is wrong with a value such as `n.numm`, or `nil` where it can be given or is a fixed text.
  private static func fault(
    in text: String, of attribute: String, _ pattern: Pattern, _ owner: String, _ place: RulePlace
  ) -> RuleFault? {
    guard let dot = text.firstIndex(of: "."), RuleNameCheck.isName(String(text[..<dot])) else {
      return nil
    }
    let capture = String(text[..<dot])
    let name = String(text[text.index(after: dot)...])
    let known =
      Pattern.Attribute.builtIn.map(\.name) + pattern.attributes.map(\.name) + ["text"]
    if pattern.captures.contains(capture) {
      if known.contains(name) || !RuleNameCheck.isName(name) { return nil }
      return RuleFault(
        "\(owner): \(attribute) = \"\(text)\": unknown attribute '\(name)'", at: place,
        hint: NearestName.of(name, in: known).map { "did you mean '\($0)'?" }
          ?? "attributes: \(known.joined(separator: " "))")
    }
    // Only what looks like a capture's attribute is taken for one; “U.S.” is a fixed text.
    return known.contains(name)
      ? unknownCapture(capture, in: pattern, of: owner, at: place) : nil
  }

  private static func unknownCapture(
    _ name: String, in pattern: Pattern, of owner: String, at place: RulePlace
  ) -> RuleFault {
    let known =
      pattern.captures.isEmpty
      ? "the pattern has no captures" : "captures: \(pattern.captures.joined(separator: " "))"
    return RuleFault(
      "\(owner): no capture '\(name)' in its pattern", at: place,
      hint: NearestName.of(name, in: pattern.captures).map { "did you mean '\($0)'?" } ?? known)
  }
}
