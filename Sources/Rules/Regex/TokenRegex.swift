/// A regular expression over one token, matched in full.
///
/// Literals, `.`, classes `[a-z]` `[^…]`, `\d \w \s` and their capitals, groups, `|`, `* + ? {m,n}`,
/// and the flag `i`. It is run as a set of states (Thompson 1968), so that no expression takes more
/// than O(length of the token × length of the expression): there is nothing to backtrack.
public struct TokenRegex: Sendable, Hashable {
  /// The expression between the slashes.
  public let source: String
  /// Whether case is folded.
  public let foldsCase: Bool
  private let program: [Instruction]

  /// What is wrong with an expression, and at which byte of it.
  public struct SyntaxError: Error, Equatable, Sendable {
    /// What is wrong.
    public var message: String
    /// The byte of the expression.
    public var offset: Int
  }

  enum Instruction: Sendable, Hashable {
    case one(CharacterSet)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// The characters that one step of the expression accepts.
  struct CharacterSet: Sendable, Hashable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
      for range in ranges where range.contains(scalar) { return !isNegated }
      return isNegated
    }
  }

  /// Whether two expressions are written alike.
  public static func == (first: TokenRegex, second: TokenRegex) -> Bool {
    first.foldsCase == second.foldsCase && first.source == second.source
  }

  /// Feeds what tells expressions apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(foldsCase)
  }

  /// Compiles an expression.
  ///
  /// - Throws: ``SyntaxError`` with the byte where it cannot be read, or where counted repetitions
  ///   would grow beyond 10,000 steps.
  public init(_ source: String, foldsCase: Bool = false) throws(SyntaxError) {
    self.source = source
    self.foldsCase = foldsCase
    var compiler = TokenRegexCompiler(source, foldsCase: foldsCase)
    program = try compiler.compile()
  }

  /// Whether the whole of `token` matches.
  ///
  /// - Complexity: O(length of the token × length of the expression).
  public func matches(_ token: String) -> Bool {
    let text = foldsCase ? token.lowercased() : token
    var current = StateList(count: program.count)
    var next = StateList(count: program.count)
    add(0, to: &current)
    for scalar in text.unicodeScalars {
      next.removeAll()
      for state in current.members {
        if case .one(let set) = program[state], set.contains(scalar.value) {
          add(state + 1, to: &next)
        }
      }
      if next.members.isEmpty { return false }
      swap(&current, &next)
    }
    return current.members.contains { program[$0] == .match }
  }

  /// The steps that consume or accept, reached from some without a character, sorted.
  func closure(of states: [Int]) -> [Int] {
    var list = StateList(count: program.count)
    for state in states { add(state, to: &list) }
    return list.members.filter { step in
      switch program[step] {
      case .one, .match: true
      case .split, .jump: false
      }
    }.sorted()
  }

  /// The steps after a character.
  func states(after scalar: UInt32, from states: [Int]) -> [Int] {
    closure(
      of: states.compactMap { step in
        guard case .one(let set) = program[step], set.contains(scalar) else { return nil }
        return step + 1
      })
  }

  /// Whether a word may end here.
  func isAccepting(_ states: [Int]) -> Bool { states.contains { program[$0] == .match } }

  private func add(_ state: Int, to list: inout StateList) {
    var pending = [state]
    while let state = pending.popLast() {
      guard list.insert(state) else { continue }
      switch program[state] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .one, .match: break
      }
    }
  }

  private struct StateList {
    private var isMember: [Bool]
    private(set) var members: [Int] = []

    init(count: Int) { isMember = Array(repeating: false, count: count) }

    mutating func insert(_ state: Int) -> Bool {
      if isMember[state] { return false }
      isMember[state] = true
      members.append(state)
      return true
    }

    mutating func removeAll() {
      for state in members { isMember[state] = false }
      members.removeAll(keepingCapacity: true)
    }
  }
}
