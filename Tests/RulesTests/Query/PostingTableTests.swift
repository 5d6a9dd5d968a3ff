import Testing

@testable import Rules

@Suite struct PostingTableTests {
  static func columns() -> [[UInt32]] {
    var random = SplitMix(seed: 7)
    return [1, 5, 700, 5000].map { count in
      (0..<count).map { _ in UInt32(random.below(1 + random.below(400))) }
    } + [[]]
  }

  @Test(
    "lists the positions of values, sorted, before and after it is stored", arguments: columns())
  func listsPositions(column: [UInt32]) throws {
    let table = PostingTable(column: column)
    let stored = try #require(PostingTable(table.encoded, tokenCount: column.count))
    for values: [UInt32] in [[], [0], [3, 4, 5], Array(0..<400), [100_000]] {
      let expected = column.indices.filter { values.contains(column[$0]) }.map { UInt32($0) }
      #expect(table.positions(of: values, tokenCount: column.count) == expected)
      #expect(stored.positions(of: values, tokenCount: column.count) == expected)
    }
  }

  @Test("refuses damaged bytes and never traps")
  func refusesDamage() {
    let table = PostingTable(column: (0..<300).map { UInt32($0 % 17) })
    let bytes = table.encoded
    var random = SplitMix(seed: 11)
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0...random.below(3) {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      if random.below(4) == 0 { damaged.removeLast(random.below(damaged.count)) }
      if let read = PostingTable(damaged, tokenCount: 300) {
        _ = read.positions(of: Array(0..<20), tokenCount: 300)
      }
    }
    #expect(PostingTable(bytes, tokenCount: 299) == nil)
    #expect(PostingTable(Array(bytes.dropLast()), tokenCount: 300) == nil)
  }
}
