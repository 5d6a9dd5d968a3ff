import NewsModel

/// Parses a pattern by recursive descent, so that every message can point at its cause.
struct PatternParser {
  private let source: String
  let environment: PatternEnvironment
  private let symbols: [PatternLexer.Symbol]
  /// The definitions that are being expanded, against circles.
  private let expanding: [String]
  private var index = 0
  private var depth = 0
  var captures: [String] = []

  /// Parses a whole pattern with its conditions.
  ///
  /// - Throws: ``PatternError`` with the place and a hint.
  static func parse(
    _ source: String, in environment: PatternEnvironment
  ) throws(PatternError) -> Pattern {
    var parser = try PatternParser(source, environment, expanding: [])
    return try parser.pattern()
  }

  /// Checks a pattern that others will use by name; it may match nothing at all and has no conditions.
  ///
  /// - Throws: ``PatternError`` with the place and a hint.
  static func check(
    _ source: String, named name: String, in environment: PatternEnvironment
  ) throws(PatternError) {
    var parser = try PatternParser(source, environment, expanding: [name])
    _ = try parser.alternation()
    guard parser.current.kind == .end else {
      throw parser.error(
        "unexpected '\(parser.current.text)' in a definition", parser.current.range,
        hint: parser.current.kind == .conditions ? "write the conditions in the rule" : "")
    }
  }

  private init(
    _ source: String, _ environment: PatternEnvironment, expanding: [String]
  ) throws(PatternError) {
    self.source = source
    self.environment = environment
    self.expanding = expanding
    symbols = try PatternLexer.symbols(of: source)
  }

  /// The tags that a `pos` value may name.
  static let tags = PartOfSpeech.names

  // MARK: - Helpers

  var current: PatternLexer.Symbol { symbols[index] }
  var following: PatternLexer.Symbol { symbols[min(index + 1, symbols.count - 1)] }

  mutating func advance() -> PatternLexer.Symbol {
    let symbol = symbols[index]
    if index + 1 < symbols.count { index += 1 }
    return symbol
  }

  func isSymbol(_ text: String) -> Bool {
    current.kind == .symbol && current.text == text
  }

  func error(_ message: String, _ range: SourceRange, hint: String = "") -> PatternError {
    var range = range
    if range.end == range.start { range.end += 1 }
    return PatternError(message, at: range, in: source, hint: hint)
  }

  func suggestion(_ name: String, among names: [String], otherwise: String) -> String {
    NearestName.of(name, in: names).map { "did you mean '\($0)'?" } ?? otherwise
  }

  mutating func expectClosing(_ text: String, openedAt open: SourceRange)
    throws(PatternError)
  {
    if isSymbol(text) {
      _ = advance()
    } else if current.kind == .end {
      let opening = text == ")" ? "(" : "["
      throw error("this '\(opening)' is never closed", SourceRange(open.start, open.start + 1))
    } else {
      throw error("expected '\(text)', found '\(current.text)'", current.range)
    }
  }

  // MARK: - Pattern

  private mutating func pattern() throws(PatternError) -> Pattern {
    let root = try alternation()
    var conditions: [Pattern.Condition] = []
    if current.kind == .conditions {
      _ = advance()
      conditions.append(try condition())
      while isSymbol("&") {
        _ = advance()
        conditions.append(try condition())
      }
    }
    guard current.kind == .end else {
      throw error(
        "unexpected '\(current.text)'", current.range,
        hint: current.text == ")" || current.text == "]" ? "close a bracket that was opened" : "")
    }
    if Self.canBeEmpty(root) {
      throw error(
        "this pattern also matches nothing at all", SourceRange(0, source.utf8.count),
        hint: "make at least one part of it required")
    }
    var seen: Set<String> = []
    let names = captures.filter { seen.insert($0).inserted }
    return Pattern(
      source: source, root: root, conditions: conditions, captures: names,
      attributes: environment.attributes)
  }

  private static func canBeEmpty(_ node: Pattern.Node) -> Bool {
    switch node {
    case .token, .annotation: false
    case .border, .lookaround: true
    case .sequence(let parts): parts.allSatisfy(canBeEmpty)
    case .alternation(let parts): parts.contains(where: canBeEmpty)
    case .repetition(let part, let minimum, _, _, _): minimum == 0 || canBeEmpty(part)
    case .capture(_, let part, _): canBeEmpty(part)
    }
  }

  /// The largest number of tokens or annotations that a node may use, cut off far above any limit.
  private static func longest(_ node: Pattern.Node) -> Int {
    switch node {
    case .token, .annotation: 1
    case .border, .lookaround: 0
    case .sequence(let parts): min(parts.reduce(0) { $0 + longest($1) }, 1 << 20)
    case .alternation(let parts): parts.map(longest).max() ?? 0
    case .repetition(let part, _, let maximum, _, _):
      min(maximum, 1 << 20) * min(longest(part), 1 << 20)
    case .capture(_, let part, _): longest(part)
    }
  }

