/// Cuts the tables of the gazetteer into lines, columns and words, as slices of bytes.
enum GazetteerReader {
  /// The non-empty lines of a table.
  static func lines(_ text: String) -> [ArraySlice<UInt8>] {
    list(Array(text.utf8)[...], separator: 0x0a)
  }

  /// Four columns between `|`, absent ones empty.
  static func columns(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var columns: [ArraySlice<UInt8>] = []
    columns.reserveCapacity(4)
    var start = line.startIndex
    for index in line.indices where line[index] == UInt8(ascii: "|") {
      columns.append(trimmed(line[start..<index]))
      start = index + 1
    }
    columns.append(trimmed(line[start...]))
    while columns.count < 4 { columns.append([]) }
    return columns
  }

  /// The trimmed, non-empty fields between a separator.
  static func list(
    _ column: ArraySlice<UInt8>, separator: UInt8 = UInt8(ascii: ",")
  ) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var start = column.startIndex
    for index in column.startIndex...column.endIndex
    where index == column.endIndex || column[index] == separator {
      let field = trimmed(column[start..<index])
      if !field.isEmpty { fields.append(field) }
      start = index + 1
    }
    return fields
  }

  /// Calls a function with each word of a name as the tokeniser cuts it: at spaces, commas and
  /// possessive endings apart, apostrophes plain.
  static func forEachToken(of name: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = name.startIndex
    while start < name.endIndex {
      if name[start] == 0x20 {
        start += 1
        continue
      }
      var end = start
      var isPlain = true
      while end < name.endIndex, name[end] != 0x20 {
        if name[end] == 0xe2 || name[end] == 0x27 { isPlain = false }
        end += 1
      }
      let word = isPlain ? name[start..<end] : plainApostrophes(name[start..<end])
      if !isPlain, word.count > 2, word.suffix(2).elementsEqual([0x27, 0x73]) {
        body(word.dropLast(2))
        body(word.suffix(2))
      } else if !isPlain, word.count > 1, word.last == 0x27 {
        body(word.dropLast())
        body(word.suffix(1))
      } else if word.count > 1, word.last == UInt8(ascii: ",") {
        body(word.dropLast())
        body(word.suffix(1))
      } else {
        body(word)
      }
      start = end
    }
  }

  /// Letters in lower case.
  static func lowercased(_ word: some Collection<UInt8>) -> [UInt8] {
    var lower: [UInt8] = []
    lower.reserveCapacity(word.count)
    for byte in word {
      if byte >= 0x80 { return Array(String(decoding: word, as: UTF8.self).lowercased().utf8) }
      lower.append(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
    }
    return lower
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes[start..<end]
  }

  private static func plainApostrophes(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      if word[index] == 0xe2, index + 2 < word.endIndex, word[index + 1] == 0x80,
        word[index + 2] == 0x99 || word[index + 2] == 0x98
      {
        plain.append(0x27)
        index += 3
      } else {
        plain.append(word[index])
        index += 1
      }
    }
    return plain[...]
  }
}
