public import Extraction

/// Where rules come from: files of the analyst's own, and plugins with their options.
public struct RuleSources: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// The rule files, in order.
  public var files: [String]
  /// The plugins, in order.
  public var plugins: [SelectedPlugin]

  /// Creates sources.
  public init(files: [String] = [], plugins: [SelectedPlugin] = []) {
    self.files = files
    self.plugins = plugins
  }

  /// Creates sources from rule files.
  public init(arrayLiteral files: String...) { self.init(files: files) }

  /// Sorts files into rule files and those that begin with the manifest of a plugin.
  ///
  /// A file or plugin that is named several times, in whatever spelling, counts once.
  ///
  /// - Parameter paths: The files; one that cannot be read counts as a rule file.
  /// - Throws: ``PluginError`` for a manifest that is faulty.
  public init(paths: [String]) throws(PluginError) {
    self.init(files: [], plugins: [])
    for path in Self.distinct(paths) {
      do throws(PluginError) {
        plugins.append(SelectedPlugin(try PluginCatalogue.plugin(atPath: path)))
      } catch {
        switch error {
        case .manifest(_, _, _, let message, _) where message != ManifestReader.noManifest:
          throw error
        default: files.append(path)
        }
      }
    }
  }

  /// The paths without those that name a file once more.
  static func distinct(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert(FileIdentity.ofScript($0)).inserted }
  }

  /// Adds plugins; one that is there already takes the options with which it is named here.
  public mutating func add(_ selected: [SelectedPlugin]) {
    let identities = Set(selected.map { FileIdentity.of($0.plugin.path) })
    plugins.removeAll { identities.contains(FileIdentity.of($0.plugin.path)) }
    plugins += selected
  }

  /// Whether there are none.
  public var isEmpty: Bool { files.isEmpty && plugins.isEmpty }
}

extension RuleLoader {
  /// Loads rule files and plugins.
  ///
  /// - Parameters:
  ///   - sources: The files and plugins.
  ///   - knownTypes: Further types that `@TYPE` may name, because the corpus holds annotations of them.
  ///   - model: What finds statements beside the rules of the extraction.
  ///   - output: Receives what they print.
  /// - Returns: The rules, ready to run; plugins that failed are named in ``LoadedRules/pluginFailures``.
  /// - Throws: ``RuleLoadingError`` for a rule file that cannot be used.
  public static func load(
    _ sources: RuleSources, knownTypes: [String] = [], model: StatementModel = .embedded,
    output: @escaping (String) -> Void = { _ in }
  ) throws(RuleLoadingError) -> LoadedRules {
    try load(
      sources.files, plugins: sources.plugins, knownTypes: knownTypes, model: model, output: output)
  }
}
