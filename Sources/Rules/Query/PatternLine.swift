import NewsModel

/// A pattern that is a line of single tokens, whole annotations and borders, at most one of them repeated any
/// number of times.
///
/// How such a pattern matches from a token follows from one comparison after the other: there are no ways to choose
/// from but the number of times. See ``ColumnMatcher``.
struct PatternLine {
  enum Element {
    case token(ColumnTest)
    /// A whole annotation, by the index of its type.
    case annotation(Int)
    /// A border, as a mask.
    case border(UInt8)
    /// Where captures begin and end, by their index in ``PatternLine/captures``.
    case captureStart(Int)
    case captureEnd(Int)
  }

  /// The repeated token.
  struct Run {
    var test: ColumnTest
    var minimum: Int
    var maximum: Int
    /// Whether it is as short as possible.
    var isLazy: Bool
  }

  /// An item of a condition `containing`.
  struct Contained {
    var line: PatternLine
    var isNegated: Bool
  }

  /// What comes before the repeated token: all, where there is none.
  private(set) var head: [Element] = []
  private(set) var run: Run?
  /// What comes after it.
  private(set) var tail: [Element] = []
  /// The names of the captures in the order in which they begin.
  private(set) var captures: [String] = []
  /// The types of the annotations.
  private(set) var types: [String] = []
  private(set) var contained: [Contained] = []
  /// All other conditions.
  private(set) var conditions: [Pattern.Condition] = []
  private(set) var scope = Pattern.Scope.sentence

  /// A group that is repeated a fixed number of times is written out up to this number.
  private static let mostRepeats = 8

  /// Reads a pattern, or `nil` where it is no line or a test looks at more than columns.
  init?(_ pattern: Pattern, _ finder: AnchorFinder) {
    scope = pattern.scope
    guard append(pattern.root, finder) else { return nil }
    for condition in pattern.conditions {
      switch condition {
      case .within(.sentence, negated: false, _), .within(.paragraph, negated: false, _),
        .within(.document, negated: false, _):
        break
      case .containing(let item, let isNegated, _):
        guard let line = PatternLine(item: item, finder) else { return nil }
        contained.append(Contained(line: line, isNegated: isNegated))
      default: conditions.append(condition)
      }
    }
  }

  private init?(item: Pattern.Node, _ finder: AnchorFinder) {
    guard append(item, finder) else { return nil }
  }

  private mutating func append(_ element: Element) {
    if run == nil { head.append(element) } else { tail.append(element) }
  }

  /// Adds a node at the end.
  ///
  /// - Returns: Whether the line is still one.
  private mutating func append(_ node: Pattern.Node, _ finder: AnchorFinder) -> Bool {
    switch node {
    case .token(let test, _):
      guard let test = finder.columnTest(for: test) else { return false }
      append(.token(test))
    case .annotation(let type, _):
      // After a repeated token it would not be clear from where a match ends how it came there.
      guard run == nil else { return false }
      let known = types.firstIndex(of: type)
      if known == nil { types.append(type) }
      append(.annotation(known ?? types.count - 1))
    case .border(let border, _): append(.border(PatternProgram.bit(border)))
    case .sequence(let parts):
      for part in parts {
        guard append(part, finder) else { return false }
      }
    case .alternation:
      guard let test = node.singleTokenTest, let test = finder.columnTest(for: test) else {
        return false
      }
      append(.token(test))
    case .capture(let name, let part, _):
      let place = captures.count
      captures.append(name)
      append(.captureStart(place))
      guard append(part, finder) else { return false }
      append(.captureEnd(place))
    case .repetition(let part, let minimum, let maximum, let isLazy, _):
      return append(part, minimum, maximum, isLazy, finder)
    case .lookaround: return false
    }
    return true
  }

  private mutating func append(
    _ part: Pattern.Node, _ minimum: Int, _ maximum: Int, _ isLazy: Bool, _ finder: AnchorFinder
  ) -> Bool {
    if minimum == maximum, maximum <= Self.mostRepeats, !part.hasCaptures {
      for _ in 0..<maximum {
        guard append(part, finder) else { return false }
      }
      return true
    }
    guard run == nil, let test = part.singleTokenTest, let test = finder.columnTest(for: test)
    else { return false }
    run = Run(test: test, minimum: minimum, maximum: maximum, isLazy: isLazy)
    return true
  }
}
