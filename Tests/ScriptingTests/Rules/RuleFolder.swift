import Foundation

/// A folder with rule files that goes away with the value.
final class RuleFolder {
  let url: URL

  /// Makes a folder with files of these contents.
  init(_ files: KeyValuePairs<String, String>) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, contents) in files { try write(name, contents) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ name: String, _ contents: String) throws {
    try Data(contents.utf8).write(to: url.appending(path: name))
  }

  /// A text without the path of the folder.
  func shortened(_ text: String) -> String {
    text.split(separator: url.path + "/", omittingEmptySubsequences: false).joined()
  }
}
