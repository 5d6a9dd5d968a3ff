internal import NewsModel

/// What the tagger sees in each word of a memory, by number, and how much that speaks for each tag.
struct PartOfSpeechMemory: Sendable {

  private var forms: [PartOfSpeechForms.Form] = []
  /// By number and pass; nothing for words that no model is asked about.
  private(set) var sums: [PartOfSpeechModel.Sum] = []

  /// Looks at the words that are new to it.
  mutating func learn(_ words: borrowing WordMemory, _ model: PartOfSpeechModel) {
    guard forms.count < words.count else { return }
    if forms.isEmpty {
      // Room for the words of some hundred articles: to grow means to copy them all.
      forms.reserveCapacity(1 << 14)
      sums.reserveCapacity(2 << 14)
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
      if form.isDecided {
        sums.append(PartOfSpeechModel.Sum())
        sums.append(PartOfSpeechModel.Sum())
        continue
      }
      features.fillWord(form)
      for pass in 0..<2 {
        var sum = PartOfSpeechModel.Sum()
        for index in PartOfSpeechFeatures.ofWord {
          sum.add(model.row(of: features.hashes[index], pass: pass))
        }
        sums.append(sum)
      }
    }
  }

  /// The forms of a text's words, by id, given their numbers.
  func forms(of numbers: [UInt32]) -> PartOfSpeechForms {
    PartOfSpeechForms(numbers.map { forms[Int($0)] })
  }
}
