import ArgumentParser
import Reporting
import Scripting

/// `sayso plugin`: finds and tests plugins.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Find and test plugins.",
    discussion: """
      A plugin is a rule file with a manifest, or a folder with a plugin.lua. Plugins are looked for in
      .sayso/plugins of the current folder, in sayso/plugins of the user's data folder (XDG_DATA_HOME), and in
      the program itself. None runs before it is named with --plugin.

      EXAMPLES
        sayso plugin list
        sayso plugin test money ./my-plugin
        sayso --plugin money:minimum=1000 -e 'corpus.annotations' seeds
      """,
    subcommands: [PluginList.self, PluginTest.self]
  )
}

/// `sayso plugin list`: the plugins that there are.
struct PluginList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the plugins that there are, and what each may do.",
    discussion: """
      A plugin whose manifest is broken is named on standard error and left out.

      EXAMPLES
        sayso plugin list
        sayso plugin list --format json
      """
  )

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func run() throws {
    let catalogue = PluginCatalogue()
    var table = Table(
      columns: ["name", "version", "from", "needs", "options", "license", "summary", "file"])
    for plugin in catalogue.plugins {
      let manifest = plugin.manifest
      table.append([
        .text(manifest.name), .text(manifest.version), .text(plugin.origin.rawValue),
        .text(manifest.needs.map(\.rawValue).joined(separator: ", ")),
        .text(manifest.options.map { "\($0.name)=\($0.initial)" }.joined(separator: ", ")),
        .text(manifest.license), .text(manifest.summary), .text(plugin.path),
      ])
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
    for problem in catalogue.problems { Output.note("sayso: \(problem)") }
    for plugin in catalogue.plugins where !plugin.hidden.isEmpty {
      Output.note("sayso: \(plugin.path) hides \(plugin.hidden.joined(separator: ", "))")
    }
  }
}

/// `sayso plugin test`: runs the examples of plugins.
struct PluginTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of plugins.",
    discussion: """
      Runs the examples of each plugin's rules and those of its manifest, with its options as they are set here.
      The exit code is 1 where something is broken.

      EXAMPLES
        sayso plugin test                        all that there are
        sayso plugin test money:currency=EUR
        sayso plugin test ./my-plugin            one in development
      """
  )

  @Argument(
    help: "Names or paths, perhaps with options; without any, all plugins that there are.",
    completion: RuleOptions.pluginNames)
  var plugins: [String] = []

  @Option(help: "table for people, or json, csv, md, html with a row for each finding.")
  var format: TableFormat = .table

  func run() throws {
    let catalogue = PluginCatalogue()
    let selected: [SelectedPlugin]
    do throws(PluginError) {
      selected =
        plugins.isEmpty
        ? catalogue.plugins.map { SelectedPlugin($0) } : try catalogue.select(plugins)
    } catch {
      throw ValidationError(error.description)
    }
    var isSuccess = true
    if plugins.isEmpty {
      for problem in catalogue.problems {
        Output.note("sayso: \(problem)")
        isSuccess = false
      }
    }
    for plugin in selected {
      let findings = RuleFileChecker.check(plugin)
      Output.note("\(plugin.plugin.name) \(plugin.plugin.manifest.version)")
      findings.show(as: format)
      if findings.isInterrupted { throw ExitCode.interrupted }
      isSuccess = isSuccess && findings.isSuccess
    }
    if !isSuccess { throw ExitCode.failure }
  }
}
