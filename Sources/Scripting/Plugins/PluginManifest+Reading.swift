internal import LuaHost

extension PluginManifest {
  /// Reads the manifest at the beginning of a plugin's file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - path: What messages call it.
  ///   - level: The level of this program's interface.
  /// - Throws: ``PluginError/manifest(path:line:column:message:hint:)``.
  init(
    reading source: String, path: String, level: Int = SaysoModule.level
  ) throws(PluginError) {
    do throws(ManifestReader.Fault) {
      self = try ManifestForm(try ManifestReader.read(source)).manifest(level: level)
    } catch {
      throw .manifest(
        path: path, line: error.place.line, column: error.place.column, message: error.message,
        hint: error.hint)
    }
  }

  /// The option of a name.
  public func option(_ name: String) -> Option? { options.first { $0.name == name } }
}

/// Takes the fields of a manifest one by one, and says which is missing, unknown or of the wrong type.
private struct ManifestForm {
  typealias Value = ManifestReader.Value
  typealias Fault = ManifestReader.Fault

  private let place: ManifestReader.Place
  private let fields: [(name: String, value: Value)]

  private static let known = [
    "name", "version", "api", "summary", "license", "needs", "options", "examples",
  ]

  init(_ value: Value) throws(Fault) {
    place = value.place
    guard case .table(let items, let fields) = value.content else {
      throw Fault(message: "the manifest is no table", place: value.place)
    }
    if let item = items.first {
      throw Fault(message: "a value without a name", hint: "name = …", place: item.place)
    }
    self.fields = fields
    try Self.checkNames(of: fields, known: Self.known, in: "a manifest")
  }

  func manifest(level: Int) throws(Fault) -> PluginManifest {
    let api = try required("api", Self.number)
    guard let level = Int(exactly: level), let wanted = Int(exactly: api.value), wanted >= 1 else {
      throw Fault(message: "api is a whole number from 1", place: api.place)
    }
    guard wanted <= level else {
      throw Fault(
        message: "the plugin needs level \(wanted) of the interface, this program has \(level)",
        hint: "a newer version of sayso runs it", place: api.place)
    }
    return PluginManifest(
      name: try pluginName(), version: try required("version", Self.text).value, api: wanted,
      summary: try required("summary", Self.text).value,
      license: try required("license", Self.text).value, needs: try needs(),
      options: try options(), examples: try texts("examples").map(\.text))
  }

