import Foundation
import NewsModel
import Reporting
import SaysoTestSupport
import Testing

@Suite("AnalysisDocument")
struct AnalysisDocumentTests {
  let document = AnalysisDocument(Sample.analysis, includesTokens: true)

  @Test("is read back by Foundation's decoder as it was written")
  func roundTrip() throws {
    let read = try JSONDecoder().decode(AnalysisDocument.self, from: Data(document.jsonLine))
    #expect(read == document)
  }

  @Test("is one line")
  func oneLine() {
    let line = document.jsonLine
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test("counts in code points, so that other languages find the same words")
  func codePoints() throws {
    let scalars = Array(Sample.marked.text.unicodeScalars)
    func words(_ span: CodePointRange) -> String {
      var text = ""
      for scalar in scalars[span.start..<span.end] { text.unicodeScalars.append(scalar) }
      return text
    }
    let quote = try #require(document.quotes.first)
    #expect(quote.content.map(words) == ["“we agreed.”"])
    #expect(quote.cue.map(words) == ["said"])
    #expect(quote.source.map(words) == ["Zoë Ward"])
    #expect(document.mentions.map(\.span).map(words) == ["Zoë Ward"])
    #expect(document.zones.map(\.span).map(words).first == "Café strike ends")
    #expect(document.tokens?.map(\.span).map(words) == ["Zoë Ward", "said"])
  }

  @Test("has its keys in the documented order")
  func keys() {
    let text = String(decoding: document.jsonLine, as: UTF8.self)
    let keys = [
      "id", "path", "offsets", "title", "outlet", "published", "byline", "agency", "zones",
      "entities", "mentions", "quotes", "annotations", "notes", "url", "dateline", "figures",
      "dates", "tokens",
    ]
    var rest = text[...]
    for key in keys {
      guard let found = rest.range(of: "\"\(key)\":") else {
        Issue.record("\(key) is missing or out of place")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test(
    "writes each part as documented",
    arguments: [
      #"{"id":"007","path":"inbox/007.txt","offsets":"code-points","title":"Café strike ends","outlet":null,"#,
      #""byline":["Ida Bell"],"agency":["Reuters"],"zones":[{"kind":"title","span":[0,16],"reason":null},"#,
      #""entities":[{"id":"e1","name":"Zoë Ward","type":"person","aliases":["Ward"],"titles":["mayor"],"gender":"female"}]"#,
      #""mentions":[{"span":[18,26],"entity":"e1","metonym_of":null}]"#,
      #"{"id":"q1","kind":"direct","content":[[44,56]],"cue":[[39,43]],"source":[[18,26]],"speaker":"Zoë Ward","speaker_entity":"e1","via":"TASS","nested_in":null,"confidence":0.935,"by":"rule subject-verb","speaker_form":"name","status":"stated","act":"statement","candidates":[],"inferred":false}"#,
      #""speaker":"the guild","speaker_entity":null,"via":null,"nested_in":"q1","confidence":0.5,"by":"model attribution","speaker_form":"office","status":"negated","act":"denial","candidates":["Harbour Guild"],"inferred":true}"#,
      #""by":"rule deal","attributes":{"count":2,"kind":"a \"b\"","sure":true}}]"#,
      #""notes":[{"kind":"missing-date","span":null,"text":"no date is stated"},"#,
      #""value":47000000000,"unit":"soldiers","approximation":null}]"#,
      #"["said","said","VBD",[39,43]]]}"#,
    ])
  func form(part: String) {
    let text = String(decoding: document.jsonLine, as: UTF8.self)
    #expect(text.contains(part), "\(text)")
  }

  @Test("leaves the tokens out unless they are wanted")
  func withoutTokens() {
    let text = String(decoding: AnalysisDocument(Sample.analysis).jsonLine, as: UTF8.self)
    #expect(!text.contains("\"tokens\""))
  }
}
