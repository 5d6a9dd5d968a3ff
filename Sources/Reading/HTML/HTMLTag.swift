/// What an element means for the text of a page.
enum HTMLTag {
  /// Starts a line of its own.
  case block
  /// A paragraph or another element whose text counts as the article's.
  case paragraph
  /// A heading, with its level.
  case heading(Int)
  /// A picture's caption.
  case caption
  /// A line break.
  case lineBreak
  /// Text whose line feeds count.
  case preformatted
  /// `article` or `main`.
  case article
  /// `a`.
  case link
  /// Part of a line.
  case inline
  /// Never part of the text.
  case dropped

  /// The meaning of an element's name.
  init(_ name: String) {
    self = Self.byName[name] ?? .inline
  }

  /// Whether text before and after it stands in different lines.
  var breaksLine: Bool {
    switch self {
    case .inline, .link: false
    default: true
    }
  }

  private static let byName: [String: HTMLTag] = {
    var tags: [String: HTMLTag] = [
      "br": .lineBreak, "hr": .block, "pre": .preformatted, "figcaption": .caption,
      "caption": .caption,
      "article": .article, "main": .article, "a": .link,
    ]
    for name in [
      "html", "body", "div", "section", "header", "center", "table", "tbody", "thead", "tfoot",
      "tr", "ul",
      "ol", "dl", "figure", "address", "details", "summary", "fieldset", "hgroup", "layer",
      "form", "td", "th",
    ] {
      tags[name] = .block
    }
    for name in ["p", "li", "blockquote", "dd", "dt"] { tags[name] = .paragraph }
    for level in 1...6 { tags["h\(level)"] = .heading(level) }
    for name in [
      "script", "style", "noscript", "nav", "footer", "aside", "template", "svg", "iframe",
      "object", "embed",
      "button", "select", "input", "textarea", "option", "canvas", "audio", "video", "dialog",
      "menu", "map",
      "applet", "head", "title", "math", "label", "noframes", "frameset", "datalist", "progress",
      "meter",
      "amp-ad", "amp-sidebar",
    ] {
      tags[name] = .dropped
    }
    return tags
  }()
}
