import NewsModel

/// Words in lower case, with plain apostrophes and without editors' brackets.
enum LowerCase {
  /// Fills the column of lower-case words; each distinct word is looked up once.
  static func fill(_ columns: inout TokenColumns, _ memory: inout WordMemory) {
    var lowerOf = [UInt32](repeating: .max, count: columns.vocabulary.count)
    var lowers: [UInt32] = []
    lowers.reserveCapacity(columns.count)
    for word in columns.words {
      if lowerOf[Int(word)] == .max {
        let number = memory.numbers[Int(word)]
        let lower = memory.lowers[Int(number)]
        lowerOf[Int(word)] = lower == number ? word : memory.id(of: lower, in: &columns.vocabulary)
      }
      lowers.append(lowerOf[Int(word)])
    }
    columns.lowers = lowers
  }

  /// Whether a word is its own lower-case form.
  static func isLower(_ word: ArraySlice<UInt8>) -> Bool {
    for byte in word where byte.isCapital || byte >= 0x80 || byte == UInt8(ascii: "[") {
      return false
    }
    return true
  }

  /// Appends the lower-case form of a word.
  static func append(_ word: ArraySlice<UInt8>, to buffer: inout [UInt8]) {
    var isASCII = true
    for byte in word {
      isASCII = isASCII && byte < 0x80
    }
    let isBracketed = word.count > 3 && word.first == UInt8(ascii: "[")
    if isASCII {
      for byte in word where !isBracketed || !isBracket(byte) { buffer.append(byte.small) }
      return
    }
    // A quotation mark alone stays what it is; within a word it is an apostrophe.
    let string = String(decoding: word, as: UTF8.self)
    let isMark = string.unicodeScalars.allSatisfy {
      Scalar.kind(of: $0.value) != .letter && $0.value > 0x7f
    }
    for scalar in string.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if !isBracketed || !isBracket(byte) { buffer.append(byte.small) }
      } else if !isMark, Scalar.kind(of: scalar.value) == .apostrophe {
        buffer.append(UInt8(ascii: "'"))
      } else if scalar.value == 0xad {
        continue
      } else {
        buffer.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    if buffer.isEmpty { buffer.append(contentsOf: word) }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
