public import Foundation

/// An empty folder that is removed with the value: keep it in the suite that uses it.
public final class TestFolder: Sendable {
  /// Where it lies.
  public let url: URL

  /// Creates a folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sayso-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
