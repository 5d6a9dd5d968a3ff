internal import NewsModel

/// Finds signs of damage in one paragraph.
struct GarblingReader {
  let words: ArticleWords
  let bytes: [UInt8]
  /// Whether a word is a full stop or holds letters that may be read in a wrong encoding, by vocabulary id.
  private let isSuspect: [Bool]
  // Held here too: `words` is an object, and each look through it costs.
  private let lowers: [UInt32]
  private let written: [UInt32]
  private let stop: UInt32

  init(words: ArticleWords, bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
    let vocabulary = words.tokens.vocabulary
    var isSuspect = [Bool](repeating: false, count: vocabulary.count)
    if words.key.stop != WordTable.none { isSuspect[Int(words.key.stop)] = true }
    // The bytes of all words stand in the order of their ids.
    let spellings = vocabulary.bytes
    var id: UInt32 = 0
    Self.strangeBytes.forEach(in: spellings.span, 0..<spellings.count) { place in
      while vocabulary.range(of: id).upperBound <= place { id += 1 }
      isSuspect[Int(id)] = true
    }
    self.isSuspect = isSuspect
    lowers = words.tokens.lowers
    written = words.tokens.words
    stop = words.key.stop
  }

  /// The first bytes of what ``hasWrongEncoding(_:)`` looks for.
  private static let strangeBytes = RareBytes([0xc3, 0xef])

  /// The notes of a paragraph, in order.
  func notes(in paragraph: Range<Int>) -> [Note] {
    var notes: [Note] = []
    var token = paragraph.lowerBound
    while token < paragraph.upperBound {
      if canBegin(at: token, in: paragraph), let (note, next) = note(at: token, in: paragraph) {
        notes.append(note)
        token = max(next, token + 1)
      } else {
        token += 1
      }
    }
    return notes
  }

  /// Whether a sign of damage may begin at a token: a suspect itself, or in front of a full stop or of the same
  /// word once more.
  private func canBegin(at token: Int, in paragraph: Range<Int>) -> Bool {
    let lower = lowers[token]
    if isSuspect[Int(lower)] || isSuspect[Int(written[token])] { return true }
    guard token + 1 < paragraph.upperBound else { return false }
    let next = lowers[token + 1]
    return next == lower || next == stop
  }

  private func note(at token: Int, in paragraph: Range<Int>) -> (Note, next: Int)? {
    if isFullStop(token) {
      return loneStop(token, paragraph) ?? smallStart(token, paragraph)
        ?? loneMonth(token, paragraph) ?? fragment(token, paragraph)
    }
    if words.isWord(token, words.key.doubledWords), token + 1 < paragraph.upperBound,
      words.lower(token + 1) == words.lower(token), isSmall(token + 1), isSpaced(token + 1)
    {
      return make(token..<(token + 2), "the same word twice")
    }
    if words.isWord(token, words.key.articles), isSmall(token), token + 1 < paragraph.upperBound,
      isFullStop(token + 1)
    {
      return make(token..<(token + 2), "an article without a noun")
    }
    if hasWrongEncoding(token) {
      return make(unspaced(around: token, paragraph), "letters read in a wrong encoding")
    }
    return nil
  }

  // MARK: Signs

  /// A full stop that ends nothing; an ellipsis written with spaces is none.
  private func loneStop(_ token: Int, _ paragraph: Range<Int>) -> (Note, next: Int)? {
    guard token + 1 < paragraph.upperBound, isFullStop(token + 1), isSpaced(token + 1),
      token == paragraph.lowerBound || !isFullStop(token - 1)
    else { return nil }
    var last = token + 1
    while last + 1 < paragraph.upperBound, isFullStop(last + 1) { last += 1 }
    if last > token + 1 { return nil }
    return make(token..<(last + 1), "a full stop that ends no sentence")
  }

  /// A sentence that starts with a small letter.
  private func smallStart(_ token: Int, _ paragraph: Range<Int>) -> (Note, next: Int)? {
    let next = token + 1
    guard next < paragraph.upperBound, isSpaced(next), endsSentence(token, paragraph),
      isSmallWord(next)
    else { return nil }
    var end = next
    while end < paragraph.upperBound, !isFullStop(end) { end += 1 }
    end = min(end + 1, paragraph.upperBound)
    let count = end - next - 1
    let reason =
      count <= 1 ? "a sentence of one word" : "a sentence that starts with a small letter"
    return make(next..<end, reason)
  }

