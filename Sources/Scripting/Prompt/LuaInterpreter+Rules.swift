internal import Foundation
internal import LuaHost
internal import Reporting

/// What the prompt does with rules: puts them in force, loads their files again, shows what they changed.
extension LuaInterpreter {
  /// Puts in force what an input declared, and shows its value, or else what the rules changed.
  func echo(of results: [LuaValue], _ output: (String) -> Void) throws -> Echo? {
    try desk.settle(session)
    let value = try session.echo(of: results)
    guard let changes = report(output) else { return value }
    guard value == nil || value == .text("nil") else {
      output("rules: \(ExtractionChange.summary(changes)) (.changes shows them)\n")
      return value
    }
    return Self.echo(of: changes)
  }

  /// Loads rule files that changed since the last input, and says what that changed.
  ///
  /// A faulty file is reported once; the rules stay as they were.
  func reloadChangedFiles(_ output: (String) -> Void) throws {
    do {
      let files = try desk.reload(all: false, for: session)
      guard !files.isEmpty, let changes = report(output) else { return }
      output("\(files.joined(separator: ", ")) changed: \(ExtractionChange.summary(changes))\n")
      guard !changes.isEmpty else { return }
      var options = RenderingOptions()
      options.maximumRows = 10
      output(ExtractionChange.table(changes).rendered(as: .table, options: options))
      output(changes.count > 10 ? "\n.changes shows all\n" : "\n")
    } catch let error as RuleLoadingError {
      output("the rules stay as they were: \(error.description)\n")
    } catch let error as LuaError where !error.isInterruption {
      output("the rules stay as they were: \(error.message)\n")
    }
  }

  /// The plugin that `.load` names, or `nil` where it names a script.
  ///
  /// - Throws: ``PluginError`` for a manifest that is faulty, or an option that does not exist.
  func plugins(in argument: String) throws(PluginError) -> [SelectedPlugin]? {
    if FileManager.default.fileExists(atPath: argument) {
      let sources = try RuleSources(paths: [argument])
      return sources.plugins.isEmpty ? nil : sources.plugins
    }
    let name = argument.prefix { $0 != ":" }
    let catalogue = PluginCatalogue()
    guard name.contains("/") || catalogue.plugins.contains(where: { $0.name == name }),
      !name.hasSuffix(".lua") || argument.contains(":")
    else { return nil }
    return try catalogue.select([argument])
  }

  /// Puts plugins in force, and shows what that changed and what came of them.
  func load(_ plugins: [SelectedPlugin], output: @escaping (String) -> Void) -> Evaluation {
    show(output) { session in
      try desk.load(RuleSources(plugins: plugins), for: session)
      let changes = report(output) ?? []
      for result in try desk.pluginResults()
      where plugins.contains(where: { $0.plugin.name == result.plugin }) {
        output(result.description + "\n")
      }
      return changes.isEmpty ? nil : Self.echo(of: changes)
    }
  }

  /// Plugins that can be loaded by their names.
  public var pluginNames: [String] { PluginCatalogue().plugins.map(\.name) }

  /// What came of the plugins in force.
  public func pluginResults() throws -> [PluginResult] { try desk.pluginResults() }

  /// Loads all rule files again.
  public func reload(output: @escaping (String) -> Void) -> Evaluation {
    show(output) { session in
      guard desk.hasFiles else {
        throw LuaError(
          "not_found", "no rule file is loaded", hint: ".load FILE loads one, and so does --rules")
      }
      _ = try desk.reload(all: true, for: session)
      return Self.echo(of: report(output) ?? [])
    }
  }

  /// What the rules changed last.
  public func changes() -> Evaluation {
    show({ _ in }) { _ in Self.echo(of: desk.lastChanges) }
  }

  /// The rules, cues and aliases in force, with their places.
  public func rules() -> Evaluation {
    show({ _ in }) { _ in .table(RuleTable.table(of: desk.bundle)) }
  }

  private static func echo(of changes: [ExtractionChange]) -> Echo {
    changes.isEmpty
      ? .text("nothing changed in the articles")
      : .table(ExtractionChange.table(changes))
  }

  /// Says which actions failed, and gives what changed, if rules were put in force.
  private func report(_ output: (String) -> Void) -> [ExtractionChange]? {
    let failures = desk.takeFailures()
    for failure in failures.prefix(5) { output("action failed: \(failure.description)\n") }
    if failures.count > 5 { output("… and \(failures.count - 5) more failed\n") }
    for remark in desk.takeRemarks() { output(remark.description + "\n") }
    return desk.takeChanges()
  }
}
