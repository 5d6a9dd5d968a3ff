internal import NewsModel

/// The written forms of English verbs, made from their lemma.
///
/// A lemmatiser goes from form to lemma and must guess; the cue lexicon goes the other way and need
/// not.
struct VerbForms {
  /// The forms of the verb that was read last, one behind the other, the lemma first.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// All forms of a verb in lower case, the lemma first.
  ///
  ///     VerbForms.all(of: "deny")   // ["deny", "denies", "denied", "denying"]
  ///
  /// For a verb whose final consonant may be doubled both spellings are given.
  static func all(of lemma: String) -> [String] {
    var forms = VerbForms()
    forms.make(from: lemma.utf8Span.span)
    return (0..<forms.count).map {
      String(decoding: forms.bytes[forms.range(of: $0)], as: UTF8.self)
    }
  }

  /// The number of forms.
  var count: Int { ends.count }

  /// Where a form lies in ``bytes``.
  func range(of form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

  /// Makes the forms of another verb.
  mutating func make(from lemma: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    add(lemma, lemma.count, "")
    guard lemma.count > 1 else { return }
    let last = lemma[lemma.count - 1]
    let beforeLast = lemma[lemma.count - 2]
    let endsInE = last == UInt8(ascii: "e")
    let endsInConsonantY = last == UInt8(ascii: "y") && !Self.isVowel(beforeLast)
    let stem = lemma.count - 1
    if endsInConsonantY {
      add(lemma, stem, "ies")
    } else if Self.hisses(beforeLast, last) {
      add(lemma, lemma.count, "es")
    } else {
      add(lemma, lemma.count, "s")
    }
    if let irregular = Self.irregular.forms(of: lemma) {
      Self.irregular.text.utf8Span.span.forEachField(in: irregular) {
        add(Self.irregular.text.utf8Span.span.extracting($0), $0.count, "")
      }
    } else if endsInE {
      add(lemma, lemma.count, "d")
    } else if endsInConsonantY {
      add(lemma, stem, "ied")
    } else {
      add(lemma, lemma.count, "ed")
    }
    let dropsE =
      endsInE && beforeLast != UInt8(ascii: "e")
      && !(lemma.count == 2 && beforeLast == UInt8(ascii: "b"))
    add(lemma, dropsE ? stem : lemma.count, "ing")
    if Self.doubles(lemma) {
      add(lemma, lemma.count, "ed", doubling: last)
      add(lemma, lemma.count, "ing", doubling: last)
    }
  }

  /// Adds the first bytes of a word, perhaps a consonant once more, and an ending.
  private mutating func add(
    _ word: Span<UInt8>, _ length: Int, _ ending: StaticString, doubling consonant: UInt8? = nil
  ) {
    for index in 0..<length { bytes.append(word[index]) }
    if let consonant { bytes.append(consonant) }
    ending.withUTF8Buffer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Whether a lemma that ends in two letters takes “es”: pass, mix, buzz, preach, wish.
  private static func hisses(_ beforeLast: UInt8, _ last: UInt8) -> Bool {
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"): beforeLast == UInt8(ascii: "c") || beforeLast == UInt8(ascii: "s")
    default: false
    }
  }

  /// Whether a lemma ends in one vowel and one consonant: admit, refer, quip.
  private static func doubles(_ lemma: Span<UInt8>) -> Bool {
    guard lemma.count >= 3 else { return false }
    let last = lemma[lemma.count - 1]
    switch last {
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"): return false
    default: if isVowel(last) { return false }
    }
    guard isVowel(lemma[lemma.count - 2]) else { return false }
    let before = lemma[lemma.count - 3]
    return !isVowel(before) || before == UInt8(ascii: "u") && lemma.count == 4
  }

  private static let irregular = IrregularVerbs()
}

/// The past tense and the past participle of verbs that form them in a way of their own.
private struct IrregularVerbs: Sendable {
  /// A verb in each line: the lemma, then its forms.
  let text = """
    say said
    tell told
    write wrote written
    think thought
    feel felt
    know knew known
    swear swore sworn
    speak spoke spoken
    hear heard
    find found
    see saw seen
    seek sought
    plead pleaded pled
    forecast forecast
    foresee foresaw foreseen
    understand understood
    mean meant
    make made
    put put
    go went gone
    begin began begun
    read read
    lay laid
    give gave given
    hold held
    take took taken
    set set
    rebut rebutted
    choose chose chosen
    sing sang sung
    overhear overheard
    rewrite rewrote rewritten
    retell retold
    come came
    meet met
    """
  private var lemmas = Vocabulary(capacity: 64)
  /// Where the forms of each lemma stand in ``text``.
  private var places: [Range<Int>] = []

  init() {
    let span = text.utf8Span.span
    span.forEachLine { line in
      var end = line.lowerBound
      while span[end] != 0x20 { end += 1 }
      _ = lemmas.intern(span, line.lowerBound..<end)
      places.append(end..<line.upperBound)
    }
  }

  /// Where the forms of a verb stand in ``text``, `nil` where it is regular.
  func forms(of lemma: Span<UInt8>) -> Range<Int>? {
    lemmas.id(of: lemma).map { places[Int($0)] }
  }
}
