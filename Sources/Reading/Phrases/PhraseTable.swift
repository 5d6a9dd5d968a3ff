/// Phrases that can be looked for together, each with what it stands for.
///
/// - Complexity: finding takes one dictionary look-up per word of the line, plus the few phrases that start
///   with that word.
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

  /// Entries by the hash of their first word, in the order of the table.
  private var byFirstWord: [UInt64: [Entry]] = [:]
  private var startingWithNumber: [Entry] = []

  /// Builds a table.
  init(_ phrases: [(Phrase, Meaning)]) {
    for (phrase, meaning) in phrases {
      let entry = Entry(phrase: phrase, meaning: meaning)
      switch phrase.elements.first {
      case .words(let choices, _):
        for choice in choices {
          byFirstWord[LineWords.hash(choice), default: []].append(entry)
        }
      default: startingWithNumber.append(entry)
      }
    }
  }

  /// The first phrase of a line, by position and then by order of the table, that `accepts` takes.
  func first(in line: LineWords, where accepts: (Hit) -> Bool) -> Hit? {
    for index in line.words.indices {
      for entry in entries(at: index, of: line) {
        guard let match = entry.phrase.match(in: line, at: index) else { continue }
        let hit = Hit(match: match, meaning: entry.meaning)
        if accepts(hit) { return hit }
      }
    }
    return nil
  }

  private func entries(at index: Int, of line: LineWords) -> [Entry] {
    let word = line.words[index]
    if word.shape == .number { return startingWithNumber + (byFirstWord[word.hash] ?? []) }
    return byFirstWord[word.hash] ?? []
  }
}
