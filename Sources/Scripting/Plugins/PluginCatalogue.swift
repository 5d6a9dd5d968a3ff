internal import Foundation

/// The plugins that there are: of the project, of the analyst, and those that come with Sayso.
///
/// A plugin is a file `NAME.lua`, or a folder `NAME` with a file `plugin.lua`. Nothing of it runs before it is
/// selected. One whose manifest is broken is named in ``problems`` and left out.
public struct PluginCatalogue: Sendable {
  /// The plugins by name, sorted.
  public private(set) var plugins: [Plugin] = []
  /// What was found and cannot be used, in the order of the folders.
  public private(set) var problems: [PluginError] = []

  /// The folders that are searched, in order.
  ///
  /// - Parameter environment: The variables to look at instead of the process's own; `XDG_DATA_HOME` counts
  ///   where it is an absolute path.
  /// - Returns: Folders that may or may not exist.
  public static func folders(
    environment: [String: String]? = nil
  ) -> [(path: String, origin: Plugin.Origin)] {
    let environment = environment ?? ProcessInfo.processInfo.environment
    var folders: [(path: String, origin: Plugin.Origin)] = [(".sayso/plugins", .project)]
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      folders.append((data + "/sayso/plugins", .user))
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folders.append((home + "/.local/share/sayso/plugins", .user))
    }
    return folders
  }

  /// Looks through folders, each once; those that do not exist are passed over.
  public init(
    folders: [(path: String, origin: Plugin.Origin)] = Self.folders(),
    includesBuiltIn: Bool = true
  ) {
    var seen: Set<String> = []
    for folder in folders where seen.insert(FileIdentity.of(folder.path)).inserted {
      search(folder.path, folder.origin)
    }
    if includesBuiltIn {
      for (name, source) in BuiltInPlugins.sources {
        add(source, path: "built-in/\(name).lua", expectedName: name, .builtIn)
      }
    }
    plugins.sort { $0.name < $1.name }
  }

  /// The plugin of a name, or at a path: what contains a slash or ends in `.lua` is a path.
  ///
  /// - Throws: ``PluginError`` where there is none, or its manifest is broken.
  public func plugin(_ name: String) throws(PluginError) -> Plugin {
    if name.contains("/") || name.hasSuffix(".lua") { return try Self.plugin(atPath: name) }
    if let plugin = plugins.first(where: { $0.name == name }) { return plugin }
    // A broken plugin of that name explains itself better than “there is none”.
    for problem in problems {
      if case .manifest(let path, _, _, _, _) = problem, Self.expectedName(path) == name {
        throw problem
      }
    }
    throw .unknown(name: name, known: plugins.map(\.name))
  }

  /// The plugin in a file, or in a folder with a file `plugin.lua`.
  ///
  /// - Throws: ``PluginError`` where there is none, or its manifest is broken.
  public static func plugin(atPath path: String) throws(PluginError) -> Plugin {
    let file = isFolder(path) ? path + (path.hasSuffix("/") ? "" : "/") + "plugin.lua" : path
    let source = try read(file)
    let manifest = try PluginManifest(reading: source, path: file)
    return Plugin(manifest: manifest, path: file, source: source, origin: .path)
  }

  // MARK: - Searching

  private mutating func search(_ folder: String, _ origin: Plugin.Origin) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var file = path
      if Self.isFolder(path) {
        file += "/plugin.lua"
        guard FileManager.default.fileExists(atPath: file) else {
          problems.append(.unreadable(path: path, reason: "there is no plugin.lua in this folder"))
          continue
        }
      } else if !name.hasSuffix(".lua") {
        continue
      }
      do throws(PluginError) {
        add(try Self.read(file), path: file, expectedName: Self.expectedName(file), origin)
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func add(
    _ source: String, path: String, expectedName: String, _ origin: Plugin.Origin
  ) {
    do throws(PluginError) {
      let manifest = try PluginManifest(reading: source, path: path)
      guard manifest.name == expectedName else {
        throw .manifest(
          path: path, line: 1, column: 1,
          message: "the plugin calls itself '\(manifest.name)', and lies in '\(expectedName)'",
          hint: "give both one name")
      }
      if let known = plugins.firstIndex(where: { $0.name == manifest.name }) {
        plugins[known].hidden.append(path)
      } else {
        plugins.append(Plugin(manifest: manifest, path: path, source: source, origin: origin))
      }
    } catch {
      problems.append(error)
    }
  }

  /// The name of the folder of a `plugin.lua`, or of the file without its ending.
  private static func expectedName(_ path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last else { return path }
    if last == "plugin.lua", parts.count > 1 { return parts[parts.count - 2] }
    return last.hasSuffix(".lua") ? String(last.dropLast(4)) : last
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func read(_ path: String) throws(PluginError) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "the plugin cannot be read")
    }
    guard bytes.count <= 4 << 20 else {
      throw .unreadable(path: path, reason: "the file is larger than any plugin (4 MB)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "the plugin is not UTF-8 text")
    }
    return text
  }
}

extension PluginCatalogue {
  /// Resolves what `--plugin` asks for: `NAME`, `NAME:option=value,option=value`, or a path for the name.
  ///
  /// A plugin that is named several times is selected once, with the options of all.
  ///
  /// - Throws: ``PluginError`` for an unknown plugin or option, or a value of the wrong type.
  public func select(_ requests: [String]) throws(PluginError) -> [SelectedPlugin] {
    var selected: [SelectedPlugin] = []
    for request in requests {
      let (name, settings) = try Self.parts(of: request)
      let plugin = try plugin(name)
      var index = selected.firstIndex { $0.plugin.name == plugin.name }
      if index == nil {
        selected.append(SelectedPlugin(plugin))
        index = selected.count - 1
      }
      for (option, value) in settings {
        try selected[index ?? 0].set(option, to: value)
      }
    }
    return selected
  }

  /// The outcomes of a run with those of the plugins that nobody asked for.
  ///
  /// - Parameter results: What came of the plugins that were asked for.
  /// - Returns: The same, and ``PluginOutcome/notSelected`` for all others; nothing where no plugin was asked for.
  public func completed(_ results: [PluginResult]) -> [PluginResult] {
    guard !results.isEmpty else { return [] }
    let selected = Set(results.map(\.plugin))
    return results
      + plugins.filter { !selected.contains($0.name) }.map {
        PluginResult(plugin: $0.name, outcome: .notSelected)
      }
  }

  /// Cuts `money:minimum=1000,currency=EUR` into name and settings; a comma without a `NAME=` behind it
  /// belongs to the value.
  static func parts(
    of request: String
  ) throws(PluginError) -> (name: String, settings: [(option: String, value: String)]) {
    guard let colon = request.firstIndex(of: ":") else {
      guard !request.isEmpty, !request.contains("=") else { throw .badRequest(request) }
      return (request, [])
    }
    let name = String(request[..<colon])
    guard !name.isEmpty else { throw .badRequest(request) }
    var settings: [(option: String, value: String)] = []
    let rest = request[request.index(after: colon)...]
    for piece in rest.split(separator: ",", omittingEmptySubsequences: false) {
      if let sign = piece.firstIndex(of: "="), isOptionName(piece[..<sign]) {
        settings.append((String(piece[..<sign]), String(piece[piece.index(after: sign)...])))
      } else if settings.isEmpty {
        throw .badRequest(request)
      } else {
        settings[settings.count - 1].value += ",\(piece)"
      }
    }
    return (name, settings)
  }

  private static func isOptionName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }
}
