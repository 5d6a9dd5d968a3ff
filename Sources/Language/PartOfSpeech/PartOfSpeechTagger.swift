public import NewsModel

/// Gives each token its part of speech, from left to right.
///
/// A linear model scores the tags of a token by its form, its neighbours and the tags to its left;
/// the best one is taken (Collins, 2002, without search). Marks and plain numbers are decided by
/// rules, frequent words that have one tag by a dictionary.
///
/// - Complexity: O(*n*) in the number of tokens; the form of a word is computed once for each distinct
///   word.
public struct PartOfSpeechTagger: Sendable {
  private let model: PartOfSpeechModel

  /// Creates a tagger with the weights that are part of the program.
  public init() { self.init(model: .embedded) }

  /// Creates a tagger with other weights.
  package init(model: PartOfSpeechModel) { self.model = model }

  /// Fills the column of parts of speech; tokens, sentences and lower-case forms must be known.
  public func tag(_ columns: inout TokenColumns) {
    let walk = PartOfSpeechWalk(columns, model: model)
    var tags = [PartOfSpeech](repeating: .unknown, count: columns.count)
    var features = PartOfSpeechFeatures()
    let mask = UInt32(truncatingIfNeeded: (1 << model.bucketBits) - 1)
    walk.forEachToken(&tags) { token, window, previous, beforePrevious in
      features.fill(window, previous, beforePrevious)
      var scores = PartOfSpeechModel.Row.zero
      for index in 0..<PartOfSpeechFeatures.count {
        scores &+= model.rows[Int(features.hashes[index] & mask)]
      }
      return PartOfSpeechWalk.best(scores, among: window.here.allowed)
    }
    columns.partsOfSpeech = tags
  }
}
