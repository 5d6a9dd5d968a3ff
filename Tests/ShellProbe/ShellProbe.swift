import Extraction
import Reporting
import Scripting
import Shell
import Store
import Synchronization

/// The prompt for tests on a terminal: on an interpreter of a few words that needs no corpus, or, with
/// paths as arguments, on the real one.
@main
struct ShellProbe {
  static func main() throws {
    let paths = Array(CommandLine.arguments.dropFirst())
    let interpreter: any Interpreter =
      paths.isEmpty ? ProbeInterpreter() : try LuaInterpreter(on: corpus(paths))
    let shell = Shell(
      interpreter,
      configuration: Shell.Configuration(
        banner: "probe 1.0", maximumRows: paths.isEmpty ? 5 : 40))
    exitProcess(shell.run())
  }

  private static func corpus(_ paths: [String]) throws -> CorpusSnapshot {
    let store = try CorpusStore.inMemory()
    let analyser = ArticleAnalyser()
    _ = try Indexer(store: store, options: "probe") { analyser.analyse($0) }.index(paths)
    return try store.snapshot()
  }
}

/// Understands `do … end` (runs what is between), `say TEXT`, `rows N`, `loop`, `fail`, and echoes the
/// rest.
final class ProbeInterpreter: Interpreter {
  private let isInterrupted = Atomic<Bool>(false)
  private var inputCount = 0

  var summary: String { "2 articles" }

  func interrupt() { isInterrupted.store(true, ordering: .relaxed) }

  func evaluate(_ input: String, output: @escaping (String) -> Void) -> Evaluation {
    isInterrupted.store(false, ordering: .relaxed)
    let lines = input.split(separator: "\n")
    if lines.first == "do" {
      guard lines.last == "end" else { return .incomplete }
      inputCount += 1
      return .value(.text("block \(inputCount) of \(lines.count) lines"))
    }
    inputCount += 1
    let words = input.split(separator: " ", maxSplits: 1)
    switch words.first {
    case "say":
      output(words.count > 1 ? String(words[1]) : "")
      return .nothing
    case "rows":
      let count = words.count > 1 ? Int(words[1]) ?? 0 : 0
      return .value(
        .table(Table(columns: ["row", "name"], rows: (0..<count).map { [.integer($0), "Å"] })))
    case "loop":
      output("looping\n")
      while !isInterrupted.load(ordering: .relaxed) {}
      return .failure(Failure("interrupted", isInterruption: true))
    case "fail":
      return .failure(
        Failure(
          "a quote has no field 'speakr'", hint: "did you mean 'speaker'?",
          location: Failure.Location(line: 1, column: 6, text: input),
          trace: ["function 'tally' (count.lua:3)"]))
    default:
      return .value(.text("= \(input)"))
    }
  }

  func completions(for line: String, cursor: Int) -> [Completion] {
    let typed = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    if let quote = typed.lastIndex(of: "\"") {
      let start = typed[...quote].utf8.count
      return ["Ann Ward\"", "Ann West\""].map { Completion($0, start: start) }
    }
    let word = typed.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let start = typed.utf8.count - word.utf8.count
    return ["corpus", "corpus.quotes", "corpus.articles", "rows"].filter { $0.hasPrefix(word) }
      .map { Completion($0, start: start) }
  }

  func help(_ name: String) -> String? {
    name == "corpus.quotes" ? "corpus:quotes(filter)\n  Quotes, \"filtered\"." : nil
  }

  func helpNames(beginning: String) -> [String] {
    ["count_by", "corpus.quotes"].filter { $0.hasPrefix(beginning) }
  }

  func notes(article: String) -> Evaluation {
    .value(.text((article.isEmpty ? "001" : article) + ": no date is stated"))
  }

  func why(_ expression: String) -> Evaluation { .value(.text("because of \(expression)")) }

  func load(_ path: String, output: @escaping (String) -> Void) -> Evaluation {
    output("loading \(path)\n")
    return .nothing
  }
}
