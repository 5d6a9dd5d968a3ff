internal import NewsModel

/// Reads numbers in digits and words.
struct NumberReader {
  /// A number found.
  struct Number {
    /// Its tokens.
    var tokens: Range<Int>
    /// Its value, `nil` for “tens of thousands”.
    var value: Double?
    /// Whether it is an ordinal.
    var isOrdinal = false
    /// For “seven-year”: the unit behind the hyphen, in lower case.
    var joinedUnit: String?
    /// Whether it is written in digits alone.
    var isDigits = false
  }

  let words: ArticleWords
  let bytes: [UInt8]
  /// Whether a number can begin with a word in lower case, by vocabulary id; with digits and compounds it always can.
  private let opens: [Bool]
  // Held here too: `words` is an object, and each look through it costs.
  private let lowers: [UInt32]
  private let written: [UInt32]
  private let shapes: [WordShape]

  init(words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
    let flags: WordFlags = [.number, .ordinal, .pluralScale]
    var opens = words.table.flags.map { !$0.isDisjoint(with: flags) }
    for article in words.key.articles where article != WordTable.none {
      opens[Int(article)] = true
    }
    self.opens = opens
    lowers = words.tokens.lowers
    written = words.tokens.words
    shapes = words.table.shapes
  }

  /// Whether a number may begin at a token: most words need no further look.
  func canBegin(at token: Int) -> Bool {
    opens[Int(lowers[token])]
      || !shapes[Int(written[token])].isDisjoint(with: [.digit, .hyphenated])
  }

  /// The number that begins at a token, `nil` if none does.
  func number(at first: Int, before end: Int) -> Number? {
    guard canBegin(at: first) else { return nil }
    let flags = words.flags(first)
    let shape = words.shape(first)
    if flags.contains(.pluralScale) { return plural(at: first, before: end) }
    if shape.contains(.hyphenated), let compound = compound(at: first) { return compound }
    if shape.contains(.digit) { return digits(at: first, before: end) }
    if flags.contains(.number) { return inWords(at: first, before: end) }
    if flags.contains(.ordinal),
      shape.isDisjoint(with: .capitalised) || words.isSentenceInitial(first)
    {
      return Number(tokens: first..<(first + 1), value: value(first), isOrdinal: true)
    }
    if words.isWord(first, words.key.articles), first + 1 < end,
      words.flags(first + 1).contains(.scale) || words.isWord(first + 1, words.key.dozen)
    {
      // “a million”, “a dozen”
      return Number(tokens: first..<(first + 2), value: value(first + 1))
    }
    return nil
  }

  private func value(_ token: Int) -> Double { words.table.values[Int(words.lower(token))] }

  /// “thousands”, “tens of thousands”.
  private func plural(at first: Int, before end: Int) -> Number {
    var last = first + 1
    if last + 1 < end, words.isWord(last, words.key.of),
      words.flags(last + 1).contains(.pluralScale)
    {
      last += 2
    }
    return Number(tokens: first..<last, value: nil)
  }

  /// “40,000”, “3.5 million”, “47bn”, “21st”.
  private func digits(at first: Int, before end: Int) -> Number? {
    let slice = bytes[words.tokens.range(of: first).range]
    var index = slice.startIndex
    guard var value = Self.decimal(slice, &index) else { return nil }
    var number = Number(tokens: first..<(first + 1), value: value)
    if index < slice.endIndex {
      let suffix = String(decoding: slice[index...], as: UTF8.self).lowercased()
      switch suffix {
      case "st", "nd", "rd", "th": number.isOrdinal = true
      case "bn", "b": value *= 1e9
      case "m", "mn", "mln": value *= 1e6
      case "k": value *= 1e3
      case "tn": value *= 1e12
      default: return nil
      }
      number.value = value
      return number
    }
    number.isDigits = true
    applyScales(&number, before: end)
    return number
  }

  /// “twenty-five”, “three hundred thousand”.
  private func inWords(at first: Int, before end: Int) -> Number {
    var number = Number(tokens: first..<(first + 1), value: value(first))
    applyScales(&number, before: end)
    return number
  }

  private func applyScales(_ number: inout Number, before end: Int) {
    var last = number.tokens.upperBound
    while last < end, words.flags(last).contains(.scale) || words.isWord(last, words.key.dozen) {
      number.value = (number.value ?? 1) * value(last)
      number.isDigits = false
      last += 1
    }
    number.tokens = number.tokens.lowerBound..<last
  }

  /// “twenty-five”, “seven-year”, “16-year-old”, “10-20”.
  private func compound(at token: Int) -> Number? {
    let word = bytes[words.tokens.range(of: token).range].drop { $0 == UInt8(ascii: "-") }
    guard let first = partValue(word.prefix { $0 != UInt8(ascii: "-") }) else { return nil }
    let parts = word.split(separator: UInt8(ascii: "-"))
    guard parts.count >= 2 else { return nil }
    var number = Number(tokens: token..<(token + 1), value: first)
    if let second = partValue(parts[1]), parts.count == 2 {
      if first >= 20, first.truncatingRemainder(dividingBy: 10) == 0, second < 10,
        parts[0].first.map({ $0 > 0x39 }) ?? false
      {
        number.value = first + second
        return number
      }
      return nil
    }
    let unit = String(decoding: parts[1], as: UTF8.self).lowercased()
    guard words.tokens.vocabulary.count > 0, Self.joinedUnits.contains(unit) else { return nil }
    number.joinedUnit = parts.count == 3 && parts[2].elementsEqual("old".utf8) ? "old" : unit
    return number
  }

  private static let joinedUnits: Set<String> = [
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "mile",
    "kilometer", "kilometre", "meter", "metre", "foot", "point", "percent", "member", "seat",
    "nation", "page", "man", "person", "ton", "tonne", "acre", "pound", "star", "vote", "state",
  ]

  private func partValue(_ part: ArraySlice<UInt8>) -> Double? {
    var index = part.startIndex
    if let value = Self.decimal(part, &index) { return index == part.endIndex ? value : nil }
    let lower = GazetteerText.lowercased(part)
    guard let found = NameLexicon.shared.look(up: lower.span),
      found.flags.contains(.number)
    else { return nil }
    return NameLexicon.shared.values[Int(found.word)]
  }

  /// A number in digits with thousands separators and decimals; moves the index behind it.
  static func decimal(_ slice: ArraySlice<UInt8>, _ index: inout Int) -> Double? {
    var value = 0.0
    var fraction = 0.0
    var digits = 0
    while index < slice.endIndex {
      let byte = slice[index]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if fraction > 0 {
          value += Double(byte - 0x30) * fraction
          fraction /= 10
        } else {
          value = value * 10 + Double(byte - 0x30)
        }
      } else if byte == UInt8(ascii: ","), digits > 0, fraction == 0, index + 3 < slice.endIndex {
        // A thousands separator.
      } else if byte == UInt8(ascii: "."), digits > 0, fraction == 0, index + 1 < slice.endIndex {
        fraction = 0.1
      } else {
        break
      }
      index += 1
    }
    return digits > 0 && digits < 16 ? value : nil
  }
}
