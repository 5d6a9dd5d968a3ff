/// A reason for caution that belongs to an article and is shown beside every answer taken from it.
public struct Note: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Bytes that are not text in the stated encoding were replaced.
    case undecodable
    /// The text was read in another encoding than UTF-8, or parts of it were dropped (NULs, markup).
    case reencoded
    /// There is nothing to read.
    case empty
    /// A quotation mark is missing, doubled or the wrong way round; the text says how it was repaired.
    case brokenQuotationMark = "broken-quotation-mark"
    /// A sentence that shows signs of machine translation or a damaged copy.
    case garbledText = "garbled-text"
    /// The title is printed more than once.
    case repeatedTitle = "repeated-title"
    /// No publication date is stated, so weekdays and "this week" stay as they are.
    case missingDate = "missing-date"
    /// An author's name far from the head of the article, of low trust.
    case strayByline = "stray-byline"
    /// Words in quotation marks that nobody is credited with.
    case unattributedQuotation = "unattributed-quotation"
    /// A speaker that could be several people, or nobody named in the article.
    case uncertainSpeaker = "uncertain-speaker"
    /// An analyst's own decision (an alias, a date) that changed what is reported.
    case analystInference = "analyst-inference"
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, or `nil` for the whole article.
  public var range: ByteRange?
  /// The reason in words, for people.
  public var text: String

  /// Creates a note.
  public init(_ kind: Kind, _ range: ByteRange?, _ text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }
}
