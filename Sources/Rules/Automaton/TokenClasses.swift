import NewsModel

/// Tokens that no test of a program can tell apart share a class.
///
/// A word type is judged once: which of the program's atoms (`lower = troops`, `num`, a regex) hold of
/// it. Equal sets of atoms share an id. Lemma and context (part of speech, entity, quotation) are judged
/// the same way, and the triple is interned on first sight. For every class the set of passed tests
/// is known, so that scanning compares numbers only.
struct TokenClasses {
  /// The tests over atoms, and those of them that each atom can make true.
  private var tests: [AtomTest] = []
  private var testsOfAtom: [[Int]] = []
  /// Tests that may be true of a token of which no atom holds.
  private var generalTests: [Int] = []
  private var atoms: [Pattern.TokenTest] = []
  private var atomIndex: [Pattern.TokenTest: Int] = [:]
  /// The automata of the atoms that are a regular expression.
  private var regexes: [RegexAutomaton?] = []
  /// Word and lemma atoms that are one folded literal, by that literal.
  private var foldedWords: [String: [Int]] = [:]
  private var foldedLemmas: [String: [Int]] = [:]
  /// The remaining word, lemma and context atoms, which are judged one by one.
  private var otherWordAtoms: [Int] = []
  private var otherLemmaAtoms: [Int] = []
  private var contextAtoms: [Int] = []

  private var atomSets = AtomSets()
  /// Classes by triple of atom sets.
  private var classIndex: [UInt64: Int32] = [:]
  /// One bit per test for each class.
  private var passed: [UInt64] = []
  private let wordsPerClass: Int

  /// Words seen in any article that has a vocabulary of its own, with their atom sets.
  private var seen = Vocabulary(capacity: 1 << 10)
  private var wordSets: [UInt32] = []
  private var lemmaSets: [UInt32] = []
  private static let unknown = UInt32.max
  private var contextSets = [UInt32](repeating: unknown, count: 64 * 5 * 2)

  /// The atom sets of the words of the text at hand, or of the lexicon that it shares.
  private var localWords: [UInt32] = []
  private var localLemmas: [UInt32] = []
  /// The class that each word had last, with the sets that made it.
  private var recentKeys: [UInt64] = []
  private var recentClasses: [Int32] = []
  private var lexicon: Lexicon?
  /// Atom sets of words and lemmas of the lexicon, before there are tables; where literals are all that is asked,
  /// the others have none.
  private var fewWords: [UInt32: UInt32] = [:]
  private var fewLemmas: [UInt32: UInt32] = [:]
  /// So many tokens are classified before tables by word are made.
  private var tokensToTables = 0
  private var series: VocabularySeries?
  /// The class of each word of ``seen``, where a word alone decides it.
  private var seenClasses: [Int32] = []

  private(set) var classCount = 0
  private let usesLemmas: Bool
  /// Whether a token's class follows from its word alone.
  private let needsOnlyWords: Bool

