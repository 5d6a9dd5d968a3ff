internal import NewsModel

/// The packed form of an article's words.
///
/// The `vocabulary` blob holds the number of distinct words and for each its `word.id`. The `columns` blob
/// holds a version byte, the numbers of tokens, sentences and paragraphs, and then column by column:
/// the gap before each token and its length in bytes; the word as an index into the vocabulary; the
/// lower-case form and the lemma as differences from the word's index; one byte for the part of speech;
/// the lengths in tokens of sentences and of paragraphs. All numbers are variable-length
/// integers (LEB128), differences zigzag-coded, so that most take one byte.
enum TokenBlob {
  private static let version: UInt8 = 1

  /// Packs columns; words that no token uses are left out of the vocabulary.
  ///
  /// - Returns: The words that are used, their ids in the tokens' vocabulary, and the columns.
  static func encode(
    _ tokens: TokenColumns
  ) -> (words: [String], ids: [UInt32], columns: [UInt8]) {
    var used = [Bool](repeating: false, count: tokens.vocabulary.count)
    for column in [tokens.words, tokens.lowers, tokens.lemmas] {
      for id in column { used[Int(id)] = true }
    }
    var local = [UInt32](repeating: 0, count: used.count)
    var words: [String] = []
    var ids: [UInt32] = []
    for id in used.indices where used[id] {
      local[id] = UInt32(words.count)
      ids.append(UInt32(id))
      words.append(tokens.vocabulary[UInt32(id)])
    }
    var output = VariableLengthWriter()
    output.reserveCapacity(tokens.count * 8)
    output.append(byte: version)
    output.append(tokens.count)
    output.append(tokens.sentenceCount)
    output.append(tokens.paragraphCount)
    var end = 0
    for start in zip(tokens.starts, tokens.ends) {
      output.append(Int(start.0) - end)
      end = Int(start.1)
    }
    for index in 0..<tokens.count { output.append(Int(tokens.ends[index] - tokens.starts[index])) }
    for word in tokens.words { output.append(Int(local[Int(word)])) }
    for column in [tokens.lowers, tokens.lemmas] {
      for (word, other) in zip(tokens.words, column) {
        output.append(signed: Int(local[Int(other)]) - Int(local[Int(word)]))
      }
    }
    for part in tokens.partsOfSpeech { output.append(byte: part.rawValue) }
    for starts in [tokens.sentenceStarts, tokens.paragraphStarts] {
      var before = 0
      for start in starts {
        output.append(Int(start) - before)
        before = Int(start)
      }
    }
    return (words, ids, output.bytes)
  }

  /// Unpacks columns, given the words in the order of the vocabulary blob.
  static func decode(_ columns: [UInt8], words: [String]) throws -> TokenColumns {
    var vocabulary = Vocabulary(capacity: words.count)
    let ids = words.map { vocabulary.intern($0.utf8Span.span) }
    return try decode(columns, ids: ids, of: vocabulary)
  }

  /// Unpacks columns, given the ids in a vocabulary of the words in the order of the vocabulary blob.
  static func decode(
    _ columns: [UInt8], ids: [UInt32], of vocabulary: Vocabulary
  ) throws -> TokenColumns {
    var input = PackedReader(columns)
    guard try input.byte() == version else { throw PackedReader.damage }
    let count = try input.count()
    let sentences = try input.count()
    let paragraphs = try input.count()
    var tokens = TokenColumns(vocabulary: vocabulary)
    var gaps: [Int] = []
    gaps.reserveCapacity(count)
    for _ in 0..<count { gaps.append(try input.number()) }
    tokens.starts.reserveCapacity(count)
    tokens.ends.reserveCapacity(count)
    var end = 0
    for gap in gaps {
      let start = end + gap
      end = start + (try input.number())
      guard end <= Int(UInt32.max) else { throw PackedReader.damage }
      tokens.starts.append(UInt32(start))
      tokens.ends.append(UInt32(end))
    }
    var locals: [Int] = []
    locals.reserveCapacity(count)
    for _ in 0..<count {
      let local = try input.number()
      guard local < ids.count else { throw PackedReader.damage }
      locals.append(local)
    }
    tokens.words = locals.map { ids[$0] }
    for path in [\TokenColumns.lowers, \TokenColumns.lemmas] {
      var column: [UInt32] = []
      column.reserveCapacity(count)
      for local in locals {
        let other = local + (try input.signed())
        guard ids.indices.contains(other) else { throw PackedReader.damage }
        column.append(ids[other])
      }
      tokens[keyPath: path] = column
    }
    tokens.partsOfSpeech.reserveCapacity(count)
    for _ in 0..<count {
      tokens.partsOfSpeech.append(PartOfSpeech(rawValue: try input.byte()) ?? .unknown)
    }
    tokens.sentenceStarts = try starts(sentences, &input, below: count)
    tokens.paragraphStarts = try starts(paragraphs, &input, below: count)
    return tokens
  }

  private static func starts(
    _ number: Int, _ input: inout PackedReader, below count: Int
  ) throws -> [UInt32] {
    var starts: [UInt32] = []
    var position = 0
    for _ in 0..<number {
      position += try input.number()
      guard position < count else { throw PackedReader.damage }
      starts.append(UInt32(position))
    }
    return starts
  }
}
