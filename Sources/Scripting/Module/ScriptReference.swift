internal import LuaHost
public import Store

/// What scripts can use, described: for the reference page, for editors, for tests.
public enum ScriptReference {
  /// The reference page in Markdown.
  public static func markdown(on snapshot: CorpusSnapshot) -> String {
    reference(snapshot).markdown(title: "What scripts can use")
  }

  /// Stubs for the Lua language server.
  public static func stubs(on snapshot: CorpusSnapshot) -> String {
    reference(snapshot).stubs(title: "What Sayso's scripts can use")
  }

  /// The examples by the name of what they show.
  public static func examples(on snapshot: CorpusSnapshot) -> [(name: String, source: String)] {
    reference(snapshot).examples
  }

  private static func reference(_ snapshot: CorpusSnapshot) -> LuaReference {
    LuaReference(CorpusModel(snapshot).library())
  }
}
