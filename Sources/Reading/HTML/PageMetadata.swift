import NewsModel

/// What the head of a page, its headings and its linked data say about the article.
struct PageMetadata {
  /// The contents of `meta` elements by name, property or item property, in small letters; the first counts.
  private(set) var properties: [String: String] = [:]
  /// The contents of `meta` elements that name authors.
  private(set) var authors: [String] = []
  private(set) var documentTitle: String?
  private(set) var headings: [String] = []
  private(set) var times: [String] = []
  private(set) var canonicalURL: String?
  private(set) var linkedData = LinkedData()

  private enum Purpose {
    case title
    case heading
    case author
    case data
  }

  /// The element whose text is being collected, and how many elements are open in it.
  private var purpose: Purpose?
  private var depth = 0
  private var captured: [UInt8] = []

  /// Collects the metadata of a page.
  ///
  /// - Complexity: O(*n*) in the size of the page.
  init(_ tree: HTMLTree) {
    var result = Self()
    tree.walk(enter: { result.enter($0) }, leave: { result.leave($0) })
    self = result
  }

  private init() {}

  private mutating func enter(_ node: HTMLTree.Node) -> HTMLTree.Step {
    if node.isText || !node.isElement {
      // The text of scripts is character data.
      if purpose != nil, node.isText { node.appendText(to: &captured) }
      return .over
    }
    if purpose != nil {
      depth += 1
      return .into
    }
    switch node.name {
    case "meta": readMeta(node)
    case "link":
      if node.attribute("rel") == "canonical", canonicalURL == nil {
        canonicalURL = node.attribute("href")
      }
    case "time":
      if let stated = node.attribute("datetime"), times.count < 8 { times.append(stated) }
    case "title": if documentTitle == nil { start(.title) }
    case "h1": if headings.count < 8 { start(.heading) }
    case "script":
      guard node.attribute("type") == "application/ld+json" else { return .over }
      start(.data)
    case "style", "svg": return .over
    case "a", "span":
      if node.hasAttributes,
        node.attribute("rel") == "author" || node.attribute("itemprop") == "author"
      {
        start(.author)
      }
    default: break
    }
    return .into
  }

  private mutating func start(_ what: Purpose) {
    purpose = what
    depth = 1
    captured.removeAll(keepingCapacity: true)
  }

  private mutating func leave(_ node: HTMLTree.Node) {
    guard purpose != nil, node.isElement else { return }
    depth -= 1
    guard depth == 0 else { return }
    let text = PageText.collapsed(captured)
    switch purpose {
    case .title: documentTitle = text.isEmpty ? nil : text
    case .heading: if !text.isEmpty { headings.append(text) }
    case .author: if !text.isEmpty, text.utf8.count <= 120 { authors.append(text) }
    case .data: linkedData.read(captured)
    case nil: break
    }
    purpose = nil
  }

  private mutating func readMeta(_ node: HTMLTree.Node) {
    guard let stated = node.attribute("content") else { return }
    let content = PageText.collapsed(Array(stated.utf8))
    guard !content.isEmpty else { return }
    for attribute in ["property", "name", "itemprop"] {
      guard let name = node.attribute(attribute)?.lowercased() else { continue }
      if properties[name] == nil { properties[name] = content }
      if Self.authorNames.contains(name), !Self.isAddress(content), !authors.contains(content) {
        authors.append(content)
      }
    }
  }

  private static let authorNames: Set<String> = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dc.creator.name",
    "dcterms.creator", "byl", "byline", "og:article:author", "citation_author",
    "cxenseparse:author",
  ]

  private static func isAddress(_ text: String) -> Bool {
    text.utf8.starts(with: "http".utf8) || text.utf8.first == UInt8(ascii: "@")
  }
}

extension PageMetadata {
  /// What the page says, in the terms of an article.
  var metadata: ArticleMetadata {
    var result = ArticleMetadata()
    result.outlet =
      properties["og:site_name"] ?? linkedData.publisher ?? properties["cre"]
      ?? properties["citation_publisher"] ?? properties["application-name"]
    result.url = canonicalURL ?? properties["og:url"] ?? linkedData.url
    result.title = title
    let dates =
      Self.dateNames.compactMap { properties[$0] } + [linkedData.published].compactMap(\.self)
    for stated in dates + times.prefix(1) where result.published == nil {
      result.published = DateField.iso(stated)
      if result.published == nil, result.unreadDate == nil { result.unreadDate = stated }
    }
    let stated = linkedData.authors.isEmpty ? authors : linkedData.authors
    for field in stated { result.add(authorsField: field) }
    if let outlet = result.outlet { result.byline.removeAll { $0 == outlet } }
    return result
  }

  private static let dateNames = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "og:published_time",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
    "originalpublicationdate",
    "article_date_original", "publication_date", "ptime", "displaydate",
  ]

  /// The headline: the first-level heading that agrees with the title stated, or that title.
  private var title: String? {
    let stated = properties["og:title"] ?? linkedData.headline ?? properties["twitter:title"]
    let base = stated.map(withoutSite) ?? documentTitle.map(withoutSite)
    guard let base else { return headings.count == 1 ? headings.first : nil }
    let words = Self.words(of: base)
    let agreeing = headings.first { heading in
      let shared = Self.words(of: heading).intersection(words).count
      return shared * 2 >= min(words.count, 8) && shared > 0
    }
    return agreeing ?? base
  }

  private static func words(of text: String) -> Set<String> {
    let line = LineWords(text)
    return Set(line.words.indices.map { String(decoding: line.spelling($0), as: UTF8.self) })
  }

  /// A title without the name of the site behind it: "Talks resume | The Example Times".
  private func withoutSite(_ title: String) -> String {
    let site = properties["og:site_name"].map(Self.words) ?? []
    let bytes = Array(title.utf8)
    for separator in [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · "] {
      let pattern = Array(separator.utf8)
      guard bytes.count > pattern.count else { continue }
      let starts = (0...(bytes.count - pattern.count)).reversed()
      guard let start = starts.first(where: { bytes[$0...].starts(with: pattern) }) else {
        continue
      }
      let front = String(decoding: bytes[..<start], as: UTF8.self)
      let back = Self.words(of: String(decoding: bytes[(start + pattern.count)...], as: UTF8.self))
      let isSite = !site.isEmpty && (back.isSubset(of: site) || site.isSubset(of: back))
      if isSite || (separator == " | " && Self.words(of: front).count >= 4 && back.count <= 4) {
        return front
      }
    }
    return title
  }
}
