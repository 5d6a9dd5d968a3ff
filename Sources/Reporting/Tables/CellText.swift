/// A cell's words for the screen, safe to print, with the weight of each part.
struct CellText {
  private(set) var runs: [TextRun]
  let width: Int

  /// The words without weights.
  var plain: String { runs.map(\.text).joined() }

  init(runs: [TextRun]) {
    self.runs = runs
    width = runs.reduce(0) { $0 + TextWidth.width(of: $1.text) }
  }

  init(plain text: String) { self.init(runs: [TextRun(text)]) }

  /// A cell of a column of numbers with so many digits after the point, or `nil` where words stand between
  /// the numbers and each needs its own.
  init(_ cell: Cell, fractionDigits: Int?) {
    switch cell {
    case .number(let value) where value.isFinite:
      let digits = fractionDigits ?? NumberText.fractionDigits(value, limit: 4)
      self.init(plain: NumberText.fixed(value, digits: digits))
    case .integer(let value):
      guard let fractionDigits, fractionDigits > 0 else {
        self.init(plain: TextWidth.printable(cell.plainText))
        return
      }
      self.init(plain: "\(value)." + String(repeating: "0", count: fractionDigits))
    case .missing:
      self.init(runs: [TextRun("–", .faint)])
    case .span(let span):
      self.init(runs: [
        TextRun(TextWidth.printable(span.text)),
        TextRun(" (\(TextWidth.printable(span.place)))", .faint),
      ])
    case .inferred(let text):
      self.init(runs: [TextRun(TextWidth.printable(text)), TextRun(" (inferred)", .faint)])
    case .runs(let runs):
      self.init(runs: runs.map { TextRun(TextWidth.printable($0.plainText), $0.style) })
    default:
      self.init(plain: TextWidth.printable(cell.plainText))
    }
  }

  /// The words cut into lines of a column.
  func lines(width limit: Int, overflow: Column.Overflow, limit lineLimit: Int) -> [CellText] {
    guard width > limit else { return [self] }
    let text = plain
    let lines: [String]
    switch overflow {
    case .shortenEnd: lines = [TextWidth.shortened(text, to: limit)]
    case .shortenStart: lines = [TextWidth.shortenedStart(text, to: limit)]
    case .wrap:
      var wrapped = TextWidth.wrapped(text, to: limit)
      if wrapped.count > lineLimit {
        wrapped.removeSubrange(lineLimit...)
        let last = wrapped.removeLast()
        let isFull = TextWidth.width(of: last) >= limit
        wrapped.append(isFull ? TextWidth.shortened(last + " …", to: limit) : last + "…")
      }
      lines = wrapped
    }
    return runs.count == 1
      ? lines.map { CellText(runs: [TextRun($0, runs[0].style)]) } : redistribute(lines)
  }

  /// Gives the characters of the cut lines the weights that they had before.
  private func redistribute(_ lines: [String]) -> [CellText] {
    var source = runs.flatMap { run in run.text.map { ($0, run.style) } }[...]
    if let first = lines.first, first.hasPrefix("…"), !plain.hasPrefix("…") {
      source = source.suffix(first.drop { $0 == "…" }.count)
    }
    return lines.map { line in
      var runs: [TextRun] = []
      for character in line {
        while let (next, _) = source.first, next != character, next == " " { source.removeFirst() }
        var style = TextRun.Style.plain
        if let (next, nextStyle) = source.first, next == character {
          style = nextStyle
          source.removeFirst()
        }
        if runs.last?.style == style {
          runs[runs.count - 1].text.append(character)
        } else {
          runs.append(TextRun(String(character), style))
        }
      }
      return CellText(runs: runs)
    }
  }

  /// The words in colour, where there is colour; differences keep their marks in both cases.
  func painted(_ usesColour: Bool) -> String {
    runs.map { run in
      switch run.style {
      case .plain: run.text
      case .emphasis: TerminalColour.bold.paint(run.text, if: usesColour)
      case .faint: TerminalColour.faint.paint(run.text, if: usesColour)
      case .inserted: TerminalColour.green.paint(run.text, if: usesColour)
      case .deleted: TerminalColour.red.paint(run.text, if: usesColour)
      }
    }.joined()
  }
}
