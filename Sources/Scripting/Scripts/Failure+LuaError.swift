internal import LuaHost

extension Failure {
  /// An error of Lua in the prompt's terms.
  ///
  /// - Parameters:
  ///   - error: What was thrown.
  ///   - source: The source that ran, to show the line; empty where the error shows it already.
  ///   - script: The path of the script, or `nil` for the prompt.
  init(_ error: LuaError, source: String, script: String?) {
    self.init(error.message, hint: error.hint, isInterruption: error.isInterruption)
    let trace = (error.traceback ?? "").split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
    // One line would only repeat the place.
    self.trace = trace.count > 1 ? trace : []
    guard let place = error.place, let colon = place.lastIndex(of: ":"),
      let line = Int(place[place.index(after: colon)...])
    else { return }
    var file = String(place[..<colon])
    // Lua shortens a long path in front.
    if file.hasPrefix("..."), let script, script.hasSuffix(file.dropFirst(3)) { file = script }
    let isPrompt = file == "(prompt)" || file == "(command line)"
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let isHere = !source.isEmpty && (isPrompt || script.map { $0.hasSuffix(file) } == true)
    location = Location(
      file: isPrompt ? nil : file, line: line,
      text: isHere && line <= lines.count ? String(lines[line - 1]) : nil)
  }
}
