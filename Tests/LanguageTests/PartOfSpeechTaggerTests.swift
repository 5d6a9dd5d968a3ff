import NewsModel
import Testing

@testable import Language

@Suite struct PartOfSpeechTaggerTests {
  /// Words with their tags, as `word/TAG`, spaces as in the text; `_` for “no space before”.
  static let cases: [String] = """
    The/DT minister/NN said/VBD on/IN Tuesday/NNP that/IN troops/NNS would/MD leave/VB _./.
    “/`` _We/PRP will/MD not/RB accept/VB this/DT _,/, _”/'' she/PRP told/VBD reporters/NNS _./.
    Moscow/NNP _’s/POS ambassador/NN was/VBD summoned/VBN _./.
    The/DT states/NNS _’/POS leaders/NNS did/VBD _n't/RB agree/VB _./.
    He/PRP called/VBD it/PRP ‘/`` _peace/NN _’/'' _./.
    Prices/NNS rose/VBD 5/CD _%/NN to/IN $/$ _3.5/CD million/CD in/IN 2014/CD –/SYM 2015/CD _./.
    They/PRP will/MD de-escalate/VB the/DT crisis/NN _./.
    They/PRP urged/VBD Moscow/NNP to/TO “/`` _make/VB sure/JJ _”/'' it/PRP stops/VBZ _./.
    Let/VB _'s/PRP go/VB _,/, @somebody/NNP _!/.
    """.split(separator: "\n").map(String.init)

  @Test("tags plain news sentences", arguments: cases)
  func tags(_ line: String) {
    var text = ""
    var expected: [String] = []
    for item in line.split(separator: " ") {
      let isGlued =
        item.first == "_" || expected.isEmpty || text.hasSuffix("“") || text.hasSuffix("‘")
      let slash = item.lastIndex(of: "/") ?? item.endIndex
      if !isGlued { text += " " }
      text += item[..<slash].drop { $0 == "_" }
      expected.append(String(item[slash...].dropFirst()))
    }
    let columns = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, text.utf8.count)])
    #expect(columns.partsOfSpeech.map(\.name) == expected, "\(text)")
  }

  @Test("gives every token of any text a tag")
  func tagsEverything() {
    let text = "?? … «x» 50% — 🙂 #tag www.example.org \u{fffd} WHO SAYS SO (maybe) \u{0} Łódź"
    let columns = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, text.utf8.count)])
    #expect(columns.partsOfSpeech.count == columns.count)
    #expect(!columns.partsOfSpeech.contains(.unknown))
  }

  @Test("reads back the model it writes, and rejects other bytes")
  func readsItsFile() {
    let file = PartOfSpeechModel.embedded.file
    #expect(PartOfSpeechModel(file)?.file == file)
    #expect(PartOfSpeechModel(Array(file.dropLast())) == nil)
    #expect(PartOfSpeechModel([1, 2, 3]) == nil)
  }
}
