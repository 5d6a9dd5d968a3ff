internal import Language
internal import NewsModel

extension AttributionEvidence {
  /// The columns that describe the nearest cue above some threshold.
  private struct Columns {
    var left, right, leftLemma, rightLemma, leftBetween, rightBetween: AttributionAttribute

    static let likely = Columns(
      left: .cueLeft, right: .cueRight, leftLemma: .cueLeftLemma, rightLemma: .cueRightLemma,
      leftBetween: .cueLeftBetween, rightBetween: .cueRightBetween)
    static let sure = Columns(
      left: .sureLeft, right: .sureRight, leftLemma: .sureLeftLemma, rightLemma: .sureRightLemma,
      leftBetween: .sureLeftBetween, rightBetween: .sureRightBetween)
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
      addNearest(.likely, share: 150, in: run, comma: comma, that: that)
      addNearest(.sure, share: 500, in: run, comma: comma, that: that)
      var count = 0
      for token in run where cueShares[token] >= 150 { count += 1 }
      for token in run { set(.cueCount, token, min(count, 3)) }
    }
  }

  private mutating func addNearest(
    _ columns: Columns, share: UInt16, in run: Range<Int>, comma: UInt32?, that: UInt32?
  ) {
    var cue: Int?
    var between = 0
    for token in run {
      if let cue {
        set(columns.left, token, Self.step(token - cue) + 1)
        self.columns[row(token), columns.leftLemma.rawValue] = key(.lemma, cue)
        set(columns.leftBetween, token, between + 1)
      } else {
        set(columns.left, token, 0)
        set(columns.leftLemma, token, 0)
        set(columns.leftBetween, token, 0)
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
    cue = nil
    between = 0
    for token in run.reversed() {
      if let cue {
        set(columns.right, token, Self.step(cue - token) + 1)
        self.columns[row(token), columns.rightLemma.rawValue] = key(.lemma, cue)
        set(columns.rightBetween, token, between + 1)
      } else {
        set(columns.right, token, 0)
        set(columns.rightLemma, token, 0)
        set(columns.rightBetween, token, 0)
      }
      if cueShares[token] >= share {
        cue = token
        between = 0
      } else if tokens.lowers[token] == comma {
        between |= 1
      } else if marks.states[token] == .opens || marks.states[token] == .closes {
        between |= 4
      }
    }
  }
}
