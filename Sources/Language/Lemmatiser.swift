public import NewsModel

/// Finds the dictionary form of a word from its lower-case form and its part of speech.
///
///     Lemmatiser().lemma(of: "troops", as: .nns)   // "troop"
///     Lemmatiser().lemma(of: "left", as: .vbd)     // "leave"
///
/// Irregular forms come from a table, the others from suffix rules; spelling stays British or
/// American as written. Proper nouns keep their lower-case form.
///
/// - Complexity: O(length of the word).
public struct Lemmatiser: Sendable {
  /// Creates a lemmatiser.
  public init() {}

  /// The lemma of a word.
  ///
  /// - Parameters:
  ///   - word: The word in lower case, with plain apostrophes.
  ///   - partOfSpeech: Its part of speech here.
  /// - Returns: The lemma in lower case.
  public func lemma(of word: String, as partOfSpeech: PartOfSpeech) -> String {
    switch partOfSpeech {
    case .vbd, .vbn, .vbg, .vbz, .vbp, .vb:
      return verb(word, partOfSpeech)
    case .nns:
      return IrregularForms.nouns[word] ?? Self.singular(word)
    case .rbr, .rbs:
      return word == "better" || word == "best" ? "well" : comparison(word)
    case .jjr, .jjs:
      return comparison(word)
    case .md:
      return word == "'d" ? "would" : IrregularForms.closedClass[word] ?? word
    case .nn, .nnp, .nnps, .jj, .cd:
      return word
    case .prp:
      return word == "her" ? "she" : word == "'s" ? "we" : IrregularForms.closedClass[word] ?? word
    case .pos:
      return "'s"
    default:
      return IrregularForms.closedClass[word] ?? word
    }
  }

  /// One more than the largest group of parts of speech.
  static let groupCount = 12

  /// Fills the column of lemmas from lower-case forms and parts of speech.
  func fill(_ columns: inout TokenColumns, _ memory: inout WordMemory) {
    var known = [UInt32](repeating: .max, count: columns.vocabulary.count * Self.groupCount)
    var lemmas: [UInt32] = []
    lemmas.reserveCapacity(columns.count)
    for token in 0..<columns.count {
      let lower = columns.lowers[token]
      let partOfSpeech = columns.partsOfSpeech[token]
      let group = Self.group(of: partOfSpeech)
      guard group > 0 else {
        lemmas.append(lower)
        continue
      }
      let key = Int(lower) * Self.groupCount + group
      if known[key] == .max {
        let number = memory.numbers[Int(lower)]
        let lemma = memory.lemma(of: number, group: group) {
          self.lemma(of: $0, as: partOfSpeech)
        }
        known[key] = lemma == number ? lower : memory.id(of: lemma, in: &columns.vocabulary)
      }
      lemmas.append(known[key])
    }
    columns.lemmas = lemmas
  }

  /// Parts of speech that share their rules; 0 where the lemma is the word itself.
  ///
  /// A memory keeps one lemma for a word and a group: those of two parts of speech in a group must never differ.
  static func group(of partOfSpeech: PartOfSpeech) -> Int {
    switch partOfSpeech {
    case .vb, .vbp: 1
    case .vbd, .vbn: 2
    case .vbg: 3
    case .vbz: 4
    case .nns: 5
    case .jjr, .jjs: 6
    case .rbr, .rbs: 8
    case .nn, .nnp, .nnps, .jj, .cd: 0
    case .md: 9
    case .pos: 10
    case .prp: 11
    default: 7
    }
  }

  // MARK: Rules

  private func verb(_ word: String, _ partOfSpeech: PartOfSpeech) -> String {
    if word == "'d" { return "have" }
    if let lemma = IrregularForms.closedClass[word] { return lemma }
    switch partOfSpeech {
    case .vb, .vbp:
      return word == "am" || word == "are" || word == "is" ? "be" : word
    case .vbz:
      return IrregularForms.verbs[word] ?? Self.singular(word)
    case .vbg:
      return IrregularForms.verbs[word] ?? Self.stem(word, without: "ing")
    default:
      return IrregularForms.verbs[word] ?? Self.stem(word, without: "ed")
    }
  }

  private func comparison(_ word: String) -> String {
    if let lemma = IrregularForms.adjectives[word] { return lemma }
    let letters = word.utf8Span.span
    if Self.ends(letters, "est") { return Self.stem(word, without: "est") }
    if Self.ends(letters, "er") { return Self.stem(word, without: "er") }
    return word
  }

