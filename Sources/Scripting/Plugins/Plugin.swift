/// A plugin that was found: what it says of itself, and its file.
public struct Plugin: Sendable, Hashable {
  /// Where it comes from.
  public enum Origin: String, Sendable, Hashable {
    /// `.sayso/plugins` in the folder that the analyst works in.
    case project
    /// The analyst's own data folder.
    case user
    /// Comes with Sayso.
    case builtIn = "built-in"
    /// Named by its path.
    case path
  }

  /// What it says of itself.
  public var manifest: PluginManifest
  /// Its file, as messages call it.
  public var path: String
  /// Its text.
  public var source: String
  /// Where it comes from.
  public var origin: Origin
  /// Files of plugins of the same name that it hides, because it was found before them.
  public var hidden: [String] = []

  /// The name.
  public var name: String { manifest.name }
}

/// A plugin with the values of its options: what `--plugin money:minimum=1000` asks for.
public struct SelectedPlugin: Sendable, Hashable {
  /// The plugin.
  public var plugin: Plugin
  /// The values of all its options by name.
  public var options: [String: PluginManifest.Value]

  /// Selects a plugin with its initial values.
  public init(_ plugin: Plugin) {
    self.plugin = plugin
    options = Dictionary(
      plugin.manifest.options.map { ($0.name, $0.initial) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What `--plugin` would ask for: `money:minimum=1000`, with the options that are not as they were at first.
  ///
  /// A plugin that was not found by its name is named by its path.
  public var request: String {
    let settings = plugin.manifest.options.compactMap { option -> String? in
      guard let value = options[option.name], value != option.initial else { return nil }
      return "\(option.name)=\(value)"
    }
    let name = plugin.origin == .path ? plugin.path : plugin.name
    return settings.isEmpty ? name : name + ":" + settings.joined(separator: ",")
  }

  /// Sets an option from its text on the command line.
  ///
  /// - Throws: ``PluginError`` for an unknown option or a value of the wrong type.
  public mutating func set(_ name: String, to text: String) throws(PluginError) {
    guard let option = plugin.manifest.option(name) else {
      throw .unknownOption(
        plugin: plugin.name, option: name, known: plugin.manifest.options.map(\.name))
    }
    switch option.kind {
    case .string: options[name] = .text(text)
    case .number:
      guard let number = Double(text), number.isFinite else {
        throw .badValue(plugin: plugin.name, option: name, value: text, wanted: "a number")
      }
      options[name] = .number(number)
    case .boolean:
      guard let flag = ["true": true, "yes": true, "false": false, "no": false][text] else {
        throw .badValue(plugin: plugin.name, option: name, value: text, wanted: "true or false")
      }
      options[name] = .flag(flag)
    case .choice(let words):
      guard words.contains(text) else {
        throw .badValue(
          plugin: plugin.name, option: name, value: text,
          wanted: "one of \(words.joined(separator: ", "))")
      }
      options[name] = .text(text)
    }
  }
}
