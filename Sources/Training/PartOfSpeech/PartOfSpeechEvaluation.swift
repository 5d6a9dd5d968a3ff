internal import Language
public import NewsModel

/// How well the tagger does on texts whose tags are known.
public struct PartOfSpeechEvaluation: Sendable {
  /// A true tag taken for another, and how often.
  public struct Confusion: Hashable, Sendable {
    /// The true tag.
    public var truth: PartOfSpeech
    /// The tag that was given.
    public var guess: PartOfSpeech
    /// How many tokens.
    public var count: Int
  }

  /// The tokens of the source, hyphenated words left out.
  public private(set) var tokens = 0
  /// The tokens with the right borders and the right tag.
  public private(set) var right = 0
  /// The tokens with the wrong borders.
  public private(set) var missed = 0
  /// The mistakes, most frequent first.
  public private(set) var confusions: [Confusion] = []

  /// The share of right tokens, those with wrong borders counted as wrong.
  public var accuracy: Double { tokens == 0 ? 0 : Double(right) / Double(tokens) }

  /// Tags texts anew and compares.
  ///
  /// - Parameters:
  ///   - texts: Texts with known tags.
  ///   - file: The bytes of a model, or `nil` for the one in the program.
  public init(_ texts: [TaggedText], file: [UInt8]? = nil) {
    let language =
      file.flatMap { PartOfSpeechModel($0) }
      .map { LanguageAnalyser(tagger: PartOfSpeechTagger(model: $0)) } ?? LanguageAnalyser()
    var counts: [[PartOfSpeech]: Int] = [:]
    for text in texts {
      var columns = text.columns
      language.tag(&columns)
      missed += text.missedTokens
      for (truth, guess) in zip(text.tags, columns.partsOfSpeech) where truth != .unknown {
        tokens += 1
        if truth == guess { right += 1 } else { counts[[truth, guess], default: 0] += 1 }
      }
    }
    tokens += missed
    confusions = counts.map { Confusion(truth: $0.key[0], guess: $0.key[1], count: $0.value) }
      .sorted {
        ($1.count, $0.truth.rawValue, $0.guess.rawValue)
          < ($0.count, $1.truth.rawValue, $1.guess.rawValue)
      }
  }
}