  init(_ tests: [Pattern.TokenTest]) {
    wordsPerClass = (tests.count + 63) / 64
    var literal: [(Int, Pattern.Attribute, String)] = []
    var leaves: [Pattern.TokenTest] = []
    for test in tests { test.collectLeaves(into: &leaves) }
    for leaf in leaves where atomIndex[leaf] == nil {
      let index = atoms.count
      atoms.append(leaf)
      atomIndex[leaf] = index
      guard case .compare(let attribute, .equal, let values) = leaf, values.count == 1,
        case .folded(let text) = values[0], [.word, .lower, .lemma].contains(attribute)
      else {
        switch leaf.subject {
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
    for atom in atoms {
      var automaton: RegexAutomaton?
      if case .compare(let attribute, .equal, let values) = atom, values.count == 1,
        attribute == .word || attribute == .lemma, case .regex(let regex) = values[0]
      {
        automaton = RegexAutomaton(regex)
      }
      regexes.append(automaton)
    }
    testsOfAtom = Array(repeating: [], count: atoms.count)
    usesLemmas = !foldedLemmas.isEmpty || !otherLemmaAtoms.isEmpty
    needsOnlyWords = !usesLemmas && contextAtoms.isEmpty
    for (index, test) in tests.enumerated() {
      let compiled = AtomTest(test) { atomIndex[$0] ?? -1 }
      self.tests.append(compiled)
      if compiled.holds([]) || compiled.isNegative {
        generalTests.append(index)
      } else {
        for atom in compiled.atoms { testsOfAtom[atom].append(index) }
      }
    }
  }

  /// Whether a token of a class passes a test.
  @inline(__always)
  func passes(_ test: Int, classID: Int32) -> Bool {
    passed[Int(classID) * wordsPerClass + test >> 6] >> UInt64(test & 63) & 1 == 1
  }

  /// The class of every token of a text.
  ///
  /// - Complexity: O(tokens) look-ups, plus O(tests) for each class met for the first time.
  mutating func classes(of text: MatchText) -> [Int32] {
    var result: [Int32] = []
    begin(text)
    classify(0..<text.tokens.count, of: text, from: 0, into: &result)
    return result
  }

  /// Makes ready for the words of a text.
  ///
  /// - Complexity: O(size of its vocabulary), unless it shares the lexicon of the text before.
  mutating func begin(_ text: MatchText) {
    let count = text.tokens.vocabulary.count
    if let shared = text.lexicon {
      if lexicon === shared { return }
      series = nil
      bind(to: shared)
    } else if let known = series, known === text.vocabularySeries {
      extendTables(to: count)
    } else {
      lexicon = nil
      series = text.vocabularySeries
      Self.reset(&localWords, count, Self.unknown)
      if usesLemmas { Self.reset(&localLemmas, count, Self.unknown) }
      if !needsOnlyWords { Self.reset(&recentKeys, count, .max) }
      Self.reset(&recentClasses, count, -1)
    }
  }

  private static func reset<Value>(_ table: inout [Value], _ count: Int, _ value: Value) {
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(value, count: count))
  }

  private mutating func extendTables(to count: Int) {
    let missing = count - localWords.count
    guard missing > 0 else { return }
    localWords += repeatElement(Self.unknown, count: missing)
    recentClasses += repeatElement(-1, count: missing)
    if usesLemmas { localLemmas += repeatElement(Self.unknown, count: missing) }
    if !needsOnlyWords { recentKeys += repeatElement(.max, count: missing) }
  }

  /// Finds the words of a lexicon that the literals mean, so that no other word need be looked at.
  private mutating func bind(to shared: Lexicon) {
    lexicon = shared
    // A table by word costs about as much as classifying a fraction of so many tokens without.
    tokensToTables = max(1, shared.vocabulary.count / 8)
    fewWords.removeAll(keepingCapacity: true)
    fewLemmas.removeAll(keepingCapacity: true)
    for (text, atoms) in otherWordAtoms.isEmpty ? foldedWords : [:] {
      let set = atomSets.number(of: atoms)
      for word in shared.words(folded: text) { fewWords[word] = set }
    }
    for (text, atoms) in otherLemmaAtoms.isEmpty ? foldedLemmas : [:] {
      let set = atomSets.number(of: atoms)
      for word in shared.words(folded: text) { fewLemmas[word] = set }
    }
  }

  /// Makes tables by word of the lexicon, for a query that reads many tokens.
  private mutating func makeTables(_ count: Int) {
    Self.reset(&localWords, count, otherWordAtoms.isEmpty ? 0 : Self.unknown)
    Self.reset(&localLemmas, usesLemmas ? count : 0, otherLemmaAtoms.isEmpty ? 0 : Self.unknown)
    Self.reset(&recentKeys, needsOnlyWords ? 0 : count, .max)
    Self.reset(&recentClasses, count, -1)
    for (word, set) in fewWords { localWords[Int(word)] = set }
    for (word, set) in fewLemmas { localLemmas[Int(word)] = set }
  }

  /// Classifies without tables by word: a query that reads few tokens has done before they would be made.
  private mutating func classifyFew(
    _ range: Range<Int>, of text: MatchText, from first: Int, into result: inout [Int32]
  ) {
    for token in range {
      let word = text.tokens.words[token]
      var set = fewWords[word] ?? 0
      if set == 0, !otherWordAtoms.isEmpty, fewWords[word] == nil {
        set = judgeWord(text.tokens.vocabulary[word])
        fewWords[word] = set
      }
      var lemma: UInt32 = 0
      if usesLemmas {
        let id = text.tokens.lemmas[token]
        lemma = fewLemmas[id] ?? 0
        if lemma == 0, !otherLemmaAtoms.isEmpty, fewLemmas[id] == nil {
          lemma = judgeLemma(text.tokens.vocabulary[id])
          fewLemmas[id] = lemma
        }
      }
      let context = contextAtoms.isEmpty ? 0 : contextSet(of: token, in: text)
      let key = UInt64(set) << 42 | UInt64(lemma) << 21 | UInt64(context)
      result[token - first] = classIndex[key] ?? makeClass(key, set, lemma, context)
    }
  }

  /// Sets the classes of some tokens of the text that ``begin(_:)`` was called for.
  ///
  /// - Parameters:
  ///   - range: The tokens.
  ///   - text: Their text.
  ///   - first: The token that the first element of the array belongs to.
  ///   - result: The array, which grows as far as it must.
  mutating func classify(
    _ range: Range<Int>, of text: MatchText, from first: Int, into result: inout [Int32]
  ) {
    let words = text.tokens.words
    let count = range.upperBound - first
    if result.count < count {
      result.append(contentsOf: repeatElement(0, count: count - result.count))
    }
    if lexicon != nil, tokensToTables > 0 {
      tokensToTables -= range.count
      classifyFew(range, of: text, from: first, into: &result)
      if tokensToTables <= 0 { makeTables(text.tokens.vocabulary.count) }
      return
    }
    if needsOnlyWords {
      for token in range {
        let word = Int(words[token])
        let known = recentClasses[word]
        if known >= 0 {
          result[token - first] = known
          continue
        }
        let id = classOfWord(word, text.tokens.vocabulary)
        recentClasses[word] = id
        result[token - first] = id
      }
      return
    }
    let lemmas = text.tokens.lemmas
    for token in range {
      let word = Int(words[token])
      var set = localWords[word]
      if set == Self.unknown { set = wordSet(word, text.tokens.vocabulary) }
      var lemma: UInt32 = 0
      if usesLemmas {
        lemma = localLemmas[Int(lemmas[token])]
        if lemma == Self.unknown { lemma = lemmaSet(Int(lemmas[token]), text.tokens.vocabulary) }
      }
      let context = contextAtoms.isEmpty ? 0 : contextSet(of: token, in: text)
      let key = UInt64(set) << 42 | UInt64(lemma) << 21 | UInt64(context)
      if recentKeys[word] == key {
        result[token - first] = recentClasses[word]
        continue
      }
      let id = classIndex[key] ?? makeClass(key, set, lemma, context)
      recentKeys[word] = key
      recentClasses[word] = id
      result[token - first] = id
    }
  }

  // MARK: - Judging

  /// The class of a word where nothing else counts.
  private mutating func classOfWord(_ local: Int, _ vocabulary: Vocabulary) -> Int32 {
    var global: Int?
    if lexicon == nil, series == nil {
      let number = see(local, vocabulary)
      if seenClasses[number] >= 0 { return seenClasses[number] }
      global = number
    }
    let set = wordSet(local, vocabulary)
    let key = UInt64(set) << 42
    let id = classIndex[key] ?? makeClass(key, set, 0, 0)
    if let global { seenClasses[global] = id }
    return id
  }

  @inline(never)
  private mutating func wordSet(_ local: Int, _ vocabulary: Vocabulary) -> UInt32 {
    if localWords[local] != Self.unknown { return localWords[local] }
    if lexicon != nil || series != nil {
      localWords[local] = judgeWord(vocabulary[UInt32(local)])
    } else {
      let global = see(local, vocabulary)
      if wordSets[global] == Self.unknown {
        wordSets[global] = judgeWord(vocabulary[UInt32(local)])
      }
      localWords[local] = wordSets[global]
    }
    return localWords[local]
  }

  @inline(never)
  private mutating func lemmaSet(_ local: Int, _ vocabulary: Vocabulary) -> UInt32 {
    if lexicon != nil || series != nil {
      localLemmas[local] = judgeLemma(vocabulary[UInt32(local)])
    } else {
      let global = see(local, vocabulary)
      if lemmaSets[global] == Self.unknown {
        lemmaSets[global] = judgeLemma(vocabulary[UInt32(local)])
      }
      localLemmas[local] = lemmaSets[global]
    }
    return localLemmas[local]
  }

  /// The number of a word among those of all articles.
  private mutating func see(_ local: Int, _ vocabulary: Vocabulary) -> Int {
    let bytes = vocabulary.bytes
    let global = Int(seen.intern(bytes.span, vocabulary.range(of: UInt32(local))))
    if global == wordSets.count {
      wordSets.append(Self.unknown)
      lemmaSets.append(Self.unknown)
      seenClasses.append(-1)
    }
    return global
  }

  private mutating func judgeWord(_ word: String) -> UInt32 {
    var found = foldedWords.isEmpty ? [] : foldedWords[TokenProperties.folded(word)] ?? []
    if !otherWordAtoms.isEmpty {
      let bytes = Array(word.utf8)
      var properties: TokenProperties?
      for atom in otherWordAtoms {
        if let isMatch = regexes[atom]?.matches(bytes) {
          if isMatch { found.append(atom) }
          continue
        }
        let known = properties ?? TokenProperties(word)
        properties = known
        if known.satisfies(atoms[atom]) { found.append(atom) }
      }
    }
    return atomSets.number(of: found)
  }

  private mutating func judgeLemma(_ lemma: String) -> UInt32 {
    var found = foldedLemmas[TokenProperties.folded(lemma)] ?? []
    for atom in otherLemmaAtoms where TokenProperties.matches(lemma, atoms[atom]) {
      found.append(atom)
    }
    return atomSets.number(of: found)
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
    contextSets[key] = atomSets.number(of: found)
    return contextSets[key]
  }

  private mutating func makeClass(_ key: UInt64, _ word: UInt32, _ lemma: UInt32, _ context: UInt32)
    -> Int32
  {
    let held = Set(atomSets[word] + atomSets[lemma] + atomSets[context])
    var bits = [UInt64](repeating: 0, count: wordsPerClass)
    func judge(_ index: Int) {
      if tests[index].holds(held) { bits[index / 64] |= 1 << UInt64(index % 64) }
    }
    for index in generalTests { judge(index) }
    for atom in held {
      for index in testsOfAtom[atom] { judge(index) }
    }
    passed += bits
    let id = Int32(classCount)
    classCount += 1
    classIndex[key] = id
    return id
  }
}
