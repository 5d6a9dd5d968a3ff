import Foundation
import NewsModel
import Testing

@testable import Reading

@Suite("SourceFinder")
struct SourceFinderTests {
  /// A folder with files of all kinds, a loop, a hidden file and a dead link.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appendingPathComponent("sayso-\(UUID().uuidString)").path
    try manager.createDirectory(atPath: root + "/b/c", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: root + "/.hidden", withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: root) }
    for name in [
      "a.txt", "b/x.html", "b/c/y.jsonl", "b.md", ".z.txt", ".hidden/h.txt", "n.pdf", "odd",
    ] {
      _ = manager.createFile(atPath: root + "/" + name, contents: Data("<html><p>Hi".utf8))
    }
    try manager.createSymbolicLink(atPath: root + "/b/c/loop", withDestinationPath: root)
    try manager.createSymbolicLink(
      atPath: root + "/b/same.txt", withDestinationPath: root + "/a.txt")
    try manager.createSymbolicLink(atPath: root + "/dead.txt", withDestinationPath: root + "/none")
    try body(root)
  }

  @Test("searches folders in order, without loops, hidden files and doubles")
  func folders() throws {
    try Self.withFolder { root in
      let found = SourceFinder.files(at: [
        root, root + "/a.txt", root + "/missing", root + "/odd", "-",
      ])
      let names = found.files.map {
        "\($0.path.replacingOccurrences(of: root + "/", with: "")) \($0.format)"
      }
      #expect(
        names == [
          "a.txt text", "b/c/y.jsonl jsonl", "b/x.html html", "b.md text", "odd html", "- text",
        ])
      let failures = found.failures.map {
        $0.description.replacingOccurrences(of: root + "/", with: "")
      }
      #expect(
        failures == [
          "dead.txt: it cannot be read: No such file or directory",
          "missing: there is no such file or folder",
        ])
    }
  }

  @Test("reads what is named twice once, and says nothing of it")
  func doubles() throws {
    try Self.withFolder { root in
      let once = SourceFinder.files(at: [root])
      for paths in [
        [root, root], [root, root + "/b"], [root, root + "/b/c/loop", root + "/a.txt"],
      ] {
        let found = SourceFinder.files(at: paths)
        #expect(found.files == once.files)
        #expect(found.failures == once.failures)
      }
      let parts = SourceFinder.files(at: [root + "/b/c/y.jsonl", root + "/b/c/../c"])
      #expect(parts.files.count == 1 || !parts.files.isEmpty)
      #expect(!parts.failures.contains(.nothingFound(path: root + "/b/c/../c")))
    }
  }

  @Test("says when a folder holds nothing to read")
  func emptyFolder() throws {
    try Self.withFolder { root in
      try FileManager.default.createDirectory(
        atPath: root + "/e", withIntermediateDirectories: true)
      #expect(SourceFinder.files(at: [root + "/e"]).failures == [.nothingFound(path: root + "/e")])
    }
  }

  @Test("reads what it finds and reports what it cannot read")
  func reading() throws {
    try Self.withFolder { root in
      var outcomes: [String] = []
      for path in [root + "/a.txt", root + "/gone.txt", root + "/b", root + "/b/c/y.jsonl"] {
        ArticleReader().read(SourceFile(path: path, format: path.hasSuffix("l") ? .jsonl : .text)) {
          outcome in
          if case .failure(let failure) = outcome {
            outcomes.append("\(failure.reason)")
          } else {
            outcomes.append("article")
          }
        }
      }
      #expect(
        outcomes.prefix(3) == [
          "article", "there is no such file or folder", "it cannot be read: it is a folder",
        ])
      #expect(outcomes.count == 4 && outcomes[3].hasPrefix("the line is not a JSON object"))
    }
  }
}
