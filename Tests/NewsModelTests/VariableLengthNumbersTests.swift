import NewsModel
import Testing

@Suite struct VariableLengthNumbersTests {
  @Test(
    "numbers come back as they were written, in as few bytes as they need",
    arguments: [
      ([0, 1, 127], 3), ([128, 16_383], 4), ([16_384], 3), ([Int(UInt32.max)], 5), ([], 0),
    ])
  func numbers(values: [Int], size: Int) {
    var writer = VariableLengthWriter()
    for value in values { writer.append(value) }
    #expect(writer.bytes.count == size)
    var reader = VariableLengthReader(writer.bytes)
    #expect(values.map { _ in reader.number() } == values)
    #expect(reader.isAtEnd && reader.number() == nil)
  }

  @Test("bytes and numbers of either sign stand between them")
  func signed() {
    var writer = VariableLengthWriter()
    writer.append(byte: 200)
    for value in [-1, 1, -64, 64, 0] { writer.append(signed: value) }
    writer.append(byte: 7)
    var reader = VariableLengthReader(writer.bytes)
    #expect(reader.byte() == 200)
    #expect((0..<5).map { _ in reader.signed() } == [-1, 1, -64, 64, 0])
    #expect(reader.rest == [7])
    #expect(reader.byte() == 7 && reader.byte() == nil)
  }

  @Test(
    "what is no number below 2³² is none",
    arguments: [
      [], [0x80], [0xff, 0xff, 0xff, 0xff, 0x1f], [0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    ] as [[UInt8]])
  func damage(bytes: [UInt8]) {
    var reader = VariableLengthReader(bytes)
    #expect(reader.number() == nil)
  }
}

@Suite struct PartitionTests {
  @Test("finds the first place from which on a predicate is true")
  func places() {
    for count in 0..<9 {
      let column = (0..<count).map { $0 * 2 }
      for limit in -1...count * 2 {
        #expect(
          column.partitioningIndex { $0 >= limit }
            == column.firstIndex { $0 >= limit } ?? column.count)
      }
    }
  }
}
