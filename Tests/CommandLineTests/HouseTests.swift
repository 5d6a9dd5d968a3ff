import Foundation
import Testing

/// The rule of the house, who may import whom; ARCHITECTURE.md says it in words.
@Suite struct HouseTests {
  /// The rooms, lowest first; a room may import only rooms that stand before it.
  static let rooms = [
    "NewsModel", "Reading", "Language", "Extraction", "Rules", "Store", "Comparison", "LuaHost",
    "Reporting", "Scripting", "Training", "Shell", "sayso",
  ]

  /// Libraries that only one room may touch.
  static let privateLibraries = [
    "CLua": ["LuaHost"], "CLuaLibrary": [], "LuaHost": ["Scripting"], "CReadline": ["Shell"],
    "CLibXML2": ["Reading"], "CModels": ["Language", "Extraction"], "CPlugins": ["Scripting"],
    "GRDB": ["Store"],
    "ArgumentParser": ["sayso"],
  ]

  /// Rooms that know no Foundation: they are bytes and values only.
  static let withoutFoundation: Set = ["NewsModel", "Language", "Extraction", "Rules"]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("every room imports only rooms below it", arguments: rooms)
  func importsOnlyLowerRooms(room: String) throws {
    let place = try #require(Self.rooms.firstIndex(of: room))
    let folder = Self.root.appending(path: "Sources/\(room)")
    var breaches: [String] = []
    for (file, imported) in try imports(in: folder) {
      if let other = Self.rooms.firstIndex(of: imported), other >= place, imported != room {
        breaches.append("\(file) imports \(imported), which stands above \(room)")
      }
      if let owners = Self.privateLibraries[imported], !owners.contains(room) {
        breaches.append("\(file) imports \(imported), which belongs to \(owners)")
      }
      if imported.hasPrefix("Foundation"), Self.withoutFoundation.contains(room) {
        breaches.append("\(file) imports \(imported)")
      }
    }
    #expect(breaches.isEmpty, "\(breaches.joined(separator: "\n"))")
  }

  @Test("every room says in its Package.swift line what it imports, and the check sees imports")
  func seesImports() throws {
    let all = try Self.rooms.flatMap {
      try imports(in: Self.root.appending(path: "Sources/\($0)"))
    }
    #expect(all.contains { $0.imported == "NewsModel" })
    #expect(all.contains { $0.imported == "GRDB" })
  }

  private func imports(in folder: URL) throws -> [(file: String, imported: String)] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
    var found: [(file: String, imported: String)] = []
    for file in files {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for line in source.split(separator: "\n") {
        var words = line.split(separator: " ")
        while let first = words.first, first.hasPrefix("@") || Self.accessLevels.contains(first) {
          words.removeFirst()
        }
        guard words.first == "import", words.count > 1 else { continue }
        let name = words.count > 2 && Self.kinds.contains(words[1]) ? words[2] : words[1]
        found.append((file, String(name.prefix { $0 != "." })))
      }
    }
    return found
  }

  private static let accessLevels: Set<Substring> = ["public", "package", "internal", "private"]
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var"]
}
