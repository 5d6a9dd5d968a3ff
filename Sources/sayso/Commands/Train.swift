import ArgumentParser
import Foundation
import Training

/// `sayso train`: learns weights from annotated texts.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn the weights of a model from annotated texts.",
    discussion: """
      A line of the data that cannot be used is named with file, number and reason, and nothing is written.
      The same data and seed give the same bytes.

      EXAMPLES
        sayso train attribution annotated.jsonl -o attribution.bin
        sayso extract articles --model attribution.bin
        sayso train names named.jsonl -o names.bin
        sayso train pos tagged.jsonl -o pos.bin
      """,
    subcommands: [TrainAttribution.self, TrainNames.self, TrainPartOfSpeech.self],
    defaultSubcommand: TrainAttribution.self
  )

  /// Writes a model file.
  static func write(_ bytes: [UInt8], to path: String, from count: Int) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      Output.note("sayso: \(path): the file cannot be written")
      throw ExitCode.failure
    }
    Output.note("\(path): \(bytes.count) bytes from \(count) texts")
  }
}

/// `sayso train attribution`: who said what.
struct TrainAttribution: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Learn to find sources, cues and contents.",
    discussion: """
      Reads JSON lines, plain or gzip, with `id`, `text` and `attributions` (lists of source, cue and content
      spans in code points), and writes a file for --model. 800 articles take ten minutes and a gigabyte.

      EXAMPLES
        sayso train attribution annotated.jsonl -o attribution.bin
        sayso train attribution first.jsonl --alternatives second-annotator.jsonl -o attribution.bin
      """
  )

  @Argument(help: "The annotated articles.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @Option(help: "Further annotations of the same articles: lines with `id` and `attributions`.")
  var alternatives: [String] = []

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 1

  @Option(help: "How many models with different seeds are averaged.")
  var seeds = 3

  func validate() throws {
    if seeds < 1 { throw ValidationError("--seeds wants a number from 1 on") }
  }

  func run() throws {
    var options = AttributionTrainer.Options()
    options.seed = seed
    options.seeds = seeds
    let reader = AnnotatedArticleReader()
    var articles = try paths.flatMap { try reader.read($0) }
    for path in alternatives { try reader.addAlternatives(path, to: &articles) }
    let bytes = AttributionTrainer(options: options).train(on: articles) { Output.note($0) }
    try Train.write(bytes, to: output, from: articles.count)
  }
}

/// `sayso train pos`: parts of speech.
struct TrainPartOfSpeech: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pos",
    abstract: "Learn to tag parts of speech.",
    discussion: """
      Reads JSON lines with `text`, `tokens` in code points, and `xpos` (tagged by hand) or `pos` (by a program).
      The file takes the place of Sources/CModels/weights/pos.bin when Sayso is built; the attribution model
      then wants to be trained again.

      EXAMPLES
        sayso train pos gum.jsonl --split train --genres news,interview -o pos.bin
        sayso train pos gum.jsonl --split train --weight 3 --also tagged.jsonl -o pos.bin
      """
  )

  @Argument(help: "The tagged texts.")
  var paths: [String]

  @Option(help: "How many times each of them counts.")
  var weight: Float = 1

  @Option(help: "Further texts, all of a file, each counted once.")
  var also: [String] = []

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @OptionGroup var selection: TextSelection

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 1

  func validate() throws {
    if !(weight > 0 && weight.isFinite) { throw ValidationError("--weight wants a number above 0") }
  }

  func run() throws {
    let reader = TaggedTextReader()
    var selected = selection.selection
    selected.weight = weight
    let texts =
      try paths.flatMap { try reader.read($0, selected) }
      + also.flatMap { try reader.read($0) }
    var options = PartOfSpeechTrainer.Options()
    options.seed = seed
    let bytes = PartOfSpeechTrainer.train(texts, options: options) { step, errors in
      Output.note("\(step): \((errors * 1000).rounded() / 10) % wrong")
    }
    try Train.write(bytes, to: output, from: texts.count)
  }
}

/// `sayso train names`: people, organisations, places.
struct TrainNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Learn to tell people, organisations and places.",
    discussion: """
      Reads JSON lines with `text`, `tokens` in code points, and either `entities` (first and last token, type,
      named: marked by hand) or `ner` (PERSON, ORGANIZATION, LOCATION, MISC for each token), and writes a file for
      --name-model. A thousand articles take half a minute.

      EXAMPLES
        sayso train names gum.jsonl --split train --genres news,interview -o names.bin
        sayso train names gum.jsonl --split train --weight 3 --also labelled.jsonl -o names.bin
        sayso extract articles --name-model names.bin
      """
  )

  @Argument(help: "The annotated texts.")
  var paths: [String]

  @Option(help: "How many times each of them counts.")
  var weight: Float = 1

  @Option(help: "Further texts, all of a file, each counted once.")
  var also: [String] = []

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @OptionGroup var selection: TextSelection

  @Option(help: "The seed of everything that is drawn by lot.")
  var seed: UInt64 = 1

  func validate() throws {
    if !(weight > 0 && weight.isFinite) { throw ValidationError("--weight wants a number above 0") }
  }

  func run() throws {
    let reader = NamedTextReader()
    var selected = selection.selection
    selected.weight = weight
    let texts =
      try paths.flatMap { try reader.read($0, selected) } + also.flatMap { try reader.read($0) }
    guard !texts.isEmpty else { throw TrainingError.noArticles(path: paths[0]) }
    var options = NameTrainer.Options()
    options.seed = seed
    let bytes = NameTrainer.train(texts, options: options) { epoch, errors in
      Output.note("epoch \(epoch): \((errors * 1000).rounded() / 10) % wrong")
    }
    try Train.write(bytes, to: output, from: texts.count)
  }
}

/// `--split` and `--genres`: a part of a corpus.
struct TextSelection: ParsableArguments {
  @Option(help: "Only texts whose `split` is this: train, dev.")
  var split: String?

  @Option(help: "Only texts whose `genre` is one of these, separated by commas.")
  var genres: String?

  /// The selection.
  var selection: TaggedTextReader.Selection {
    TaggedTextReader.Selection(
      genres: genres.map { Set($0.split(separator: ",").map(String.init)) }, split: split)
  }
}
