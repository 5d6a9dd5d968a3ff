import NewsModel
import Testing

@testable import Extraction

/// No text, however broken, makes the extraction trap or point outside the text.
@Suite("Extraction on broken text")
struct ExtractionRobustnessTests {
  private static let pieces = [
    "Mr. ", "President ", "Ana Lopez", "Ruiz", " said ", "“", "”", "\"", "'s ", "’", ", ", ". ",
    "Moscow", "US-", "Russia", "the ", "of ", "and ", "[", "] administration", "(", ")", "10 ",
    "million ", "tens of ", "$", "5 ", "per cent ", "Tuesday ", "in ", "January ", "2014",
    " weeks ago", "who ", "it ", "he ", "according to ", "the statement ", "Ministry of ", "-",
    "\u{a0}", "é", "中", "\u{fffd}", "J. ", "van ", "Jr.", "deputy foreign minister ", "\n", "& ",
    "99999999999999999999 ", "99999999999999999999th ", "aged ", "mid-", "anti-", "between ",
    "accused ", "adding that ", "telling ", "…", "–",
    "\u{301}",
  ]

  @Test("never traps and keeps every range inside the text", arguments: 0..<8)
  func broken(_ seed: Int) {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<60 {
      let text = (0..<next(60)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let analysis = ArticleAnalyser().analyse(Article(id: "t", path: "t", text: text))
      let end = text.utf8.count
      let ranges =
        analysis.mentions.map(\.range) + analysis.figures.map(\.range)
        + analysis.dates.map(\.range) + analysis.notes.compactMap(\.range)
        + analysis.quotes.flatMap { $0.content + $0.cue + $0.source }
      #expect(ranges.allSatisfy { $0.end <= end })
      #expect(analysis.mentions.allSatisfy { $0.entity < analysis.entities.count })
      let starts = analysis.mentions.map(\.range)
      #expect(zip(starts, starts.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(text)")
    }
  }
}
