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

  /// Prepares a walk over words whose forms are known, by id.
  init(_ columns: TokenColumns, forms: PartOfSpeechForms) {
    self.columns = columns
    self.forms = forms
    kinds = columns.words.map { forms.forms[Int($0)].kind }
  }

  /// Fills in the tags that rules and the dictionary decide, and returns the other tokens.
  package func decide(_ tags: inout [PartOfSpeech]) -> OpenTokens {
    var open = OpenTokens()
    open.words.reserveCapacity(columns.count)
    open.places.reserveCapacity(columns.count)
    open.sentences.reserveCapacity(columns.sentenceCount)
    var rules = PartOfSpeechRules()
    for sentence in 0..<columns.sentenceCount {
      let tokens = columns.sentence(sentence)
      let firstWord = open.words.count
      let firstPlace = open.places.count
      var first = -1
      var isFirst = true
      for token in tokens {
        let form = forms.forms[Int(columns.words[token])]
        if let tag = rules.tag(token, of: columns, kinds: kinds, form, in: tokens) {
          tags[token] = tag
          if tag != .openingQuote, tag != .closingQuote { open.words.append(token) }
          if form.kind == .number { isFirst = false }
          continue
        }
        if form.fixed != .unknown, !form.hasCapital || isFirst {
          tags[token] = form.fixed
        } else {
          if isFirst { first = token }
          open.places.append(open.words.count)
        }
        open.words.append(token)
        isFirst = false
      }
      if open.places.count > firstPlace {
        open.sentences.append(
          OpenTokens.Sentence(
            words: firstWord..<open.words.count, places: firstPlace..<open.places.count,
            first: first))
      }
    }
    return open
  }

  /// The tokens of a text that the model decides.
  package struct OpenTokens: Sendable {
    /// One sentence with open tokens.
    struct Sentence: Sendable {
      /// Its tokens, as indices into ``OpenTokens/words``.
      var words: Range<Int>
      /// Its open tokens, as indices into ``OpenTokens/places``.
      var places: Range<Int>
      /// The first word of the sentence, if it is open, else -1.
      var first: Int
    }

    /// All tokens but quotation marks: what “to ‘make sure’” says does not depend on them.
    var words: [Int] = []
    /// Where in `words` the open tokens are.
    var places: [Int] = []
    /// The sentences that have open tokens.
    var sentences: [Sentence] = []
  }

  /// Visits the open tokens and sets the tags that `choose` returns for their windows.
  ///
  /// The first pass runs from left to right, the second one from right to left: there the tags on both
  /// sides are known, those to the right from the same pass. Tokens that `isOpen` refuses keep their tags.
  @inline(__always)
  package func forEachToken(
    of open: OpenTokens, isSecondPass: Bool, _ tags: inout [PartOfSpeech],
    where isOpen: (Int) -> Bool = { _ in true },
    choose: (Int, PartOfSpeechWindow) -> PartOfSpeech
  ) {
    for sentence in open.sentences {
      let words = open.words[sentence.words]
      for step in 0..<sentence.places.count {
        let place = open.places[
          isSecondPass ? sentence.places.upperBound - 1 - step : sentence.places.lowerBound + step]
        let token = words[place]
        guard isOpen(token) else { continue }
        let window = PartOfSpeechWindow(
          leftLeft: form(place - 2, of: words), left: form(place - 1, of: words),
          here: form(place, of: words), right: form(place + 1, of: words),
          rightRight: form(place + 2, of: words), isFirst: token == sentence.first,
          beforePrevious: tag(place - 2, of: words, tags),
          previous: tag(place - 1, of: words, tags),
          next: isSecondPass ? tag(place + 1, of: words, tags) : 255,
          afterNext: isSecondPass ? tag(place + 2, of: words, tags) : 255)
        tags[token] = choose(token, window)
      }
    }
  }

  @inline(__always)
  private func form(_ place: Int, of words: ArraySlice<Int>) -> PartOfSpeechForms.Form {
    words.indices.contains(place) ? forms.forms[Int(columns.words[words[place]])] : Self.border
  }

  @inline(__always)
  private func tag(_ place: Int, of words: ArraySlice<Int>, _ tags: [PartOfSpeech]) -> UInt32 {
    words.indices.contains(place) ? UInt32(tags[words[place]].rawValue) : 255
  }

  /// The label with the highest score among the allowed ones, the first of equals, and its lead over the
  /// next one; the lead of an only label has no bound.
  @inline(__always)
  package static func best(
    _ even: PartOfSpeechModel.Row, _ odd: PartOfSpeechModel.Row, among allowed: UInt32
  ) -> (tag: PartOfSpeech, lead: Int) {
    var rest = allowed
    var best = -1
    var second = -1
    var label = 9
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest &- 1
      let score = Int(number % 2 == 0 ? even[number / 2] : odd[number / 2])
      if score > best {
        second = best
        best = score
        label = number
      } else if score > second {
        second = score
      }
    }
    return (PartOfSpeechLabels.all[label], second < 0 ? .max : best - second)
  }
}
