/// What a stage of the pipeline needs from, or adds to, an analysis.
public enum ExtractionLayer: String, Hashable, Sendable, CaseIterable {
  /// Words, sentences and paragraphs.
  case tokens
  /// Pairs of quotation marks, with a note on each that had to be repaired.
  case quotations
  /// Names and what they name.
  case mentions
  /// Places of phrases that the analyst resolved.
  case aliases
  /// Pronouns, descriptions and documents tied to the entity they stand for.
  case references
  /// Numbers with their units.
  case figures
  /// Expressions of time.
  case dates
  /// Who said what.
  case quotes
  /// Notes on sentences that machine translation or copying damaged.
  case garbledText
}
