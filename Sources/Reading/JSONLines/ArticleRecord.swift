import FoundationEssentials
import NewsModel

/// One record of a JSON Lines corpus, as various tools write them.
///
/// Fields of an unexpected type are passed over, since a corpus is rarely of one piece.
struct ArticleRecord: Decodable {
  var id: String?
  var text: String?
  var html: String?
  var title: String?
  var published: String?
  /// A date that was stated but not understood.
  var unreadDate: String?
  var outlet: String?
  var url: String?
  var authors: [String] = []

  /// A name of a field.
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(_ name: String) { stringValue = name }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    id = Self.string(fields, ["id", "_id", "uid"])
    text = Self.string(fields, ["text", "body", "content", "articleBody", "maintext"])
    html = Self.string(fields, ["html", "raw_html"])
    title = Self.string(fields, ["title", "headline"]).flatMap(Self.unlessBlank)
    outlet = Self.string(fields, ["outlet", "publisher", "site_name", "source", "source_name"])
      .flatMap(Self.unlessBlank)
    url = Self.string(fields, ["url", "link", "canonical_url"]).flatMap(Self.unlessBlank)
    readDate(fields)
    for name in ["byline", "authors", "author"] where authors.isEmpty && fields.contains(Key(name))
    {
      if let names = try? fields.decode([String].self, forKey: Key(name)) {
        authors = names
      } else if let name = Self.string(fields, [name]) {
        authors = [name]
      }
    }
  }

  private mutating func readDate(_ fields: KeyedDecodingContainer<Key>) {
    let names = [
      "published", "date", "published_at", "publish_date", "date_published", "datePublished",
      "date_publish", "pub_date", "pubDate", "publication_date", "published_date",
    ]
    for name in names where published == nil && fields.contains(Key(name)) {
      if let stated = try? fields.decode(String.self, forKey: Key(name)), !stated.isEmpty {
        published = DateField.iso(stated)
        if published == nil, unreadDate == nil { unreadDate = stated }
      } else if let number = try? fields.decode(Double.self, forKey: Key(name)) {
        published = DateField.iso(sinceEpoch: number)
      }
    }
  }

  private static func string(
    _ fields: KeyedDecodingContainer<Key>, _ names: [String]
  ) -> String? {
    for name in names {
      let key = Key(name)
      // Cheaper than the error that decoding throws.
      guard fields.contains(key) else { continue }
      if let text = try? fields.decode(String.self, forKey: key) { return text }
      if let number = try? fields.decode(Int64.self, forKey: key) { return String(number) }
    }
    return nil
  }

  private static func unlessBlank(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let trimmed = bytes.trimmed(ByteRange(0, bytes.count))
    return trimmed.isEmpty ? nil : String(decoding: bytes[trimmed.range], as: UTF8.self)
  }
}
