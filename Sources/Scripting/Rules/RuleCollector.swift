internal import LuaHost
internal import Rules

/// Takes down what scripts declare with `rule`, `list`, `cue` and the like, with its place.
///
/// One belongs to each Lua state. It holds the actions of the rules, which live as long as their state.
final class RuleCollector {
  /// What was declared since ``take()``.
  private var declarations = RuleDeclarations()
  private var newActions: [Int: LuaFunction] = [:]
  private var actionCount = 0
  /// The sources of the chunks by the name that Lua knows them by, to find patterns in them.
  private var sources: [String: String] = [:]
  /// Which files `list` may read.
  var files = ScriptFiles(script: nil)
  /// Tells actions of this state apart from those of others.
  let number: Int

  /// Creates a collector.
  ///
  /// - Parameter number: Different for each state that is used together with others.
  init(number: Int = 0) { self.number = number }

  /// Remembers the source of a chunk.
  func remember(_ source: String, named chunk: String) { sources[chunk] = source }

  /// Whether something was declared since ``take()``.
  private(set) var hasNews = false

  /// Hands over what was declared, with the actions by their numbers.
  func take() -> (declarations: RuleDeclarations, actions: [Int: LuaFunction]) {
    defer {
      hasNews = false
      declarations = RuleDeclarations()
      newActions = [:]
    }
    return (declarations, newActions)
  }

  func add(_ list: RuleDeclarations.List) { note { $0.lists.append(list) } }
  func add(_ definition: RuleDeclarations.Definition) {
    note { $0.definitions.append(definition) }
  }
  func add(_ attribute: RuleDeclarations.Attribute) { note { $0.attributes.append(attribute) } }
  func add(_ cue: RuleDeclarations.Cue) { note { $0.cues.append(cue) } }
  func add(_ alias: RuleDeclarations.Alias) { note { $0.aliases.append(alias) } }
  func add(_ boilerplate: RuleDeclarations.Boilerplate) {
    note { $0.boilerplate.append(boilerplate) }
  }
  func add(_ rule: RuleDeclarations.Rule, action: LuaFunction?) {
    var rule = rule
    if let action {
      actionCount += 1
      rule.action = number << 32 | actionCount
      newActions[number << 32 | actionCount] = action
    }
    note { $0.rules.append(rule) }
  }

  private func note(_ change: (inout RuleDeclarations) -> Void) {
    change(&declarations)
    hasNews = true
  }

  // MARK: - Places

  /// Where a call stands.
  func place(of call: borrowing LuaCall) -> RulePlace {
    guard let place = call.place else { return RulePlace() }
    return RulePlace(
      file: place.chunk.hasPrefix("@") ? String(place.chunk.dropFirst()) : "", line: place.line)
  }

  /// Where a text that a call was given is written: the first place from the call's line on where it
  /// stands as a literal, or the call's own place.
  func place(of text: String, in call: borrowing LuaCall) -> RulePlace {
    let place = place(of: call)
    guard let chunk = call.place?.chunk, let source = sources[chunk], !text.isEmpty else {
      return place
    }
    return Self.place(of: text, in: source, from: place) ?? place
  }

  static func place(of text: String, in source: String, from place: RulePlace) -> RulePlace? {
    let bytes = Array(source.utf8)
    let wanted = Array(text.utf8)
    var line = 1
    var index = 0
    while line < place.line, index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    var lineStart = index
    while index + wanted.count <= bytes.count {
      let isLiteral = index > 0 && Self.opensLiteral.contains(bytes[index - 1])
      if isLiteral, bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
        let before = String(decoding: bytes[lineStart..<index], as: UTF8.self)
        return RulePlace(
          file: place.file, line: line, column: before.unicodeScalars.count + 1)
      }
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    return nil
  }

  /// What stands before the text of a literal; Lua drops a line feed after `[[`.
  private static let opensLiteral: Set<UInt8> = [
    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "\n"),
  ]
}
