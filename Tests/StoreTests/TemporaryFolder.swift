import Foundation

/// A folder that is removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory().replacing(/\/$/, with: "") + "/sayso-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path; its time is long ago unless it is said to be fresh.
  @discardableResult
  func write(_ text: String, to name: String, daysOld: Int = 1) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let time = Date(timeIntervalSinceNow: -86_400 * Double(daysOld))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    return file
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }
}
