internal import Language
internal import NewsModel

/// How often a word attributed a statement in the training articles.
///
/// Looked up by dictionary form and the first letter of the part of speech: *said* VBD and VBN are one
/// entry, the noun *claim* another than the verb.
package struct CueFrequencies: Sendable {
  /// How often a word was seen, and how often inside a cue.
  package struct Count: Hashable, Sendable {
    /// How often inside a cue.
    package var inCue: Int
    /// How often in all.
    package var total: Int

    /// Creates a count.
    package init(inCue: Int = 0, total: Int = 0) {
      self.inCue = inCue
      self.total = total
    }

    /// The share of cues in thousandths, drawn towards one in twenty where the word is rare.
    package var perMille: UInt16 {
      UInt16(max(0, min(1000, (inCue * 1000 + 100) / (total + 2))))
    }
  }

  /// Key by slot, 0 for a free slot.
  private var keys: [UInt32]
  private var values: [UInt16]

  /// Creates a lexicon from shares in thousandths by key.
  package init(_ entries: [(key: UInt32, perMille: UInt16)]) {
    var size = 64
    while size < entries.count * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for entry in entries {
      var slot = Int(entry.key) & (size - 1)
      while keys[slot] != 0, keys[slot] != entry.key { slot = (slot + 1) & (size - 1) }
      keys[slot] = entry.key
      values[slot] = entry.perMille
    }
  }

  /// The share of an unseen word.
  package static let unseen = Count().perMille

  /// The share of cues among a word's occurrences, in thousandths.
  package func perMille(_ key: UInt32) -> UInt16 {
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Self.unseen
  }

  /// The key of a lemma with a part of speech; never 0.
  package static func key(lemma: UInt32, pos: UInt32) -> UInt32 {
    let letter = pos  // Tags that begin alike were given one number.
    return max(
      1, FeatureHash.feature(FeatureHash.join(FeatureHash.join(17, UInt64(lemma)), UInt64(letter))))
  }
}
