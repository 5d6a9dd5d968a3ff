public import ArgumentParser
import Foundation
public import Reporting
import Scripting
import Store

/// `sayso export`: what was found, for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write quotes and annotations for other programs.",
    discussion: """
      csv and jsonl hold one quote a row with its evidence: article, line, span, rule, confidence, notes.
      brat writes a folder of files; all other formats go to standard output.

      EXAMPLES
        sayso export --format csv seeds > quotes.csv
        sayso export --format html archive.sayso > report.html
        sayso export --format brat seeds -o brat-project
      """
  )

  @Argument(help: "Files and folders, or one store.")
  var paths: [String] = []

  @Option(help: "One of \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: ExportFormat

  @OptionGroup
  var ruleOptions: RuleOptions

  @OptionGroup var model: ModelOption

  @Option(name: .shortAndLong, help: "The folder for brat's files.")
  var output: String?

  func validate() throws {
    if format == .brat, output == nil {
      throw ValidationError("brat wants a folder for its files: add -o FOLDER")
    }
    if format != .brat, output != nil {
      throw ValidationError("only brat is written to a folder; redirect standard output instead")
    }
  }

  func run() throws {
    let rules = try ruleOptions.sources()
    let model = try model.load()
    let corpus = try Corpus.open(paths, model: model).snapshot()
    let snapshot = try RuleFiles.apply(rules, to: corpus, model: model).snapshot
    let rows = try snapshot.articles.count
    Output.write(format.beginning)
    try writeFiles(format.commonFiles)
    for row in 0..<rows {
      if Interruption.isRequested { throw ExitCode.interrupted }
      let analysis = try snapshot.analysis(ofArticle: row)
      if format == .brat {
        try writeFiles(format.files(for: analysis))
      } else {
        Output.write(format.text(of: analysis))
      }
    }
    Output.write(format.end)
  }

  private func writeFiles(_ files: [(name: String, contents: String)]) throws {
    guard let output else { return }
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    try writing(output) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for file in files {
      try writing(output + "/" + file.name) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.name))
      }
    }
  }

  /// Says in words why something could not be written.
  private func writing(_ path: String, _ body: () throws -> Void) throws {
    do { try body() } catch {
      let cause = (error as? CocoaError)?.underlying as? POSIXError
      let reason =
        cause.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
      Output.note("sayso: cannot write \(path): \(reason)")
      throw ExitCode.failure
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
