/// A regular expression determinised while it runs, for words in ASCII.
///
/// Each byte costs one look-up; most words are done with after their first letter.
struct RegexAutomaton: Sendable {
  private static let unknown: Int16 = -1
  private static let dead: Int16 = 0
  /// Beyond this many states the expression is run as a set of states instead.
  private static let maximumStates = 512

  private let regex: TokenRegex
  private var states: [[Int]] = [[]]
  private var index: [[Int]: Int16] = [[]: 0]
  private var isAccepting = [false]
  private var rows = [Int16](repeating: dead, count: 128)
  private var start: Int16 = 0

  init(_ regex: TokenRegex) {
    self.regex = regex
    start = intern(regex.closure(of: [0]))
  }

  /// Whether the whole of a word matches, or `nil` where that must be asked of the expression itself.
  mutating func matches(_ word: some Collection<UInt8>) -> Bool? {
    var state = start
    for byte in word {
      guard byte < 0x80 else { return nil }
      let isCapital = regex.foldsCase && (0x41...0x5a).contains(byte)
      let letter = isCapital ? byte | 0x20 : byte
      var next = rows[Int(state) * 128 + Int(letter)]
      if next == Self.unknown {
        guard states.count < Self.maximumStates else { return nil }
        next = intern(regex.states(after: UInt32(letter), from: states[Int(state)]))
        rows[Int(state) * 128 + Int(letter)] = next
      }
      // A letter that follows may lie outside ASCII, but nothing leads out of here.
      if next == Self.dead { return false }
      state = next
    }
    return isAccepting[Int(state)]
  }

  private mutating func intern(_ set: [Int]) -> Int16 {
    if let known = index[set] { return known }
    let state = Int16(states.count)
    states.append(set)
    index[set] = state
    isAccepting.append(regex.isAccepting(set))
    rows += repeatElement(Self.unknown, count: 128)
    return state
  }
}
