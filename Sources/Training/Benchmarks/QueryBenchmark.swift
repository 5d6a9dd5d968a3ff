import Extraction
import Foundation
import Language
public import NewsModel
import Rules
import Store

/// Times queries over a corpus that is larger than its articles: they are repeated with changed names.
///
/// In each copy the letters of every proper noun are exchanged, so that its lexicon grows as a real
/// one's does, while lengths, and so all spans, stay as they are.
public struct QueryBenchmark {
  /// What one query took.
  public struct Figure: Sendable {
    /// The pattern.
    public var pattern: String
    /// The number of hits.
    public var hits: Int
    /// Milliseconds of the first run, in which articles are read and words judged.
    public var first: Double
    /// Milliseconds of a later run that counts the hits, planning included: the median of five or more.
    public var counting: Double
    /// Milliseconds of a later run that makes every hit with its captures: the median of three.
    public var listing: Double
    /// How it is looked up.
    public var plan: String
  }

  /// The patterns of the manual, and those that the Corpus Workbench was timed on.
  public static let patterns = [
    "[] troops", "[pos=CD] troops", "according to [pos=/NN.*/]", "[pos=/NNP.*/]+ said",
    "n:[num] []{0,2} unit:(troops|soldiers|warships|\"police officers\")",
    "title:(President|Senator|Sen.|Mr.|Mrs.) who:@PERSON [lemma=(say|tell|add)]",
    "according to who:( @PERSON | @ORGANIZATION | (a|an|the)? []{0,3} [pos=/NN.*/]+ )",
    "\"$\" n:[num] mag:(million|billion) :: n.num >= 100",
    "month:(January|March|May) day:[num & num<=31] event:(call|meeting|summit|debate|speech)",
    "act:[lemma=(impose|lift|ease|tighten)] ... sanctions (on|against) target:(@PLACE|@PERSON)",
    "who:@PERSON [pos=/RB.*/]? cue:[lemma=(tweet|quip|thunder|fume|scoff|concede)]",
    "<p> ... sign up for ... newsletter",
    "<p> place:(@LOCATION | [caps]+) []{0,6} \"(\" agency:(Reuters|AP|AFP) \")\" /[-–—]+|--/",
    "who:@PERSON cue:[lemma=say] that :: !within quote",
    "(people|officials|sources|aides) (familiar with|close to|briefed on) what:(the [pos=/JJ|NN.*/]+ | @ORGANIZATION)",
    "who:@PERSON said on? day:(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
    "a:[pos=/NN.*/] and b:[pos=/NN.*/] :: a.lemma = b.lemma", "(?<! no|without ) evidence that",
    "who:@PERSON \",\" age:[num & num>=18 & num<=99] \",\"",
    "<quote> []{1,40} </quote> :: containing @LOCATION",
    "within [num] (hours|days|weeks|months|years)",
  ]

  /// The number of tokens.
  public private(set) var tokens = 0
  /// CPU seconds to analyse the articles once, and that to store all copies with and without postings.
  public private(set) var analysing = 0.0
  /// CPU seconds to build the postings of all tokens.
  public private(set) var building = 0.0
  private let path: String

  /// Makes a store of articles and their copies.
  ///
  /// - Parameters:
  ///   - articles: The articles.
  ///   - copies: How often each is repeated, itself included.
  ///   - path: The file of the store, which must not exist.
  /// - Throws: What the store throws.
  public init(_ articles: [Article], copies: Int, path: String) throws {
    self.path = path
    let analyser = ArticleAnalyser()
    var start = Self.cpuSeconds()
    let analyses = articles.map { analyser.analyse($0) }
    analysing = Self.cpuSeconds() - start
    let store = try CorpusStore.open(path: path)
    for copy in 0..<copies {
      let some = analyses.map { CopiedArticle.make(of: $0, copy: copy) }
      tokens += some.reduce(0) { $0 + $1.tokens.count }
      try store.add(some)
    }
    start = Self.cpuSeconds()
    try store.buildPostings()
    building = Self.cpuSeconds() - start
  }

  /// Takes a store that was made before.
  ///
  /// - Throws: What the store throws.
  public init(path: String) throws {
    self.path = path
    let store = try CorpusStore.openReadOnly(path: path)
    tokens = try CorpusCounts(store.snapshot()).tokenCount
  }

  /// Runs all queries on a freshly opened store.
  ///
  /// - Throws: ``PatternError``, or what the store throws.
  public func run(_ patterns: [String] = patterns) throws -> [Figure] {
    let environment = PatternEnvironment { literal in
      let tokens = Tokeniser().tokenise(literal)
      return (0..<tokens.count).map(tokens.word)
    }
    let snapshot = try CorpusStore.openReadOnly(path: path).snapshot()
    let counts = try CorpusCounts(snapshot)
    return try patterns.map { source in
      let pattern = try Pattern(source, in: environment)
      func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let start = Self.cpuSeconds()
        try body()
        return (Self.cpuSeconds() - start) * 1000
      }
      var hits = 0
      var plan = ""
      let first = try milliseconds {
        let query = try CorpusQuery(pattern, on: snapshot, counts: counts)
        hits = try query.count()
        plan = query.plan.anchor?.text ?? "reads all"
      }
      // A quick query is timed more often, so that one disturbance does not count.
      let repeats = max(5, min(201, Int(40 / max(first, 0.01)) | 1))
      let counting = try (0..<repeats).map { _ in
        try milliseconds {
          _ = try CorpusQuery(pattern, on: snapshot, counts: counts).count()
        }
      }
      let listing = try (0..<3).map { _ in
        try milliseconds {
          let query = try CorpusQuery(pattern, on: snapshot, counts: counts)
          while try query.next() != nil {}
        }
      }
      return Figure(
        pattern: source, hits: hits, first: first, counting: counting.sorted()[repeats / 2],
        listing: listing.sorted()[1], plan: plan)
    }
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
