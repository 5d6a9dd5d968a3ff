import Testing

@testable import Scripting

@Suite struct PluginManifestTests {
  static let good = """
    #!/usr/bin/env sayso
    -- what it is for
    --[[ a longer
      remark ]]
    plugin {
      name = "ports", version = '1.2', ["api"] = 1, -- all forms of Lua's tables
      summary = [[Ports, and what happens there.]]; license = "MIT",
      needs = { "files" },
      options = {
        minimum = { type = "number", default = -1.5e2, summary = "least" },
        mode = { type = "choice", of = { "a", "b" }, default = "b", summary = "which" },
        loud = { type = "boolean", default = false, summary = "how" },
        name = { type = "string", default = "x\\n\\"y\\"", summary = "who" },
      },
      examples = { "the <<port>>", },
    }
    error("nothing of this is run")
    """

  @Test("reads constants in all of Lua's forms, and runs nothing")
  func reads() throws {
    let manifest = try PluginManifest(reading: Self.good, path: "ports.lua")
    #expect(manifest.name == "ports" && manifest.version == "1.2" && manifest.api == 1)
    #expect(manifest.summary == "Ports, and what happens there." && manifest.license == "MIT")
    #expect(manifest.needs == [.files] && manifest.examples == ["the <<port>>"])
    #expect(manifest.options.map(\.name) == ["loud", "minimum", "mode", "name"])
    #expect(
      manifest.options.map(\.initial) == [
        .flag(false), .number(-150), .text("b"), .text("x\n\"y\""),
      ])
    #expect(manifest.option("mode")?.kind == .choice(["a", "b"]))
  }

  /// A manifest with some of its text replaced.
  static func changed(_ old: String, _ new: String) -> String { good.replacing(old, with: new) }

  static let faulty: [(source: String, line: Int, message: String)] = [
    ("", 1, "a plugin begins with its manifest"),
    ("rule \"x\" {}", 1, "a plugin begins with its manifest"),
    ("plugin", 1, "a table is expected after 'plugin'"),
    ("plugin {", 1, "this { is never closed"),
    ("plugin ({}", 1, "this bracket is never closed: )"),
    ("plugin { name = os.getenv('x') }", 1, "a constant is expected here"),
    ("plugin { name = function() end }", 1, "a constant is expected here"),
    ("plugin { name = \"a\" .. \"b\" }", 1, "a comma or } is expected here"),
    ("plugin { name = \"a }", 1, "this string is never closed"),
    ("plugin { name = [[a }", 1, "this string is never closed"),
    ("plugin { name = 1..2 }", 1, "this is no number"),
    ("plugin { name = \"\\x41\" }", 1, "this escape is not known here"),
    ("plugin { name = \"a\", name = \"b\" }", 1, "'name' is given twice"),
    ("plugin { \"a\" }", 1, "a value without a name"),
    (
      String(repeating: "plugin {", count: 1) + String(repeating: "{", count: 40), 1,
      "too many tables in tables"
    ),
    (changed("name = \"ports\",", ""), 5, "'name' is missing"),
    (changed("[\"api\"] = 1,", ""), 5, "'api' is missing"),
    (changed("license = \"MIT\",", ""), 5, "'license' is missing"),
    (changed("\"ports\"", "\"My Ports\""), 6, "'My Ports' is no name of a plugin"),
    (changed("\"ports\"", "7"), 6, "name is a number, but a string is needed"),
    (
      changed("] = 1", "] = 99"), 6,
      "the plugin needs level 99 of the interface, this program has 1"
    ),
    (changed("] = 1", "] = 0.5"), 6, "api is a whole number from 1"),
    (
      changed("{ \"files\" }", "{ \"network\" }"), 8,
      "nothing that a plugin may need is called 'network'"
    ),
    (changed("{ \"files\" }", "\"files\""), 8, "needs is a list of strings"),
    (changed("needs =", "need ="), 8, "a manifest has no field 'need'"),
    (changed("\"number\"", "\"nubmer\""), 10, "there is no type 'nubmer'"),
    (changed("-1.5e2", "\"x\""), 10, "the default of 'minimum' is no number"),
    (changed("default = \"b\"", "default = \"c\""), 11, "the default of 'mode' is no choice"),
    (changed("of = { \"a\", \"b\" }, ", ""), 11, "a choice says of what"),
    (changed("default = false, ", ""), 12, "option 'loud' has no default"),
  ]

  @Test("says what is wrong with a manifest, and where", arguments: faulty)
  func explains(source: String, line: Int, message: String) {
    let error = #expect(throws: PluginError.self) {
      try PluginManifest(reading: source, path: "x.lua", level: 1)
    }
    guard case .manifest("x.lua", let found, let column, message, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == line && column > 0)
  }

  @Test("words a fault with its place and a hint")
  func words() {
    let error = #expect(throws: PluginError.self) {
      try PluginManifest(reading: Self.changed("needs =", "need ="), path: "x.lua")
    }
    #expect(
      error?.description == "x.lua:8:10: a manifest has no field 'need'\n    did you mean 'needs'?")
  }
}