  /// A name of a month or day that stands alone as a sentence.
  private func loneMonth(_ token: Int, _ paragraph: Range<Int>) -> (Note, next: Int)? {
    let next = token + 1
    guard next + 1 < paragraph.upperBound, isFullStop(next + 1), isSpaced(next),
      endsSentence(token, paragraph), !words.flags(next).isDisjoint(with: .calendar)
    else { return nil }
    return make(next..<(next + 2), "a sentence of one word")
  }

  /// “Briefly with reporters before the call.”: an adverb, a preposition and no verb at all.
  private func fragment(_ token: Int, _ paragraph: Range<Int>) -> (Note, next: Int)? {
    let first = token + 1
    guard first + 2 < paragraph.upperBound, endsSentence(token, paragraph), isSpaced(first),
      words.tag(first + 1) == .in, endsInLy(first)
    else { return nil }
    var end = first
    while end < paragraph.upperBound, !isFullStop(end) {
      let tag = words.tag(end)
      if tag.isVerb && tag != .vb || tag == .md || words.isWord(end, words.key.copulas) {
        return nil
      }
      if words.shape(end).isDisjoint(with: [.letter, .digit]) { return nil }
      end += 1
    }
    guard end < paragraph.upperBound else { return nil }
    return make(first..<(end + 1), "a sentence without a verb")
  }

  /// Curly marks and accented letters that were read in a wrong encoding, and the replacement
  /// character.
  private func hasWrongEncoding(_ token: Int) -> Bool {
    let range = words.tokens.range(of: token)
    for index in range.start..<max(range.start, min(range.end, bytes.count - 2))
    where bytes[index] >= 0xc3 {
      let next = (bytes[index + 1], bytes[index + 2])
      if bytes[index] == 0xef, next == (0xbf, 0xbd) { return true }
      if bytes[index] == 0xc3, next == (0xa2, 0xe2) || next == (0x83, 0xc2) { return true }
    }
    return false
  }

  /// The tokens around one that no white space parts from it.
  private func unspaced(around token: Int, _ paragraph: Range<Int>) -> Range<Int> {
    var first = token
    var last = token
    while first > paragraph.lowerBound, !isSpaced(first) { first -= 1 }
    while last + 1 < paragraph.upperBound, !isSpaced(last + 1) { last += 1 }
    return first..<(last + 1)
  }

  // MARK: Helpers

  private func make(_ tokens: Range<Int>, _ text: String) -> (Note, next: Int) {
    (Note(.garbledText, words.tokens.range(of: tokens), text), tokens.upperBound)
  }

  private func isFullStop(_ token: Int) -> Bool { words.isWord(token, words.key.stop) }

  /// Whether white space stands before a token.
  private func isSpaced(_ token: Int) -> Bool {
    token > 0 && words.tokens.ends[token - 1] < words.tokens.starts[token]
  }

  private func isSmall(_ token: Int) -> Bool {
    !words.shape(token).contains(.capitalised)
  }

  /// A word all in small ASCII letters, three or more: no “iPhone”, “e.g.”, “al-Qaeda”, “de Gaulle”.
  private func isSmallWord(_ token: Int) -> Bool {
    let slice = bytes[words.tokens.range(of: token).range]
    return slice.count >= 3 && slice.allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
      && words.flags(token).isDisjoint(with: .nameParticle)
  }

  /// Whether a full stop ends a sentence: an ordinary word of three letters or more stands right
  /// before it, no abbreviation, initial or number.
  private func endsSentence(_ token: Int, _ paragraph: Range<Int>) -> Bool {
    let before = token - 1
    guard before >= paragraph.lowerBound, !isSpaced(token) else { return false }
    let slice = bytes[words.tokens.range(of: before).range]
    if slice.count < 3 { return words.tag(before).isNoun == false && slice.count == 2 }
    return slice.allSatisfy { $0 != UInt8(ascii: ".") && !($0 >= 0x30 && $0 <= 0x39) }
  }

  private func endsInLy(_ token: Int) -> Bool {
    bytes[words.tokens.range(of: token).range].suffix(2).elementsEqual("ly".utf8)
  }
}
