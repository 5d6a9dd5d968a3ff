extension QueryPlanner {
  /// What stands before an element in every match, as far as that helps to find where the match begins.
  enum Lead: Equatable {
    /// One token; of a set, where that is known.
    case token(AnchorSet?)
    /// One whole annotation of a type.
    case annotation(String)
    /// Several tokens of a set, or any.
    case run(AnchorSet?, minimum: Int, maximum: Int)
    /// Tokens of which no more than their number is known.
    case gap(minimum: Int, maximum: Int?)
  }

  /// A node as what stands before another one.
  func leads(of node: Pattern.Node) -> [Lead] {
    switch node {
    case .token(let test, _): return [.token(finder.set(for: test))]
    case .annotation(let type, _): return [.annotation(type)]
    case .border, .lookaround: return []
    case .capture(_, let part, _): return leads(of: part)
    case .sequence(let parts): return parts.flatMap { leads(of: $0) }
    case .repetition(let part, let least, let most, _, _):
      guard let test = part.singleTokenTest else { break }
      return [.run(finder.set(for: test), minimum: least, maximum: most)]
    case .alternation:
      guard let test = node.singleTokenTest else { break }
      return [.token(finder.set(for: test))]
    }
    let length = node.length
    return [.gap(minimum: length.minimum, maximum: length.maximum)]
  }
}

extension Pattern.Node {
  /// The test that says all of the node, where that is one token without a capture.
  var singleTokenTest: Pattern.TokenTest? {
    switch self {
    case .token(let test, _): return test
    case .sequence(let parts): return parts.count == 1 ? parts[0].singleTokenTest : nil
    case .alternation(let parts):
      let tests = parts.compactMap(\.singleTokenTest)
      return tests.count == parts.count ? .either(tests) : nil
    case .annotation, .border, .repetition, .capture, .lookaround: return nil
    }
  }
}
