import NewsModel

/// Makes an article of plain text.
enum PlainText {
  /// The article that a decoded text is; metadata outrank what the text says.
  ///
  /// `hints` says what lines are whose place in a page is known, by the offset at which they start.
  static func article(
    _ decoded: TextDecoder.Decoded, path: String, metadata: ArticleMetadata = ArticleMetadata(),
    hints: [Int: LineHint] = [:]
  ) -> Article {
    let zoned = Zoner.zones(of: decoded.bytes, knownTitle: metadata.title, hints: hints)
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
        Note(.missingDate, nil, missingDate(metadata.unreadDate)))
    }
    return article
  }

  private static func missingDate(_ unread: String?) -> String {
    guard let unread else { return "no publication date is stated: weekdays stay as they are" }
    return "the stated date \"\(unread.prefix(40))\" is not understood: weekdays stay as they are"
  }
}
