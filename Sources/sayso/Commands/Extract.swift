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
    let window = OrderedWindow<ReadOutcome, Result>(
      workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount
    ) { outcome in
      switch outcome {
      case .failure(let failure): .failure(failure.description)
      case .article(let article):
        .line(
          AnalysisDocument(
            pool?.analyse(article) ?? plain.analyse(article), includesTokens: includesTokens
          ).jsonLine)
      }
    }
    let feed = Thread {
      Self.feed(found.files, into: window)
      window.end()
    }
    feed.stackSize = 8 << 20
    feed.start()
    var progress = ProgressLine()
    var done = 0
    loop: while true {
      switch window.next(before: Date(timeIntervalSinceNow: 0.2)) {
      case .ended: break loop
      case .pending: break
      case .output(.line(let line)):
        Output.write(line)
        done += 1
      case .output(.failure(let description)):
        progress.clear()
        Output.note("sayso: \(description)")
        failures += 1
      }
      if Interruption.isRequested {
        window.stop()
        progress.clear()
        throw ExitCode.interrupted
      }
      progress.update(done: done, total: nil, detail: "articles")
    }
    progress.clear()
    for failure in pool?.failures ?? [] { Output.note("sayso: \(failure.description)") }
    RuleFiles.report(pool?.pluginResults ?? [])
    if failures > 0 { throw ExitCode.failure }
  }

  /// What comes out of the window.
  private enum Result: Sendable {
    case line([UInt8])
    case failure(String)
  }

  /// Thrown to leave the reader in the middle of a file.
  private struct Stopped: Error {}

  private static func feed(_ files: [SourceFile], into window: OrderedWindow<ReadOutcome, Result>) {
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
          if !window.put(outcome, bytes: size) { throw Stopped() }
        }
      } catch {
        return
      }
    }
  }
}
