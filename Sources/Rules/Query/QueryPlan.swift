/// How a query will be answered: the element that is looked up, and about how much work that is.
public struct QueryPlan: Sendable, Hashable {
  /// An element that every match must have.
  public struct Element: Sendable, Hashable {
    /// As written in the pattern.
    public var text: String
    /// The bytes of the pattern.
    public var range: SourceRange
    /// The number of tokens (of annotations: of spans) in the corpus that can be this element.
    public var estimate: Int
  }

  /// The element that is looked up, or `nil` where every sentence must be read.
  public var anchor: Element?
  /// All elements that every match must have and an index can list, the rarest first.
  public var elements: [Element]
  /// The number of tokens of the corpus.
  public var tokenCount: Int

  /// The plan in one sentence.
  public var description: String {
    guard let anchor else {
      return elements.isEmpty
        ? "reads all \(Self.grouped(tokenCount)) tokens: no element is both mandatory and in the index"
        : "reads all \(Self.grouped(tokenCount)) tokens: even the rarest element is frequent"
    }
    let others = elements.dropFirst().map { "\($0.text) \(Self.grouped($0.estimate))" }
    return "looks up \(anchor.text), \(Self.grouped(anchor.estimate)) of "
      + "\(Self.grouped(tokenCount)) tokens"
      + (others.isEmpty ? "" : "; other elements: " + others.joined(separator: ", "))
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}

extension QueryPlan {
  /// The plan for a pattern.
  init(
    _ pattern: Pattern, _ anchors: [QueryPlanner.Anchor], isLookedUp: Bool, _ tokenCount: Int
  ) {
    let source = Array(pattern.source.utf8)
    let elements = anchors.map { anchor in
      let first = min(anchor.origin.start, source.count)
      let text = source[first..<min(anchor.origin.end, source.count)]
      return Element(
        text: String(decoding: text, as: UTF8.self), range: anchor.origin,
        estimate: anchor.estimate)
    }
    self.init(
      anchor: isLookedUp ? elements.first : nil, elements: elements, tokenCount: tokenCount)
  }
}
