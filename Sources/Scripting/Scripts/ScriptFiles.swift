internal import Foundation
internal import LuaHost

/// What a script may read and write: modules beside it, and files in its own and the working folder.
struct ScriptFiles {
  private let roots: [String]
  private let folder: String
  private let mayWrite: Bool

  /// Creates the rules for a script.
  ///
  /// - Parameter script: The script's path, or `nil` for the prompt.
  init(script: String?) {
    let working = FileManager.default.currentDirectoryPath
    folder = script.map { Self.parent(of: Self.absolute($0)) } ?? working
    roots = [Self.resolved(working), Self.resolved(folder)]
    mayWrite = true
  }

  /// Creates the rules for a plugin: it reads in its own folder, with a grant also in the working folder, and
  /// writes nowhere.
  init(plugin path: String, needs: [PluginManifest.Need]) {
    folder = Self.parent(of: Self.absolute(path))
    var roots = [Self.resolved(folder)]
    if needs.contains(.files) {
      roots.append(Self.resolved(FileManager.default.currentDirectoryPath))
    }
    self.roots = roots
    mayWrite = false
  }

  /// The source of a module: `sides` is `sides.lua` beside the script, `lib.sides` is in its folder `lib`.
  func module(_ name: String) throws(LuaError) -> (chunkName: String, source: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") }) else {
      throw LuaError(
        "argument", "'\(name)' is no name of a module", hint: "write require \"sides\"")
    }
    let path = folder + "/" + parts.joined(separator: "/") + ".lua"
    guard allows(path, writing: false), let bytes = FileManager.default.contents(atPath: path)
    else {
      throw LuaError(
        "not_found", "there is no module '\(name)'", hint: "it would be the file \(path)")
    }
    return ("@" + parts.joined(separator: "/") + ".lua", String(decoding: bytes, as: UTF8.self))
  }

  /// A path that a script writes down: as it is, or else from the script's own folder.
  func path(besideScript path: String) -> String {
    if path.hasPrefix("/") { return path }
    let beside = folder + "/" + path
    return !FileManager.default.fileExists(atPath: beside)
      && FileManager.default.fileExists(atPath: path) ? Self.absolute(path) : beside
  }

  /// Whether the file lies in a folder that the script may use, links followed.
  func allows(_ path: String, writing: Bool) -> Bool {
    if writing, !mayWrite { return false }
    let path = Self.absolute(path)
    let place =
      FileManager.default.fileExists(atPath: path)
      ? Self.resolved(path) : Self.resolved(Self.parent(of: path)) + "/new"
    return roots.contains { place == $0 || place.hasPrefix($0 == "/" ? "/" : $0 + "/") }
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  private static func parent(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  private static func resolved(_ path: String) -> String { FileIdentity.of(path) }
}
