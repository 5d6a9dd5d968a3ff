/// One news article as it was read: its original text and what the text itself says about its origin.
///
/// Nothing here is guessed: an outlet, a date or an author that is not stated is absent.
public struct Article: Hashable, Sendable {
  /// The short name of the article, unique in a corpus: the file's stem, the number in front of a
  /// scraper's hash (`000_bcd6d25323019ef1.txt` is `000`), or a JSONL record's own `id`.
  public var id: String
  /// Where it was read from: a path, `-` for standard input, with `:LINE` for a JSONL record.
  public var path: String
  /// The original text, valid UTF-8, never altered after reading.
  public var text: String
  /// The headline, without the white space around it.
  public var title: String?
  /// The outlet, only where the text or the metadata states it.
  public var outlet: String?
  /// The publication date as ISO 8601 (`2021-04-13`, or with a time), only where stated.
  public var published: String?
  /// The address the article was taken from, only where stated.
  public var url: String?
  /// The authors' names in the order of the byline.
  public var byline: [String]
  /// The places of the dateline, in ordinary capitalisation.
  public var datelinePlaces: [String]
  /// The news agencies that the text credits, each once, in order of appearance.
  public var agencies: [String]
  /// The zones in order, not overlapping.
  public var zones: [Zone]
  /// What is unreliable about the text or how it was read.
  public var notes: [Note]

  /// Creates an article; all but the text may be absent.
  public init(
    id: String, path: String, text: String, title: String? = nil, outlet: String? = nil,
    published: String? = nil, url: String? = nil, byline: [String] = [],
    datelinePlaces: [String] = [], agencies: [String] = [], zones: [Zone] = [], notes: [Note] = []
  ) {
    self.id = id
    self.path = path
    self.text = text
    self.title = title
    self.outlet = outlet
    self.published = published
    self.url = url
    self.byline = byline
    self.datelinePlaces = datelinePlaces
    self.agencies = agencies
    self.zones = zones
    self.notes = notes
  }

  /// The kind of zone at a byte offset, or `nil` in the white space between zones.
  ///
  /// - Complexity: O(log *n*) in the number of zones.
  public func zoneKind(at offset: Int) -> Zone.Kind? { zones.kind(at: offset) }
}
