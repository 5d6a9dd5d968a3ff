import ArgumentParser
import Extraction
import Foundation
import NewsModel
import Reporting
import Training

/// `sayso evaluate`: measures the extraction and its models on annotated texts.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the extraction on annotated articles.",
    discussion: """
      EXAMPLES
        sayso evaluate annotated.jsonl
        sayso evaluate statements annotated.jsonl --model attribution.bin
        sayso evaluate confidence annotated.jsonl
        sayso evaluate ablation --train train.jsonl --on dev.jsonl
        sayso evaluate pos gum.jsonl --split dev --genres news,interview
        sayso evaluate entities gum.jsonl --split dev --genres news,interview
      """,
    subcommands: [
      EvaluateStatements.self, EvaluateConfidence.self, EvaluateAblation.self,
      EvaluatePartOfSpeech.self, EvaluateEntities.self,
    ],
    defaultSubcommand: EvaluateStatements.self
  )

  /// A number with one decimal.
  static func cell(_ value: Double) -> Cell { .number((value * 10).rounded() / 10) }
}

/// How an evaluation is shown.
struct EvaluationFormat: ParsableArguments {
  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  /// Writes a table.
  func show(_ table: Table) {
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }
}

/// `sayso evaluate statements`: spans, and who said what.
struct EvaluateStatements: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "Score sources, cues and contents, and who said what.",
    discussion: """
      Analyses the texts and compares sources, cues and contents with the annotation: exact spans, and who
      said what (content agrees by half or more, and the source holds the annotated head).

      EXAMPLES
        sayso evaluate statements annotated.jsonl
        sayso evaluate statements annotated.jsonl --model none
        sayso evaluate statements annotated.jsonl --model attribution.bin --without-rules
      """
  )

  @Argument(help: "The annotated articles, as for sayso train attribution.")
  var paths: [String]

  @OptionGroup var model: ModelOption

  @Flag(help: "Score what the model of --model finds by itself.")
  var withoutRules = false

  @OptionGroup var format: EvaluationFormat

  func validate() throws {
    if withoutRules, model.path == nil || model.path == "none" {
      throw ValidationError("--without-rules needs --model FILE")
    }
  }

  func run() throws {
    let model = try self.model.load()
    let articles = try paths.flatMap { try AnnotatedArticleReader().read($0) }
    let evaluation = AttributionEvaluation()
    var scores = AttributionScores()
    if withoutRules, let path = self.model.path {
      scores = try evaluation.score(
        model: [UInt8](try Data(contentsOf: URL(filePath: path))), on: articles)
    } else {
      scores = evaluation.scoreExtraction(on: articles, model: model)
    }
    var table = Table(
      columns: ["measure", "precision", "recall", "F1", "found", "annotated"])
    for measure in AttributionScores.Measure.allCases {
      let counts = scores[measure]
      table.append([
        .text(measure.rawValue), Evaluate.cell(counts.precision), Evaluate.cell(counts.recall),
        Evaluate.cell(counts.f1), .integer(counts.predictions), .integer(counts.annotated),
      ])
    }
    format.show(table)
  }
}

/// `sayso evaluate confidence`: whether seven of ten statements of 0.7 are right.
struct EvaluateConfidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence",
    abstract: "Show how often statements of some confidence are right.")

  @Argument(help: "The annotated articles, as for sayso train attribution.")
  var paths: [String]

  @OptionGroup var model: ModelOption
  @OptionGroup var format: EvaluationFormat

  func run() throws {
    let model = try self.model.load()
    let articles = try paths.flatMap { try AnnotatedArticleReader().read($0) }
    let report = ConfidenceReport(on: articles, model: model)
    var table = Table(columns: ["from", "statements", "mean confidence %", "right %"])
    for (index, bin) in report.bins.enumerated() where bin.count > 0 {
      table.append([
        .number(Double(index) / 10), .integer(bin.count), Evaluate.cell(bin.confidence * 100),
        Evaluate.cell(bin.accuracy * 100),
      ])
    }
    format.show(table)
    let error = (report.calibrationError * 1000).rounded() / 10
    Output.note("expected calibration error: \(error) %")
  }
}

