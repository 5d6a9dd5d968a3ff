/// Reads the table with which a plugin's file begins: constants only, nothing is run.
///
/// The notation is Lua's: strings in all three forms, numbers, `true`, `false`, tables with names and
/// without, comments. A function, a call or a variable is an error.
struct ManifestReader {
  /// A constant with its place.
  struct Value {
    enum Content {
      case text(String)
      case number(Double)
      case flag(Bool)
      case table(items: [Value], fields: [(name: String, value: Value)])
    }

    var content: Content
    var place: Place

    /// What Lua calls its type.
    var typeName: String {
      switch content {
      case .text: "string"
      case .number: "number"
      case .flag: "boolean"
      case .table: "table"
      }
    }
  }

  /// A 1-based line and a column in code points.
  struct Place: Equatable {
    var line: Int
    var column: Int
  }

  /// What is wrong and where.
  struct Fault: Error, Equatable {
    var message: String
    var hint: String?
    var place: Place
  }

  /// What is said of a file that is no plugin.
  static let noManifest = "a plugin begins with its manifest"

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ source: String) { bytes = Array(source.utf8) }

  /// The table of the manifest.
  ///
  /// - Throws: ``Fault`` where the file does not begin with `plugin { … }` or the table is no data.
  static func read(_ source: String) throws(Fault) -> Value {
    var reader = ManifestReader(source)
    if reader.bytes.first == UInt8(ascii: "#") { reader.skipLine() }
    try reader.skipSpace()
    let start = reader.position
    guard reader.name() == "plugin" else {
      throw reader.fault(
        noManifest, at: start,
        hint: "plugin { name = \"…\", version = \"1.0\", api = 1, summary = \"…\", … }")
    }
    try reader.skipSpace()
    let hasBracket = reader.take("(")
    try reader.skipSpace()
    guard reader.peek == UInt8(ascii: "{") else {
      throw reader.fault("a table is expected after 'plugin'", at: reader.position)
    }
    let value = try reader.value()
    try reader.skipSpace()
    if hasBracket, !reader.take(")") {
      throw reader.fault("this bracket is never closed: )", at: reader.position)
    }
    return value
  }

  // MARK: - Values

  private mutating func value() throws(Fault) -> Value {
    let start = position
    let place = place(of: start)
    switch peek {
    case UInt8(ascii: "{"): return try table(at: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return Value(content: .text(try quoted()), place: place)
    case UInt8(ascii: "["):
      if let text = try longText() { return Value(content: .text(text), place: place) }
    case .some(let byte) where Self.isDigit(byte) || byte == UInt8(ascii: "-"):
      return Value(content: .number(try number()), place: place)
    default:
      switch name() {
      case "true": return Value(content: .flag(true), place: place)
      case "false": return Value(content: .flag(false), place: place)
      default: break
      }
    }
    position = start
    throw fault(
      peek == nil ? "the manifest is not closed" : "a constant is expected here", at: start,
      hint: "a manifest is data: text, numbers, true, false and tables of them")
  }

  private mutating func table(at place: Place) throws(Fault) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > 16 { throw fault("too many tables in tables", at: position) }
    let open = position
    position += 1
    var items: [Value] = []
    var fields: [(name: String, value: Value)] = []
    while true {
      try skipSpace()
      if take("}") { break }
      guard peek != nil else { throw fault("this { is never closed", at: open) }
      if let key = try key() {
        if fields.contains(where: { $0.name == key.name }) {
          throw fault("'\(key.name)' is given twice", at: key.start)
        }
        fields.append((key.name, try value()))
      } else {
        items.append(try value())
      }
      try skipSpace()
      if take(",") || take(";") { continue }
      guard peek == UInt8(ascii: "}") else {
        throw fault(
          peek == nil ? "this { is never closed" : "a comma or } is expected here",
          at: peek == nil ? open : position)
      }
    }
    return Value(content: .table(items: items, fields: fields), place: place)
  }

  /// `name =` or `["name"] =`, or `nil` where a value stands.
  private mutating func key() throws(Fault) -> (name: String, start: Int)? {
    let start = position
    var found: String?
    if peek == UInt8(ascii: "[") {
      position += 1
      try skipSpace()
      if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
        found = try quoted()
        try skipSpace()
        if !take("]") { throw fault("a ] is expected here", at: position) }
      }
    } else {
      found = name()
    }
    try skipSpace()
    if let found, peek == UInt8(ascii: "="), !starts(with: "==") {
      position += 1
      try skipSpace()
      return (found, start)
    }
    position = start
    return nil
  }

  private mutating func quoted() throws(Fault) -> String {
    let start = position
    let mark = bytes[position]
    position += 1
    var text: [UInt8] = []
    while let byte = peek, byte != mark, byte != UInt8(ascii: "\n") {
      position += 1
      guard byte == UInt8(ascii: "\\"), let escaped = peek else {
        text.append(byte)
        continue
      }
      position += 1
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "\n"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): text.append(escaped)
      default:
        throw fault(
          "this escape is not known here", at: position - 2, hint: "\\n, \\t, \\\\, \\\" and \\'")
      }
    }
    guard take(String(Character(Unicode.Scalar(mark)))) else {
      throw fault("this string is never closed", at: start)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `[[…]]` or `[=[…]=]`; the line feed directly behind the opening is left out.
  private mutating func longText() throws(Fault) -> String? {
    let start = position
    var level = 0
    while position + 1 + level < bytes.count, bytes[position + 1 + level] == UInt8(ascii: "=") {
      level += 1
    }
    guard position + 1 + level < bytes.count, bytes[position + 1 + level] == UInt8(ascii: "[")
    else { return nil }
    position += 2 + level
    if peek == UInt8(ascii: "\n") { position += 1 }
    let closing = "]" + String(repeating: "=", count: level) + "]"
    let first = position
    while position < bytes.count {
      if starts(with: closing) {
        let text = String(decoding: bytes[first..<position], as: UTF8.self)
        position += closing.utf8.count
        return text
      }
      position += 1
    }
    throw fault("this string is never closed", at: start)
  }

  private mutating func number() throws(Fault) -> Double {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    while let byte = peek,
      Self.isDigit(byte) || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    {
      position += 1
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw fault("this is no number", at: start)
    }
    return number
  }

  private mutating func name() -> String? {
    let start = position
    while let byte = peek, Self.isNamePart(byte), position > start || !Self.isDigit(byte) {
      position += 1
    }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  // MARK: - Space

  private mutating func skipSpace() throws(Fault) {
    while let byte = peek {
      if byte <= UInt8(ascii: " ") {
        position += 1
      } else if starts(with: "--[") {
        let start = position
        position += 2
        if try longText() == nil {
          position = start
          skipLine()
        }
      } else if starts(with: "--") {
        skipLine()
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek, byte != UInt8(ascii: "\n") { position += 1 }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func starts(with text: String) -> Bool {
    position < bytes.count && bytes[position...].starts(with: text.utf8)
  }

  private mutating func take(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    position += text.utf8.count
    return true
  }

  private func place(of offset: Int) -> Place {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count
    return Place(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: column + 1)
  }

  private func fault(_ message: String, at offset: Int, hint: String? = nil) -> Fault {
    Fault(message: message, hint: hint, place: place(of: offset))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
