import LuaHost
import Testing

@Suite("LuaReference and LuaCompletion")
struct LuaReferenceTests {
  @Test("every example runs", arguments: LuaReference(Things.library()).examples.map(\.source))
  func examples(source: String) throws {
    let state = try Things.state()
    _ = try state.run(source)
  }

  @Test(
    "help finds globals, rows, fields and methods",
    arguments: [
      ("shelf", "things: sequence<thing>  All things."), ("thing.size", "How large it is."),
      ("thing", ":times(factor)  Multiplies the size."), ("times", "for example:"),
      ("shelf.things.count_by", "most frequent first"), ("tool.echo", "Copies a value"),
      ("sequence", ":where(test, value?)"), ("", "?name tells more"),
    ])
  func help(name: String, expected: String) {
    let text = LuaReference(Things.library()).help(name)
    #expect(text?.contains(expected) == true)
  }

  @Test("help says what was meant")
  func unknown() {
    let reference = LuaReference(Things.library())
    #expect(reference.help("thing.sise") == nil)
    #expect(
      reference.unknown("thing.sise") == "no help for 'thing.sise': did you mean 'thing.size'?")
  }

  @Test(
    "reference and stubs name everything",
    arguments: [
      "size", "count_by", "times", "echo", "concat", "shelf",
    ])
  func pages(name: String) {
    let reference = LuaReference(Things.library())
    #expect(reference.markdown(title: "Reference").contains(name))
    #expect(reference.stubs(title: "Stubs").contains(name))
  }

  @Test("stubs are Lua that compiles")
  func stubs() throws {
    try LuaState().check(LuaReference(Things.library()).stubs(title: "Stubs"))
  }

  @Test(
    "completes members by type without running anything",
    arguments: [
      ("she", "shelf"), ("shelf.", "things"), ("shelf.things[1].na", "name"),
      ("x = all:cou", "count_by"),
      ("all:where{big = true}[1].neighbour.s", "size"), ("tool.", "call,echo,fail,signal"),
      ("mine.al", "alpha"),
      ("all:first().neighbour.ti", "times"), ("all:count_by('name'):so", "sort_by"),
      ("ret", "return"),
      ("('x'):re", ""), ("nothing.x", ""), ("thing.x.y.", ""), ("all:map(", "*"),
    ])
  func completes(text: String, expected: String) throws {
    let state = try Things.state()
    _ = try state.run("mine = {alpha = 1, beta = 2}")
    let found = LuaCompletion(Things.library()).candidates(for: text, in: state).names
    if expected != "*" { #expect(found.joined(separator: ",") == expected) }
  }
}
