package import NewsModel

/// The walk of the tagger over the tokens of a text, the same in use and in training.
package struct PartOfSpeechWalk: Sendable {
  private let columns: TokenColumns
  private let kinds: [TokenKind]
  private let forms: PartOfSpeechForms
  private static let border = PartOfSpeechForms.Form(kind: .symbol)

  /// Prepares a walk; tokens, sentences and lower-case forms must be known.
  package init(_ columns: TokenColumns, model: PartOfSpeechModel) {
    self.columns = columns
    forms = PartOfSpeechForms(columns, model: model)
    let forms = forms.forms
    kinds = columns.words.map { forms[Int($0)].kind }
  }

  /// Visits the tokens that neither rules nor the dictionary decide, and fills in all tags.
  ///
  /// - Parameters:
  ///   - tags: One for each token; those to the left are read.
  ///   - choose: Chooses the tag of a token from its window and the two tags to its left, as raw
  ///     values, 255 where the sentence begins.
  package func forEachToken(
    _ tags: inout [PartOfSpeech],
    choose: (Int, PartOfSpeechWindow, UInt32, UInt32) -> PartOfSpeech
  ) {
    var rules = PartOfSpeechRules()
    for sentence in 0..<columns.sentenceCount {
      let tokens = columns.sentence(sentence)
      var isFirst = true
      for token in tokens {
        let form = forms.forms[Int(columns.words[token])]
        if let tag = rules.tag(token, of: columns, kinds: kinds, in: tokens) {
          tags[token] = tag
          if form.kind == .number { isFirst = false }
          continue
        }
        defer { isFirst = false }
        if form.fixed != .unknown, !form.hasCapital || isFirst {
          tags[token] = form.fixed
          continue
        }
        let window = PartOfSpeechWindow(
          leftLeft: neighbour(token - 2, in: tokens), left: neighbour(token - 1, in: tokens),
          here: form, right: neighbour(token + 1, in: tokens),
          rightRight: neighbour(token + 2, in: tokens), isFirst: isFirst)
        let previous = token > tokens.lowerBound ? UInt32(tags[token - 1].rawValue) : 255
        let beforePrevious = token - 1 > tokens.lowerBound ? UInt32(tags[token - 2].rawValue) : 255
        tags[token] = choose(token, window, previous, beforePrevious)
      }
    }
  }

  @inline(__always)
  private func neighbour(_ token: Int, in sentence: Range<Int>) -> PartOfSpeechForms.Form {
    sentence.contains(token) ? forms.forms[Int(columns.words[token])] : Self.border
  }

  /// The label with the highest score among the allowed ones, the first of equals.
  @inline(__always)
  package static func best(
    _ scores: PartOfSpeechModel.Row, among allowed: UInt32
  ) -> PartOfSpeech {
    var rest = allowed
    var best = Int16.min
    var label = 9
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest &- 1
      if scores[number] > best {
        best = scores[number]
        label = number
      }
    }
    return PartOfSpeechLabels.all[label]
  }
}
