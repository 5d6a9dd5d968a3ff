/// Cuts the tables of the gazetteer into lines, columns and words, as bytes.
enum GazetteerReader {
  /// The non-empty lines of a table.
  static func lines(_ text: String) -> [[UInt8]] { fields(text, separators: [0x0a]) }

  /// Four columns between `|`, absent ones empty.
  static func columns(_ line: [UInt8]) -> [[UInt8]] {
    var columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { trimmed($0) }
    while columns.count < 4 { columns.append([]) }
    return columns
  }

  /// The fields of a column.
  static func list(_ column: [UInt8], separator: UInt8 = UInt8(ascii: ",")) -> [[UInt8]] {
    column.split(separator: separator).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The trimmed, non-empty fields between any of the separators.
  static func fields(_ text: String, separators: [UInt8]) -> [[UInt8]] {
    fields(Array(text.utf8)[...], separators: separators)
  }

  /// The trimmed, non-empty fields between any of the separators.
  static func fields(_ bytes: ArraySlice<UInt8>, separators: [UInt8]) -> [[UInt8]] {
    bytes.split { separators.contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The words of a list, each with what follows its `=`, which may be nothing.
  static func pairs(_ text: String) -> [(word: [UInt8], suffix: [UInt8])] {
    fields(text, separators: [0x20, 0x0a]).compactMap { field in
      let parts = fields(field[...], separators: [UInt8(ascii: "=")])
      return parts.first.map { ($0, parts.count > 1 ? parts[1] : []) }
    }
  }

  /// The words of a name as the tokeniser cuts them: at spaces, commas and possessive endings apart.
  static func tokens(_ name: [UInt8]) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    for word in name.split(separator: 0x20) {
      let plain = plainApostrophes(Array(word))
      if plain.count > 2, plain.suffix(2) == [0x27, 0x73] {
        tokens.append(Array(plain.dropLast(2)))
        tokens.append([0x27, 0x73])
      } else if plain.count > 1, plain.last == 0x27 {
        tokens.append(Array(plain.dropLast()))
        tokens.append([0x27])
      } else if plain.count > 1, plain.last == UInt8(ascii: ",") {
        tokens.append(Array(plain.dropLast()))
        tokens.append([UInt8(ascii: ",")])
      } else {
        tokens.append(plain)
      }
    }
    return tokens
  }

  /// Letters of ASCII, Latin-1, Greek and Cyrillic in lower case.
  static func lowercased(_ word: [UInt8]) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) {
      return word.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    }
    return Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var slice = bytes
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return Array(slice)
  }

  private static func plainApostrophes(_ word: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var index = 0
    while index < word.count {
      if word[index] == 0xe2, index + 2 < word.count, word[index + 1] == 0x80,
        word[index + 2] == 0x99 || word[index + 2] == 0x98
      {
        plain.append(0x27)
        index += 3
      } else {
        plain.append(word[index])
        index += 1
      }
    }
    return plain
  }
}
