/// What stands after `::`.
extension PatternParser {
  mutating func condition() throws(PatternError) -> Pattern.Condition {
    var isNegated = false
    if isSymbol("!") {
      isNegated = true
      _ = advance()
    }
    let symbol = current
    if symbol.kind == .word, symbol.text == "within" {
      _ = advance()
      return .within(try region(), negated: isNegated, symbol.range)
    }
    if symbol.kind == .word, symbol.text == "containing" {
      _ = advance()
      return .containing(try item(), negated: isNegated, symbol.range)
    }
    if isNegated { throw error("expected 'within' or 'containing' after !", symbol.range) }
    if symbol.kind == .word, !symbol.text.contains("."), following.kind != .comparison {
      throw error(
        "unknown condition '\(symbol.text)'", symbol.range,
        hint: suggestion(
          symbol.text, among: ["within", "containing"],
          otherwise: "conditions: within REGION, containing ITEM, a.lemma = b.lemma"))
    }
    let (name, attribute) = try captureAttribute(advance())
    guard current.kind == .comparison, let comparison = Pattern.Comparison(rawValue: current.text)
    else { throw error("expected a comparison such as = or >=", current.range) }
    _ = advance()
    return .compare(name, attribute, comparison, try operand(attribute, comparison), symbol.range)
  }

  private mutating func region() throws(PatternError) -> Pattern.Region {
    let symbol = advance()
    if symbol.kind == .annotation { return .annotation(try type(symbol)) }
    if let found = Pattern.Region.named.first(where: { $0.name == symbol.text }) {
      return found.region
    }
    let names = Pattern.Region.named.map(\.name)
    throw error(
      "unknown region '\(symbol.text)'", symbol.range,
      hint: suggestion(
        symbol.text, among: names,
        otherwise: "regions: \(names.joined(separator: " ")) or @TYPE"))
  }

  private func captureAttribute(
    _ symbol: PatternLexer.Symbol
  ) throws(PatternError) -> (String, Pattern.Attribute) {
    guard symbol.kind == .word else { throw error("expected a capture name", symbol.range) }
    guard let dot = symbol.text.firstIndex(of: ".") else {
      throw error(
        "expected NAME.ATTRIBUTE", symbol.range, hint: "for example \(symbol.text).lemma")
    }
    let name = String(symbol.text[..<dot])
    let nameEnd = symbol.range.start + name.utf8.count
    guard captures.contains(name) else {
      let known = captures.isEmpty ? "none" : captures.joined(separator: " ")
      throw error(
        "no capture '\(name)' in this pattern", SourceRange(symbol.range.start, nameEnd),
        hint: suggestion(name, among: captures, otherwise: "captures: \(known)"))
    }
    let attributeName = String(symbol.text[symbol.text.index(after: dot)...])
    return (
      name, try attribute(attributeName, SourceRange(nameEnd + 1, symbol.range.end))
    )
  }

  private mutating func operand(
    _ attribute: Pattern.Attribute, _ comparison: Pattern.Comparison
  ) throws(PatternError) -> Pattern.Operand {
    let symbol = advance()
    switch symbol.kind {
    case .word:
      if let dot = symbol.text.firstIndex(of: "."), captures.contains(String(symbol.text[..<dot])) {
        let (name, other) = try captureAttribute(symbol)
        return .capture(name, other)
      }
      return .value(try checkedNumber(symbol, attribute, comparison, .folded(symbol.text)))
    case .string:
      return .value(try checkedNumber(symbol, attribute, comparison, .folded(symbol.text)))
    case .exact:
      return .value(try checkedNumber(symbol, attribute, comparison, .exact(symbol.text)))
    case .regex: return .value(try regex(symbol))
    default: throw error("expected a value or another capture's attribute", symbol.range)
    }
  }
}
