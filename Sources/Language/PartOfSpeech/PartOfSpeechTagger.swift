internal import CModels
public import NewsModel

/// Gives each token its part of speech, in two passes.
///
/// A linear model scores the tags of a token by its form, its neighbours and the tags around it, and the
/// best one is taken. The first pass runs from left to right and knows the tags to the left; the second
/// one runs back, knows those on both sides and looks again wherever the first was in doubt. Marks and plain numbers are decided by rules, frequent
/// words that have one tag by a dictionary.
///
/// - Complexity: O(*n*) in the number of tokens; the form of a word is computed once for each distinct
///   word.
public struct PartOfSpeechTagger: Sendable {
  private let model: PartOfSpeechModel

  /// By how much a tag of the first pass must lead to stand without a second look, in units of the weights.
  ///
  /// Chosen so that no tag of the held-out texts changes: a second look costs more than the first.
  private static let settlingLead = 300

  /// Creates a tagger with the weights that are part of the program.
  public init() { self.init(model: .embedded) }

  /// Creates a tagger with other weights.
  package init(model: PartOfSpeechModel) { self.model = model }

  /// Fills the column of parts of speech; tokens, sentences and lower-case forms must be known.
  public func tag(_ columns: inout TokenColumns) {
    let walk = PartOfSpeechWalk(columns, model: model)
    var tags = [PartOfSpeech](repeating: .unknown, count: columns.count)
    let open = walk.decide(&tags)
    var features = PartOfSpeechFeatures()
    let mask = UInt32(truncatingIfNeeded: (1 << model.bucketBits) - 1)
    var isSettled = [Bool](repeating: false, count: columns.count)
    // Safe: a bucket is masked to the number of buckets of a pass, and there are rows for two passes.
    model.rows.withUnsafeBufferPointer { rows in
      guard let rows = rows.baseAddress else { return }
      for isSecondPass in [false, true] {
        let count =
          isSecondPass ? PartOfSpeechFeatures.count : PartOfSpeechFeatures.firstPassCount
        let first = isSecondPass ? 1 << model.bucketBits : 0
        walk.forEachToken(of: open, isSecondPass: isSecondPass, &tags) {
          !isSettled[$0]
        } choose: { token, window in
          features.fill(window, isSecondPass: isSecondPass)
          // Rows are far apart in memory: all are asked for before the first is needed.
          for index in 0..<count {
            sayso_prefetch(rows + first + Int(features.hashes[index] & mask))
          }
          var even = PartOfSpeechModel.Row.zero
          var odd = PartOfSpeechModel.Row.zero
          for index in 0..<count {
            let row = rows[first + Int(features.hashes[index] & mask)]
            even &+= row & 0xff
            odd &+= row &>> 8
          }
          let best = PartOfSpeechWalk.best(even, odd, among: window.here.allowed)
          isSettled[token] = best.lead >= Self.settlingLead
          return best.tag
        }
      }
    }
    columns.partsOfSpeech = tags
  }
}
