/// One-to-one matching of two sets.
enum Matching {
  /// Finds a matching with as many pairs as possible, by augmenting paths (Kuhn’s algorithm).
  ///
  /// - Parameters:
  ///   - options: For each left element the right ones that it may have, the best first.
  ///   - rightCount: The number of right elements.
  /// - Returns: Pairs in the order of their left elements.
  /// - Complexity: O(left × options).
  static func largest(_ options: [[Int]], rightCount: Int) -> [(left: Int, right: Int)] {
    var owner = [Int?](repeating: nil, count: rightCount)
    func assign(_ left: Int, _ seen: inout Set<Int>) -> Bool {
      for right in options[left] where seen.insert(right).inserted {
        guard let holder = owner[right] else {
          owner[right] = left
          return true
        }
        if assign(holder, &seen) {
          owner[right] = left
          return true
        }
      }
      return false
    }
    for left in options.indices {
      var seen: Set<Int> = []
      _ = assign(left, &seen)
    }
    var pairs: [(left: Int, right: Int)] = []
    for (right, left) in owner.enumerated() {
      if let left { pairs.append((left, right)) }
    }
    return pairs.sorted { $0.left < $1.left }
  }
}
