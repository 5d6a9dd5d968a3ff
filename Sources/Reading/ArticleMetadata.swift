import NewsModel

/// What is known of an article besides its text, from a record's fields or a page's head.
struct ArticleMetadata {
  var id: String?
  var title: String?
  var byline: [String] = []
  var agencies: [String] = []
  var outlet: String?
  var published: String?
  /// A date that is stated in a way that was not understood.
  var unreadDate: String?
  var url: String?

  /// Takes what a field for authors says, agencies apart.
  mutating func add(authorsField field: String) {
    let found = BylineParser.authors(inField: field)
    for author in found.authors where !byline.contains(author) { byline.append(author) }
    for agency in found.agencies where !agencies.contains(agency) { agencies.append(agency) }
  }

  /// These metadata, completed by others where they are silent.
  func completed(by other: ArticleMetadata) -> ArticleMetadata {
    var result = self
    result.title = title ?? other.title
    if byline.isEmpty { result.byline = other.byline }
    if agencies.isEmpty { result.agencies = other.agencies }
    result.outlet = outlet ?? other.outlet
    result.published = published ?? other.published
    result.unreadDate = unreadDate ?? other.unreadDate
    result.url = url ?? other.url
    return result
  }
}
