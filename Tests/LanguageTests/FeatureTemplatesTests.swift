import Testing

@testable import Language

@Suite struct FeatureTemplatesTests {
  static let attributes = ["word", "pos"]

  /// Two paragraphs of three and two tokens with different keys everywhere.
  static func columns() -> AttributeColumns {
    var columns = AttributeColumns(attributeCount: 2, paragraphLengths: [3, 2])
    for row in columns.paragraphs.flatMap(Array.init) {
      columns[row, 0] = UInt32(row) * 10 + 1
      columns[row, 1] = UInt32(row) * 10 + 2
    }
    return columns
  }

  static func rows(_ table: String, _ columns: AttributeColumns) -> [[UInt32]] {
    let templates = FeatureTemplates(table: table, attributes: attributes)
    return columns.paragraphs.flatMap { paragraph -> [[UInt32]] in
      var sequence = FeatureSequence(featuresPerToken: templates.count)
      templates.append(paragraph, of: columns, to: &sequence)
      return stride(from: 0, to: sequence.features.count, by: templates.count).map {
        Array(sequence.features[$0..<$0 + templates.count])
      }
    }
  }

  @Test("a feature depends on the attributes at its offsets and on nothing else")
  func dependence() {
    let table = "a word[0] word[-1]|pos[1]"
    var columns = Self.columns()
    let before = Self.rows(table, columns)
    columns[columns.paragraphs[0].lowerBound, 0] = 999
    let after = Self.rows(table, columns)
    #expect(before.count == 5)
    #expect(before[0][0] != after[0][0] && before[0][1] == after[0][1])
    #expect(before[1][0] == after[1][0] && before[1][1] != after[1][1])
    #expect(Array(before[2...]) == Array(after[2...]))
  }

  @Test("a paragraph does not see its neighbour")
  func borders() {
    var columns = Self.columns()
    let table = "a word[-1] word[1] word[-4]|word[4]"
    let before = Self.rows(table, columns)
    columns[columns.paragraphs[1].lowerBound, 0] = 7
    let after = Self.rows(table, columns)
    #expect(Array(before[..<3]) == Array(after[..<3]))
    #expect(before[2][1] == before[4][1])
  }

  @Test("leaving a group out leaves the other features as they were")
  func ablation() {
    let full = FeatureTemplates(
      table: "a word[0] pos[0]\nb word[0]|pos[0]\n# a remark", attributes: Self.attributes)
    let part = full.without(groups: ["b"])
    #expect(full.groups == ["a", "b"] && part.groups == ["a"])
    #expect(full.signature != part.signature)
    let columns = Self.columns()
    #expect(
      Self.rows("a word[0] pos[0]", columns).map { $0 }
        == Self.rows("a word[0] pos[0]\nb word[0]|pos[0]", columns).map { Array($0[..<2]) })
  }

  @Test("templates with swapped parts or other offsets are other features")
  func distinct() {
    let table =
      "a word[0] word[1] pos[0] word[0]|pos[0] pos[0]|word[0] word[0]|pos[1] word[0]|pos[0]|word[1]"
    var columns = Self.columns()
    for row in 0..<columns.rowCount {
      columns[row, 0] = 5
      columns[row, 1] = 5
    }
    let row = Self.rows(table, columns)[0]
    #expect(Set(row).count == row.count)
  }
}