  /// Without the `s` of a plural or of the third person.
  static func singular(_ word: String) -> String {
    let letters = word.utf8Span.span
    guard letters.count > 3, ends(letters, "s"), !letters[0].isDigit else { return word }
    switch letters[letters.count - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "'"):
      return word
    case UInt8(ascii: "e"):
      if ends(letters, "ies"), letters.count > 4 { return Self.word(word, without: 3) + "y" }
      let isLong =
        ends(letters, "sses") || ends(letters, "shes") || ends(letters, "ches")
        || ends(letters, "xes") || ends(letters, "zzes") || ends(letters, "oes")
      return Self.word(word, without: isLong ? 2 : 1)
    default:
      return Self.word(word, without: 1)
    }
  }

  /// A word without its last letters, which are ASCII.
  private static func word(_ word: String, without count: Int) -> String {
    String(decoding: word.utf8.dropLast(count), as: UTF8.self)
  }

  /// Whether a word ends with ASCII letters.
  private static func ends(_ word: Span<UInt8>, _ ending: StaticString) -> Bool {
    let start = word.count - ending.utf8CodeUnitCount
    guard start >= 0 else { return false }
    return ending.withUTF8Buffer { ending in
      for index in ending.indices where word[start + index] != ending[index] { return false }
      return true
    }
  }

  /// Without a verb's or adjective's ending; a doubled consonant is made single, a dropped e or a
  /// y comes back.
  static func stem(_ word: String, without ending: StaticString) -> String {
    guard ends(word.utf8Span.span, ending) else { return word }
    let letters = Array(word.utf8.dropLast(ending.utf8CodeUnitCount))
    guard letters.count > 1, letters.contains(where: isVowel) else { return word }
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    if last == UInt8(ascii: "i"), !ends(word.utf8Span.span, "ing") {
      return String(decoding: letters.dropLast(), as: UTF8.self) + "y"
    }
    let plain = String(decoding: letters, as: UTF8.self)
    if let lemma = IrregularForms.stems[plain] { return lemma }
    if last == before, !isVowel(last) {
      if letters.count == 3, isVowel(letters[0]) { return plain }
      return "lsfz".utf8.contains(last) ? plain : Self.word(plain, without: 1)
    }
    return needsE(letters) ? plain + "e" : plain
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  /// Whether a stem lost its e before the ending.
  private static func needsE(_ letters: [UInt8]) -> Bool {
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    let third = letters.count > 2 ? letters[letters.count - 3] : 0
    switch last {
    case UInt8(ascii: "e"):
      // seeing and fleeing, but created
      return before != UInt8(ascii: "e")
    case UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "c"):
      return true
    case UInt8(ascii: "z"):
      return true
    case UInt8(ascii: "s"):
      return before != UInt8(ascii: "s")
    case UInt8(ascii: "g"):
      // charge, change, judge; but hang, belong, bring.
      return before != UInt8(ascii: "n") || third == UInt8(ascii: "a") || third == UInt8(ascii: "e")
    case UInt8(ascii: "l"):
      return !isVowel(before) && before != UInt8(ascii: "w") && before != UInt8(ascii: "r")
    case UInt8(ascii: "r"):
      if before == UInt8(ascii: "u") || before == UInt8(ascii: "i") || before == UInt8(ascii: "a") {
        return !isVowel(third)
      }
      return before == UInt8(ascii: "o") && letters.count < 5
    case UInt8(ascii: "t"):
      if before == UInt8(ascii: "a") {
        return third != UInt8(ascii: "e") && letters.count > 3 || isVowel(third)
      }
      return before == UInt8(ascii: "u") && third != UInt8(ascii: "b") && letters.count > 4
    case UInt8(ascii: "d"):
      return (before == UInt8(ascii: "i") || before == UInt8(ascii: "u")) && !isVowel(third)
    case UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "n"):
      guard letters.count > 2, isVowel(before), !isVowel(third) else { return false }
      return before == UInt8(ascii: "a") && last != UInt8(ascii: "n")
        || before == UInt8(ascii: "o")
          && last == UInt8(ascii: "k")
        || before == UInt8(ascii: "i")
    default:
      return false
    }
  }
}
