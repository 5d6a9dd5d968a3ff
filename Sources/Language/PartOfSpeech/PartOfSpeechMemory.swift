internal import NewsModel

/// What the tagger sees in each word of a memory, by number, and how much that speaks for each tag.
struct PartOfSpeechMemory: Sendable {
  private var forms: [PartOfSpeechForms.Form] = []
  /// How much each word speaks for each tag in the first pass, by number; nothing for words that no model is
  /// asked about.
  ///
  /// The second pass looks at one token in ten: what their words say there is summed up anew.
  private(set) var sums: [PartOfSpeechModel.Sum] = []

  /// Looks at the words that are new to it.
  mutating func learn(_ words: borrowing WordMemory, _ model: PartOfSpeechModel) {
    guard forms.count < words.count else { return }
    if forms.isEmpty {
      // Room for the words of some hundred articles: to grow means to copy them all.
      forms.reserveCapacity(1 << 14)
      sums.reserveCapacity(1 << 14)
    }
    let bytes = words.vocabulary.bytes
    let span = bytes.span
    var features = PartOfSpeechFeatures()
    for number in forms.count..<words.count {
      let lower = span.extracting(words.vocabulary.range(of: words.lowers[number]))
      let form = PartOfSpeechForms.form(
        span.extracting(words.vocabulary.range(of: UInt32(number))), lower: lower,
        entry: words.vocabulary.id(of: words.lowers[number], in: model.words) ?? .max,
        model: model)
      forms.append(form)
      var sum = PartOfSpeechModel.Sum()
      if !form.isDecided {
        features.fillWord(form)
        PartOfSpeechFeatures.forEachOfWord { index in
          sum.add(model.row(of: features.hashes[index], pass: 0))
        }
      }
      sums.append(sum)
    }
  }

  /// The forms of a text's words, by id, given their numbers.
  func forms(of numbers: [UInt32]) -> PartOfSpeechForms {
    PartOfSpeechForms(numbers.map { forms[Int($0)] })
  }
}
