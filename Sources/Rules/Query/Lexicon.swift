public import NewsModel
internal import Synchronization

/// The words of a corpus, shared by the texts of all its articles, with what can be told from a word alone.
///
/// Two spellings that a pattern takes for the same (`Said` and `said`, `’s` and `'s`, é in one character
/// or two) fold to the same form.
public final class Lexicon: Sendable {
  /// The words by id.
  public let vocabulary: Vocabulary
  private let folds: Vocabulary
  /// The folded form of each word of ASCII only, for others ``notPlain``.
  private let plainFolds: [UInt32]
  private static let notPlain = UInt32.max
  /// Folded forms outside ASCII: such strings may be equal without having the same bytes.
  private let wideFolds: [String: UInt32]
  /// For each folded form the place of its words in ``grouped``.
  private let groupStarts: [UInt32]
  private let grouped: [UInt32]
  private let facts = Mutex<Facts?>(nil)

  /// Creates the lexicon of a vocabulary.
  ///
  /// - Complexity: O(bytes of all words).
  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var folds = Vocabulary(capacity: vocabulary.count)
    var wideFolds: [String: UInt32] = [:]
    var foldOf: [UInt32] = []
    foldOf.reserveCapacity(vocabulary.count)
    var plainFolds: [UInt32] = []
    plainFolds.reserveCapacity(vocabulary.count)
    let arena = vocabulary.bytes
    var buffer: [UInt8] = []
    for word in 0..<UInt32(vocabulary.count) {
      let range = vocabulary.range(of: word)
      var isPlain = true
      var hasCapital = false
      for place in range {
        let byte = arena[place]
        if byte >= 0x80 { isPlain = false }
        if byte &- 0x41 < 26 { hasCapital = true }
      }
      if isPlain, !hasCapital {
        foldOf.append(folds.intern(arena.span, range))
      } else if isPlain {
        buffer.removeAll(keepingCapacity: true)
        for place in range {
          let byte = arena[place]
          buffer.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        foldOf.append(folds.intern(buffer.span))
      } else {
        let folded = TokenProperties.folded(vocabulary[word])
        let next = folds.intern(Self.canonical(folded))
        let id = wideFolds[folded] ?? next
        wideFolds[folded] = id
        foldOf.append(id)
      }
      plainFolds.append(isPlain ? foldOf[foldOf.count - 1] : Self.notPlain)
    }
    var starts = [UInt32](repeating: 0, count: folds.count + 1)
    for fold in foldOf { starts[Int(fold) + 1] += 1 }
    for fold in 0..<folds.count { starts[fold + 1] += starts[fold] }
    var places = starts
    var grouped = [UInt32](repeating: 0, count: foldOf.count)
    for (word, fold) in foldOf.enumerated() {
      grouped[Int(places[Int(fold)])] = UInt32(word)
      places[Int(fold)] += 1
    }
    self.folds = folds
    self.plainFolds = plainFolds
    self.wideFolds = wideFolds
    groupStarts = starts
    self.grouped = grouped
  }

  /// The two characters outside ASCII that Unicode takes for one of ASCII, and that no change of case removes.
  private static func canonical(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\u{37e}" ? ";" : $0 == "\u{1fef}" ? "`" : $0 }))
  }

  /// Whether two words differ at most in case, or `nil` where one has characters outside ASCII.
  func areEqual(_ first: UInt32, _ second: UInt32) -> Bool? {
    let first = plainFolds[Int(first)]
    let second = plainFolds[Int(second)]
    return first == Self.notPlain || second == Self.notPlain ? nil : first == second
  }

  /// The words whose folded form is equal to that of a text.
  public func words(folded text: String) -> ArraySlice<UInt32> {
    let folded = Self.canonical(TokenProperties.folded(text))
    guard let fold = folds.id(of: folded) ?? wideFolds[folded] else { return [] }
    return grouped[Int(groupStarts[Int(fold)])..<Int(groupStarts[Int(fold) + 1])]
  }

  /// The words of which a test that looks at nothing but the word is true.
  ///
  /// - Complexity: O(bytes of all words).
  func words(where leaf: Pattern.TokenTest) -> [UInt32] {
    switch leaf {
    case .compare(.word, .equal, let values), .compare(.lower, .equal, let values):
      var found: Set<UInt32> = []
      for value in values { found.formUnion(words(equalTo: value, leaf)) }
      return found.sorted()
    case .flag(.num): return allFacts().numbers.map(\.word)
    case .flag(let flag) where flag != .quoted:
      let bit = Self.bit(flag)
      let flags = allFacts().flags
      return (0..<UInt32(flags.count)).filter { flags[Int($0)] & bit != 0 }
    case .compare(.num, let comparison, let values):
      return allFacts().numbers.filter { TokenProperties.compare($0.value, comparison, values) }
        .map(\.word)
    default:
      return (0..<UInt32(vocabulary.count)).filter {
        TokenProperties(vocabulary[$0]).satisfies(leaf)
      }
    }
  }

  private func words(equalTo value: Pattern.Value, _ leaf: Pattern.TokenTest) -> [UInt32] {
    switch value {
    case .folded(let text): return Array(words(folded: text))
    case .exact(let text):
      return words(folded: text).filter { TokenProperties(vocabulary[$0]).satisfies(leaf) }
    case .regex(let regex):
      guard case .compare(.word, _, _) = leaf else {
        return (0..<UInt32(vocabulary.count)).filter {
          regex.matches(TokenProperties.folded(vocabulary[$0]))
        }
      }
      return words(matching: regex)
    }
  }

  /// The words that match an expression in full.
  func words(matching regex: TokenRegex) -> [UInt32] {
    var automaton = RegexAutomaton(regex)
    let arena = vocabulary.bytes
    return (0..<UInt32(vocabulary.count)).filter { word in
      automaton.matches(arena[vocabulary.range(of: word)]) ?? regex.matches(vocabulary[word])
    }
  }

  // MARK: - Facts

  /// What is found out about all words at once.
  private struct Facts {
    /// Which flags hold of each word, as bits.
    var flags: [UInt8] = []
    /// The words that are a number.
    var numbers: [(word: UInt32, value: Double)] = []
  }

  private static func bit(_ flag: Pattern.Flag) -> UInt8 {
    UInt8(1) << UInt8(Pattern.Flag.allCases.firstIndex(of: flag) ?? 0)
  }

  /// The facts, found out at the first call.
  private func allFacts() -> Facts {
    facts.withLock { known in
      if let known { return known }
      let flags = Pattern.Flag.allCases.filter { $0 != .quoted }
      var made = Facts()
      made.flags.reserveCapacity(vocabulary.count)
      for word in 0..<UInt32(vocabulary.count) {
        let properties = TokenProperties(vocabulary[word])
        made.flags.append(
          flags.reduce(UInt8(0)) { properties.satisfies(.flag($1)) ? $0 | Self.bit($1) : $0 })
        if !properties.number.isNaN { made.numbers.append((word, properties.number)) }
      }
      known = made
      return made
    }
  }
}
