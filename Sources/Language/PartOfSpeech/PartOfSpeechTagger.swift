internal import CModels
internal import NewsModel

/// Gives each token its part of speech, in two passes.
///
/// A linear model scores the tags of a token by its form, its neighbours and the tags around it, and the
/// best one is taken. The first pass runs from left to right and knows the tags to the left; the second
/// one runs back, knows those on both sides and looks again wherever the first was in doubt. Marks and
/// plain numbers are decided by rules, frequent words that have one tag by a dictionary.
///
/// - Complexity: O(*n*) in the number of tokens; what depends on a word alone is computed for the first pass
///   when the word is met first.
public struct PartOfSpeechTagger: Sendable {
  let model: PartOfSpeechModel

  /// By how much a tag of the first pass must lead to stand without a second look, in units of the weights.
  ///
  /// Chosen so that no tag of the held-out texts changes: a second look costs more than the first.
  private static let settlingLead = 300

  /// Creates a tagger with the weights that are part of the program.
  public init() { self.init(model: .embedded) }

  /// Creates a tagger with other weights.
  package init(model: PartOfSpeechModel) { self.model = model }

  /// Fills the column of parts of speech; tokens, sentences and lower-case forms must be known.
  func tag(_ columns: inout TokenColumns, _ memory: LanguageMemory) {
    let numbers = memory.words.numbers
    let sums = memory.forms.sums
    let words = columns.words
    let walk = PartOfSpeechWalk(columns, forms: memory.forms.forms(of: numbers))
    var tags = [PartOfSpeech](repeating: .unknown, count: columns.count)
    let open = walk.decide(&tags)
    var features = PartOfSpeechFeatures()
    let mask = UInt32(truncatingIfNeeded: (1 << model.bucketBits) - 1)
    var isSettled = [Bool](repeating: false, count: columns.count)
    let size = MemoryLayout<PartOfSpeechModel.Row>.size
    // Safe: a bucket is masked to the number of buckets of a pass, and there are rows for two passes.
    model.rows.withUnsafeBytes { rows in
      guard let rows = rows.baseAddress else { return }
      for isSecondPass in [false, true] {
        let pass = isSecondPass ? 1 : 0
        let first = rows + (pass << model.bucketBits) * size
        walk.forEachToken(of: open, isSecondPass: isSecondPass, &tags) {
          !isSettled[$0]
        } choose: { token, window in
          features.fillContext(window, isSecondPass: isSecondPass)
          // Rows are far apart in memory: all are asked for before the first is needed.
          PartOfSpeechFeatures.forEachOfContext(isSecondPass: isSecondPass) { index in
            sayso_prefetch(first + Int(features.hashes[index] & mask) &* size)
          }
          func add(_ index: Int, to sum: inout PartOfSpeechModel.Sum) {
            let offset = Int(features.hashes[index] & mask) &* size
            sum.add(first.loadUnaligned(fromByteOffset: offset, as: PartOfSpeechModel.Row.self))
          }
          var sum = PartOfSpeechModel.Sum()
          if isSecondPass {
            features.fillWord(window.here)
            PartOfSpeechFeatures.forEachOfWord { add($0, to: &sum) }
          } else {
            sum = sums[Int(numbers[Int(words[token])])]
          }
          PartOfSpeechFeatures.forEachOfContext(isSecondPass: isSecondPass) { add($0, to: &sum) }
          let best = PartOfSpeechWalk.best(sum.even, sum.odd, among: window.here.allowed)
          isSettled[token] = best.lead >= Self.settlingLead
          return best.tag
        }
      }
    }
    columns.partsOfSpeech = tags
  }
}
