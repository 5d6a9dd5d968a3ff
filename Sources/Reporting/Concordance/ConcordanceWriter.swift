internal import NewsModel
public import Store

/// Writes a concordance line by line, so that a reader at the other end of a pipe gets each hit as it is found.
///
/// As a table the match stands in one column, so that the eye finds what is near it. The other forms hold
/// article, line, the first and last byte of the match (from 1, the last included), the context and all
/// captures.
public struct ConcordanceWriter {
  private let format: TableFormat
  private let width: Int?
  private let usesColour: Bool
  private let captures: [String]
  private let placeWidth: Int
  private let write: (String) -> Void
  private var rows: Table
  private var count = 0

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - captures: The names of the pattern's captures.
  ///   - snapshot: The corpus.
  ///   - options: The width of the screen, if it is one, and whether it has colours.
  ///   - write: Gets the pieces of the result.
  /// - Throws: What the corpus throws.
  public init(
    _ format: TableFormat, captures: [String], snapshot: CorpusSnapshot,
    options: RenderingOptions = .plain, write: @escaping (String) -> Void
  ) throws {
    self.format = format
    width = options.width
    usesColour = options.usesColour
    self.captures = captures
    self.write = write
    rows = Table(columns: Self.columns(captures))
    let names = try snapshot.articles.id
    let longest = (0..<names.count).reduce(3) { max($0, TextWidth.width(of: names[$1] ?? "")) }
    placeWidth = min(longest, 24) + 5
  }

  private static func columns(_ captures: [String]) -> [Column] {
    var columns: [Column] = ["article", "line", "first", "last", "before", "match", "after"]
    columns[4].alignment = .right
    return columns + captures.map { Column($0) }
  }

  /// Writes a hit.
  public mutating func append(_ line: ConcordanceLine) {
    count += 1
    switch format {
    case .table: write(aligned(line) + "\n")
    case .html, .svg: rows.append(row(line))
    case .jsonl, .json, .csv, .markdown: writeRow(row(line))
    }
  }

  /// Ends the result.
  public mutating func finish() {
    switch format {
    case .table: break
    case .html, .svg: write(rows.rendered(as: format))
    case .json: write(count == 0 ? "[]\n" : "\n]\n")
    case .jsonl: break
    case .csv, .markdown: if count == 0 { write(rows.rendered(as: format)) }
    }
  }

  // MARK: - Rows

  private func row(_ line: ConcordanceLine) -> [Cell] {
    let fixed: [Cell] = [
      .text(line.article), .integer(line.line), .integer(line.range.start + 1),
      .integer(line.range.end), .text(Self.flat(line.before)), .text(Self.flat(line.match)),
      .text(Self.flat(line.after)),
    ]
    return fixed
      + captures.map { name in
        line.captures.first { $0.name == name }.map { .text(Self.flat($0.text)) } ?? .missing
      }
  }

  /// Writes one row as the whole table would have it.
  private func writeRow(_ cells: [Cell]) {
    let table = Table(columns: rows.columns, rows: [cells])
    switch format {
    case .json:
      var object = table.rendered(as: .jsonl)
      if object.hasSuffix("\n") { object.removeLast() }
      write((count == 1 ? "[\n" : ",\n") + object)
    case .csv, .markdown:
      let whole = table.rendered(as: format)
      write(count == 1 ? whole : Self.withoutHeading(whole, lines: format == .csv ? 1 : 2))
    default: write(table.rendered(as: format))
    }
  }

  private static func withoutHeading(_ text: String, lines: Int) -> String {
    var rest = text.unicodeScalars[...]
    for _ in 0..<lines { rest = rest.drop { $0 != "\n" }.dropFirst() }
    return String(rest)
  }

  // MARK: - Words in context

  /// Place, context before flush right, match, context after.
  private func aligned(_ line: ConcordanceLine) -> String {
    let place = Self.padded(TextWidth.shortened(line.place, to: placeWidth), placeWidth)
    let side = max(12, ((width ?? 2 * 60 + placeWidth + 14) - placeWidth - 14) / 2)
    let before = TextWidth.shortenedStart(Self.clean(line.before), to: side)
    let padding = String(repeating: " ", count: max(0, side - TextWidth.width(of: before)))
    let match = Self.clean(line.match)
    var after = Self.clean(line.after)
    if let width {
      let room = width - placeWidth - side - 4 - TextWidth.width(of: match) - 1
      after = TextWidth.shortened(after, to: max(8, room))
    }
    return TerminalColour.faint.paint(place, if: usesColour) + " " + padding + before + "  "
      + TerminalColour.bold.paint(match, if: usesColour) + (after.isEmpty ? "" : "  " + after)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.width(of: text)))
  }

  private static func clean(_ text: String) -> String { TextWidth.printable(flat(text)) }

  /// One line, its white space single spaces, none at the ends.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
