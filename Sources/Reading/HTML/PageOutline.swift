import NewsModel

/// The lines of a page and the elements that hold them, as flat arrays in the order of the page.
///
/// An element's descendants follow it directly, so that a subtree is a range of indices.
struct PageOutline {
  /// An element that starts lines.
  struct Element {
    var parent: Int
    /// The index behind its last descendant.
    var end: Int
    var role: ElementRole
    var isArticle: Bool
    /// Whether the page marks it as the body of the article.
    var isArticleBody: Bool
    /// Bytes of paragraphs in it and its descendants.
    var paragraphBytes = 0
    /// Whether it is furniture, or inside furniture.
    var isDropped = false
  }

  /// What a line is in the markup.
  enum LineKind: Equatable {
    case paragraph
    case heading(Int)
    case caption
    case byline
    case other
  }

  /// A line of text.
  struct Line {
    var element: Int
    var kind: LineKind
    /// Where its text lies in `text`.
    var range: Range<Int>
    /// How many of its bytes stand in links.
    var linkBytes: Int
    /// Whether the line before it ended in a mere line break.
    var followsBreak: Bool

    /// Whether it consists of links, or nearly so.
    var isLinks: Bool { linkBytes * 5 >= range.count * 4 }
    /// How many bytes count as the article's when the article is looked for.
    var weight: Int {
      if linkBytes * 3 > range.count { return 0 }
      return kind == .paragraph || (kind == .other && range.count >= 80) ? range.count : 0
    }
  }

  private(set) var elements: [Element] = []
  private(set) var lines: [Line] = []
  /// The text of all lines, one after the other.
  private(set) var text: [UInt8] = []

  /// Takes the outline of a page.
  ///
  /// - Complexity: O(*n*) in the size of the page.
  init(_ tree: HTMLTree) {
    var builder = Builder()
    tree.walk(enter: { builder.enter($0) }, leave: { builder.leave($0) })
    builder.breakLine()
    elements = builder.elements
    lines = builder.lines
    text = builder.text
    dropFurniture()
  }

  /// Adds up paragraphs and drops furniture, unless it holds a good part of the page's text.
  private mutating func dropFurniture() {
    addUp()
    let total = elements.first?.paragraphBytes ?? 0
    for index in elements.indices {
      let element = elements[index]
      let isParentDropped = index > 0 && elements[element.parent].isDropped
      let isSmall = element.paragraphBytes * 5 < total * 2
      let isFurniture = if case .furniture = element.role { true } else { false }
      elements[index].isDropped = isParentDropped || (isFurniture && isSmall && !element.isArticle)
    }
    addUp()
  }

  private mutating func addUp() {
    for index in elements.indices { elements[index].paragraphBytes = 0 }
    for line in lines where !elements[line.element].isDropped {
      elements[line.element].paragraphBytes += line.weight
    }
    for index in elements.indices.dropFirst().reversed() {
      elements[elements[index].parent].paragraphBytes += elements[index].paragraphBytes
    }
  }
}

extension PageOutline {
  /// Builds an outline from a walk.
  private struct Builder {
    var elements: [Element] = [
      Element(parent: 0, end: 0, role: .unknown, isArticle: false, isArticleBody: false)
    ]
    var lines: [Line] = []
    var text: [UInt8] = []

    private var open: [Int] = [0]
    private var kinds: [LineKind] = [.other]
    private var lineStart = 0
    private var linkBytes = 0
    private var linkDepth = 0
    private var preformattedDepth = 0
    private var followsBreak = false
    private var buffer: [UInt8] = []

    mutating func enter(_ node: HTMLTree.Node) -> HTMLTree.Step {
      if node.isText {
        append(node)
        return .over
      }
      guard node.isElement else { return .over }
      let name = node.name
      let tag = HTMLTag(name)
      switch tag {
      case .dropped: return .over
      case .inline: return .into
      case .link:
        linkDepth += 1
        return .into
      case .lineBreak:
        breakLine()
        followsBreak = true
        return .over
      default: break
      }
      breakLine()
      push(node, name, tag)
      return .into
    }

    mutating func leave(_ node: HTMLTree.Node) {
      let tag = HTMLTag(node.name)
      switch tag {
      case .inline, .dropped, .lineBreak: return
      case .link: linkDepth -= 1
      default:
        breakLine()
        if case .preformatted = tag { preformattedDepth -= 1 }
        elements[open.removeLast()].end = elements.count
        kinds.removeLast()
      }
    }

    private mutating func push(_ node: HTMLTree.Node, _ name: String, _ tag: HTMLTag) {
      var role = ElementRole(node)
      // A page is not furniture whatever its class, and a form is unless all stands in it.
      if name == "html" || name == "body" { role = .unknown }
      if name == "form" { role = .furniture }
      var isArticle = false
      var kind = kinds.last ?? .other
      switch tag {
      case .paragraph: if kind == .other { kind = .paragraph }
      case .heading(let level): kind = .heading(level)
      case .caption: kind = .caption
      case .article: isArticle = true
      case .preformatted:
        preformattedDepth += 1
        kind = .paragraph
      default: break
      }
      switch role {
      case .caption: kind = .caption
      case .byline: kind = .byline
      default: break
      }
      open.append(elements.count)
      kinds.append(kind)
      elements.append(
        Element(
          parent: open[open.count - 2], end: elements.count + 1, role: role, isArticle: isArticle,
          isArticleBody: node.hasAttributes && node.attribute("itemprop") == "articleBody"))
    }

    /// Ends the line, if there is anything on it.
    mutating func breakLine() {
      while text.count > lineStart, text.last == 0x20 { text.removeLast() }
      let trimmed = text.trimmed(ByteRange(lineStart, text.count))
      if trimmed.isEmpty {
        text.removeLast(text.count - lineStart)
      } else {
        lines.append(
          Line(
            element: open.last ?? 0, kind: kinds.last ?? .other, range: trimmed.range,
            linkBytes: linkBytes, followsBreak: followsBreak))
        followsBreak = false
      }
      lineStart = text.count
      linkBytes = 0
    }

    private mutating func append(_ node: HTMLTree.Node) {
      buffer.removeAll(keepingCapacity: true)
      node.appendText(to: &buffer)
      let before = text.count
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        switch byte {
        case 0x0a where preformattedDepth > 0:
          breakLine()
          followsBreak = true
        case 0x20, 0x09...0x0d:
          if text.count > lineStart, text.last != 0x20 { text.append(0x20) }
        case 0xc2 where index + 1 < buffer.count && buffer[index + 1] < 0xa0:
          // "&#146;" means the sign that Windows has there, as browsers know.
          text.append(contentsOf: Array(String(Windows1252.scalar(buffer[index + 1])).utf8))
          index += 1
        case 0xc2 where index + 1 < buffer.count && buffer[index + 1] == 0xad:
          // A soft hyphen is advice to the typesetter, not a part of the word.
          index += 1
        default: text.append(byte)
        }
        index += 1
      }
      if linkDepth > 0 { linkBytes += max(0, text.count - before) }
    }
  }
}
