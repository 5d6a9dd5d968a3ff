internal import Foundation
internal import Language
internal import NewsModel

/// How fast words are found and numbered: the figure that `Benchmarks/README.md` keeps.
public struct TokeniserBenchmark {
  /// How often the text is read; the fastest time counts.
  public var repetitions = 5

  /// Creates the benchmark.
  public init() {}

  /// Tokenises and interns a file on one core, then analyses it, and reports the speeds.
  ///
  /// - Parameter path: A text file in UTF-8; each line is taken as a paragraph.
  /// - Returns: One line for each measurement: what, MB/s, million tokens a second.
  /// - Throws: ``TrainingError/unreadable(path:reason:)``.
  public func run(path: String) throws -> String {
    let data = try Decompression.contents(of: path)
    let text = String(decoding: data, as: UTF8.self)
    let paragraphs = TaggedText.lines(of: text)
    let bytes = text.utf8.count
    var report = "\(path): \(bytes) bytes, \(paragraphs.count) lines\n"
    report += measure("tokenise and intern", bytes) {
      var columns = TokenColumns()
      let tokeniser = Tokeniser()
      let span = text.utf8Span.span
      for paragraph in paragraphs { tokeniser.tokenise(span, in: paragraph, into: &columns) }
      return columns.count
    }
    let articles = Self.articles(paragraphs)
    let analyser = LanguageAnalyser()
    report += measure("analyse (tags, lemmas)", bytes) {
      articles.reduce(0) { $0 + analyser.analyse(text, paragraphs: Array($1)).count }
    }
    return report
  }

  /// Runs of 40 lines, about the length of an article.
  private static func articles(_ paragraphs: [ByteRange]) -> [ArraySlice<ByteRange>] {
    stride(from: 0, to: paragraphs.count, by: 40).map {
      paragraphs[$0..<min($0 + 40, paragraphs.count)]
    }
  }

  private func measure(_ name: String, _ bytes: Int, _ work: () -> Int) -> String {
    var best = Double.infinity
    var tokens = 0
    for _ in 0..<max(1, repetitions) {
      let start = Self.processorTime()
      tokens = work()
      best = min(best, Self.processorTime() - start)
    }
    let megabytes = (Double(bytes) / best / 1e5).rounded() / 10
    let millions = (Double(tokens) / best / 1e4).rounded() / 100
    return "\(name): \(megabytes) MB/s, \(millions) million tokens/s, \(tokens) tokens\n"
  }

  /// Seconds that this process has computed.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