/// `sayso evaluate ablation`: what each group of features is worth.
struct EvaluateAblation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ablation",
    abstract: "Train without each group of features and score the model alone.",
    discussion: """
      EXAMPLES
        sayso evaluate ablation --train train.jsonl --on dev.jsonl
        sayso evaluate ablation --train train.jsonl --on dev.jsonl --groups cues,quotes
      """
  )

  @Option(help: "Articles to learn from.")
  var train: [String]

  @Option(name: .customLong("on"), help: "Articles to score on.")
  var scored: [String]

  @Option(
    help: """
      The groups to leave out, one at a time, separated by commas; without it all: \
      \(AttributionAblation.groups.joined(separator: ", ")).
      """)
  var groups: String?

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 1

  @OptionGroup var format: EvaluationFormat

  func run() throws {
    let reader = AnnotatedArticleReader()
    let training = try train.flatMap { try reader.read($0) }
    let evaluation = try scored.flatMap { try reader.read($0) }
    let chosen =
      groups.map { $0.split(separator: ",").map(String.init) } ?? AttributionAblation.groups
    if let unknown = chosen.first(where: { !AttributionAblation.groups.contains($0) }) {
      throw ValidationError(
        "no group “\(unknown)”; there are \(AttributionAblation.groups.joined(separator: ", "))")
    }
    var options = AttributionTrainer.Options()
    options.seed = seed
    let lines = try AttributionAblation(options: options).run(
      training: training, evaluation: evaluation, groups: chosen
    ) { Output.note($0) }
    var table = Table(columns: ["without", "source", "cue", "content", "who said what"])
    for line in lines {
      table.append([
        .text(line.group.isEmpty ? "–" : line.group), Evaluate.cell(line.scores[.source].f1),
        Evaluate.cell(line.scores[.cue].f1), Evaluate.cell(line.scores[.content].f1),
        Evaluate.cell(line.scores[.whoSaidWhat].f1),
      ])
    }
    format.show(table)
  }
}

/// `sayso evaluate pos`: parts of speech.
struct EvaluatePartOfSpeech: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pos",
    abstract: "Score the tags of the parts of speech, and show what is taken for what.")

  @Argument(help: "The tagged texts, as for sayso train pos.")
  var paths: [String]

  @Option(
    name: .customLong("tagger"), help: "A file of sayso train pos instead of the program's own.")
  var file: String?

  @OptionGroup var selection: TextSelection
  @OptionGroup var format: EvaluationFormat

  func run() throws {
    let texts = try paths.flatMap { try TaggedTextReader().read($0, selection.selection) }
    let bytes = try file.map { try ModelOption.bytes(ofFile: $0, for: "--tagger") }
    let report = PartOfSpeechEvaluation(texts, file: bytes)
    var table = Table(columns: ["truth", "given", "tokens"])
    for confusion in report.confusions.prefix(15) {
      table.append([
        .text("\(confusion.truth.name)"), .text("\(confusion.guess.name)"),
        .integer(confusion.count),
      ])
    }
    format.show(table)
    let accuracy = (report.accuracy * 10000).rounded() / 100
    Output.note("\(accuracy) % of \(report.tokens) tokens right; \(report.missed) cut otherwise")
  }
}

/// `sayso evaluate entities`: names.
struct EvaluateEntities: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Score the names of people, organisations and places, exact spans.",
    discussion: """
      Reads JSON lines with `text`, `tokens` and either `entities` (first and last token, type, named) or `ner`
      (a label a token). The first line of a file compares spans whatever their types, the others also types.

      EXAMPLES
        sayso evaluate entities gum.jsonl --split dev --genres news,interview
        sayso evaluate entities gum.jsonl --split dev --name-model names.bin
      """
  )

  @Argument(help: "The annotated texts.")
  var paths: [String]

  @OptionGroup var names: NameModelOption
  @OptionGroup var selection: TextSelection
  @OptionGroup var format: EvaluationFormat

  func run() throws {
    var table = Table(
      columns: ["file", "names", "precision", "recall", "F1", "found", "annotated"])
    let names = try self.names.load()
    for path in paths {
      let evaluation = try EntityEvaluation(path, selection.selection, names: names)
      let lines =
        [("spans", evaluation.spans), ("spans and types", evaluation.typed)]
        + EntityEvaluation.comparedTypes.map { ($0.rawValue, evaluation.types[$0] ?? .init()) }
      for (name, counts) in lines {
        table.append([
          .text(path), .text(name), Evaluate.cell(counts.precision), Evaluate.cell(counts.recall),
          Evaluate.cell(counts.f1), .integer(counts.predictions), .integer(counts.annotated),
        ])
      }
    }
    format.show(table)
  }
}
