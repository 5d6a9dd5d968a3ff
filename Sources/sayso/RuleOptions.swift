import ArgumentParser
import Scripting

/// `--rules` and `--plugin`, alike in every command that reads articles.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"), parsing: .singleValue,
    help: ArgumentHelp("A rule file to put in force; repeat it for several.", valueName: "file"),
    completion: .file(extensions: ["lua"]))
  var rules: [String] = []

  @Option(
    name: .customLong("plugin"), parsing: .singleValue,
    help: ArgumentHelp(
      "A plugin to put in force, perhaps with options: money:minimum=1000. Repeat it for several.",
      valueName: "name"),
    completion: pluginNames)
  var plugins: [String] = []

  /// Completes the names of the plugins that there are, and of the options of the one that is named.
  static let pluginNames = CompletionKind.custom { _, _, prefix in
    let plugins = PluginCatalogue().plugins
    guard let colon = prefix.lastIndex(where: { $0 == ":" || $0 == "," }) else {
      return plugins.map(\.name)
    }
    let name = prefix.prefix { $0 != ":" }
    let options = plugins.first { $0.name == name }?.manifest.options ?? []
    return options.map { prefix[...colon] + $0.name + "=" }
  }

  /// The rule files and plugins that are asked for.
  ///
  /// - Throws: A validation error for a plugin or option that does not exist, or a broken manifest.
  func sources() throws -> RuleSources {
    do throws(PluginError) {
      var sources = try RuleSources(paths: rules)
      if !plugins.isEmpty { sources.add(try PluginCatalogue().select(plugins)) }
      return sources
    } catch {
      throw ValidationError(error.description)
    }
  }
}
