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
      if phrase.elements.count > 1,
        case .words(let choices, isOptional: false) = phrase.elements[1],
        choices.count == 1
      {
        secondHash = LineWords.hash(choices[0])
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
    var count: Int32 = 0
  }

  /// Grouped by first word, in the order of the table within a group; those that start with a number are
  /// in front.
  private var entries: [Entry] = []
  private var gates: [Gate] = []
  private var numberCount = 0
  private var slots: [Slot]
  private let mask: Int

  /// Builds a table.
  init(_ phrases: [(Phrase, Meaning)]) {
    var groups: [UInt64: [Entry]] = [:]
    var order: [UInt64] = []
    for (phrase, meaning) in phrases {
      let entry = Entry(phrase: phrase, meaning: meaning)
      guard case .words(let choices, _) = phrase.elements.first else {
        entries.append(entry)
        continue
      }
      for choice in choices {
        let hash = LineWords.hash(choice)
        if groups[hash] == nil { order.append(hash) }
        groups[hash, default: []].append(entry)
      }
    }
    numberCount = entries.count
    var capacity = 64
    while capacity < order.count * 4 { capacity *= 2 }
    mask = capacity - 1
    slots = Array(repeating: Slot(), count: capacity)
    for hash in order {
      let group = groups[hash] ?? []
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index].count > 0 { index = (index + 1) & mask }
      slots[index] = Slot(hash: hash, first: Int32(entries.count), count: Int32(group.count))
      entries += group
    }
    gates = entries.map { Gate($0.phrase) }
  }

  /// The first phrase of a line, by position and then by order of the table, that `accepts` takes.
  func first(in line: LineWords, where accepts: (Hit) -> Bool) -> Hit? {
    for index in line.words.indices {
      let word = line.words[index]
      if word.shape == .number,
        let hit = first(of: 0..<numberCount, in: line, at: index, where: accepts)
      {
        return hit
      }
      let group = group(of: word.hash)
      if group.isEmpty { continue }
      if let hit = first(of: group, in: line, at: index, where: accepts) { return hit }
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
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].count > 0 {
      let slot = slots[index]
      if slot.hash == hash { return Int(slot.first)..<Int(slot.first + slot.count) }
      index = (index + 1) & mask
    }
    return 0..<0
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
