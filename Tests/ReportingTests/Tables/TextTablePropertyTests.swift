import Reporting
import Testing

@Suite("Tables of any content")
struct TextTablePropertyTests {
  /// Pieces that make trouble: wide, combining, invisible, controls, marks of direction, very long.
  static let pieces = [
    "a", "word", " ", "  ", "\n", "\r\n", "\t", "東京", "e\u{301}", "\u{301}", "🇷🇺", "👩‍👩‍👧", "❤️",
    "\u{200b}", "\u{202e}", "\u{1b}[31m", "\u{0}", "“quoted,”", "—", "…", "\u{a0}", "\u{ad}", "|",
    "incomprehensibilities", "https://example.org/a/very/long/address/without/any/space", "",
  ]

  /// A small generator with a fixed seed, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func text(_ generator: inout Generator) -> String {
    (0..<Int.random(in: 0..<12, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  static func cell(_ generator: inout Generator) -> Cell {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: .missing
    case 1: .integer(Int.random(in: -1000...100_000, using: &generator))
    case 2:
      .number([0.5, -1e300, .infinity, .nan, 1 / 3][Int.random(in: 0..<5, using: &generator)])
    case 3: .boolean(true)
    case 4: .list([.text(text(&generator)), .integer(1)])
    case 5: .span(SpanText(text(&generator), article: "001", line: 2))
    case 6:
      .runs([
        TextRun(text(&generator)), TextRun(text(&generator), .inserted),
        TextRun(text(&generator), .emphasis), TextRun("", .deleted),
      ])
    default: .text(text(&generator))
    }
  }

  static func table(_ generator: inout Generator) -> Table {
    let overflows: [Column.Overflow] = [.wrap, .shortenEnd, .shortenStart]
    let columns = (0..<Int.random(in: 1..<8, using: &generator)).map { _ in
      Column(text(&generator), overflow: overflows.randomElement(using: &generator) ?? .wrap)
    }
    return Table(
      columns: columns,
      rows: (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
        columns.map { _ in cell(&generator) }
      })
  }

  @Test("keep to the width and write nothing that a terminal would obey", arguments: 0..<40)
  func width(seed: Int) {
    var generator = Generator(state: UInt64(seed))
    for _ in 0..<10 {
      let table = Self.table(&generator)
      let width = Int.random(in: 24...100, using: &generator)
      let text = table.rendered(
        as: .table, options: RenderingOptions(width: width, maximumRows: 3))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { TextWidth.width(of: $0) <= width }, "seed \(seed): \(text)")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "seed \(seed)")
      #expect(!lines.contains { $0.hasSuffix(" ") }, "seed \(seed): \(text)")
    }
  }

  @Test("come out the same twice, in every form", arguments: TableFormat.allCases)
  func deterministic(format: TableFormat) {
    var first = Generator(state: 7)
    var second = Generator(state: 7)
    #expect(
      Self.table(&first).rendered(as: format) == Self.table(&second).rendered(as: format))
  }
}
