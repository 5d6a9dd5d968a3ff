public import Extraction
internal import Foundation
internal import LuaHost
internal import Reporting
public import Store

/// The prompt's side of Lua: evaluates inputs on a corpus, completes names, explains results.
public final class LuaInterpreter: Interpreter {
  let session: ScriptSession
  let desk: RuleDesk
  let completion: LuaCompletion
  private let reference: LuaReference
  private let values: ValueCompletion

  /// Creates an interpreter on a corpus.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus; it is never changed.
  ///   - rules: Rule files and plugins to put in force.
  ///   - model: What found the statements of the corpus, for articles that rules have analysed again.
  /// - Throws: ``RuleLoadingError`` for the rule files; an error where there is no memory for Lua.
  public init(
    on snapshot: CorpusSnapshot, rules: RuleSources = [], model: StatementModel = .embedded
  ) throws {
    desk = RuleDesk(snapshot, model: model)
    session = try ScriptSession(snapshot, script: nil, desk: desk, output: { _ in })
    try session.set(arguments: [], script: nil)
    try session.load(rules: rules)
    completion = LuaCompletion(session.state.library)
    reference = LuaReference(session.state.library)
    values = ValueCompletion(session.model)
  }

  // MARK: - Evaluating

  /// Runs one input: an expression, statements, or a pattern between slashes.
  public func evaluate(_ input: String, output: @escaping (String) -> Void) -> Evaluation {
    let trimmed = input.trimmingCharacters(in: .whitespacesAndNewlines)
    // `=x` is an old habit of Lua's prompt.
    let source = Self.lua(trimmed.hasPrefix("=") ? String(trimmed.dropFirst()) : input)
    let pattern = Self.pattern(trimmed)
    // An error in a pattern shows the pattern, not the Lua that it was made into.
    return show(output, source: pattern == nil ? source : "") { session in
      try reloadChangedFiles(output)
      let results = try session.run(
        source, named: "=(prompt)", isExpression: true, keepsLast: true)
      if results.count == 1, case .nil = results[0], let echo = echo(ofNothing: trimmed) {
        return echo
      }
      return try echo(of: results, output)
    }
  }

  /// The Lua of an input: `/pattern/` stands for a search, and a method may follow it.
  static func lua(_ input: String) -> String {
    parts(input).map { "corpus:find \(LuaLiteral.long($0.pattern))\($0.method)" } ?? input
  }

  /// The pattern of an input such as `/pattern/`.
  static func pattern(_ input: String) -> String? { parts(input)?.pattern }

  /// The pattern of an input such as `/pattern/`, and what is done with the hits: `:by "who"`.
  private static func parts(_ input: String) -> (pattern: String, method: String)? {
    let trimmed = input.trimmingCharacters(in: .whitespacesAndNewlines)
    guard trimmed.hasPrefix("/") else { return nil }
    let inner = trimmed.dropFirst()
    // No pattern has a colon behind white space or a slash, save inside quotation marks.
    for found in inner.matches(of: #/(?:/\s*|\s+)(:[a-z_]+\s*["'({])/#) {
      let pattern = inner[..<found.range.lowerBound]
      if pattern.count(where: { $0 == "\"" }).isMultiple(of: 2) {
        return (String(pattern), String(inner[found.1.startIndex...]))
      }
    }
    return (String(inner.hasSuffix("/") ? inner.dropLast() : inner), "")
  }

  /// What is odd about a pattern between slashes.
  public func remarks(on input: String) -> [String] {
    guard let pattern = Self.pattern(input) else { return [] }
    return (try? session.model.remarks(on: pattern)) ?? []
  }

  /// Runs a script file, whose globals stay, or puts a plugin in force: its file, or `money:minimum=1000`.
  public func load(_ path: String, output: @escaping (String) -> Void) -> Evaluation {
    do throws(PluginError) {
      if let plugins = try plugins(in: path) { return load(plugins, output: output) }
    } catch {
      return .failure(Failure(error.description))
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let near = LuaHost.NearestName.of(path, among: pluginNames)
      return .failure(
        Failure(
          "the script '\(path)' cannot be read",
          hint: near.map { "did you mean the plugin '\($0)'?" }))
    }
    let source = String(decoding: bytes, as: UTF8.self)
    return show(output, source: source, script: path) { session in
      let results = try desk.running(path, in: session) {
        try session.run(source, named: "@" + path, isExpression: false, keepsLast: true)
      }
      return try echo(of: results, output)
    }
  }

  func show(
    _ output: @escaping (String) -> Void, source: String = "", script: String? = nil,
    _ body: (ScriptSession) throws -> Echo?
  ) -> Evaluation {
    session.output = output
    defer { session.output = { _ in } }
    return LuaThread.run {
      do {
        guard let echo = try body(session) else { return .nothing }
        return .value(echo)
      } catch let error as LuaError {
        if error.isIncompleteInput, script == nil { return .incomplete }
        if error.exitCode != nil {
          return .failure(Failure("os.exit ends scripts, not the prompt", hint: ".quit leaves"))
        }
        return .failure(explained(Failure(error, source: source, script: script)))
      } catch {
        return .failure(Failure("\(error)"))
      }
    }
  }

  /// Stops what runs.
  public func interrupt() { session.state.interrupt.request() }

  // MARK: - Help

  /// Members by their declared types, and values inside string literals.
  public func completions(for line: String, cursor: Int) -> [Completion] {
    let text = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    if let found = values.candidates(for: text) {
      return found.values.map { Completion($0, start: found.start) }
    }
    let found = completion.candidates(for: text, in: session.state)
    return found.names.map { Completion($0, start: found.start) }
  }

  /// The documentation of a name, or what was meant by it.
  public func help(_ name: String) -> String? {
    reference.help(name) ?? reference.unknown(name)
  }

  /// The numbers of articles, quotes, entities and notes.
  public var summary: String { session.model.summary }

  /// Documented names that begin so, members by themselves too: `count` becomes `count_by`.
  public func helpNames(beginning: String) -> [String] {
    let names = reference.names
    let members = names.compactMap { $0.split(separator: ".").last.map(String.init) }
    return Set((names + members).filter { $0.hasPrefix(beginning) }).sorted()
  }

  /// The notes of an article, or of the corpus.
  public func notes(article: String) -> Evaluation {
    show({ _ in }) { session in
      let model = session.model
      guard !article.isEmpty else { return try session.tables.echo(model.all(.notes)) }
      guard let row = try model.row(ofArticle: article) else {
        throw LuaError("argument", "there is no article '\(article)'")
      }
      return try session.tables.echo(model.rows(.notes, inArticle: row))
    }
  }

  /// Every field of the row that an expression gives.
  public func why(_ expression: String) -> Evaluation {
    show({ _ in }, source: expression) { session in
      let results = try session.run(expression, named: "=(prompt)", isExpression: true)
      return .table(try session.evidence(for: results.first ?? .nil))
    }
  }
}
