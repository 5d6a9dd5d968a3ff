/// Changes of a pattern that make it match, each tried before it is told.
extension MatchExplainer {
  /// A longest gap that is worth a suggestion.
  private static let longestGap = 8

  /// The pattern's gap made wide enough, if it then matches as it should.
  func widened(
    _ part: Pattern.Element, by distance: Int, after way: PatternProgress.Way
  ) -> String? {
    let pattern = text.pattern
    if let previous = part.previous, let gap = Self.repetition(in: previous),
      case .repetition(let body, let minimum, let maximum, let isLazy, let range) = gap,
      maximum < Int.max, minimum + maximum + distance <= Self.longestGap + 20
    {
      let isDots = pattern.text(of: range) == "..."
      let count = "{\(minimum),\(maximum + distance)}\(isLazy ? "?" : "")"
      let change = isDots ? "[]\(count)" : count
      let written = pattern.text(of: pattern.sourceRange(of: body))
      if isWantedAfter(replacing: range, with: change) {
        return "try \(isDots ? change : written + change)"
      }
    }
    guard distance <= Self.longestGap, way.stop > way.start else { return nil }
    let range = pattern.sourceRange(of: part.node)
    let gap = "[]{0,\(distance)}"
    let place = SourceRange(range.start, range.start)
    guard isWantedAfter(replacing: place, with: gap + " ") else { return nil }
    return "try \(gap) before \(pattern.text(of: range))"
  }

  private static func repetition(in node: Pattern.Node) -> Pattern.Node? {
    switch node {
    case .repetition: node
    case .capture(_, let part, _): repetition(in: part)
    default: nil
    }
  }

  private func isWantedAfter(replacing range: SourceRange, with change: String) -> Bool {
    var bytes = Array(text.pattern.source.utf8)
    guard range.end <= bytes.count else { return false }
    bytes.replaceSubrange(range.start..<range.end, with: Array(change.utf8))
    let source = String(decoding: bytes, as: UTF8.self)
    guard let pattern = try? Pattern(source, in: environment),
      let matcher = try? PatternMatcher([pattern])
    else { return false }
    return matcher.matches(in: text.text).contains(where: isWanted)
  }
}
