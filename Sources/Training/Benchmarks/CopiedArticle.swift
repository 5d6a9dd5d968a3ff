import NewsModel

/// Copies of articles that differ in their names, for benchmarks.
enum CopiedArticle {
  /// A copy of an analysis; copy 0 is the original.
  static func make(of analysis: Analysis, copy: Int) -> Analysis {
    guard copy > 0 else { return analysis }
    var analysis = analysis
    let article = analysis.article
    let tokens = analysis.tokens
    var bytes = Array(article.text.utf8)
    for token in 0..<tokens.count where tokens.partsOfSpeech[token].isProperNoun {
      for place in Int(tokens.starts[token])..<Int(tokens.ends[token]) {
        bytes[place] = exchanged(bytes[place], copy)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var copied = Article(id: "\(article.id)-\(copy)", path: article.path, text: text)
    copied.zones = article.zones
    analysis.article = copied
    analysis.tokens = columns(of: text, tokens, copy)
    return analysis
  }

  /// The columns of a copy, its changed words in its vocabulary.
  private static func columns(of text: String, _ tokens: TokenColumns, _ copy: Int) -> TokenColumns
  {
    var columns = tokens
    for token in 0..<tokens.count where tokens.partsOfSpeech[token].isProperNoun {
      func change(_ id: UInt32) -> UInt32 {
        let word = tokens.vocabulary.bytes(of: id).map { exchanged($0, copy) }
        return columns.vocabulary.intern(word.span)
      }
      columns.words[token] = change(tokens.words[token])
      columns.lowers[token] = change(tokens.lowers[token])
      columns.lemmas[token] = change(tokens.lemmas[token])
    }
    return columns
  }

  /// Another letter of the same case; vowels stay, so that words can be read out.
  private static func exchanged(_ byte: UInt8, _ copy: Int) -> UInt8 {
    let consonants = Array("bcdfghjklmnpqrstvwxz".utf8)
    guard let place = consonants.firstIndex(of: byte | 0x20), byte < 0x80 else { return byte }
    return consonants[(place + copy) % consonants.count] & ~0x20 | (byte & 0x20)
  }
}
