import Testing

@testable import Language

@Suite("LemmaTable")
struct LemmaTableTests {
  @Test("knows the lemma of each form, the last of equal forms counting")
  func forms() {
    var table = LemmaTable(pairs: "mice mouse geese goose\nmice mickey")
    #expect(table["mice"] == "mickey" && table["geese"] == "goose" && table["mouse"] == nil)
    table.add(formsOf: "go goes went gone"[...].utf8)
    #expect(table["went"] == "go" && table["gone"] == "go" && table["go"] == nil)
  }
}
