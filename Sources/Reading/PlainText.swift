import NewsModel

/// Makes an article of plain text.
enum PlainText {
  /// What is known of an article besides its text.
  struct Metadata {
    var id: String?
    var title: String?
    var byline: [String] = []
    var agencies: [String] = []
    var outlet: String?
    var published: String?
    var url: String?
  }

  /// The article that a decoded text is; metadata outrank what the text says.
  static func article(
    _ decoded: TextDecoder.Decoded, path: String, metadata: Metadata = Metadata()
  ) -> Article {
    let zoned = Zoner.zones(of: decoded.bytes, knownTitle: metadata.title)
    var article = Article(
      id: metadata.id ?? ArticleNamer.shortName(ofPath: path), path: path, text: decoded.text,
      title: metadata.title ?? zoned.title, outlet: metadata.outlet ?? zoned.outlet,
      published: metadata.published ?? zoned.published, url: metadata.url,
      byline: metadata.byline.isEmpty ? zoned.byline : metadata.byline,
      datelinePlaces: zoned.datelinePlaces, agencies: metadata.agencies, zones: zoned.zones,
      notes: decoded.notes + zoned.notes)
    for agency in zoned.agencies where !article.agencies.contains(agency) {
      article.agencies.append(agency)
    }
    if zoned.zones.isEmpty {
      article.notes.append(Note(.empty, nil, "there is nothing to read"))
    } else if article.published == nil {
      article.notes.append(
        Note(.missingDate, nil, "no publication date is stated: weekdays stay as they are"))
    }
    return article
  }
}
