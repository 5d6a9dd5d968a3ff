import NewsModel

@testable import Reading

/// An article's zones written out, one per line: `kind[:reason] | text`.
enum Zoned {
  static func article(_ text: String, path: String = "test.txt") -> Article {
    PlainText.article(TextDecoder.decoded(text), path: path)
  }

  static func lines(_ article: Article) -> [String] {
    article.zones.map { zone in
      let reason = zone.reason.isEmpty ? "" : ":" + zone.reason
      return zone.kind.rawValue + reason + " | " + article.text[bytes: zone.range]
    }
  }

  /// The kinds alone, in order, neighbours of one kind and reason once.
  static func kinds(_ article: Article) -> [String] {
    var kinds: [String] = []
    for zone in article.zones {
      let kind = zone.kind == .boilerplate ? zone.reason : zone.kind.rawValue
      if kinds.last != kind { kinds.append(kind) }
    }
    return kinds
  }

  /// Two sentences of reporting, to make a body.
  static let body = """
    The mayor of the harbour town said on Monday that the new ferry would start in May, two years late.

    “We have waited long enough,” she told reporters in front of the town hall, adding that the tests had gone well.

    The operator confirmed the date, but it did not say how many boats would be ready by then.
    """
}
