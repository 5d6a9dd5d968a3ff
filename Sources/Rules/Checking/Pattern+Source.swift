/// Where the parts of a pattern stand in its source.
extension Pattern.Node {
  /// The bytes from the first to the last symbol that belongs to the node, brackets around it left out.
  var hull: SourceRange {
    switch self {
    case .token(_, let range), .annotation(_, let range), .border(_, let range): range
    case .sequence(let parts), .alternation(let parts): Self.hull(of: parts)
    case .capture(_, let part, let range), .repetition(let part, _, _, _, let range),
      .lookaround(let part, _, _, let range):
      range.union(part.hull)
    }
  }

  private static func hull(of parts: [Pattern.Node]) -> SourceRange {
    parts.dropFirst().reduce(parts.first?.hull ?? SourceRange(0, 0)) { $0.union($1.hull) }
  }

  /// The same node as if all of it were written at one place, for what a name stands for.
  func relocated(to range: SourceRange) -> Pattern.Node {
    switch self {
    case .token(let test, _): .token(test, range)
    case .annotation(let type, _): .annotation(type: type, range)
    case .border(let border, _): .border(border, range)
    case .sequence(let parts): .sequence(parts.map { $0.relocated(to: range) })
    case .alternation(let parts): .alternation(parts.map { $0.relocated(to: range) })
    case .capture(let name, let part, _):
      .capture(name: name, part.relocated(to: range), range)
    case .repetition(let part, let minimum, let maximum, let isLazy, _):
      .repetition(
        part.relocated(to: range), minimum: minimum, maximum: maximum, isLazy: isLazy, range)
    case .lookaround(let part, let isAhead, let isNegated, _):
      .lookaround(part.relocated(to: range), isAhead: isAhead, isNegated: isNegated, range)
    }
  }
}

extension SourceRange {
  /// The shortest range that holds both.
  func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// Whether the other range lies in this one.
  func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}

extension Pattern {
  /// The source of a node with the brackets that belong to it: `who:(a | b)`, `(yes | no)+`.
  func sourceRange(of node: Node) -> SourceRange {
    let hull = node.hull
    guard let symbols = try? PatternLexer.symbols(of: source) else { return hull }
    guard var first = symbols.firstIndex(where: { $0.range.end > hull.start }),
      var last = symbols.lastIndex(where: { $0.range.start < hull.end && $0.kind != .end })
    else { return hull }
    // Brackets opened before and closed inside belong to the node, and the other way round.
    var unopened = 0
    var unclosed = 0
    for symbol in symbols[first...max(first, last)] {
      if Self.opens(symbol) {
        unclosed += 1
      } else if Self.closes(symbol) {
        if unclosed > 0 { unclosed -= 1 } else { unopened += 1 }
      }
    }
    while unopened > 0, first > 0 {
      first -= 1
      if Self.opens(symbols[first]) { unopened -= 1 }
      if Self.closes(symbols[first]) { unopened += 1 }
    }
    while unclosed > 0, last + 1 < symbols.count {
      last += 1
      if Self.closes(symbols[last]) { unclosed -= 1 }
      if Self.opens(symbols[last]) { unclosed += 1 }
    }
    if case .alternation = node, first > 0, last + 1 < symbols.count,
      symbols[first - 1].text == "(", symbols[last + 1].text == ")"
    {
      first -= 1
      last += 1
    }
    return SourceRange(symbols[first].range.start, symbols[max(first, last)].range.end)
  }

  /// The source between two places.
  func text(of range: SourceRange) -> String {
    let bytes = Array(source.utf8)
    let end = min(range.end, bytes.count)
    return String(decoding: bytes[min(range.start, end)..<end], as: UTF8.self)
  }

  private static func opens(_ symbol: PatternLexer.Symbol) -> Bool {
    symbol.kind == .lookaround || (symbol.kind == .symbol && symbol.text == "(")
  }

  private static func closes(_ symbol: PatternLexer.Symbol) -> Bool {
    symbol.kind == .symbol && symbol.text == ")"
  }

  /// The elements of the pattern's rows, an inner one after those around it.
  func elements() -> [Element] {
    var elements: [Element] = []
    collect([root], at: 0, previous: nil, into: &elements)
    return elements
  }

  /// An element of a row: of what stands one after the other.
  struct Element {
    /// The row, and the place of the element in it.
    var row: [Node]
    var index: Int
    /// What stands directly before it, in its own row or in the row around.
    var previous: Node?

    var node: Node { row[index] }
  }

  private func collect(
    _ row: [Node], at index: Int, previous: Node?, into elements: inout [Element]
  ) {
    elements.append(Element(row: row, index: index, previous: previous))
    descend(into: row[index], previous, &elements)
  }

  /// Adds the rows inside a node; a branch of an alternation is no row of its own.
  private func descend(into node: Node, _ previous: Node?, _ elements: inout [Element]) {
    switch node {
    case .sequence(let row):
      // The words of a list or of a phrase in quotation marks are written in one place.
      guard row.contains(where: { $0.hull != row[0].hull }) else { return }
      for index in row.indices {
        let before = index > 0 ? row[index - 1] : previous
        collect(row, at: index, previous: before, into: &elements)
      }
    case .alternation(let branches):
      for branch in branches { descend(into: branch, previous, &elements) }
    case .capture(_, let part, _), .repetition(let part, _, _, _, _):
      descend(into: part, previous, &elements)
    case .lookaround, .token, .annotation, .border: break
    }
  }
}
