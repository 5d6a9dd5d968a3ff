internal import NewsModel

/// What the tagger sees in each word of a memory, by number, and how much that speaks for each tag.
struct PartOfSpeechMemory: Sendable {
  /// The sums of the weights that depend on a word alone, even and odd labels apart.
  struct Sums: Sendable {
    var even = PartOfSpeechModel.Row.zero
    var odd = PartOfSpeechModel.Row.zero
  }

  private var forms: [PartOfSpeechForms.Form] = []
  /// By number and pass.
  private(set) var sums: [Sums] = []

  /// Looks at the words that are new to it.
  mutating func learn(_ words: borrowing WordMemory, _ model: PartOfSpeechModel) {
    guard forms.count < words.count else { return }
    let bytes = words.vocabulary.bytes
    let span = bytes.span
    var features = PartOfSpeechFeatures()
    for number in forms.count..<words.count {
      let lower = span.extracting(words.vocabulary.range(of: words.lowers[number]))
      let form = PartOfSpeechForms.form(
        span.extracting(words.vocabulary.range(of: UInt32(number))), lower: lower,
        entry: model.words.id(of: lower) ?? .max, model: model)
      forms.append(form)
      features.fillWord(form)
      for pass in 0..<2 {
        var sum = Sums()
        for index in PartOfSpeechFeatures.ofWord {
          let row = model.row(of: features.hashes[index], pass: pass)
          sum.even &+= row & 0xff
          sum.odd &+= row &>> 8
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
