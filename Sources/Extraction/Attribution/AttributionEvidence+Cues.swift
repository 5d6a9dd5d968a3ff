internal import Language
internal import NewsModel

extension AttributionEvidence {
  /// The columns that describe the nearest cue on one side: distance, lemma, what lies between.
  private struct Side {
    var distance, lemma, between: AttributionAttribute

    static let likelyLeft = Side(
      distance: .cueLeft, lemma: .cueLeftLemma, between: .cueLeftBetween)
    static let likelyRight = Side(
      distance: .cueRight, lemma: .cueRightLemma, between: .cueRightBetween)
    static let sureLeft = Side(
      distance: .sureLeft, lemma: .sureLeftLemma, between: .sureLeftBetween)
    static let sureRight = Side(
      distance: .sureRight, lemma: .sureRightLemma, between: .sureRightBetween)
  }

  /// Writes how often words are cues and where the nearest such word stands.
  mutating func addCues() {
    for token in 0..<tokens.count {
      let step: Int =
        switch cueShares[token] {
        case ..<20: 0
        case ..<50: 1
        case ..<150: 2
        case ..<350: 3
        case ..<600: 4
        case ..<800: 5
        default: 6
        }
      set(.cueness, token, step)
    }
    let that = tokens.vocabulary.id(of: "that")
    for sentence in 0..<tokens.sentenceCount {
      let run = tokens.sentence(sentence)
      addNearest(.likelyLeft, share: 150, in: run, that: that)
      addNearest(.likelyRight, share: 150, in: run.reversed(), that: nil)
      addNearest(.sureLeft, share: 500, in: run, that: that)
      addNearest(.sureRight, share: 500, in: run.reversed(), that: nil)
      var count = 0
      for token in run where cueShares[token] >= 150 { count += 1 }
      for token in run { set(.cueCount, token, min(count, 3)) }
    }
  }

  /// Writes the nearest cue of a share at least, walking towards the token from one side; “that” is looked
  /// for only behind a cue.
  private mutating func addNearest(
    _ side: Side, share: UInt16, in walk: some Sequence<Int>, that: UInt32?
  ) {
    var cue: Int?
    var between = 0
    for token in walk {
      if let cue {
        set(side.distance, token, Self.step(abs(token - cue)) + 1)
        columns[row(token), side.lemma.rawValue] = key(.lemma, cue)
        set(side.between, token, between + 1)
      } else {
        set(side.distance, token, 0)
        set(side.lemma, token, 0)
        set(side.between, token, 0)
      }
      if cueShares[token] >= share {
        cue = token
        between = 0
      } else if tokens.lowers[token] == comma {
        between |= 1
      } else if tokens.lowers[token] == that {
        between |= 2
      } else if marks.states[token] == .opens || marks.states[token] == .closes {
        between |= 4
      }
    }
  }
}
