internal import NewsModel

/// Names of one or several words, found by walking from word to word.
///
/// Nodes are numbers; an edge is a slot of one open-addressing table keyed by node and word, so that a
/// step costs one probe.
struct PhraseTrie: Sendable {
  /// How the words of one spelling must be written to count as the name.
  struct Spelling: Sendable {
    /// Index into the lexicon's names.
    var name: Int32
    /// Bit *i*: word *i* must begin with a large letter.
    var capitalised: UInt16
    /// Bit *i*: word *i* must be all in capitals.
    var allCapitals: UInt16
    /// What sort of form it is: the name itself, an adjective, an inhabitant.
    var form: GazetteerName.Form
    /// The next spelling that ends at the same node, or -1.
    var next: Int32
  }

  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 14)
  private var targets: [UInt32] = Array(repeating: 0, count: 1 << 14)
  private var edgeCount = 0
  /// First spelling that ends at each node, or -1.
  private var firstSpelling: [Int32] = [-1]
  private(set) var spellings: [Spelling] = []

  /// The node that every walk starts from.
  static let root: UInt32 = 0

  /// The node that a word leads to, or `nil` if no name goes on with it.
  func step(from node: UInt32, word: UInt32) -> UInt32? {
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// The first spelling that ends at a node, or -1.
  func spelling(at node: UInt32) -> Int32 { firstSpelling[Int(node)] }

  /// Adds a spelling; an equal one that is already there stays the first.
  mutating func insert(_ words: [UInt32], _ spelling: Spelling) {
    var node = Self.root
    for word in words { node = child(of: node, word) }
    var spelling = spelling
    spelling.next = -1
    let index = Int32(spellings.count)
    spellings.append(spelling)
    guard firstSpelling[Int(node)] >= 0 else {
      firstSpelling[Int(node)] = index
      return
    }
    var last = Int(firstSpelling[Int(node)])
    while spellings[last].next >= 0 { last = Int(spellings[last].next) }
    spellings[last].next = index
  }

  private mutating func child(of node: UInt32, _ word: UInt32) -> UInt32 {
    if let known = step(from: node, word: word) { return known }
    if (edgeCount + 1) * 2 > keys.count { grow() }
    let target = UInt32(firstSpelling.count)
    firstSpelling.append(-1)
    store(Self.key(node, word), target)
    edgeCount += 1
    return target
  }

  private mutating func store(_ key: UInt64, _ target: UInt32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldTargets = targets
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    targets = Array(repeating: 0, count: keys.count)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      store(oldKeys[index], oldTargets[index])
    }
  }

  private static func key(_ node: UInt32, _ word: UInt32) -> UInt64 {
    (UInt64(node) << 32 | UInt64(word)) &+ 1
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & (size - 1)
  }
}
