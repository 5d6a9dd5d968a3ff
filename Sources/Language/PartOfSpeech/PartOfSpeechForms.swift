package import NewsModel

/// What the tagger sees in each distinct word of a text, computed once for each.
package struct PartOfSpeechForms: Sendable {
  /// What one word looks like.
  package struct Form: Sendable {
    package var kind: TokenKind
    /// Hashes of the word, of its endings and beginnings, of its shape.
    package var word: UInt32 = 0
    package var suffix1: UInt32 = 0
    package var suffix2: UInt32 = 0
    package var suffix3: UInt32 = 0
    package var suffix4: UInt32 = 0
    package var prefix3: UInt32 = 0
    package var tail: UInt32 = 0
    package var shape: UInt32 = 0
    /// Hash of the parts of speech that the word often has, or of its form if it is unknown.
    package var usual: UInt32 = 0
    /// The labels that it may have, as bits.
    package var allowed: UInt32 = 0
    /// The part of speech that it always has, or `.unknown`.
    package var fixed: PartOfSpeech = .unknown
    /// The part of speech that its spelling tells, or `.unknown`.
    var spelt: PartOfSpeech = .unknown
    package var hasCapital = false

    /// Whether the word has one part of speech wherever it stands.
    var isDecided: Bool { fixed != .unknown && !hasCapital }

    /// Forgets what the dictionary says of the word.
    package mutating func makeUnknown() {
      allowed = PartOfSpeechLabels.open
      usual = PartOfSpeechForms.mix(suffix2, shape)
    }
  }

  /// The forms by word id; those of ids that no token has are empty.
  package private(set) var forms: [Form]

  /// Takes over the forms of words, by id.
  init(_ forms: [Form]) { self.forms = forms }

  /// Computes the forms of the words that the tokens have.
  package init(_ columns: borrowing TokenColumns, model: PartOfSpeechModel) {
    let count = columns.vocabulary.count
    forms = Array(repeating: Form(kind: .symbol), count: count)
    var isKnown = [Bool](repeating: false, count: count)
    let bytes = columns.vocabulary.bytes
    let span = bytes.span
    let known = columns.vocabulary.ids(in: model.words)
    for token in 0..<columns.count {
      let id = columns.words[token]
      guard !isKnown[Int(id)] else { continue }
      isKnown[Int(id)] = true
      forms[Int(id)] = Self.form(
        span.extracting(columns.vocabulary.range(of: id)),
        lower: span.extracting(columns.vocabulary.range(of: columns.lowers[token])),
        entry: known[Int(columns.lowers[token])], model: model)
    }
  }

  /// The form of a word; `entry` is its number in the model's dictionary, `.max` where it has none.
  static func form(
    _ word: Span<UInt8>, lower: Span<UInt8>, entry number: UInt32, model: PartOfSpeechModel
  ) -> Form {
    var form = Form(kind: TokenKind(word))
    form.spelt = PartOfSpeechRules.spelt(word, form.kind)
    let length = lower.count
    form.suffix1 = hash(lower, from: max(0, length - 1), salt: 1)
    form.suffix2 = hash(lower, from: max(0, length - 2), salt: 2)
    form.suffix3 = hash(lower, from: max(0, length - 3), salt: 3)
    form.suffix4 = hash(lower, from: max(0, length - 4), salt: 4)
    form.prefix3 = hash(lower, from: 0, to: min(3, length), salt: 5)
    form.word = hash(lower, from: 0, salt: 6)
    form.shape = shape(word)
    form.hasCapital = word[0].isCapital || form.kind == .capitalWord
    var hyphen = length
    while hyphen > 0, lower[hyphen - 1] != UInt8(ascii: "-") { hyphen -= 1 }
    form.tail = hyphen > 0 && hyphen < length ? hash(lower, from: hyphen, salt: 7) : 0
    if number != .max {
      let entry = model.entries[Int(number)]
      form.allowed = entry.allowed
      form.usual = mix(entry.usual, 8)
      form.fixed = entry.fixed
    } else if keepsClass(lower, prefix: hyphen),
      let id = model.words.id(of: lower.extracting(hyphen..<length))
    {
      // “de-escalate” is what “escalate” is.
      let entry = model.entries[Int(id)]
      form.allowed = entry.allowed | PartOfSpeechLabels.open
      form.usual = mix(entry.usual, 8)
    } else {
      form.allowed = PartOfSpeechLabels.open
      form.usual = mix(form.suffix2, form.shape)
    }
    if form.hasCapital { form.allowed |= PartOfSpeechLabels.proper }
    if form.kind == .clitic, form.allowed == PartOfSpeechLabels.open {
      form.allowed = PartOfSpeechLabels.mask([.pos, .vbz, .vbp, .md, .vbd, .rb, .prp])
    }
    return form
  }

  /// Whether a word's part up to a hyphen is a prefix that leaves the part of speech as it is.
  private static func keepsClass(_ word: Span<UInt8>, prefix end: Int) -> Bool {
    guard (3...5).contains(end), end < word.count else { return false }
    for prefix: StaticString in ["de-", "re-", "co-", "un-", "mis-", "non-", "over-", "pre-"]
    where prefix.utf8CodeUnitCount == end {
      let isSame = prefix.withUTF8Buffer { bytes in
        for index in 0..<end where bytes[index] != word[index] { return false }
        return true
      }
      if isSame { return true }
    }
    return false
  }

  /// A hash of part of a word, digits taken as one.
  static func hash(_ word: Span<UInt8>, from start: Int, to end: Int? = nil, salt: UInt32) -> UInt32
  {
    var hash: UInt32 = 0x811c_9dc5 ^ (salt &* 0x9e37_79b1)
    for index in start..<(end ?? word.count) {
      let byte = word[index]
      hash = (hash ^ UInt32(byte.isDigit ? UInt8(ascii: "0") : byte)) &* 0x0100_0193
    }
    return hash
  }

  /// Joins two hashes.
  @inline(__always)
  package static func mix(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = (first ^ (second &* 0x9e37_79b1)) &* 0x85eb_ca6b
    hash ^= hash >> 15
    return hash
  }

  /// Capitals, small letters, digits and marks in order, runs as one; full stops and hyphens apart.
  private static func shape(_ word: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 17
    var last: UInt32 = 0
    for index in word.indices {
      let byte = word[index]
      let kind: UInt32 =
        byte.isCapital
        ? 1
        : byte.isSmall || byte >= 0x80
          ? 2
          : byte.isDigit
            ? 3
            : byte == UInt8(ascii: "-") ? 4 : byte == UInt8(ascii: ".") ? 5 : 6
      guard kind != last else { continue }
      last = kind
      hash = mix(hash, kind)
    }
    return mix(hash, word.count == 1 ? 1 : 0)
  }
}
