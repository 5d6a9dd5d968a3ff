/// Finds what somebody meant who misspelt a name.
public enum NearestName {
  /// The candidate nearest to a name, if it is near enough to be meant.
  ///
  /// Near enough is one edit for every three letters, at least one; a swap of neighbours is one edit
  /// (optimal string alignment).
  ///
  /// - Complexity: O(number of candidates × length²).
  public static func of(_ name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8)
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() {
      let other = Array(candidate.lowercased().utf8)
      let allowed = max(1, max(wanted.count, other.count) / 3)
      let distance = distance(wanted, other)
      if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    if let best { return best.name }
    // A beginning of a name, or a name that goes on, is meant too.
    return candidates.sorted().first { wanted.count > 2 && $0.hasPrefix(name) }
  }

  /// A hint that names it, or `nil`.
  public static func hint(for name: String, among candidates: [String]) -> String? {
    of(name, among: candidates).map { "did you mean '\($0)'?" }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (row, byte) in a.enumerated() {
      var current = [row + 1]
      for (column, other) in b.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == b[column - 1], other == a[row - 1] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
