internal import LuaHost

/// What is wrong with a plugin, or with how it was asked for.
public enum PluginError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The plugin's file cannot be read.
  case unreadable(path: String, reason: String)
  /// The manifest is faulty.
  case manifest(path: String, line: Int, column: Int, message: String, hint: String?)
  /// There is no such plugin.
  case unknown(name: String, known: [String])
  /// The plugin has no such option.
  case unknownOption(plugin: String, option: String, known: [String])
  /// The option does not take such a value.
  case badValue(plugin: String, option: String, value: String, wanted: String)
  /// The request is not of the form `NAME:OPTION=VALUE`.
  case badRequest(String)
  /// What the plugin declares is faulty, or its script fails.
  case failed(plugin: String, reason: String)
  /// Ctrl-C stopped the plugin's script.
  case interrupted(plugin: String)

  /// The fault in words, with its place and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .manifest(let path, let line, let column, let message, let hint):
      "\(path):\(line):\(column): \(message)" + (hint.map { "\n    \($0)" } ?? "")
    case .unknown(let name, let known):
      "there is no plugin '\(name)'"
        + Self.hint(name, known, otherwise: "plugins: ", none: "none is installed")
    case .unknownOption(let plugin, let option, let known):
      "plugin '\(plugin)' has no option '\(option)'"
        + Self.hint(option, known, otherwise: "options: ", none: "it has none")
    case .badValue(let plugin, let option, let value, let wanted):
      "plugin '\(plugin)': \(option) cannot be '\(value)'\n    it is \(wanted)"
    case .badRequest(let text):
      "'\(text)' is no plugin\n    write NAME, or NAME:option=value, or the path of a plugin"
    case .failed(let plugin, let reason): "plugin '\(plugin)': \(reason)"
    case .interrupted(let plugin): "plugin '\(plugin)': interrupted"
    }
  }

  private static func hint(
    _ name: String, _ known: [String], otherwise: String, none: String
  ) -> String {
    if known.isEmpty { return "\n    \(none)" }
    let near = NearestName.hint(for: name, among: known)
    return "\n    " + (near ?? otherwise + known.joined(separator: ", "))
  }
}
