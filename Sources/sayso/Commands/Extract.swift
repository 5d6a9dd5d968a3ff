import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reading
import Reporting

/// `sayso extract`: articles in, annotated JSON lines out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
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

  func run() throws {
    Interruption.watch()
    let found = SourceFinder.files(at: paths)
    var failures = 0
    for failure in found.failures {
      Output.note("sayso: \(failure.description)")
      failures += 1
    }
    let analyser = ArticleAnalyser()
    let reader = ArticleReader()
    var namer = ArticleNamer()
    var progress = ProgressLine()
    for (index, file) in found.files.enumerated() {
      try reader.read(file) { outcome in
        if Interruption.isRequested { throw ExitCode.interrupted }
        switch outcome {
        case .failure(let failure):
          progress.clear()
          Output.note("sayso: \(failure.description)")
          failures += 1
        case .article(var article):
          article.id = namer.uniqueID(for: article)
          let document = AnalysisDocument(analyser.analyse(article), includesTokens: tokens)
          Output.write(document.jsonLine)
        }
      }
      progress.update(done: index + 1, total: found.files.count, detail: "")
    }
    progress.clear()
    if failures > 0 { throw ExitCode.failure }
  }
}