  private func pluginName() throws(Fault) -> String {
    let name = try required("name", Self.text)
    let isGood = name.value.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_".utf8.contains(byte)
    }
    guard isGood, !name.value.isEmpty else {
      throw Fault(
        message: "'\(name.value)' is no name of a plugin",
        hint: "small letters, digits, - and _", place: name.place)
    }
    return name.value
  }

  private func needs() throws(Fault) -> [PluginManifest.Need] {
    var needs: [PluginManifest.Need] = []
    for (text, place) in try texts("needs") {
      guard let need = PluginManifest.Need(rawValue: text) else {
        let known = PluginManifest.Need.allCases.map(\.rawValue)
        throw Fault(
          message: "nothing that a plugin may need is called '\(text)'",
          hint: NearestName.hint(for: text, among: known)
            ?? "needs: \(known.joined(separator: ", "))", place: place)
      }
      if !needs.contains(need) { needs.append(need) }
    }
    return needs
  }

  private func options() throws(Fault) -> [PluginManifest.Option] {
    guard let value = field("options") else { return [] }
    guard case .table(let items, let fields) = value.content, items.isEmpty else {
      throw Fault(
        message: "options is a table of tables by name",
        hint: "options = { minimum = { type = \"number\", default = 0, summary = \"…\" } }",
        place: value.place)
    }
    var options: [PluginManifest.Option] = []
    for (name, value) in fields { options.append(try option(name, value)) }
    return options.sorted { $0.name < $1.name }
  }

  private func option(_ name: String, _ value: Value) throws(Fault) -> PluginManifest.Option {
    guard case .table(_, let fields) = value.content else {
      throw Fault(
        message: "option '\(name)' is a \(value.typeName), but a table is needed",
        hint: "{ type = \"number\", default = 0, summary = \"…\" }", place: value.place)
    }
    try Self.checkNames(
      of: fields, known: ["type", "default", "summary", "of"], in: "an option")
    let form = ManifestForm(place: value.place, fields: fields)
    let type = try form.required("type", Self.text)
    let kind: PluginManifest.Option.Kind
    switch type.value {
    case "number": kind = .number
    case "string": kind = .string
    case "boolean": kind = .boolean
    case "choice":
      let words = try form.texts("of").map(\.text)
      guard !words.isEmpty else {
        throw Fault(
          message: "a choice says of what", hint: "of = { \"one\", \"other\" }", place: type.place)
      }
      kind = .choice(words)
    default:
      let known = ["number", "string", "boolean", "choice"]
      throw Fault(
        message: "there is no type '\(type.value)'",
        hint: NearestName.hint(for: type.value, among: known)
          ?? "types: \(known.joined(separator: ", "))", place: type.place)
    }
    guard let initial = form.field("default") else {
      throw Fault(message: "option '\(name)' has no default", place: value.place)
    }
    return PluginManifest.Option(
      name: name, kind: kind, initial: try Self.initial(initial, kind, name),
      summary: try form.required("summary", Self.text).value)
  }

  private static func initial(
    _ value: Value, _ kind: PluginManifest.Option.Kind, _ name: String
  ) throws(Fault) -> PluginManifest.Value {
    switch (kind, value.content) {
    case (.number, .number(let number)): return .number(number)
    case (.string, .text(let text)): return .text(text)
    case (.boolean, .flag(let flag)): return .flag(flag)
    case (.choice(let words), .text(let text)) where words.contains(text): return .text(text)
    default:
      throw Fault(
        message: "the default of '\(name)' is no \(kind.name)", place: value.place)
    }
  }

  // MARK: - Fields

  private init(place: ManifestReader.Place, fields: [(name: String, value: Value)]) {
    self.place = place
    self.fields = fields
  }

  private func field(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  private func required<Result>(
    _ name: String, _ read: (Value, String) throws(Fault) -> Result
  ) throws(Fault) -> (value: Result, place: ManifestReader.Place) {
    guard let value = field(name) else {
      throw Fault(message: "'\(name)' is missing", place: place)
    }
    return (try read(value, name), value.place)
  }

  private static func text(_ value: Value, _ name: String) throws(Fault) -> String {
    guard case .text(let text) = value.content else {
      throw Fault(
        message: "\(name) is a \(value.typeName), but a string is needed", place: value.place)
    }
    return text
  }

  private static func number(_ value: Value, _ name: String) throws(Fault) -> Double {
    guard case .number(let number) = value.content else {
      throw Fault(
        message: "\(name) is a \(value.typeName), but a number is needed", place: value.place)
    }
    return number
  }

  private func texts(
    _ name: String
  ) throws(Fault) -> [(text: String, place: ManifestReader.Place)] {
    guard let value = field(name) else { return [] }
    guard case .table(let items, let fields) = value.content, fields.isEmpty else {
      throw Fault(message: "\(name) is a list of strings", place: value.place)
    }
    var texts: [(text: String, place: ManifestReader.Place)] = []
    for item in items { texts.append((try Self.text(item, "each of \(name)"), item.place)) }
    return texts
  }

  private static func checkNames(
    of fields: [(name: String, value: Value)], known: [String], in owner: String
  ) throws(Fault) {
    for (name, value) in fields where !known.contains(name) {
      throw Fault(
        message: "\(owner) has no field '\(name)'",
        hint: NearestName.hint(for: name, among: known)
          ?? "fields: \(known.joined(separator: ", "))", place: value.place)
    }
  }
}
