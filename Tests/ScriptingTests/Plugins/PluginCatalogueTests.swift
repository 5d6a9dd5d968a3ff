import Foundation
import Testing

@testable import Scripting

@Suite struct PluginCatalogueTests {
  /// The text of a plugin without rules.
  static func source(_ name: String, _ more: String = "") -> String {
    "plugin { name = \"\(name)\", version = \"1.0\", api = 1, license = \"MIT\", "
      + "summary = \"A test.\" \(more) }\n"
  }

  /// A folder with files, taken away afterwards.
  static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sayso-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
  }

  @Test("finds files and folders, the project's before the analyst's before its own")
  func discovery() throws {
    try Self.withFolder([
      "project/one.lua": Self.source("one"), "project/notes.txt": "no plugin",
      "user/one/plugin.lua": Self.source("one"), "user/two/plugin.lua": Self.source("two"),
      "user/money.lua": Self.source("money"), "user/.hidden/plugin.lua": "",
    ]) { folder in
      let catalogue = PluginCatalogue(folders: [
        (folder + "/project", .project), (folder + "/user", .user), (folder + "/none", .user),
      ])
      #expect(catalogue.plugins.map(\.name) == ["money", "one", "polls", "sanctions", "two"])
      #expect(
        catalogue.plugins.map(\.origin) == [.user, .project, .builtIn, .builtIn, .user])
      #expect(catalogue.plugins.first?.hidden == ["built-in/money.lua"])
      #expect(catalogue.problems.isEmpty)
    }
  }

  @Test("a folder that is named twice is searched once")
  func foldersTwice() throws {
    try Self.withFolder(["p/one.lua": Self.source("one"), "p/bad.lua": "plugin { name = 1 }"]) {
      folder in
      let catalogue = PluginCatalogue(
        folders: ["/p", "/./p", "/p/../p/"].map { (folder + $0, .project) },
        includesBuiltIn: false)
      #expect(catalogue.plugins.map(\.hidden) == [[]])
      #expect(catalogue.problems.count == 1)
    }
  }

  @Test("names a broken plugin and leaves it out")
  func problems() throws {
    try Self.withFolder([
      "p/bad.lua": "plugin { name = 1 }", "p/empty/readme.md": "x",
      "p/good.lua": Self.source("good"), "p/liar.lua": Self.source("other"),
    ]) { folder in
      let catalogue = PluginCatalogue(
        folders: [(folder + "/p", .project)], includesBuiltIn: false)
      #expect(catalogue.plugins.map(\.name) == ["good"])
      let words = catalogue.problems.map { $0.description.replacing(folder, with: "") }
      #expect(
        words == [
          "/p/bad.lua:1:8: 'api' is missing", "/p/empty: there is no plugin.lua in this folder",
          "/p/liar.lua:1:1: the plugin calls itself 'other', and lies in 'liar'\n    give both one name",
        ])
      #expect(throws: catalogue.problems[0]) { try catalogue.plugin("bad") }
      #expect(throws: PluginError.unknown(name: "god", known: ["good"])) {
        try catalogue.plugin("god")
      }
      let byPath = try catalogue.plugin(folder + "/p/good.lua")
      #expect(byPath.origin == .path)
      #expect(throws: PluginError.self) { try catalogue.plugin(folder + "/p/empty") }
      #expect(throws: PluginError.self) { try catalogue.plugin("./nothing.lua") }
    }
  }

  @Test("looks into the project, then the data folder")
  func folders() {
    func paths(_ environment: [String: String]) -> [String] {
      PluginCatalogue.folders(environment: environment).map(\.path)
    }
    #expect(paths([:]) == [".sayso/plugins"])
    #expect(paths(["HOME": "/h"]) == [".sayso/plugins", "/h/.local/share/sayso/plugins"])
    #expect(
      paths(["HOME": "/h", "XDG_DATA_HOME": "/d"]) == [".sayso/plugins", "/d/sayso/plugins"])
    #expect(
      paths(["HOME": "/h", "XDG_DATA_HOME": "rel"]) == [
        ".sayso/plugins", "/h/.local/share/sayso/plugins",
      ])
  }

  static let options = """
    , options = {
      least = { type = "number", default = 0, summary = "n" },
      who = { type = "string", default = "", summary = "s" },
      loud = { type = "boolean", default = false, summary = "b" },
      mode = { type = "choice", of = { "a", "b" }, default = "a", summary = "c" } }
    """

  static let requests: [(requests: [String], expected: String)] = [
    (["p"], "least=0 loud=false mode=a who="),
    (["p:least=2.5,loud=yes"], "least=2.5 loud=true mode=a who="),
    (["p:who=Lee, Ann,mode=b", "p:least=3"], "least=3 loud=false mode=b who=Lee, Ann"),
    (["p:who=a=b:c"], "least=0 loud=false mode=a who=a=b:c"),
    (["p:lest=3"], "plugin 'p' has no option 'lest'\n    did you mean 'least'?"),
    (["p:least=many"], "plugin 'p': least cannot be 'many'\n    it is a number"),
    (["p:least=nan"], "plugin 'p': least cannot be 'nan'\n    it is a number"),
    (["p:loud=1"], "plugin 'p': loud cannot be '1'\n    it is true or false"),
    (["p:mode=c"], "plugin 'p': mode cannot be 'c'\n    it is one of a, b"),
    (["weather"], "there is no plugin 'weather'\n    plugins: p"),
    ([""], "'' is no plugin\n    write NAME, or NAME:option=value, or the path of a plugin"),
    (["p:"], "'p:' is no plugin\n    write NAME, or NAME:option=value, or the path of a plugin"),
    (
      ["least=3"],
      "'least=3' is no plugin\n    write NAME, or NAME:option=value, or the path of a plugin"
    ),
  ]

  @Test("reads requests with typed options", arguments: requests)
  func selects(requests: [String], expected: String) throws {
    try Self.withFolder(["p.lua": Self.source("p", Self.options)]) { folder in
      let catalogue = PluginCatalogue(folders: [(folder, .project)], includesBuiltIn: false)
      do {
        let selected = try catalogue.select(requests)
        #expect(selected.count == 1)
        let written = (selected.first?.options ?? [:]).sorted { $0.key < $1.key }
          .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        #expect(written == expected)
      } catch let error as PluginError {
        #expect(error.description == expected)
      }
    }
  }
}
