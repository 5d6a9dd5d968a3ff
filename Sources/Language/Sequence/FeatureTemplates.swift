/// What a tagger looks at, as a readable table: one language of features for all taggers.
///
/// A line names a group and then its templates; a template joins attributes at offsets from the token:
///
///     window   word[-1] word[0] word[-1]|word[0] pos[0]|pos[1]|pos[2]
///     quotes   quote[0] quote[0]|word[0]
///
/// Every token gets one feature for each template: the hash of the template's number and its attributes'
/// keys. Beyond the border of the paragraph all attributes have the key 0.
public struct FeatureTemplates: Sendable {
  /// One template.
  public struct Template: Hashable, Sendable {
    /// The group, for ablations.
    public var group: String
    /// The template as the table writes it.
    public var name: String
    /// What is joined: an attribute's number and the offset of the token it is taken from.
    public var parts: [Part]
  }

  /// An attribute at an offset.
  public struct Part: Hashable, Sendable {
    /// The number of the attribute.
    public var attribute: Int
    /// The offset of the token.
    public var offset: Int
  }

  /// The largest offset that a template may use.
  public static let reach = 4

  /// A template may join so many attributes.
  public static let mostParts = 5

  /// The names of the attributes, by number.
  public let attributes: [String]
  /// The templates, those with fewer parts first.
  public let templates: [Template]
  /// A number that differs for different tables: models keep it to know what they were trained for.
  public let signature: UInt64
  /// What the templates are at work, in the order of ``templates``.
  let entries: [Entry]
  /// The entries with equally many parts.
  let classes: [TemplateClass]

  /// Templates with the same number of parts.
  struct TemplateClass: Sendable {
    var partCount: Int
    var entries: Range<Int>
  }

  /// A template at work: its seed, and where its attributes lie, counted in cells from the token's first.
  struct Entry: Sendable {
    var seed: UInt64
    var offsets: InlineArray<5, Int32>

    /// The hash of a token's feature; `partCount` is that of the template.
    @inline(__always)
    func hash(_ here: UnsafePointer<UInt32>, partCount: Int) -> UInt64 {
      var hash = FeatureHash.join(seed, UInt64(here[Int(offsets[0])]))
      if partCount > 1 { hash = FeatureHash.join(hash, UInt64(here[Int(offsets[1])])) }
      if partCount > 2 { hash = FeatureHash.join(hash, UInt64(here[Int(offsets[2])])) }
      if partCount > 3 { hash = FeatureHash.join(hash, UInt64(here[Int(offsets[3])])) }
      if partCount > 4 { hash = FeatureHash.join(hash, UInt64(here[Int(offsets[4])])) }
      return hash
    }
  }

  /// Reads a table.
  ///
  /// A table is a part of the program: an unknown attribute or an offset out of reach is a programmer's
  /// error and stops it.
  public init(table: String, attributes: [String]) {
    var numbers: [String: Int] = [:]
    for (number, name) in attributes.enumerated() { numbers[name] = number }
    var templates: [Template] = []
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let group = words.first, !group.hasPrefix("#") else { continue }
      for word in words.dropFirst() {
        let parts = word.split(separator: "|").map { part -> Part in
          let pieces = part.split(whereSeparator: { $0 == "[" || $0 == "]" })
          guard
            pieces.count == 2, let number = numbers[String(pieces[0])],
            let offset = Int(pieces[1]), abs(offset) <= Self.reach
          else { preconditionFailure("not an attribute at an offset within reach: \(part)") }
          return Part(attribute: number, offset: offset)
        }
        precondition(parts.count <= Self.mostParts, "no template joins so many: \(word)")
        templates.append(Template(group: String(group), name: String(word), parts: parts))
      }
    }
    self.init(attributes: attributes, templates: templates)
  }

  private init(attributes: [String], templates: [Template]) {
    precondition(!templates.isEmpty, "a table without templates teaches nothing")
    self.attributes = attributes
    var ordered: [Template] = []
    var entries: [Entry] = []
    var classes: [TemplateClass] = []
    var signature = FeatureHash.key(of: attributes.count)
    for count in 1...(templates.map(\.parts.count).max() ?? 1) {
      let start = entries.count
      for template in templates where template.parts.count == count {
        // The seed depends on the name, not on the place in the table, so that a group can be left out.
        let seed = FeatureHash.key(of: template.name)
        signature = FeatureHash.join(signature, seed)
        var entry = Entry(seed: seed, offsets: InlineArray(repeating: 0))
        for (number, part) in template.parts.enumerated() {
          entry.offsets[number] = Int32(part.offset * attributes.count + part.attribute)
        }
        entries.append(entry)
        ordered.append(template)
      }
      if start < entries.count {
        classes.append(TemplateClass(partCount: count, entries: start..<entries.count))
      }
    }
    self.templates = ordered
    self.entries = entries
    self.classes = classes
    self.signature = signature
  }

  /// The number of features of a token.
  public var count: Int { templates.count }

  /// The groups in the order of the table.
  public var groups: [String] {
    templates.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
  }

  /// The same templates without those of some groups.
  public func without(groups: Set<String>) -> FeatureTemplates {
    FeatureTemplates(
      attributes: attributes, templates: templates.filter { !groups.contains($0.group) })
  }

  /// The templates that another table does not have, or `nil` if it has them all.
  public func without(_ other: FeatureTemplates) -> FeatureTemplates? {
    let known = Set(other.templates.map(\.name))
    let left = templates.filter { !known.contains($0.name) }
    return left.isEmpty ? nil : FeatureTemplates(attributes: attributes, templates: left)
  }

  /// Adds the features of some tokens to a sequence.
  ///
  /// - Complexity: O(tokens × parts of all templates).
  public func append(
    _ rows: Range<Int>, of columns: AttributeColumns, to sequence: inout FeatureSequence
  ) {
    checkReach(of: rows, in: columns)
    precondition(sequence.featuresPerToken == count, "a sequence for as many features")
    sequence.features.reserveCapacity(sequence.features.count + rows.count * count)
    // Safe: every offset is within reach of a row, checked above; the pointer does not leave the closure.
    columns.cells.withUnsafeBufferPointer { buffer in
      guard let cells = buffer.baseAddress else { return }
      for row in rows {
        let here = cells + row * attributes.count
        for kind in classes {
          for index in kind.entries {
            sequence.features.append(
              FeatureHash.feature(entries[index].hash(here, partCount: kind.partCount)))
          }
        }
      }
    }
  }

  /// Stops where a template could look beyond the cells.
  func checkReach(of rows: Range<Int>, in columns: AttributeColumns) {
    precondition(columns.attributeCount == attributes.count, "columns for the same attributes")
    precondition(
      rows.lowerBound >= Self.reach && rows.upperBound + Self.reach <= columns.rowCount,
      "rows with a border on both sides")
  }
}
