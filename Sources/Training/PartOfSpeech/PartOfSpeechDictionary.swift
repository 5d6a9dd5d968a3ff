import Language
import NewsModel

/// The tags that each word has in the training texts.
struct PartOfSpeechDictionary {
  private(set) var words = Vocabulary(capacity: 1 << 15)
  private(set) var entries: [PartOfSpeechModel.Entry] = []
  /// How often each lower-case word appears, by its spelling.
  private var counts: [String: Int] = [:]

  init(_ texts: [TaggedText], options: PartOfSpeechTrainer.Options) {
    var tagCounts: [String: [Float]] = [:]
    for text in texts {
      for token in 0..<text.columns.count where text.tags[token] != .unknown {
        let word = text.columns.lower(token)
        counts[word, default: 0] += 1
        tagCounts[word, default: Array(repeating: 0, count: PartOfSpeech.allCases.count)][
          Int(text.tags[token].rawValue)] += text.weight
      }
    }
    for word in tagCounts.keys.sorted() {
      guard let tags = tagCounts[word], counts[word, default: 0] >= options.rarest,
        word.utf8.count < 40
      else { continue }
      guard let entry = Self.entry(tags, options) else { continue }
      _ = words.intern(word)
      entries.append(entry)
    }
  }

  private static func entry(
    _ tags: [Float], _ options: PartOfSpeechTrainer.Options
  ) -> PartOfSpeechModel.Entry? {
    let total = tags.reduce(0, +)
    var allowed: UInt32 = 0
    var usual: UInt32 = 0
    var fixed = PartOfSpeech.unknown
    for (raw, count) in tags.enumerated() where count > 0 {
      guard let tag = PartOfSpeech(rawValue: UInt8(raw)) else { continue }
      if count >= 0.995 * total, total >= options.closedAt { fixed = tag }
      let mask = PartOfSpeechLabels.mask([tag])
      if total < options.closedAt || count >= max(2, 0.002 * total) { allowed |= mask }
      if count >= 0.05 * total { usual |= mask }
    }
    if total < options.closedAt { allowed |= PartOfSpeechLabels.open }
    guard allowed != 0 || fixed != .unknown else { return nil }
    if allowed == 0 { allowed = PartOfSpeechLabels.open }
    return PartOfSpeechModel.Entry(allowed: allowed, usual: usual, fixed: fixed)
  }

  /// Whether to show a word as an unknown one this time: often if it is rare.
  func hides(_ lower: UInt32, of text: TaggedText, random: inout SplitMix64) -> Bool {
    let count = counts[text.columns.vocabulary[lower], default: 0]
    let draw = random.next() & 1023
    return draw < (count < 4 ? 512 : count < 10 ? 200 : count < 40 ? 50 : 0)
  }
}
