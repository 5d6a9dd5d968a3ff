import Extraction
import NewsModel
import Reporting
import Scripting
import Store

/// Three invented articles, analysed as they are, on which rules can be tried.
enum TaughtCorpus {
  static let texts = [
    "a": """
    Mayor Ann Ward said the town had sent 500 firefighters and 20 boats north. She denied rumours of a strike.

    The deputy mayor blurbed that the plan was doomed.
    """,
    "b": """
    The deputy mayor of Port Elm said on Monday that 30 firefighters had left.

    Get our weekly letter: Ben Hale said it was worth every crown.
    """,
    "c": "Ben Hale flarped back the numbers were wrong. Nobody else came.",
  ]

  static func snapshot() throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    for id in texts.keys.sorted() {
      let text = texts[id] ?? ""
      var article = Article(id: id, path: "\(id).txt", text: text)
      article.zones = [Zone(.body, ByteRange(0, text.utf8.count))]
      try store.add(ArticleAnalyser().analyse(article))
    }
    return try store.snapshot()
  }

  /// The text of what an input shows, or how it ended; rows parted by bars, without the header.
  static func shown(_ evaluation: Evaluation) -> String {
    switch evaluation {
    case .incomplete: "…"
    case .nothing: ""
    case .value(.text(let text)): text
    case .value(.table(let table)):
      table.rendered(as: .csv).split(separator: "\r\n").dropFirst().joined(separator: "|")
    case .failure(let failure): "! " + failure.message
    }
  }
}
