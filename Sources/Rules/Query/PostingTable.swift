import NewsModel

/// Where each value of one attribute occurs among some tokens.
///
/// *Invariant:* values are sorted; the positions of a value are sorted and not empty.
public struct PostingTable: Sendable {
  private var terms: [UInt32] = []
  private var counts: [UInt32] = []
  /// Where the positions of each value begin in ``gaps``, and where the last ones end.
  private var offsets: [UInt32] = [0]
  /// The gaps between the positions of a value as variable-length integers (LEB128), the first from 0.
  private var gaps: [UInt8] = []

  /// Makes the table of a column: the value of each token in order.
  ///
  /// - Complexity: O(tokens + largest value).
  public init(column: [UInt32]) {
    let top = Int(column.max() ?? 0) + 1
    var places = [UInt32](repeating: 0, count: top + 1)
    for value in column { places[Int(value) + 1] += 1 }
    for value in 0..<top {
      let count = places[value + 1]
      places[value + 1] += places[value]
      if count > 0 {
        terms.append(UInt32(value))
        counts.append(count)
      }
    }
    var positions = [UInt32](repeating: 0, count: column.count)
    for (position, value) in column.enumerated() {
      positions[Int(places[Int(value)])] = UInt32(position)
      places[Int(value)] += 1
    }
    var gaps = VariableLengthWriter()
    gaps.reserveCapacity(column.count * 3 / 2)
    offsets.reserveCapacity(terms.count + 1)
    var next = 0
    for count in counts {
      var before: UInt32 = 0
      for position in positions[next..<(next + Int(count))] {
        gaps.append(Int(position - before))
        before = position
      }
      next += Int(count)
      offsets.append(UInt32(gaps.bytes.count))
    }
    self.gaps = gaps.bytes
  }

  /// The number of different values.
  public var termCount: Int { terms.count }

  /// Hands on every value with the number of its tokens.
  func forEach(_ body: (_ term: UInt32, _ count: Int) -> Void) {
    for (term, count) in zip(terms, counts) { body(term, Int(count)) }
  }

  /// The positions of all tokens that have one of some values, sorted.
  ///
  /// - Parameters:
  ///   - values: Sorted, each once.
  ///   - tokenCount: The number of tokens that the table was made of.
  /// - Returns: The positions.
  /// - Complexity: O(values × log of the number of values, or the number of values; + positions).
  func positions(of values: [UInt32], tokenCount: Int) -> [UInt32] {
    let places = places(of: values)
    guard let first = places.first else { return [] }
    if places.count == 1 {
      var found: [UInt32] = []
      found.reserveCapacity(Int(counts[first]))
      forEachPosition(at: first) { found.append($0) }
      return found
    }
    let total = places.reduce(0) { $0 + Int(counts[$1]) }
    if total < tokenCount / 256 {
      var found: [UInt32] = []
      found.reserveCapacity(total)
      for place in places { forEachPosition(at: place) { found.append($0) } }
      return found.sorted()
    }
    var isSet = [UInt64](repeating: 0, count: tokenCount / 64 + 1)
    for place in places {
      // Damaged bytes may name a position beyond the tokens.
      forEachPosition(at: place) { if $0 < tokenCount { isSet[Int($0 >> 6)] |= 1 << ($0 & 63) } }
    }
    var found: [UInt32] = []
    found.reserveCapacity(total)
    for (word, bits) in isSet.enumerated() {
      var rest = bits
      while rest != 0 {
        found.append(UInt32(word * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return found
  }

  /// The places in ``terms`` of those values that occur.
  private func places(of values: [UInt32]) -> [Int] {
    var found: [Int] = []
    if values.count < terms.count / 8 {
      for value in values {
        let place = terms.partitioningIndex { $0 >= value }
        if place < terms.count, terms[place] == value { found.append(place) }
      }
      return found
    }
    var place = 0
    for value in values {
      while place < terms.count, terms[place] < value { place += 1 }
      if place == terms.count { break }
      if terms[place] == value { found.append(place) }
    }
    return found
  }

  /// The value of each token, for the whole column that the table was made of.
  ///
  /// - Complexity: O(tokens).
  func forEachValue(_ body: (_ position: Int, _ value: UInt32) -> Void) {
    for place in terms.indices {
      let value = terms[place]
      forEachPosition(at: place) { body(Int($0), value) }
    }
  }

  @inline(__always)
  private func forEachPosition(at place: Int, _ body: (UInt32) -> Void) {
    var position: UInt32 = 0
    var offset = Int(offsets[place])
    let end = Int(offsets[place + 1])
    while offset < end {
      var gap: UInt32 = 0
      var shift: UInt32 = 0
      while true {
        let byte = gaps[offset]
        offset += 1
        gap |= UInt32(byte & 0x7f) << shift
        if byte < 0x80 || offset == end { break }
        shift += 7
      }
      position &+= gap
      body(position)
    }
  }

  // MARK: - Stored form

  /// The table as bytes.
  ///
  /// First the number of values; for each the difference from the value before, the number of its
  /// positions and the number of bytes that these take; then the positions of all values as gaps, the
  /// first from 0. All numbers are variable-length integers (LEB128).
  public var encoded: [UInt8] {
    var output = VariableLengthWriter()
    output.reserveCapacity(gaps.count + terms.count * 4 + 5)
    output.append(terms.count)
    var before: UInt32 = 0
    for place in terms.indices {
      output.append(Int(terms[place] - before))
      output.append(Int(counts[place]))
      output.append(Int(offsets[place + 1] - offsets[place]))
      before = terms[place]
    }
    return output.bytes + gaps
  }

  /// Reads what ``encoded`` wrote, or `nil` where the bytes cannot be that.
  public init?(_ bytes: [UInt8], tokenCount: Int) {
    var input = VariableLengthReader(bytes)
    func number() -> UInt32? { input.number().map(UInt32.init) }
    guard let count = number(), Int(count) <= bytes.count else { return nil }
    terms.reserveCapacity(Int(count))
    counts.reserveCapacity(Int(count))
    offsets.reserveCapacity(Int(count) + 1)
    var term: UInt32 = 0
    var end: UInt64 = 0
    var total = 0
    for place in 0..<count {
      guard let step = number(), let positions = number(), let size = number(), positions > 0,
        place == 0 || step > 0, step <= UInt32.max - term
      else { return nil }
      term += step
      end += UInt64(size)
      total += Int(positions)
      guard end <= UInt64(bytes.count) else { return nil }
      terms.append(term)
      counts.append(positions)
      offsets.append(UInt32(end))
    }
    gaps = Array(input.rest)
    guard end == gaps.count, total == tokenCount else { return nil }
  }
}
