extension Pattern.TokenTest {
  /// What a test without parts looks at.
  enum Subject { case word, lemma, context }

  /// What this test looks at, which has no parts.
  var subject: Subject {
    switch self {
    case .flag(.quoted), .compare(.pos, _, _), .compare(.ent, _, _): .context
    case .compare(.lemma, _, _): .lemma
    default: .word
    }
  }

  /// Adds the tests without parts that this one is made of, each comparison with one value.
  func collectLeaves(into leaves: inout [Pattern.TokenTest]) {
    switch self {
    case .any: break
    case .not(let part): part.collectLeaves(into: &leaves)
    case .all(let parts), .either(let parts):
      for part in parts { part.collectLeaves(into: &leaves) }
    case .compare(let attribute, .equal, let values),
      .compare(let attribute, .notEqual, let values):
      for value in values { leaves.append(.compare(attribute, .equal, [value])) }
    case .flag, .compare: leaves.append(self)
    }
  }
}
