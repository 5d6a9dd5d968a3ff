/// Distinct sets of atoms, numbered; the empty set is 0.
struct AtomSets {
  private var sets: [[Int]] = [[]]
  private var numbers: [[Int]: UInt32] = [[]: 0]

  /// The atoms of a set, sorted.
  subscript(number: UInt32) -> [Int] { sets[Int(number)] }

  /// The number of a set, a new one if it has none.
  mutating func number(of atoms: [Int]) -> UInt32 {
    if atoms.isEmpty { return 0 }
    let set = atoms.count == 1 ? atoms : atoms.sorted()
    if let known = numbers[set] { return known }
    let number = UInt32(sets.count)
    sets.append(set)
    numbers[set] = number
    return number
  }
}
