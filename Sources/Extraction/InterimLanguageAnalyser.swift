internal import NewsModel

/// A plain tokeniser for as long as the one of Language is not there.
struct LanguageAnalyser: Sendable {
  func analyse(_ text: String, paragraphs: [ByteRange]) -> TokenColumns {
    var columns = TokenColumns()
    let bytes = Array(text.utf8)
    func kind(_ index: Int) -> Int {
      let byte = bytes[index]
      if byte <= 0x20 { return 0 }
      if byte >= 0x80 {
        if byte == 0xe2, index + 1 < bytes.count, bytes[index + 1] == 0x80 { return 3 }
        if byte == 0xc2, index + 1 < bytes.count, bytes[index + 1] == 0xa0 { return 0 }
        return 1
      }
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
      return isLetter || (byte >= 0x30 && byte <= 0x39) || byte == 0x2d ? 1 : 2
    }
    for paragraph in paragraphs {
      var startsSentence = true
      columns.paragraphStarts.append(UInt32(columns.count))
      var index = paragraph.start
      while index < paragraph.end {
        var end = index
        switch kind(index) {
        case 0:
          index += bytes[index] == 0xc2 ? 2 : 1
          continue
        case 1: while end < paragraph.end, kind(end) == 1 { end += 1 }
        case 3: end = min(index + 3, paragraph.end)
        default: end += 1
        }
        let word = String(decoding: bytes[index..<end], as: UTF8.self)
        if startsSentence { columns.sentenceStarts.append(UInt32(columns.count)) }
        startsSentence = word == "." || word == "?" || word == "!"
        columns.starts.append(UInt32(index))
        columns.ends.append(UInt32(end))
        columns.words.append(columns.vocabulary.intern(word))
        columns.lowers.append(columns.vocabulary.intern(word.lowercased()))
        columns.lemmas.append(columns.vocabulary.intern(word.lowercased()))
        let isName = word.utf8.first.map { $0 >= 0x41 && $0 <= 0x5a } ?? false
        columns.partsOfSpeech.append(isName ? .nnp : .unknown)
        index = end
      }
    }
    return columns
  }
}
