/// Parses what stands between the brackets of one token.
struct PatternTestParser {
  var parser: PatternParser

  init(_ parser: PatternParser) { self.parser = parser }

  mutating func test() throws(PatternError) -> Pattern.TokenTest {
    var parts = [try conjunction()]
    while parser.isSymbol("|") {
      _ = parser.advance()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .either(parts)
  }

  private mutating func conjunction() throws(PatternError) -> Pattern.TokenTest {
    var parts = [try unary()]
    while parser.isSymbol("&") {
      _ = parser.advance()
      parts.append(try unary())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func unary() throws(PatternError) -> Pattern.TokenTest {
    let symbol = parser.advance()
    if symbol.kind == .symbol, symbol.text == "!" { return .not(try unary()) }
    if symbol.kind == .symbol, symbol.text == "(" {
      let inner = try test()
      try parser.expectClosing(")", openedAt: symbol.range)
      return inner
    }
    guard symbol.kind == .word else {
      throw parser.error(
        "expected an attribute here", symbol.range, hint: "as in [lemma=say] or [num]")
    }
    guard parser.current.kind == .comparison,
      let comparison = Pattern.Comparison(rawValue: parser.current.text)
    else { return try flag(symbol) }
    let attribute = try parser.attribute(symbol.text, symbol.range)
    _ = parser.advance()
    var values: [Pattern.Value] = []
    if parser.isSymbol("(") {
      let open = parser.advance()
      values += try value(attribute, comparison)
      while parser.isSymbol("|") {
        _ = parser.advance()
        values += try value(attribute, comparison)
      }
      try parser.expectClosing(")", openedAt: open.range)
    } else {
      values = try value(attribute, comparison)
    }
    return .compare(attribute, comparison, values)
  }

  private func flag(_ symbol: PatternLexer.Symbol) throws(PatternError) -> Pattern.TokenTest {
    if let flag = Pattern.Flag(rawValue: symbol.text) { return .flag(flag) }
    let attributes =
      Pattern.Attribute.builtIn.map(\.name) + parser.environment.attributes.map(\.name)
    if attributes.contains(symbol.text) {
      throw parser.error(
        "'\(symbol.text)' needs a value", symbol.range, hint: "[\(symbol.text)=...]")
    }
    let flags = Pattern.Flag.allCases.map(\.rawValue)
    throw parser.error(
      "unknown flag '\(symbol.text)'", symbol.range,
      hint: parser.suggestion(
        symbol.text, among: flags + attributes,
        otherwise:
          "to match the word, drop the brackets: \(symbol.text)    (flags: \(flags.joined(separator: " ")))"
      ))
  }

  private mutating func value(
    _ attribute: Pattern.Attribute, _ comparison: Pattern.Comparison
  ) throws(PatternError) -> [Pattern.Value] {
    let symbol = parser.advance()
    switch symbol.kind {
    case .regex: return [try parser.regex(symbol)]
    case .name:
      guard let phrases = parser.environment.lists[symbol.text] else {
        throw parser.unknownName(symbol)
      }
      return phrases.map { .folded($0) }
    case .word, .string, .exact:
      try check(symbol, attribute)
      let value: Pattern.Value = symbol.kind == .exact ? .exact(symbol.text) : .folded(symbol.text)
      return [try parser.checkedNumber(symbol, attribute, comparison, value)]
    default:
      throw parser.error(
        "expected a value", symbol.range, hint: "a word, \"string\", 'Exact', /regex/ or $list")
    }
  }

  private func check(
    _ symbol: PatternLexer.Symbol, _ attribute: Pattern.Attribute
  ) throws(PatternError) {
    if [.word, .lower, .lemma].contains(attribute), symbol.text.contains(" ") {
      throw parser.error(
        "one token cannot contain a space", symbol.range,
        hint: "write the phrase outside the brackets: \(symbol.text)")
    }
    guard attribute == .pos, !PatternParser.tags.contains(symbol.text) else { return }
    let near = NearestName.of(symbol.text, in: PatternParser.tags)
    let family = "a family is written as a regex: [pos=/\(near ?? "NN").*/]"
    throw parser.error(
      "no token has pos '\(symbol.text)'", symbol.range,
      hint: (near.map { "did you mean '\($0)'?   " } ?? "") + family)
  }
}
