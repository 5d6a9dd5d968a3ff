internal import CModels
package import NewsModel

/// The weights of the part-of-speech tagger and its dictionary of words.
package struct PartOfSpeechModel: Sendable {
  /// The weights of one feature: a byte for each label, 128 added, two labels a lane.
  package typealias Row = SIMD16<UInt16>

  /// A sum of up to 257 rows.
  struct Sum: Sendable {
    /// The sums of the labels with odd numbers, which stand in the upper bytes.
    private(set) var odd = Row.zero
    /// The sums of whole lanes, cut to sixteen bits: what the upper bytes add to them can be taken off again.
    private var lanes = Row.zero

    /// The sums of the labels with even numbers.
    var even: Row { lanes &- odd &<< 8 }

    /// Adds the weights of a feature.
    @inline(__always)
    mutating func add(_ row: Row) {
      lanes &+= row
      odd &+= row &>> 8
    }
  }

  /// What the training text says about a word.
  package struct Entry: Sendable {
    /// The labels that the word may have, as bits.
    package var allowed: UInt32
    /// The labels that it often has, as bits: a feature of the words around it.
    package var usual: UInt32
    /// The part of speech that the word always has, or `.unknown`.
    package var fixed: PartOfSpeech

    /// Creates an entry.
    package init(allowed: UInt32, usual: UInt32, fixed: PartOfSpeech) {
      self.allowed = allowed
      self.usual = usual
      self.fixed = fixed
    }
  }

  /// How many low bits of a feature choose its row.
  package let bucketBits: Int
  /// The rows of the first pass, then those of the second.
  package let rows: PartOfSpeechRows
  /// The words of the dictionary, in lower case.
  package let words: Vocabulary
  /// The entries by the ids of the words.
  package let entries: [Entry]

  /// The model that is part of the program.
  package static let embedded: PartOfSpeechModel = {
    // Safe: the C side returns a constant array and its size.
    let bytes = UnsafeBufferPointer(
      start: sayso_part_of_speech_weights(), count: sayso_part_of_speech_weights_size())
    let file = UnsafeRawBufferPointer(bytes)
    let model = PartOfSpeechModel(bytes.span) {
      PartOfSpeechRows(constant: UnsafeRawBufferPointer(rebasing: file[$0...]))
    }
    guard let model else {
      preconditionFailure("pos.bin was written by another version: train the model anew")
    }
    return model
  }()

  /// Creates a model from its parts.
  package init(bucketBits: Int, rows: PartOfSpeechRows, words: Vocabulary, entries: [Entry]) {
    precondition(rows.count == 2 << bucketBits, "a row for each pass and bucket")
    precondition(words.count == entries.count, "an entry for each word")
    self.bucketBits = bucketBits
    self.rows = rows
    self.words = words
    self.entries = entries
  }

  /// The row of a feature in one pass.
  func row(of hash: UInt32, pass: Int) -> Row {
    rows[(pass << bucketBits) + (Int(hash) & ((1 << bucketBits) - 1))]
  }

  /// A row from one weight for each label.
  package static func row(_ weights: [Int8]) -> Row {
    var row = Row.zero
    for (label, weight) in weights.enumerated() {
      let byte = UInt16(truncatingIfNeeded: Int(weight) + 128)
      row[label / 2] |= byte << UInt16(label % 2 * 8)
    }
    return row
  }

  // MARK: File

  private static let magic = Array("SaysoPOS".utf8) + [3, 0, 0, 0]

  /// The model as a file: magic, bits, words with their entries, one byte for each weight.
  package var file: [UInt8] {
    var bytes = Self.magic
    func append(_ value: UInt32) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    append(UInt32(bucketBits))
    append(UInt32(words.count))
    for id in 0..<UInt32(words.count) {
      let word = words.bytes(of: id)
      let entry = entries[Int(id)]
      bytes.append(UInt8(truncatingIfNeeded: word.count))
      bytes.append(contentsOf: word)
      bytes.append(entry.fixed.rawValue)
      append(entry.allowed)
      append(entry.usual)
    }
    for index in 0..<rows.count {
      let row = rows[index]
      for lane in 0..<16 {
        bytes.append(UInt8(truncatingIfNeeded: row[lane]))
        bytes.append(UInt8(truncatingIfNeeded: row[lane] >> 8))
      }
    }
    return bytes
  }

  /// Reads a file, or returns `nil` if it is not one of this version.
  package init?(_ bytes: [UInt8]) {
    self.init(bytes.span) { position in
      let rows = [Row](
        unsafeUninitializedCapacity: (bytes.count - position) / MemoryLayout<Row>.size
      ) { rows, initialised in
        bytes.withUnsafeBytes { file in
          // Safe: any 32 bytes are 16 numbers.
          UnsafeMutableRawBufferPointer(rows).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: file[position...]))
        }
        initialised = rows.count
      }
      return PartOfSpeechRows(rows)
    }
  }

  /// Reads a file, whose rows lie from some position on to its end.
  private init?(_ bytes: Span<UInt8>, rows: (Int) -> PartOfSpeechRows) {
    var position = Self.magic.count
    guard bytes.count >= position + 8,
      Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] })
    else { return nil }
    let bits = Int(Self.number(bytes, at: &position))
    let count = Int(Self.number(bytes, at: &position))
    guard (8...24).contains(bits) else { return nil }
    var words = Vocabulary(capacity: count)
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      guard position < bytes.count, position + Int(bytes[position]) + 10 <= bytes.count else {
        return nil
      }
      let length = Int(bytes[position])
      _ = words.intern(bytes, position + 1..<position + 1 + length)
      position += 1 + length
      guard let fixed = PartOfSpeech(rawValue: bytes[position]) else { return nil }
      position += 1
      let allowed = Self.number(bytes, at: &position)
      let usual = Self.number(bytes, at: &position)
      entries.append(Entry(allowed: allowed, usual: usual, fixed: fixed))
    }
    guard words.count == count, bytes.count == position + 64 << bits else { return nil }
    self.init(bucketBits: bits, rows: rows(position), words: words, entries: entries)
  }

  /// The number of four bytes at a position, which moves behind them.
  private static func number(_ bytes: Span<UInt8>, at position: inout Int) -> UInt32 {
    defer { position += 4 }
    // Safe: the load is checked against the bounds, and any four bytes are a number.
    return UInt32(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
  }
}
