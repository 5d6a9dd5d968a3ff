/// The forms a table can take.
public enum TableFormat: String, Hashable, Sendable, CaseIterable {
  /// Aligned columns for reading.
  case table
  /// Comma-separated values after RFC 4180.
  case csv
  /// One JSON array with an object for each row.
  case json
  /// One JSON object for each row and line.
  case jsonl
  /// A table in GitHub's Markdown.
  case markdown = "md"
  /// A page of its own in HTML.
  case html
  /// A chart of horizontal bars.
  case svg

  /// The form with this name, long names and file endings included, or `nil`.
  public init?(named name: String) {
    switch name.lowercased() {
    case "text", "txt": self = .table
    case "markdown": self = .markdown
    case "ndjson": self = .jsonl
    case "htm": self = .html
    case let other: self.init(rawValue: other)
    }
  }
}

/// How much room and which means a reader has.
public struct RenderingOptions: Hashable, Sendable {
  /// The width to keep to in columns, or `nil` for lines as long as they need be.
  public var width: Int?
  /// Whether colours may be used.
  public var usesColour: Bool
  /// How many rows are shown before the rest is only counted, or `nil` for all.
  public var maximumRows: Int?
  /// How many lines a cell may wrap to before it is shortened; a single row may always wrap.
  public var maximumLines: Int
  /// How the reader gets at the rows left out: “.last for all”.
  public var moreHint: String

  /// Creates options; without arguments they are those for a pipe: everything, plainly.
  public init(
    width: Int? = nil, usesColour: Bool = false, maximumRows: Int? = nil, maximumLines: Int = 3,
    moreHint: String = ".last for all"
  ) {
    self.width = width
    self.usesColour = usesColour
    self.maximumRows = maximumRows
    self.maximumLines = maximumLines
    self.moreHint = moreHint
  }

  /// Everything, plainly: what a pipe or a file gets.
  public static let plain = RenderingOptions()
}

extension Table {
  /// The table in one of its forms.
  ///
  /// Only ``TableFormat/table`` is bounded by the options; the other forms are for programs and always
  /// hold every row.
  ///
  /// - Complexity: O(*n*) in the size of the result.
  public func rendered(as format: TableFormat, options: RenderingOptions = .plain) -> String {
    switch format {
    case .table: TextTableRenderer(options).render(self)
    case .csv: CSVRenderer.render(self)
    case .json: JSONTableRenderer.render(self, asLines: false)
    case .jsonl: JSONTableRenderer.render(self, asLines: true)
    case .markdown: MarkdownRenderer.render(self)
    case .html: HTMLTableRenderer.page(self)
    case .svg: BarChart.render(self)
    }
  }
}
