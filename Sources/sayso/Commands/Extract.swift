import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reading
import Reporting
import Scripting
import Store

/// `sayso extract`: articles in, annotated JSON lines out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write what each article says as one JSON object a line.",
    discussion: """
      Reads text, HTML and JSONL files and folders, or standard input (`-`), and writes one JSON object
      per article: zones, entities, mentions, quotes with source, cue and content, figures, dates and
      notes. Spans are half-open and count Unicode code points of the article's text.
      docs/json.md describes every field.

      EXAMPLES
        sayso extract seeds > seeds.jsonl
        sayso extract archive --tokens | gzip > archive.jsonl.gz
        cat article.txt | sayso extract -
      """
  )

  @Argument(help: "Files and folders, or - for standard input.")
  var paths: [String]

  @Flag(help: "Add the tokens with word, lemma and part of speech.")
  var tokens = false

  @Option(
    name: [.long, .customShort("j", allowingJoined: true)],
    help: "Threads that analyse; one a core unless said otherwise.")
  var jobs: Int?

  @OptionGroup
  var ruleOptions: RuleOptions

  @OptionGroup var model: ModelOption

  func validate() throws { try Corpus.validate(jobs: jobs) }

  func run() throws {
    Interruption.watch()
    let found = SourceFinder.files(at: paths)
    var failures = 0
    for failure in found.failures {
      Output.note("sayso: \(failure.description)")
      failures += 1
    }
    let rules = try ruleOptions.sources()
    let model = try model.load()
    let pool =
      try rules.isEmpty
      ? nil : RuleFiles.reporting { try RuledAnalyserPool(rules, model: model) }
    let plain = ArticleAnalyser(options: ExtractionOptions(model: model))
    let includesTokens = tokens
    let work: @Sendable (ReadOutcome) -> Result = { outcome in
      switch outcome {
      case .failure(let failure): .failure(failure.description)
      case .article(let article):
        .line(
          AnalysisDocument(
            pool?.analyse(article) ?? plain.analyse(article), includesTokens: includesTokens
          ).jsonLine)
      }
    }
    var writer = Writer()
    let workers = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    if workers == 1, Self.hasDeepStack {
      // Threads that wait for each other at every article would cost a tenth of the time.
      Self.feed(found.files) { outcome, _ in
        writer.write(work(outcome))
        return !Interruption.isRequested
      }
    } else {
      Self.write(found.files, workers: workers, to: &writer, work)
    }
    writer.progress.clear()
    if Interruption.isRequested { throw ExitCode.interrupted }
    for failure in pool?.failures ?? [] { Output.note("sayso: \(failure.description)") }
    RuleFiles.report(pool?.pluginResults ?? [])
    if failures + writer.failures > 0 { throw ExitCode.failure }
  }

  /// What an article or a failure comes to.
  private enum Result: Sendable {
    case line([UInt8])
    case failure(String)
  }

  /// Writes results as they come, with a line of progress.
  private struct Writer {
    var progress = ProgressLine()
    var failures = 0
    private var done = 0

    mutating func write(_ result: Result) {
      switch result {
      case .line(let line):
        Output.write(line)
        done += 1
      case .failure(let description):
        progress.clear()
        Output.note("sayso: \(description)")
        failures += 1
      }
      showProgress()
    }

    mutating func showProgress() { progress.update(done: done, total: nil, detail: "articles") }
  }

  /// Whether the main thread's stack is as large as those of the threads that analyse.
  private static var hasDeepStack: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
      && limit.rlim_cur >= 8 << 20
  }

  /// Reads on one thread, analyses on others and writes on this one.
  private static func write(
    _ files: [SourceFile], workers: Int, to writer: inout Writer,
    _ work: @escaping @Sendable (ReadOutcome) -> Result
  ) {
    let window = OrderedWindow<ReadOutcome, Result>(workers: workers, work: work)
    let feed = Thread {
      Self.feed(files) { window.put($0, bytes: $1) }
      window.end()
    }
    feed.stackSize = 8 << 20
    feed.start()
    while !Interruption.isRequested {
      switch window.next(before: Date(timeIntervalSinceNow: 0.2)) {
      case .ended: return
      case .pending: writer.showProgress()
      case .output(let result): writer.write(result)
      }
    }
    window.stop()
  }

  /// Thrown to leave the reader in the middle of a file.
  private struct Stopped: Error {}

  /// Reads files until `take`, which gets each outcome and the bytes of its text, wants no more.
  private static func feed(_ files: [SourceFile], _ take: (ReadOutcome, Int) -> Bool) {
    let reader = ArticleReader()
    var namer = ArticleNamer()
    for file in files {
      do {
        try reader.read(file) { outcome in
          var outcome = outcome
          var size = 0
          if case .article(var article) = outcome {
            article.id = namer.uniqueID(for: article)
            size = article.text.utf8.count
            outcome = .article(article)
          }
          if !take(outcome, size) { throw Stopped() }
        }
      } catch {
        return
      }
    }
  }
}
