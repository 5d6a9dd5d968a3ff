import NewsModel

/// A test of one token as comparisons of numbers in columns.
indirect enum ColumnTest {
  case any
  case isIn(TokenSet)
  /// One bit for each entity code that passes, the lowest for tokens of no entity.
  case hasEntity(UInt8)
  case isQuoted
  case not(ColumnTest)
  case all([ColumnTest])
  case either([ColumnTest])

  /// Whether a token passes.
  func passes(_ token: Int, of columns: TextColumns) -> Bool {
    switch self {
    case .any: true
    case .isIn(let set): set.contains(token, of: columns)
    case .hasEntity(let codes): codes >> columns.entityCodes[token] & 1 == 1
    case .isQuoted: columns.isQuoted[token]
    case .not(let part): !part.passes(token, of: columns)
    case .all(let parts): parts.allSatisfy { $0.passes(token, of: columns) }
    case .either(let parts): parts.contains { $0.passes(token, of: columns) }
    }
  }
}

extension AnchorFinder {
  /// A test as comparisons of columns, or `nil` where the lexicon does not tell (cheaply) which words pass.
  func columnTest(for test: Pattern.TokenTest) -> ColumnTest? {
    switch test {
    case .any: return .any
    case .not(let part): return columnTest(for: part).map { .not($0) }
    case .all(let parts): return columnTests(for: parts).map { .all($0) }
    case .either(let parts): return columnTests(for: parts).map { .either($0) }
    case .flag(.quoted): return .isQuoted
    case .compare(.custom, _, _): return columnTest(for: test.expanded)
    case .compare(let attribute, .notEqual, let values):
      return columnTest(for: .compare(attribute, .equal, values)).map { .not($0) }
    case .compare(.ent, .equal, _):
      let names = [""] + MatchText.entityTypes
      let codes = names.indices.filter { TokenProperties.matches(names[$0], test) }
      return .hasEntity(codes.reduce(0) { $0 | 1 << UInt8($1) })
    case .compare, .flag:
      // What one comparison lists is all that passes it, and nothing else.
      return set(for: test).map { .isIn(TokenSet($0, wordCount: wordCount)) }
    }
  }

  private func columnTests(for parts: [Pattern.TokenTest]) -> [ColumnTest]? {
    var tests: [ColumnTest] = []
    for part in parts {
      guard let test = columnTest(for: part) else { return nil }
      tests.append(test)
    }
    return tests
  }
}
