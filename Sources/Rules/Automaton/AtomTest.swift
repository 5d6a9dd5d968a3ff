/// A token test whose leaves are numbers of atoms.
indirect enum AtomTest: Sendable {
  case any
  case atom(Int)
  case not(AtomTest)
  case all([AtomTest])
  case either([AtomTest])

  /// Translates a test; `number` gives each leaf's number, negative for one that never holds.
  init(_ test: Pattern.TokenTest, number: (Pattern.TokenTest) -> Int) {
    switch test {
    case .any: self = .any
    case .not(let part): self = .not(AtomTest(part, number: number))
    case .all(let parts): self = .all(parts.map { AtomTest($0, number: number) })
    case .either(let parts): self = .either(parts.map { AtomTest($0, number: number) })
    case .compare(let attribute, let comparison, let values)
    where comparison == .equal || comparison == .notEqual:
      let leaves = values.map {
        AtomTest.atom(number(.compare(attribute, .equal, [$0])))
      }
      let isIn: AtomTest = leaves.count == 1 ? leaves[0] : .either(leaves)
      self = comparison == .equal ? isIn : .not(isIn)
    case .flag, .compare: self = .atom(number(test))
    }
  }

  /// Whether the test is true where exactly these atoms hold.
  func holds(_ held: Set<Int>) -> Bool {
    switch self {
    case .any: true
    case .atom(let number): held.contains(number)
    case .not(let part): !part.holds(held)
    case .all(let parts): parts.allSatisfy { $0.holds(held) }
    case .either(let parts): parts.contains { $0.holds(held) }
    }
  }

  /// Whether anything in the test is negated.
  var isNegative: Bool {
    switch self {
    case .any, .atom: false
    case .not: true
    case .all(let parts), .either(let parts): parts.contains(where: \.isNegative)
    }
  }

  /// The atoms of the test, each once.
  var atoms: Set<Int> {
    switch self {
    case .any: []
    case .atom(let number): number < 0 ? [] : [number]
    case .not(let part): part.atoms
    case .all(let parts), .either(let parts): Set(parts.flatMap(\.atoms))
    }
  }
}
