/// Finds what was meant by a misspelt global in Lua's own message.
public enum UndefinedNameHint {
  /// Adds the nearest global's name to an error about a nil global; any other error is as before.
  public static func adding(to error: LuaError, in state: LuaState) -> LuaError {
    guard error.hint == nil, error.message.contains("nil value (global '"),
      let name = error.message.split(separator: "'", maxSplits: 2).dropFirst().first,
      case .table(let globals) = state.global("_G")
    else { return error }
    var error = error
    error.hint = NearestName.hint(for: String(name), among: globals.fields.compactMap(\.key.text))
    return error
  }
}
