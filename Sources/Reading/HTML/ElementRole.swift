/// What an element's class, id and role say about it, by the words that authors of pages use.
enum ElementRole {
  /// Furniture that is no part of the article.
  case furniture
  /// Probably the article's own text.
  case content
  /// The line that names the authors.
  case byline
  /// A picture's caption.
  case caption
  case unknown

  /// Reads the attributes of an element.
  init(_ node: HTMLTree.Node) {
    self = .unknown
    guard node.hasAttributes else { return }
    if let role = node.attribute("role"), Self.furnitureRoles.contains(role) {
      self = .furniture
      return
    }
    if node.attribute("aria-hidden") == "true" || node.attribute("hidden") != nil
      || Self.isInvisible(node.attribute("style"))
    {
      self = .furniture
      return
    }
    switch node.attribute("itemprop") {
    case "articleBody": self = .content
    case "author": self = .byline
    case "caption": self = .caption
    default:
      if node.attribute("rel") == "author" {
        self = .byline
        return
      }
      let names = (node.attribute("class") ?? "") + " " + (node.attribute("id") ?? "")
      self = Self.role(ofNames: names)
    }
  }

  private static let furnitureRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "alertdialog",
    "menu",
    "menubar", "toolbar", "tablist", "form",
  ]

  private static func isInvisible(_ style: String?) -> Bool {
    guard let style else { return false }
    let compact = style.utf8.filter { $0 != 0x20 }.map { $0 | 0x20 }
    let text = String(decoding: compact, as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }

  /// The role that the words in class names suggest: "article-body" is content, "related-posts" furniture.
  static func role(ofNames names: String) -> ElementRole {
    var isContent = false
    var isFurniture = false
    var isByline = false
    var isCaption = false
    for word in words(of: names) {
      if furnitureWords.contains(word) { isFurniture = true }
      if contentWords.contains(word) { isContent = true }
      if word == "byline" || word == "author" || word == "authors" { isByline = true }
      if word == "caption" || word == "figcaption" { isCaption = true }
    }
    if isCaption { return .caption }
    if isFurniture { return .furniture }
    if isByline { return .byline }
    return isContent ? .content : .unknown
  }

  /// Splits at everything but letters, and where a capital follows a small letter.
  private static func words(of names: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasSmall = false
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in names.utf8.prefix(600) {
      let isCapital = (0x41...0x5a).contains(byte)
      let isSmall = (0x61...0x7a).contains(byte)
      if isCapital, wasSmall { close() }
      if isCapital || isSmall { word.append(byte | 0x20) } else { close() }
      wasSmall = isSmall
    }
    close()
    return words
  }

  private static let furnitureWords: Set<String> = [
    "nav", "navbar", "navigation", "menu", "footer", "sidebar", "breadcrumb", "breadcrumbs",
    "comment",
    "comments", "commentlist", "respond", "disqus", "share", "sharing", "sharedaddy", "social",
    "addtoany",
    "related", "recommended", "recommendations", "recirc", "promo", "newsletter", "subscribe",
    "subscription",
    "signup", "paywall", "advert", "advertisement", "ads", "ad", "adsbygoogle", "sponsored",
    "sponsor",
    "outbrain", "taboola", "popup", "modal", "cookie", "cookies", "consent", "gdpr", "banner",
    "tags", "tag",
    "trending", "popular", "pagination", "pager", "widget", "toolbar", "relatedposts", "skip",
    "hidden", "sr",
    "visuallyhidden", "login", "donate", "toc", "readmore", "infinite", "carousel", "teaser",
    "teasers",
  ]

  private static let contentWords: Set<String> = [
    "article", "articlebody", "body", "content", "entry", "story", "storybody", "post", "text",
    "main", "page",
    "maincontent",
  ]
}
