/// Completes names at the prompt: globals, members of rows, sequences, modules and tables.
///
/// It never runs the analyst's code: what is left of the cursor is read, not evaluated.
public struct LuaCompletion {
  private let library: LuaLibrary
  private let inference: LuaTypeInference

  /// Creates the completion of a library's names.
  public init(_ library: LuaLibrary) {
    self.library = library
    inference = LuaTypeInference(library)
  }

  private static let keywords = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  /// What the name that ends at the end of `text` could become, sorted.
  ///
  /// - Parameters:
  ///   - text: The line up to the cursor.
  ///   - state: Where globals of the analyst's own are looked up.
  /// - Returns: Where the name begins, as an offset of UTF-8 bytes, and the whole names.
  public func candidates(
    for text: String, in state: LuaState
  ) -> (start: Int, names: [String]) {
    let path = LuaPath(before: text)
    let start = text.utf8.count - path.prefix.utf8.count
    if !path.isReadable { return (start, []) }
    let names = path.parts.isEmpty ? globals(state) : members(path.parts, state)
    return (start, Set(names.filter { $0.hasPrefix(path.prefix) }).sorted())
  }

  private func globals(_ state: LuaState) -> [String] {
    var names = Self.keywords + library.globals.map(\.name) + library.modules.map(\.name)
    if case .table(let table) = state.global("_G") { names += table.fields.compactMap(\.key.text) }
    return names
  }

  private func members(_ parts: [String], _ state: LuaState) -> [String] {
    var kind = inference.kind(ofGlobal: parts[0])
    if kind == nil {
      switch state.global(parts[0]) {
      case .row(let row): kind = .row(library.rowTypes[row.kind].name)
      case .sequence(let sequence): kind = .sequence(library.rowTypes[sequence.kind].name)
      case .table(let table) where parts.count == 1: return table.fields.compactMap(\.key.text)
      case .string where parts.count == 1:
        guard case .table(let table) = state.global("string") else { return [] }
        return table.fields.compactMap(\.key.text)
      default: return []
      }
    }
    for part in parts.dropFirst() { kind = kind.flatMap { inference.member(part, of: $0) } }
    switch kind {
    case .row(let name): return library.rowType(named: name)?.memberNames ?? []
    case .sequence: return library.sequenceMethods.map(\.documentation.name)
    case .records: return library.recordMethods.map(\.documentation.name)
    case .module(let name):
      let module = library.modules.first { $0.name == name }
      return module?.functions.map(\.documentation.name) ?? []
    case .other, nil: return []
    }
  }
}

/// The path of names that a text ends in: `x = corpus.quotes[1].ar` ends in corpus, quotes, [] and the
/// beginning `ar`.
struct LuaPath {
  /// The names before the last separator; an index is `[]`, arguments of a call are left out for methods.
  private(set) var parts: [String] = []
  /// What has been typed of the last name.
  private(set) var prefix = ""
  /// Whether what stands before the last separator is a path of names at all.
  private(set) var isReadable = true

  init(before text: String) {
    let bytes = Array(text.utf8)
    var end = bytes.count
    func name() -> String {
      var start = end
      while start > 0, Self.isNameByte(bytes[start - 1]) { start -= 1 }
      defer { end = start }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    prefix = name()
    var reversed: [String] = []
    while end > 0, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":") {
      end -= 1
      // Brackets and arguments between the name and the separator.
      var suffixes: [String] = []
      while let (opening, suffix) = Self.bracket(bytes, endingAt: end) {
        end = opening
        if suffix == "[]" { suffixes.append(suffix) }
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      }
      let word = name()
      guard !word.isEmpty else {
        isReadable = false
        return
      }
      reversed += suffixes
      reversed.append(word)
    }
    parts = reversed.reversed()
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
  }

  /// Where the bracket, argument list or literal argument that ends here begins.
  private static func bracket(
    _ bytes: [UInt8], endingAt end: Int
  ) -> (opening: Int, suffix: String)? {
    guard end > 0 else { return nil }
    let closing = bytes[end - 1]
    if closing == UInt8(ascii: "\"") || closing == UInt8(ascii: "'") {
      guard let opening = bytes[..<(end - 1)].lastIndex(of: closing) else { return nil }
      return (opening, "()")
    }
    let pairs: [UInt8: UInt8] = [
      UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
      UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]
    guard let opening = pairs[closing] else { return nil }
    var depth = 0
    for index in stride(from: end - 1, through: 0, by: -1) {
      if bytes[index] == closing { depth += 1 }
      if bytes[index] == opening { depth -= 1 }
      if depth == 0 { return (index, closing == UInt8(ascii: "]") ? "[]" : "()") }
    }
    return nil
  }
}
