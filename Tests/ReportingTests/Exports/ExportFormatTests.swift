import Foundation
import Reporting
import SaysoTestSupport
import Testing

@Suite("ExportFormat")
struct ExportFormatTests {
  static func whole(_ format: ExportFormat) -> String {
    format.beginning + format.text(of: Sample.analysis) + format.text(of: Sample.analysis)
      + format.end
  }

  @Test("writes a heading once for several articles")
  func headings() {
    let csv = Self.whole(.csv)
    #expect(csv.components(separatedBy: "article,quote").count == 2)
    #expect(csv.components(separatedBy: "\r\n").count == 6)
    #expect(Self.whole(.jsonl).components(separatedBy: "\n").count == 5)
    #expect(Self.whole(.html).components(separatedBy: "</html>").count == 2)
    #expect(Self.whole(.html).components(separatedBy: "<article").count == 3)
  }

  @Test(
    "writes each form as its readers expect it",
    arguments: [
      (
        ExportFormat.conllu,
        "# newdoc id = 007\n# newpar\n# sent_id = 007-1\n# inferred_speaker = q2 the guild\n# text = Zoë Ward, the mayor, said\n"
      ),
      (
        .conllu,
        "1\tZoë Ward\tZoë Ward\tVERB\tVBD\t_\t_\t_\t_\tAttribution=q1:source|Entity=(e1-person)|Span=18-26\n"
      ),
      (.conllu, "2\tsaid\tsaid\tVERB\tVBD\t_\t_\t_\t_\tAttribution=q1:cue|Span=39-43\n\n"),
      (.brat, "T1\tPerson 18 26\tZoë Ward\n#1\tAnnotatorNotes T1\tZoë Ward\n"),
      (.brat, "T2\tContent 44 56\t“we agreed.”\nA1\tKind T2 direct\nA2\tStatus T2 stated\n"),
      (.brat, "T3\tCue 39 43\tsaid\nR1\tAttributes Arg1:T3 Arg2:T2\n"),
      (.brat, "Inside Arg1:T5 Arg2:T2\n"),
      (.brat, "the guild, the analyst’s inference (model attribution)\n"),
      (
        .webanno,
        "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:sayso:007\",\"type\":\"AnnotationPage\",\"items\":["
      ),
      (
        .webanno,
        "{\"type\":\"TextPositionSelector\",\"start\":39,\"end\":43},{\"type\":\"TextQuoteSelector\",\"exact\":\"said\",\"prefix\":\""
      ),
      (.html, "<h1>Café strike ends</h1>"), (.html, "<span class=\"cue\">said</span>"),
      (
        .html,
        "<a class=\"quote\" id=\"007-q1\">q1</a><span class=\"content direct note\" title=\"Zoë Ward (rule subject-verb) · closed at the end\">“we agreed.”</span>"
      ),
      (.html, "<span class=\"inferred\">analyst’s inference</span>"),
      (.html, "could be Harbour Guild"), (.html, "via TASS"),
      (.html, "<li>broken-quotation-mark (line 3): closed at the end</li>"),
    ])
  func forms(format: ExportFormat, part: String) {
    let text = Self.whole(format)
    #expect(text.contains(part), "\(text)")
  }

  @Test("gives brat a text, its annotations, and the configuration they need")
  func brat() {
    let files = ExportFormat.brat.files(for: Sample.analysis)
    #expect(files.map(\.name) == ["007.txt", "007.ann"])
    #expect(files.first?.contents == Sample.marked.text)
    #expect(ExportFormat.brat.commonFiles.map(\.name) == ["annotation.conf"])
    #expect(ExportFormat.csv.files(for: Sample.analysis).isEmpty)
  }

  @Test("writes web annotations that are JSON and find their words")
  func webAnnotations() throws {
    struct Page: Decodable {
      struct Item: Decodable {
        struct Target: Decodable {
          struct Selector: Decodable {
            var type: String
            var start: Int?
            var exact: String?
          }
          var selector: [Selector]
        }
        var id: String
      }
      var items: [Item]
    }
    let line = ExportFormat.webanno.text(of: Sample.analysis)
    let page = try JSONDecoder().decode(Page.self, from: Data(line.utf8))
    #expect(
      page.items.map(\.id).map { $0.replacingOccurrences(of: "urn:sayso:007:", with: "") } == [
        "q1", "q1-cue", "q1-source", "q2", "q2-cue", "q2-source", "m1", "a1", "n1", "n2",
      ])
  }
}
