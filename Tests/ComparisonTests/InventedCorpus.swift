import Extraction
import NewsModel
import SaysoTestSupport
import Store

/// Small corpora written with their statements marked.
enum InventedCorpus {
  /// A snapshot of articles in whose text `[…|by NAME]` marks what NAME says, `[…|by NAME unnamed]` what
  /// somebody without a name says, and `[…|NAME]` a mention.
  static func snapshot(_ articles: [String]) throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    for (number, marked) in articles.enumerated() {
      try store.add(analysis(MarkedText(marked), id: "\(number)"))
    }
    return try store.snapshot()
  }

  private static func analysis(_ marked: MarkedText, id: String) -> Analysis {
    var article = Article(id: id, path: id + ".txt", text: marked.text, title: "Article \(id)")
    article.zones = [Zone(.body, ByteRange(0, marked.text.utf8.count))]
    var analysis = ArticleAnalyser().analyse(article)
    analysis.entities = []
    analysis.mentions = []
    analysis.quotes = []
    analysis.figures = []
    analysis.dates = []
    func entity(_ name: String) -> Int {
      if let known = analysis.entities.firstIndex(where: { $0.name == name }) { return known }
      analysis.entities.append(Entity(name: name, type: .person))
      return analysis.entities.count - 1
    }
    for span in marked.spans {
      guard span.label.hasPrefix("by ") else {
        analysis.mentions.append(Mention(range: span.range, entity: entity(span.label)))
        continue
      }
      var name = String(span.label.dropFirst(3))
      let isUnnamed = name.hasSuffix(" unnamed")
      if isUnnamed { name = String(name.dropLast(8)) }
      let inside = analysis.quotations.filter { $0.overlaps(span.range) }
      let isDirect = inside.contains { $0.contains(span.range) }
      let holder = analysis.quotes.lastIndex { $0.content[0].contains(span.range) }
      analysis.quotes.append(
        Quote(
          kind: isDirect ? .direct : inside.isEmpty ? .indirect : .mixed, content: [span.range],
          speaker: Speaker(
            name: name, entity: isUnnamed ? nil : entity(name), form: isUnnamed ? .unnamed : .name),
          nestedIn: holder, by: "hand"))
    }
    return analysis
  }
}
