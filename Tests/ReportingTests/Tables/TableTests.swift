import Reporting
import Testing

@Suite("Table")
struct TableTests {
  @Test("fills up short rows with missing values")
  func shortRow() {
    let table = Table(columns: ["speaker", "quotes"], rows: [["Ann Ward"]])
    #expect(table.rows == [["Ann Ward", nil]])
  }

  @Test("gives columns of the same name distinct keys")
  func keys() {
    #expect(Table(columns: ["name", "name", "text"]).keys == ["name", "name_2", "text"])
  }
}
