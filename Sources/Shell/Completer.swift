internal import Reporting
internal import Scripting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What could stand at the cursor: commands of the prompt, files for them, or what the interpreter knows.
struct Completer {
  private let interpreter: any Interpreter

  init(_ interpreter: any Interpreter) { self.interpreter = interpreter }

  /// The completions at the cursor of a line.
  ///
  /// - Parameters:
  ///   - line: The line that is being edited.
  ///   - cursor: The byte offset of the cursor in it.
  ///   - before: The lines of the same input that were entered already.
  /// - Returns: The completions, best first.
  func completions(of line: String, cursor: Int, after before: [String]) -> [Completion] {
    let typed = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    if before.isEmpty {
      if typed.first == "." { return commandCompletions(typed) }
      if typed.first == "?" { return helpCompletions(String(typed.dropFirst()), start: 1) }
    }
    let head = before.isEmpty ? "" : before.joined(separator: "\n") + "\n"
    let offset = head.utf8.count
    return interpreter.completions(for: head + line, cursor: offset + cursor)
      .filter { $0.start >= offset }
      .map { Completion($0.text, start: $0.start - offset) }
  }

  private func shifted(_ text: String, by offset: Int) -> [Completion] {
    interpreter.completions(for: text, cursor: text.utf8.count)
      .map { Completion($0.text, start: $0.start + offset) }
  }

  /// Names that are documented, and what could stand in Lua.
  private func helpCompletions(_ typed: String, start: Int) -> [Completion] {
    let known = interpreter.helpNames(beginning: typed).map { Completion($0, start: start) }
    return known + shifted(typed, by: start).filter { !known.contains($0) }
  }

  private func commandCompletions(_ typed: String) -> [Completion] {
    guard let space = typed.firstIndex(of: " ") else {
      return DotCommand.all.map { "." + $0.name }.filter { $0.hasPrefix(typed) }
        .map { Completion($0, start: 0) }
    }
    let argument = String(typed[typed.index(after: space)...])
    let start = typed.utf8.count - argument.utf8.count
    switch typed[..<space] {
    case ".format", ".last":
      return TableFormat.allCases.map(\.rawValue).filter { $0.hasPrefix(argument) }
        .map { Completion($0, start: start) }
    case ".load":
      let names = interpreter.pluginNames.filter { $0.hasPrefix(argument) }
      return (files(argument) + names).map { Completion($0, start: start) }
    case ".help": return helpCompletions(argument, start: start)
    case ".why": return shifted(argument, by: start)
    default: return []
    }
  }

  /// Scripts and folders that begin with a path.
  private func files(_ path: String) -> [String] {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<slash])
    let beginning = String(path[slash...])
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(beginning), name.first != "." || beginning.first == "." else { continue }
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      if isFolder {
        names.append(folder + name + "/")
      } else if name.hasSuffix(".lua") {
        names.append(folder + name)
      }
    }
    return names.sorted()
  }
}
