internal import Language

/// What is known of a token when its role in an attribution is decided.
///
/// The raw value is the column in ``AttributeColumns``; the name is what ``AttributionTemplates`` write.
package enum AttributionAttribute: Int, CaseIterable {
  // The word itself.
  /// Lower case; quotation marks by what they do, dashes and dots alike.
  case word
  /// As written.
  case form
  /// `Xxxx`, `dd`, long runs cut.
  case shape
  /// Capitals, capital, digit, small, other.
  case `case`
  case suffix2, suffix3, prefix3, lemma, pos

  // Quotation marks.
  /// Outside, opening mark, inside, closing mark.
  case quote
  /// The last mark before in the paragraph and how far it is; the next one.
  case markBefore, markAfter
  /// Length of the quotation, what stands before, at the end of and after it.
  case quoteFrame
  case quoteLength, quoteClosed
  /// Whether the paragraph begins or ends inside a continued quotation, and the one before it.
  case continued
  /// How much of the sentence is quoted; of the one before; of the one after.
  case profile, profileBefore, profileAfter

  // Position.
  case fromStart, toEnd, sentence, paragraph, sentenceLength

  // Words that attribute statements elsewhere.
  /// How often the word is a cue in the training articles, in seven steps.
  case cueness
  /// The nearest likely cue left and right in the sentence: distance, lemma, what lies between.
  case cueLeft, cueRight, cueLeftLemma, cueRightLemma, cueLeftBetween, cueRightBetween
  /// The same for almost certain cues.
  case sureLeft, sureRight, sureLeftLemma, sureRightLemma, sureLeftBetween, sureRightBetween
  /// How many likely cues the sentence has.
  case cueCount

  // What the first stage thought.
  /// The label.
  case label
  /// Probabilities in ten steps: source, cue, content, none; that one begins here; of the likeliest label.
  case source, cue, content, none, beginsSource, beginsCue, beginsContent, certainty
  /// The nearest probable cue in the paragraph: distance, lemma, what lies between.
  case toldLeft, toldLeftLemma, toldLeftBetween, toldRight, toldRightLemma, toldRightBetween
  /// The span that the token lies in: role and length; first and last word; marks and borders.
  case span, spanEnds, spanMarks
  /// The sequence of roles in the sentence; the place in it; those of the neighbouring sentences.
  case pattern, patternPlace, patternBefore, patternAfter
  /// The last roles of the paragraph before, the first of the one after.
  case paragraphBefore, paragraphAfter
  case toldCount
  /// The nearest span before and after: role, distance, whether in this sentence.
  case spanBefore, spanAfter

  /// The names in the order of the columns.
  package static let names = allCases.map { "\($0)" }
  /// The number of columns.
  package static let count = allCases.count
}
