internal import LuaHost
internal import Rules

extension LuaError {
  /// What is wrong with a pattern, with the line and carets below it, as the command line shows it.
  init(_ error: PatternError) {
    var bare = error
    bare.hint = ""
    self.init(
      "pattern", bare.description(file: "query"), hint: error.hint.isEmpty ? nil : error.hint)
  }
}
