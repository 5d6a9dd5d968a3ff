/// Phrases that can be looked for together, each with what it stands for.
///
/// The phrases that start with one word lie side by side; an open-addressing table leads from the word's
/// hash to them, so that the many words that start no phrase cost one look at one slot.
///
/// - Complexity: finding takes one look-up per word of the line, plus the few phrases that start with it.
struct PhraseTable<Meaning: Sendable>: Sendable {
  /// A phrase found in a line.
  struct Hit {
    var match: Phrase.Match
    var meaning: Meaning
  }

  private struct Entry: Sendable {
    var phrase: Phrase
    var meaning: Meaning
  }

  /// What can be seen of an entry without opening it: most phrases fail on their second word.
  private struct Gate: Sendable {
    var isBoundToStart: Bool
    /// The hash of the second word, or 0 if there is not exactly one word that it can be.
    var secondHash: UInt64

    init(_ phrase: Phrase) {
      isBoundToStart = phrase.isBoundToStart
      secondHash = 0
      if phrase.elements.count > 1, case .words(_, isOptional: false) = phrase.elements[1] {
        let hashes = phrase.hashes(ofElement: 1)
        if hashes.count == 1 { secondHash = hashes[0] }
      }
    }

    func admits(_ line: LineWords, at index: Int) -> Bool {
      if isBoundToStart, index > 0 { return false }
      if secondHash == 0 { return true }
      return index + 1 < line.count && line.words[index + 1].hash == secondHash
    }
  }

  /// Entries `first..<(first + count)` start with a word of this hash; an empty slot has none.
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var first: Int32 = 0
    var count: UInt16 = 0
    /// Whether all of them are bound to the start of the line.
    var isOnlyAtStart = true

    var group: Range<Int> { Int(first)..<(Int(first) + Int(count)) }
  }

  /// Grouped by first word, in the order of the table within a group; those that start with a number are
  /// in front.
  private let entries: [Entry]
  private let gates: [Gate]
  private let numberCount: Int
  private let slots: [Slot]

  /// Builds a table.
  init(_ phrases: [(Phrase, Meaning)]) {
    var numbers: [Int] = []
    /// Each word that a phrase can start with, and the phrase.
    var starts: [(hash: UInt64, phrase: Int)] = []
    starts.reserveCapacity(phrases.count * 2)
    for index in phrases.indices {
      let hashes = phrases[index].0.hashes(ofElement: 0)
      if hashes.isEmpty { numbers.append(index) }
      for hash in hashes { starts.append((hash, index)) }
    }
    var capacity = 64
    while capacity < starts.count * 4 { capacity *= 2 }
    var slots = Array(repeating: Slot(), count: capacity)
    for start in starts {
      let place = Self.place(of: start.hash, in: slots.span)
      slots[place].hash = start.hash
      slots[place].count += 1
      if !phrases[start.phrase].0.isBoundToStart { slots[place].isOnlyAtStart = false }
    }
    // The groups are laid out first; then each phrase goes to the end of its groups.
    var order = numbers + Array(repeating: 0, count: starts.count)
    var end = Int32(numbers.count)
    for place in slots.indices where slots[place].count > 0 {
      slots[place].first = end
      end += Int32(slots[place].count)
      slots[place].count = 0
    }
    for start in starts {
      // A group that is empty again keeps its hash.
      let place = Self.place(of: start.hash, in: slots.span)
      order[Int(slots[place].first) + Int(slots[place].count)] = start.phrase
      slots[place].count += 1
    }
    self.slots = slots
    numberCount = numbers.count
    entries = order.map { Entry(phrase: phrases[$0].0, meaning: phrases[$0].1) }
    let phraseGates = phrases.indices.map { Gate(phrases[$0].0) }
    gates = order.map { phraseGates[$0] }
  }

  /// The slot that a hash has, or the empty one that it would get.
  @inline(__always)
  private static func place(of hash: UInt64, in slots: Span<Slot>) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != hash, slots[index].hash != 0 { index = (index + 1) & mask }
    return index
  }

  /// The first phrase of a line, by position and then by order of the table, that `accepts` takes.
  func first(in line: LineWords, where accepts: (Hit) -> Bool) -> Hit? {
    let words = line.words.span
    let slots = slots.span
    for index in words.indices {
      if words[index].shape == .number,
        let hit = first(of: 0..<numberCount, in: line, at: index, where: accepts)
      {
        return hit
      }
      let slot = slots[Self.place(of: words[index].hash, in: slots)]
      if slot.count == 0 || index > 0 && slot.isOnlyAtStart { continue }
      if let hit = first(of: slot.group, in: line, at: index, where: accepts) { return hit }
    }
    return nil
  }

  /// The phrase with the most words that starts at a word of the line.
  func longest(at index: Int, in line: LineWords) -> Hit? {
    var best: Hit?
    for number in group(of: line.words[index].hash) where gates[number].admits(line, at: index) {
      guard let match = entries[number].phrase.match(in: line, at: index),
        match.words.count > best?.match.words.count ?? 0
      else { continue }
      best = Hit(match: match, meaning: entries[number].meaning)
    }
    return best
  }

  private func group(of hash: UInt64) -> Range<Int> {
    slots[Self.place(of: hash, in: slots.span)].group
  }

  private func first(
    of group: Range<Int>, in line: LineWords, at index: Int, where accepts: (Hit) -> Bool
  ) -> Hit? {
    for number in group where gates[number].admits(line, at: index) {
      guard let match = entries[number].phrase.match(in: line, at: index) else { continue }
      let hit = Hit(match: match, meaning: entries[number].meaning)
      if accepts(hit) { return hit }
    }
    return nil
  }
}
