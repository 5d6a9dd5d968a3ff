/// One value in a table.
public enum Cell: Hashable, Sendable {
  /// Known to have no value: `nil` in Lua, `null` in JSON, nothing in CSV.
  case missing
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Any other number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// Several values in one place: aliases, candidates.
  case list([Cell])
  /// Words taken from an article, with the place they stand at.
  case span(SpanText)
  /// Text that an analyst inferred and no article states: a speaker whom an alias names.
  case inferred(String)
  /// Text whose parts differ in weight: a difference of two wordings, a found word in its sentence.
  case runs([TextRun])

  /// Whether the value is a number.
  public var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }

  /// The words with their place, if it is words from an article.
  public var span: SpanText? { if case .span(let span) = self { span } else { nil } }

  /// The value as plain text, as CSV carries it; missing values are empty.
  public var plainText: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let value): NumberText.shortest(value)
    case .boolean(let value): value ? "true" : "false"
    case .list(let cells):
      // In a list there is no room for the place but behind the words.
      cells.map { cell in cell.span.map { "\($0.text) (\($0.place))" } ?? cell.markedText }
        .joined(separator: "; ")
    case .span(let span): span.text
    case .inferred(let text): text
    case .runs(let runs): runs.map(\.plainText).joined()
    }
  }
}

extension Cell {
  /// Whether it holds what an analyst inferred.
  var isInferred: Bool { if case .inferred = self { true } else { false } }

  /// The value as plain text that says so where an analyst inferred it.
  var markedText: String { isInferred ? plainText + " (inferred)" : plainText }
}

/// Words taken from an article, with the place they stand at.
public struct SpanText: Hashable, Sendable {
  /// The words as they stand in the article.
  public var text: String
  /// The article's id: `001`.
  public var article: String
  /// The 1-based line of the first word, where it is known.
  public var line: Int?

  /// Creates words with their place.
  public init(_ text: String, article: String, line: Int? = nil) {
    self.text = text
    self.article = article
    self.line = line
  }

  /// The place as people write it: `001:29`.
  public var place: String { line.map { "\(article):\($0)" } ?? article }
}

/// A part of a text with one weight.
public struct TextRun: Hashable, Sendable {
  /// What the part is to the whole.
  public enum Style: String, Hashable, Sendable, Codable, CaseIterable {
    /// Ordinary text.
    case plain
    /// The part that matters: the words found.
    case emphasis
    /// Context of less weight.
    case faint
    /// Words that only the second wording has.
    case inserted
    /// Words that only the first wording has.
    case deleted
  }

  /// The words.
  public var text: String
  /// What they are to the whole.
  public var style: Style

  /// Creates a run.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// The words with marks that survive without colour: `[-old-]`, `{+new+}`, as wdiff writes them.
  public var plainText: String {
    switch style {
    case .plain, .emphasis, .faint: text
    case .inserted: "{+\(text)+}"
    case .deleted: "[-\(text)-]"
    }
  }
}

extension Cell {
  /// A text, or a missing value.
  public static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .missing }
  /// A whole number, or a missing value.
  public static func optional(_ integer: Int?) -> Cell { integer.map(Cell.integer) ?? .missing }
  /// A number, or a missing value.
  public static func optional(_ number: Double?) -> Cell { number.map(Cell.number) ?? .missing }
  /// A list of texts.
  public static func texts(_ texts: [String]) -> Cell { .list(texts.map(Cell.text)) }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
  /// Creates a text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// Creates a missing value.
  public init(nilLiteral: ()) { self = .missing }
  /// Creates a list.
  public init(arrayLiteral elements: Cell...) { self = .list(elements) }
}
