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

  /// Fills in the tags that rules and the dictionary decide, and returns the other tokens.
  ///
  /// The result has one entry for each sentence: its open tokens and whether the first of them begins
  /// the sentence, opening marks left aside.
  package func decide(_ tags: inout [PartOfSpeech]) -> [OpenTokens] {
    var result: [OpenTokens] = []
    result.reserveCapacity(columns.sentenceCount)
    var rules = PartOfSpeechRules()
    for sentence in 0..<columns.sentenceCount {
      let tokens = columns.sentence(sentence)
      var open = OpenTokens(sentence: tokens)
      var isFirst = true
      for token in tokens {
        let form = forms.forms[Int(columns.words[token])]
        if let tag = rules.tag(token, of: columns, kinds: kinds, in: tokens) {
          tags[token] = tag
          if form.kind == .number { isFirst = false }
          continue
        }
        if form.fixed != .unknown, !form.hasCapital || isFirst {
          tags[token] = form.fixed
        } else {
          if isFirst { open.first = token }
          open.tokens.append(token)
        }
        isFirst = false
      }
      if !open.tokens.isEmpty { result.append(open) }
    }
    return result
  }

  /// The tokens of one sentence that the model decides.
  package struct OpenTokens: Sendable {
    let sentence: Range<Int>
    var tokens: [Int] = []
    /// The first word of the sentence, if it is open.
    var first = -1
  }

  /// Visits the open tokens and sets the tags that `choose` returns for their windows.
  ///
  /// The first pass runs from left to right, the second one from right to left: there the tags on both
  /// sides are known, those to the right from the same pass.
  @inline(__always)
  package func forEachToken(
    of open: [OpenTokens], isSecondPass: Bool, _ tags: inout [PartOfSpeech],
    choose: (Int, PartOfSpeechWindow) -> PartOfSpeech
  ) {
    for sentence in open {
      let range = sentence.sentence
      for step in sentence.tokens.indices {
        let token = sentence.tokens[isSecondPass ? sentence.tokens.count - 1 - step : step]
        let window = PartOfSpeechWindow(
          leftLeft: neighbour(token - 2, in: range), left: neighbour(token - 1, in: range),
          here: neighbour(token, in: range), right: neighbour(token + 1, in: range),
          rightRight: neighbour(token + 2, in: range), isFirst: token == sentence.first,
          beforePrevious: tag(token - 2, in: range, tags),
          previous: tag(token - 1, in: range, tags),
          next: isSecondPass ? tag(token + 1, in: range, tags) : 255,
          afterNext: isSecondPass ? tag(token + 2, in: range, tags) : 255)
        tags[token] = choose(token, window)
      }
    }
  }

  @inline(__always)
  private func neighbour(_ token: Int, in sentence: Range<Int>) -> PartOfSpeechForms.Form {
    sentence.contains(token) ? forms.forms[Int(columns.words[token])] : Self.border
  }

  @inline(__always)
  private func tag(_ token: Int, in sentence: Range<Int>, _ tags: [PartOfSpeech]) -> UInt32 {
    sentence.contains(token) ? UInt32(tags[token].rawValue) : 255
  }

  /// The label with the highest score among the allowed ones, the first of equals.
  @inline(__always)
  package static func best(
    _ even: PartOfSpeechModel.Row, _ odd: PartOfSpeechModel.Row, among allowed: UInt32
  ) -> PartOfSpeech {
    var rest = allowed
    var best = -1
    var label = 9
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest &- 1
      let score = Int(number % 2 == 0 ? even[number / 2] : odd[number / 2])
      if score > best {
        best = score
        label = number
      }
    }
    return PartOfSpeechLabels.all[label]
  }
}
