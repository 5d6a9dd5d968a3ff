import Foundation
import Language
public import NewsModel
public import Rules

/// Times the matching of many rules on one thread.
///
/// Articles are cut into tokens only, as a rule engine needs them: one run of tokens an article, without
/// sentences and parts of speech. Figures compare with a peer that ran beside them, on the same text.
public struct RuleBenchmark {
  /// What one set of rules took.
  public struct Figure: Sendable {
    /// The number of rules.
    public var rules: Int
    /// Milliseconds to read and compile the rules.
    public var compileMilliseconds: Double
    /// Seconds to tokenise all articles.
    public var tokenising: Double
    /// Seconds to match all articles for the first time: words and states are learnt meanwhile.
    public var firstMatching: Double
    /// Seconds to match all articles once more.
    public var matching: Double
    /// Bytes of text.
    public var bytes: Int
    /// The number of tokens.
    public var tokens: Int
    /// The number of matches.
    public var hits: Int
  }

  private let texts: [String]

  /// Creates a benchmark over articles that are read already.
  public init(articles: [Article]) { texts = articles.map(\.text) }

  /// Times one set of rules.
  ///
  /// - Parameters:
  ///   - sources: The patterns.
  ///   - hit: Gets every match with the number of its article.
  /// - Returns: What it took.
  /// - Throws: ``PatternError`` for a pattern that cannot be read.
  public func run(
    _ sources: [String], hit: (Int, PatternMatch) -> Void = { _, _ in }
  ) throws(PatternError) -> Figure {
    let environment = PatternEnvironment { literal in
      let tokens = Tokeniser().tokenise(literal)
      return (0..<tokens.count).map(tokens.word)
    }
    var start = Self.cpuSeconds()
    var patterns: [Pattern] = []
    for source in sources { patterns.append(try Pattern(source, in: environment)) }
    let matcher = try PatternMatcher(patterns)
    let compiling = Self.cpuSeconds() - start

    _ = tokenised()
    start = Self.cpuSeconds()
    let articles = tokenised()
    let tokenising = Self.cpuSeconds() - start
    var figure = Figure(
      rules: sources.count, compileMilliseconds: compiling * 1000, tokenising: tokenising,
      firstMatching: 0, matching: 0, bytes: texts.reduce(0) { $0 + $1.utf8.count },
      tokens: articles.reduce(0) { $0 + $1.count }, hits: 0)
    start = Self.cpuSeconds()
    let series = VocabularySeries()
    for tokens in articles { figure.hits += Self.matches(of: matcher, in: tokens, series).count }
    figure.firstMatching = Self.cpuSeconds() - start
    start = Self.cpuSeconds()
    var found: [[PatternMatch]] = []
    for tokens in articles { found.append(Self.matches(of: matcher, in: tokens, series)) }
    figure.matching = Self.cpuSeconds() - start
    for (article, matches) in found.enumerated() {
      for match in matches { hit(article, match) }
    }
    return figure
  }

  /// The words of each article, for a peer that is to see the same.
  public func words() -> [[String]] {
    tokenised().map { tokens in (0..<tokens.count).map(tokens.word) }
  }

  /// The tokens of all articles over one vocabulary, which each of them continues.
  private func tokenised() -> [TokenColumns] {
    let tokeniser = Tokeniser()
    var all: [TokenColumns] = []
    all.reserveCapacity(texts.count)
    var running = TokenColumns()
    for text in texts {
      let bytes = text.utf8Span.span
      running.starts.reserveCapacity(bytes.count / 5)
      running.ends.reserveCapacity(bytes.count / 5)
      running.words.reserveCapacity(bytes.count / 5)
      tokeniser.tokenise(bytes, in: ByteRange(0, bytes.count), into: &running)
      var tokens = TokenColumns(vocabulary: Vocabulary(capacity: 1))
      swap(&tokens.starts, &running.starts)
      swap(&tokens.ends, &running.ends)
      swap(&tokens.words, &running.words)
      if tokens.count > 0 {
        tokens.sentenceStarts = [0]
        tokens.paragraphStarts = [0]
      }
      all.append(tokens)
    }
    for index in all.indices { all[index].vocabulary = running.vocabulary }
    return all
  }

  private static func matches(
    of matcher: PatternMatcher, in tokens: TokenColumns, _ series: VocabularySeries
  ) -> [PatternMatch] {
    var tokens = tokens
    tokens.lowers = tokens.words
    tokens.lemmas = tokens.words
    tokens.partsOfSpeech = Array(repeating: .unknown, count: tokens.count)
    var text = MatchText(tokens: tokens, zones: [], quotations: [], spans: [:])
    text.vocabularySeries = series
    return matcher.matches(in: text)
  }

  /// CPU time of this thread, so that other work on the machine counts less.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
