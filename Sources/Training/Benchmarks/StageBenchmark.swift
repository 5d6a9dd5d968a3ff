public import Extraction
import Foundation
import Language
public import NewsModel

/// Times the stages of the analysis on one thread, each over the same articles.
///
/// What comes out are figures of one run on one machine: compare them with each other and with a peer that
/// ran beside them, never with another day's.
public struct StageBenchmark {
  /// What one stage took.
  public struct Figure: Sendable {
    /// The stage and all that it stands on: `tokenise and intern`, `analyse`.
    public var stage: String
    /// CPU seconds.
    public var seconds: Double
    /// Bytes of text read.
    public var bytes: Int
    /// Tokens found, 0 where the stage makes none.
    public var tokens: Int

    /// A million bytes a second.
    public var megabytesPerSecond: Double { seconds > 0 ? Double(bytes) / seconds / 1e6 : 0 }
    /// Tokens a second.
    public var tokensPerSecond: Double { seconds > 0 ? Double(tokens) / seconds : 0 }
  }

  private let articles: [Article]
  private let analyser: ArticleAnalyser

  /// Creates a benchmark over articles that are read already.
  public init(articles: [Article], analyser: ArticleAnalyser = ArticleAnalyser()) {
    self.articles = articles
    self.analyser = analyser
  }

  /// Runs every stage once over all articles, after one that is not counted.
  public func run() -> [Figure] {
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    var figures: [Figure] = []
    func measure(_ stage: String, _ body: (Article) -> Int) {
      for article in articles.prefix(20) { _ = body(article) }
      let start = Self.cpuSeconds()
      let tokens = articles.reduce(0) { $0 + body($1) }
      figures.append(
        Figure(
          stage: stage, seconds: Self.cpuSeconds() - start, bytes: bytes, tokens: tokens))
    }
    let tokeniser = Tokeniser()
    var columns = TokenColumns()
    measure("tokenise and intern") { article in
      columns.starts.removeAll(keepingCapacity: true)
      columns.ends.removeAll(keepingCapacity: true)
      columns.words.removeAll(keepingCapacity: true)
      let text = article.text.utf8Span.span
      tokeniser.tokenise(text, in: ByteRange(0, text.count), into: &columns)
      return columns.count
    }
    let language = LanguageAnalyser()
    measure("sentences, lemmas, parts of speech") { article in
      language.analyse(article.text, paragraphs: article.zones.map(\.range)).count
    }
    measure("the whole analysis") { analyser.analyse($0).tokens.count }
    return figures
  }

  /// CPU time of this thread, so that other work on the machine counts less.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
