import NewsModel
import Scripting
import Testing

@Suite("Actions of rules")
struct RuleActionTests {
  private func run(
    _ action: String, on text: String = "Lund said 500 troops of Norway had left “at 3 o’clock”."
  ) throws -> (attributes: [String]?, failures: [String]) {
    let folder = try RuleFolder([
      "a.lua": """
      kept = {}
      rule "count" { pattern = [[ n:[num] unit:[lemma=troop] (of where:@PLACE)? ]], action = \(action) }
      rule "late" { pattern = "[]", emit = false, action = function() if kept.m then return kept.m.text end end }
      """
    ])
    let rules = try RuleLoader.load([folder.path("a.lua")])
    let analysis: Analysis = RuledAnalyser(rules).analyse(
      Article(id: "7", path: "7", text: text))
    let annotation = analysis.annotations.first { $0.type == "count" }
    return (
      annotation.map { annotation in
        annotation.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      }, rules.failures.map { folder.shortened($0.description) }
    )
  }

  @Test(
    "false drops a match, a table adds attributes, everything else keeps it",
    arguments: [
      ("function(m) return m.n.num > 1000 end", nil),
      ("function(m) return m.n.num > 100 end", []),
      ("function(m) end", []),
      ("function(m) return { big = true } end", ["big=flag(true)"]),
      (
        "function(m) return { t = m.text, n = m.n.num, l = m.unit.lemma } end",
        ["l=text(\"troop\")", "n=number(500.0)", "t=text(\"500 troops of Norway\")"]
      ),
      (
        "function(m) return { a = m.article.id, q = m.quoted, w = m.where.entity, k = m.where.type } end",
        ["a=text(\"7\")", "k=text(\"place\")", "q=flag(false)", "w=text(\"Norway\")"]
      ),
      (
        "function(m) return { s = m.n.start, e = m.n.stop, t = m.article.text:sub(m.n.start, m.n.stop) } end",
        ["e=number(13.0)", "s=number(11.0)", "t=text(\"500\")"]
      ),
      (
        "function(m) return { r = m.rule, s = #m.sentence } end",
        ["r=text(\"count\")", "s=number(61.0)"]
      ),
    ] as [(String, [String]?)])
  func outcomes(action: String, attributes: [String]?) throws {
    let result = try run(action)
    #expect(result.attributes == attributes)
    #expect(result.failures == [])
  }

  @Test("a capture that took no part is nil; a name that is none has a hint")
  func captures() throws {
    let absent = try run(
      "function(m) return { none = m.where == nil } end", on: "They sent 500 troops home.")
    #expect(absent.attributes == ["none=flag(true)"])
    let misspelt = try run("function(m) return m.wher.text end")
    #expect(misspelt.attributes == nil)
    #expect(
      misspelt.failures == [
        "rule 'count', article 7: a.lua:2: a match has no field or method 'wher'"
      ])
  }

  @Test(
    "a failing action names rule and article and stops nothing",
    arguments: [
      ("function(m) error('no') end", "rule 'count', article 7: a.lua:2: no"),
      ("function(m) return m.n.num.x end", "rule 'count', article 7: a.lua:2: attempt to index"),
      ("function(m) return { x = {} } end", "rule 'count', article 7: the action gave x a table"),
      (
        "function(m) while true do end end",
        "rule 'count', article 7: its action does not end: stopped after 2000000 instructions"
      ),
      (
        "function(m) while true do pcall(function() while true do end end) end end",
        "rule 'count', article 7: its action does not end"
      ),
      (
        "function(m) local co = coroutine.wrap(function() while true do end end) co() end",
        "rule 'count', article 7: its action does not end"
      ),
    ])
  func failures(action: String, message: String) throws {
    let result = try run(action)
    #expect(result.attributes == nil)
    #expect(result.failures.count == 1)
    #expect(result.failures.first?.hasPrefix(message) == true, "\(result.failures)")
  }

  @Test("a match cannot be used when its action is over")
  func stale() throws {
    let result = try run("function(m) kept.m = m; kept.n = m.n end")
    #expect(result.attributes == [])
    #expect(
      result.failures.allSatisfy {
        $0 == "rule 'late', article 7: a.lua:3: a match can be used only while its action runs"
      })
    #expect(!result.failures.isEmpty)
  }
}
