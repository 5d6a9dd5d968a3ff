import Foundation
import NewsModel
import Scripting
import Testing

/// The files to copy keep their promises.
@Suite("examples")
struct ExampleFilesTests {
  static let rules = files(in: "examples/rules")

  /// The Lua files of a folder, sorted.
  static func files(in folder: String) -> [String] {
    let folder = SmallCorpus.root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".lua") }.sorted().map { folder.path + "/" + $0 }
  }

  @Test("rule files match what they say", arguments: rules)
  func ruleFiles(path: String) {
    let findings = RuleFileChecker.check([path])
    #expect(findings.isSuccess, "\(findings.findings)")
    #expect(findings.passed > 4)
  }

  @Test("there are files, and the plugins that come with Sayso are among them")
  func thereAreFiles() {
    #expect(Self.rules.count >= 2)
    let names = Self.files(in: "examples/plugins").map { URL(filePath: $0).lastPathComponent }
    let builtIn = PluginCatalogue(folders: []).plugins.map { $0.name + ".lua" }
    #expect(names == builtIn && builtIn.count >= 3)
  }

  @Test("plugins keep their promises", arguments: PluginCatalogue(folders: []).plugins)
  func plugins(plugin: Plugin) {
    let findings = RuleFileChecker.check(SelectedPlugin(plugin))
    #expect(findings.isSuccess, "\(findings.findings)")
    #expect(findings.passed > 4)
    #expect(plugin.manifest.examples.count > 1)
  }

  @Test("boilerplate of aggregators becomes boilerplate")
  func aggregators() throws {
    let path = SmallCorpus.root.appendingPathComponent("examples/rules/aggregators.lua").path
    let rules = try RuleLoader.load([path])
    var article = Article(
      id: "a", path: "a", text: "It rained in Harbury.\nFollow us on Twitter for more.\n12 shares")
    article.zones = [Zone(.body, ByteRange(0, article.text.utf8.count))]
    let analysis: Analysis = RuledAnalyser(rules).analyse(article)
    #expect(analysis.article.zones.map(\.kind) == [.body, .boilerplate, .boilerplate])
  }
}