  private mutating func alternation() throws(PatternError) -> Pattern.Node {
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { throw error("too many nested brackets", current.range) }
    var parts = [try sequence()]
    while isSymbol("|") {
      _ = advance()
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .alternation(parts)
  }

  private mutating func sequence() throws(PatternError) -> Pattern.Node {
    var parts: [Pattern.Node] = []
    while current.kind != .end, current.kind != .conditions, !isSymbol("|"), !isSymbol(")") {
      parts.append(try item())
    }
    guard !parts.isEmpty else {
      throw error("expected a word, [ ], ( ), @TYPE or $name here", current.range)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  mutating func item() throws(PatternError) -> Pattern.Node {
    var name: PatternLexer.Symbol?
    if current.kind == .word, following.kind == .symbol, following.text == ":",
      following.range.start == current.range.end
    {
      name = advance()
      let colon = advance()
      guard current.range.start == colon.range.end, current.kind != .end else {
        throw error(
          "a capture name stands directly before its item", colon.range,
          hint: "write \(name?.text ?? ""):[...] without a space, or quote the colon: \":\"")
      }
    }
    var node = try primary()
    if current.kind == .quantifier { node = try quantified(node, advance()) }
    if let name {
      captures.append(name.text)
      node = .capture(name: name.text, node, name.range)
    }
    return node
  }

  private func quantified(
    _ node: Pattern.Node, _ symbol: PatternLexer.Symbol
  ) throws(PatternError) -> Pattern.Node {
    var text = symbol.text
    let isLazy = text.count > 1 && text.last == "?"
    if isLazy { text.removeLast() }
    var minimum = 0
    var maximum = Int.max
    switch text {
    case "?": maximum = 1
    case "*": break
    case "+": minimum = 1
    default:
      let inner = text.dropFirst().dropLast().filter { $0 != " " }
      let bounds = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      minimum = (bounds.first ?? 0) ?? 0
      maximum = bounds.count == 1 ? minimum : (bounds.count == 2 ? bounds[1] ?? Int.max : -1)
      if bounds.count > 2 || (bounds.count == 1 && inner.isEmpty) {
        throw error("expected a count such as {2} or {0,3}", symbol.range)
      }
      if maximum < minimum {
        throw error(
          "{\(minimum),\(maximum)}: the maximum is smaller than the minimum", symbol.range,
          hint: "did you mean {\(maximum),\(minimum)}?")
      }
      if minimum > 1000 || (maximum != Int.max && maximum > 1000) {
        throw error("a count above 1000 is more than any sentence holds", symbol.range)
      }
    }
    return .repetition(node, minimum: minimum, maximum: maximum, isLazy: isLazy, symbol.range)
  }

  private mutating func primary() throws(PatternError) -> Pattern.Node {
    let symbol = advance()
    switch symbol.kind {
    case .word:
      if current.kind == .comparison, current.range.start == symbol.range.end {
        throw error(
          "'\(symbol.text)\(current.text)' outside [ ]",
          SourceRange(symbol.range.start, current.range.end),
          hint: "a test on a token goes in brackets: [\(symbol.text)\(current.text)...]")
      }
      return try literal(symbol.text, symbol.range, isExact: false)
    case .string: return try literal(symbol.text, symbol.range, isExact: false)
    case .exact: return try literal(symbol.text, symbol.range, isExact: true)
    case .regex: return .token(.compare(.word, .equal, [try regex(symbol)]), symbol.range)
    case .annotation: return .annotation(type: try type(symbol), symbol.range)
    case .name: return try named(symbol)
    case .border:
      guard let border = Pattern.Border(rawValue: symbol.text) else { break }
      return .border(border, symbol.range)
    case .dots:
      return .repetition(
        .token(.any, symbol.range), minimum: 0, maximum: 20, isLazy: true, symbol.range)
    case .lookaround:
      let inner = try alternation()
      try expectClosing(")", openedAt: symbol.range)
      if Self.longest(inner) > Lookaround.reach {
        throw error(
          "a look at the text around reaches \(Lookaround.reach) tokens, this one may need more",
          symbol.range, hint: "give what repeats an upper limit: {0,30}")
      }
      return .lookaround(
        inner, isAhead: !symbol.text.contains("<"), isNegated: symbol.text.hasSuffix("!"),
        symbol.range)
    case .symbol where symbol.text == "(":
      let inner = try alternation()
      try expectClosing(")", openedAt: symbol.range)
      return inner
    case .symbol where symbol.text == "[":
      if isSymbol("]") {
        let close = advance()
        return .token(.any, SourceRange(symbol.range.start, close.range.end))
      }
      var tests = PatternTestParser(self)
      let test = try tests.test()
      self = tests.parser
      let end = current.range.end
      try expectClosing("]", openedAt: symbol.range)
      return .token(test, SourceRange(symbol.range.start, end))
    default: break
    }
    let hints = ["*": "* follows an item: []* is any tokens", "+": "+ follows an item"]
    throw error(
      symbol.kind == .end ? "the pattern ends too early" : "unexpected '\(symbol.text)'",
      symbol.range, hint: hints[symbol.text] ?? "")
  }

  private func literal(
    _ text: String, _ range: SourceRange, isExact: Bool
  ) throws(PatternError) -> Pattern.Node {
    let words = environment.tokenise(text)
    guard !words.isEmpty else { throw error("an empty string matches nothing", range) }
    let parts = words.map { word -> Pattern.Node in
      .token(.compare(.word, .equal, [isExact ? .exact(word) : .folded(word)]), range)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  func type(_ symbol: PatternLexer.Symbol) throws(PatternError) -> String {
    if let type = environment.types[symbol.text] { return type }
    let names = environment.types.keys.sorted()
    throw error(
      "unknown type '\(symbol.text)'", symbol.range,
      hint: suggestion(
        symbol.text, among: names, otherwise: "types: \(names.joined(separator: " "))"))
  }

  private mutating func named(_ symbol: PatternLexer.Symbol) throws(PatternError) -> Pattern.Node {
    if let phrases = environment.lists[symbol.text] {
      let parts = try phrases.map { phrase throws(PatternError) in
        try literal(phrase, symbol.range, isExact: false)
      }
      guard !parts.isEmpty else { throw error("the list $\(symbol.text) is empty", symbol.range) }
      return parts.count == 1 ? parts[0] : .alternation(parts)
    }
    guard let definition = environment.definitions[symbol.text] else { throw unknownName(symbol) }
    guard !expanding.contains(symbol.text) else {
      let circle = (expanding + [symbol.text]).map { "$\($0)" }.joined(separator: " → ")
      throw error("a definition that needs itself: \(circle)", symbol.range)
    }
    do throws(PatternError) {
      var inner = try PatternParser(definition, environment, expanding: expanding + [symbol.text])
      let node = try inner.alternation()
      guard inner.current.kind == .end else {
        throw inner.error("unexpected '\(inner.current.text)' in a definition", inner.current.range)
      }
      captures += inner.captures
      return node.relocated(to: symbol.range)
    } catch {
      throw self.error("in $\(symbol.text): \(error.message)", symbol.range, hint: error.hint)
    }
  }

  func unknownName(_ symbol: PatternLexer.Symbol) -> PatternError {
    let names = (Array(environment.lists.keys) + Array(environment.definitions.keys)).sorted()
    let known =
      names.isEmpty
      ? "none is defined" : "defined: " + names.map { "$\($0)" }.joined(separator: " ")
    return error(
      "no list or pattern $\(symbol.text)", symbol.range,
      hint: NearestName.of(symbol.text, in: names).map { "did you mean $\($0)?" } ?? known)
  }

  func regex(_ symbol: PatternLexer.Symbol) throws(PatternError) -> Pattern.Value {
    do throws(TokenRegex.SyntaxError) {
      return .regex(try TokenRegex(symbol.text, foldsCase: symbol.foldsCase))
    } catch {
      let place = symbol.range.start + 1 + error.offset
      throw self.error(
        "bad regular expression: \(error.message)", SourceRange(place, place + 1))
    }
  }

  // MARK: - Shared with the tests in brackets

  func attribute(
    _ name: String, _ range: SourceRange
  ) throws(PatternError) -> Pattern.Attribute {
    if let found = Pattern.Attribute.builtIn.first(where: { $0.name == name }) {
      return found.attribute
    }
    if let declared = environment.attributes.first(where: { $0.name == name }) {
      return .custom(declared)
    }
    let names = Pattern.Attribute.builtIn.map(\.name) + environment.attributes.map(\.name)
    throw error(
      "unknown attribute '\(name)'", range,
      hint: suggestion(
        name, among: names, otherwise: "attributes: \(names.joined(separator: " "))"))
  }

  func checkedNumber(
    _ symbol: PatternLexer.Symbol, _ attribute: Pattern.Attribute,
    _ comparison: Pattern.Comparison, _ value: Pattern.Value
  ) throws(PatternError) -> Pattern.Value {
    let isOrdered = comparison != .equal && comparison != .notEqual
    let needsNumber = attribute == .num || attribute == .len || isOrdered
    if needsNumber, Double(symbol.text.filter { $0 != "," }) == nil {
      throw error("expected a number, found '\(symbol.text)'", symbol.range)
    }
    guard case .custom(let declared) = attribute else { return value }
    if isOrdered, !declared.isNumeric {
      let odd = declared.values.values.sorted().first { Double($0) == nil }
      throw error(
        "'\(declared.name)' has values that are no numbers", symbol.range,
        hint: odd.map { "one is '\($0)'" } ?? "")
    }
    let known = Set(declared.values.values).sorted()
    guard isOrdered || known.contains(where: { TokenProperties.matches($0, value) }) else {
      throw error(
        "no word has \(declared.name) '\(symbol.text)'", symbol.range,
        hint: suggestion(
          symbol.text, among: known, otherwise: "values: \(known.prefix(12).joined(separator: " "))"
        ))
    }
    return value
  }
}
