internal import Foundation

/// Tells whether two paths name one file, however they are spelled.
enum FileIdentity {
  /// The same for all paths of one file: the absolute path, links followed.
  ///
  /// Of a file that does not exist it is the path as it was given.
  static func of(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The identity of a rule file, or of the script of a plugin that is a folder.
  static func ofScript(_ path: String) -> String {
    let script = path + "/plugin.lua"
    return of(FileManager.default.fileExists(atPath: script) ? script : path)
  }
}
