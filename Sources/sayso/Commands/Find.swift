import ArgumentParser
import Reporting
import Rules
import Scripting
import Store

/// `sayso find`: a pattern of words in a corpus, as a concordance.
struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find a pattern of words and show each hit in its context.",
    discussion: """
      docs/patterns.md describes the patterns. Hits come in the order of the articles, each as soon as it is
      found, with article, line and context; csv and json hold the position in bytes and the captures too. What
      is odd about a pattern in view of the corpus is said on standard error.

      EXAMPLES
        sayso find 'n:[num] []{0,2} (troops|soldiers)' seeds
        sayso find 'who:@PERSON [lemma=say]' archive.sayso --count who
        sayso find '[pos=/JJ.*/] troops' archive.sayso --sort left --limit 50
        sayso find 'according to who:@ORGANIZATION' archive.sayso --sample 100 --seed 7 --format csv
        sayso find '[pos=/NNP.*/]+ said' archive.sayso --plan
        sayso find '@Crew (to|from) @PLACE' seeds --rules rules/crews.lua
        sayso find 'who:@PERSON []{0,5} @Money' seeds --plugin money
      """
  )

  @Argument(help: ArgumentHelp("What to find.", valueName: "pattern"))
  var source: String

  @Argument(
    help: "Files and folders of articles, or one store; without any, the store in this folder.")
  var paths: [String] = []

  @Option(help: "Order by: left, right, match, or a capture such as who or who.lemma.")
  var sort: String?

  @Option(
    name: .customLong("count"),
    help: ArgumentHelp(
      "Count the values of a capture instead: who, who.lemma, match.", valueName: "capture"))
  var counted: String?

  @Flag(help: "Print the number of hits and nothing else.")
  var total = false

  @Option(help: ArgumentHelp("Draw so many hits by chance.", valueName: "n"))
  var sample: Int?

  @Option(help: "Decides which hits are drawn; the same number draws the same hits.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Show so many hits (or counts) at most.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Words of context on each side, across sentences; without it the sentence.", valueName: "n"))
  var context: Int?

  @Flag(help: "Show how the pattern would be looked up, and stop.")
  var plan = false

  @OptionGroup
  var ruleOptions: RuleOptions

  @OptionGroup var model: ModelOption

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func validate() throws {
    if counted != nil, total {
      throw ValidationError(
        "--count and --total exclude each other: --count gives a number for each value, --total one for all hits"
      )
    }
    if counted != nil, sort != nil {
      throw ValidationError(
        "--count and --sort exclude each other: counts come with the most frequent value first")
    }
    for (name, value) in [("sample", sample), ("limit", limit), ("context", context)] {
      if let value, value < 0 { throw ValidationError("--\(name) wants a number from 0 on") }
    }
  }

  func run() throws {
    let rules = try ruleOptions.sources()
    let model = try model.load()
    // What the pattern does not have is said before articles are read. A store is open at once, and may hold
    // types of its own.
    if !Corpus.isStore(paths) { try check(with: rules) }
    let corpus = try Corpus.open(paths, model: model).snapshot()
    let applied = try RuleFiles.apply(rules, to: corpus, model: model)
    let snapshot = applied.snapshot
    let (pattern, order, field) = try wording { try parts(in: applied.environment) }
    Interruption.watch()
    let counts = try CorpusCounts(snapshot)
    for remark in PatternLinter(counts).remarks(on: pattern) {
      Output.note(remark.description(file: "query"))
    }
    let query = try CorpusQuery(pattern, on: snapshot, counts: counts)
    query.checkpoint = { if Interruption.isRequested { throw ExitCode.interrupted } }
    if plan { return show(query.plan) }
    if total { return Output.write("\(try query.count())\n") }
    let selection = HitSelection(order: order, sample: sample, seed: seed, limit: limit)
    if let field { return try count(field, query, snapshot) }
    let reader = try ConcordanceReader(snapshot, context: context)
    var writer = try ConcordanceWriter(
      format, captures: pattern.captures, snapshot: snapshot,
      options: Terminal.renderingOptions(), write: Output.write)
    try selection.forEach(of: query, on: snapshot) { writer.append(try reader.line(of: $0)) }
    writer.finish()
  }

  private func count(_ field: QueryField, _ query: CorpusQuery, _ snapshot: CorpusSnapshot) throws {
    var counts = HitCounts(field)
    // A sample is counted where one is asked for.
    let selection = HitSelection(sample: sample, seed: seed)
    try selection.forEach(of: query, on: snapshot) { hit in
      counts.add(hit, in: try snapshot.queryText(ofArticle: hit.article).text)
    }
    var options = Terminal.renderingOptions()
    options.maximumRows = nil
    Output.write(counts.table(limit: limit).rendered(as: format, options: options))
  }

  private func show(_ plan: QueryPlan) {
    guard format != .table else { return Output.write(plan.description + "\n") }
    var table = Table(columns: ["element", "tokens", "looked_up"])
    for element in plan.elements {
      table.append([
        .text(element.text), .integer(element.estimate), .boolean(element == plan.anchor),
      ])
    }
    Output.write(table.rendered(as: format))
  }

  /// What the arguments name, with the names that patterns may use.
  private func parts(
    in environment: PatternEnvironment
  ) throws -> (pattern: Pattern, order: HitSelection.Order?, field: QueryField?) {
    let pattern = try Pattern(source, in: environment)
    return (
      pattern, try sort.map { try HitSelection.Order($0, in: pattern) },
      try counted.map { try QueryField($0, in: pattern) }
    )
  }

  /// Says what is wrong with the arguments in view of what rules declare.
  private func check(with sources: RuleSources) throws {
    let rules = try RuleFiles.reporting { try RuleLoader.load(sources) }
    do {
      _ = try parts(in: rules.bundle.environment)
    } catch {
      // A name may be unknown because the plugin that has it failed.
      for failure in rules.pluginFailures { Output.note("sayso: \(failure.description)") }
      try wording { throw error }
    }
  }

  /// Shows what is wrong with a pattern as a compiler would, and ends with the code for wrong usage.
  private func wording<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as PatternError {
      Output.note(error.description(file: "query"))
      throw ExitCode(2)
    }
  }
}
