/// Sets of tokens written as a few runs.
enum TokenRuns {
  /// The share of common tokens among all tokens of two contents.
  static func overlap(_ first: [Range<Int>], _ second: [Range<Int>]) -> Double {
    let one = Set(first.flatMap(Array.init))
    let other = Set(second.flatMap(Array.init))
    let all = one.union(other).count
    return all == 0 ? 0 : Double(one.intersection(other).count) / Double(all)
  }
}
