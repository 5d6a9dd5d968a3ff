import NewsModel

/// Tokens that no test of a program can tell apart share a class.
///
/// A word type is judged once: which of the program's atoms (`lower = troops`, `num`, a regex) hold of
/// it. Equal sets of atoms share an id. Lemma and context (part of speech, entity, quotation) are judged
/// the same way, and the triple is interned on first sight. For every class the set of passed tests
/// is known, so that scanning compares numbers only.
struct TokenClasses {
  private let tests: [Pattern.TokenTest]
  private var atoms: [Pattern.TokenTest] = []
  private var atomIndex: [Pattern.TokenTest: Int] = [:]
  /// Word and lemma atoms that are one folded literal, by that literal.
  private var foldedWords: [String: [Int]] = [:]
  private var foldedLemmas: [String: [Int]] = [:]
  /// The remaining word, lemma and context atoms, which are judged one by one.
  private var otherWordAtoms: [Int] = []
  private var otherLemmaAtoms: [Int] = []
  private var contextAtoms: [Int] = []

  /// Distinct sets of atoms; the empty set is 0.
  private var atomSets: [[Int]] = [[]]
  private var atomSetIndex: [[Int]: UInt32] = [[]: 0]
  /// Classes by triple of atom sets.
  private var classIndex: [UInt64: Int32] = [:]
  /// One bit per test for each class.
  private var passed: [UInt64] = []
  private let wordsPerClass: Int

  /// Words seen in any article, with the atom sets they have as a word and as a lemma.
  private var seen = Vocabulary(capacity: 1 << 14)
  private var wordSets: [UInt32] = []
  private var lemmaSets: [UInt32] = []
  private static let unknown = UInt32.max
  private var contextSets = [UInt32](repeating: unknown, count: 64 * 5 * 2)

  private(set) var classCount = 0
  private let usesLemmas: Bool

  init(_ tests: [Pattern.TokenTest]) {
    self.tests = tests
    wordsPerClass = (tests.count + 63) / 64
    var literal: [(Int, Pattern.Attribute, String)] = []
    var leaves: [Pattern.TokenTest] = []
    for test in tests { Self.collectLeaves(of: test, into: &leaves) }
    for leaf in leaves where atomIndex[leaf] == nil {
      let index = atoms.count
      atoms.append(leaf)
      atomIndex[leaf] = index
      guard case .compare(let attribute, .equal, let values) = leaf, values.count == 1,
        case .folded(let text) = values[0], [.word, .lower, .lemma].contains(attribute)
      else {
        switch Self.kind(of: leaf) {
        case .word: otherWordAtoms.append(index)
        case .lemma: otherLemmaAtoms.append(index)
        case .context: contextAtoms.append(index)
        }
        continue
      }
      literal.append((index, attribute, TokenProperties.folded(text)))
    }
    for (index, attribute, text) in literal {
      if attribute == .lemma {
        foldedLemmas[text, default: []].append(index)
      } else {
        foldedWords[text, default: []].append(index)
      }
    }
    usesLemmas = !foldedLemmas.isEmpty || !otherLemmaAtoms.isEmpty
  }

  /// Whether a token of a class passes a test.
  func passes(_ test: Int, classID: Int32) -> Bool {
    passed[Int(classID) * wordsPerClass + test / 64] >> UInt64(test % 64) & 1 == 1
  }

  /// The class of every token of a text.
  ///
  /// - Complexity: O(tokens) look-ups, plus O(tests) for each class met for the first time.
  mutating func classes(of text: MatchText) -> [Int32] {
    let tokens = text.tokens
    let local = localSets(tokens.vocabulary)
    var result: [Int32] = []
    result.reserveCapacity(tokens.count)
    var last: (key: UInt64, id: Int32)?
    for token in 0..<tokens.count {
      let word = local.words[Int(tokens.words[token])]
      let lemma = usesLemmas ? local.lemmas[Int(tokens.lemmas[token])] : 0
      let context = contextAtoms.isEmpty ? 0 : contextSet(of: token, in: text)
      let key = UInt64(word) << 42 | UInt64(lemma) << 21 | UInt64(context)
      if let last, last.key == key {
        result.append(last.id)
        continue
      }
      let id = classIndex[key] ?? makeClass(key, word, lemma, context)
      last = (key, id)
      result.append(id)
    }
    return result
  }

  // MARK: - Judging

  private mutating func localSets(
    _ vocabulary: Vocabulary
  ) -> (words: [UInt32], lemmas: [UInt32]) {
    var words: [UInt32] = []
    var lemmas: [UInt32] = []
    words.reserveCapacity(vocabulary.count)
    for id in 0..<UInt32(vocabulary.count) {
      let bytes = Array(vocabulary.bytes(of: id))
      let global = Int(seen.intern(bytes.span))
      if global == wordSets.count {
        let word = String(decoding: bytes, as: UTF8.self)
        wordSets.append(judgeWord(word))
        lemmaSets.append(usesLemmas ? judgeLemma(word) : 0)
      }
      words.append(wordSets[global])
      lemmas.append(lemmaSets[global])
    }
    return (words, lemmas)
  }

  private mutating func judgeWord(_ word: String) -> UInt32 {
    var found = foldedWords[TokenProperties.folded(word)] ?? []
    if !otherWordAtoms.isEmpty {
      let properties = TokenProperties(word)
      for atom in otherWordAtoms where properties.satisfies(atoms[atom]) { found.append(atom) }
    }
    return intern(found)
  }

  private mutating func judgeLemma(_ lemma: String) -> UInt32 {
    var found = foldedLemmas[lemma] ?? []
    for atom in otherLemmaAtoms where TokenProperties.matches(lemma, atoms[atom]) {
      found.append(atom)
    }
    return intern(found)
  }

  private mutating func contextSet(of token: Int, in text: MatchText) -> UInt32 {
    let tag = text.tokens.partsOfSpeech[token]
    let code = text.entityCodes[token]
    let isQuoted = text.isQuoted[token]
    let key = (Int(tag.rawValue) * 5 + Int(code)) * 2 + (isQuoted ? 1 : 0)
    if contextSets[key] != Self.unknown { return contextSets[key] }
    let entity = code == 0 ? "" : MatchText.entityTypes[Int(code) - 1]
    var found: [Int] = []
    for atom in contextAtoms {
      switch atoms[atom] {
      case .flag(.quoted): if isQuoted { found.append(atom) }
      case .compare(.pos, _, _):
        if TokenProperties.matches(tag.name, atoms[atom]) { found.append(atom) }
      case .compare(.ent, _, _):
        if TokenProperties.matches(entity, atoms[atom]) { found.append(atom) }
      default: break
      }
    }
    contextSets[key] = intern(found)
    return contextSets[key]
  }

  private mutating func intern(_ found: [Int]) -> UInt32 {
    let set = found.sorted()
    if let known = atomSetIndex[set] { return known }
    let id = UInt32(atomSets.count)
    atomSets.append(set)
    atomSetIndex[set] = id
    return id
  }

  private mutating func makeClass(_ key: UInt64, _ word: UInt32, _ lemma: UInt32, _ context: UInt32)
    -> Int32
  {
    var holds = Set(atomSets[Int(word)])
    holds.formUnion(atomSets[Int(lemma)])
    holds.formUnion(atomSets[Int(context)])
    var bits = [UInt64](repeating: 0, count: wordsPerClass)
    for (index, test) in tests.enumerated() where evaluate(test, holds) {
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    passed += bits
    let id = Int32(classCount)
    classCount += 1
    classIndex[key] = id
    return id
  }

  private func evaluate(_ test: Pattern.TokenTest, _ set: Set<Int>) -> Bool {
    switch test {
    case .any: true
    case .not(let part): !evaluate(part, set)
    case .all(let parts): parts.allSatisfy { evaluate($0, set) }
    case .either(let parts): parts.contains { evaluate($0, set) }
    case .compare(let attribute, .equal, let values) where values.count > 1:
      values.contains { holds(set, .compare(attribute, .equal, [$0])) }
    case .compare(let attribute, .notEqual, let values):
      !values.contains { holds(set, .compare(attribute, .equal, [$0])) }
    case .flag, .compare: holds(set, test)
    }
  }

  private func holds(_ set: Set<Int>, _ leaf: Pattern.TokenTest) -> Bool {
    atomIndex[leaf].map(set.contains) ?? false
  }

  private static func collectLeaves(
    of test: Pattern.TokenTest, into leaves: inout [Pattern.TokenTest]
  ) {
    switch test {
    case .any: break
    case .not(let part): collectLeaves(of: part, into: &leaves)
    case .all(let parts), .either(let parts):
      for part in parts { collectLeaves(of: part, into: &leaves) }
    case .compare(let attribute, .equal, let values),
      .compare(let attribute, .notEqual, let values):
      for value in values { leaves.append(.compare(attribute, .equal, [value])) }
    case .flag, .compare: leaves.append(test)
    }
  }

  private enum LeafKind { case word, lemma, context }

  private static func kind(of leaf: Pattern.TokenTest) -> LeafKind {
    switch leaf {
    case .flag(.quoted), .compare(.pos, _, _), .compare(.ent, _, _): .context
    case .compare(.lemma, _, _): .lemma
    default: .word
    }
  }
}
