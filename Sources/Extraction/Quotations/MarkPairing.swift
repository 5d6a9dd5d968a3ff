internal import NewsModel

/// The most plausible reading of a paragraph's double quotation marks.
///
/// Every mark opens, closes or is no quotation mark at all, and a mark may be missing. Each choice
/// has a cost: little where the printed character and the spaces around it agree, much where they do
/// not or where a mark must be supplied. The cheapest consistent sequence wins (Viterbi over the
/// depth of nesting, at most two).
struct MarkPairing {
  /// What a mark does.
  enum Role: Equatable {
    case opens
    case closes
    case isNoMark
    /// Opens, and a closing mark is missing before it.
    case opensAfterMissingClose
    /// Closes, and an opening mark is missing before it.
    case closesAfterMissingOpen
  }

  private static let mismatchCost = 4.0
  private static let missingCost = 4.0
  private static let ignoredCost = 5.0
  private static let nestedCost = 2.0
  private static let impossible = 1e9
  private static let deepest = 2

  /// The roles of the marks.
  let roles: [Role]
  /// Quotations still open at the end of the paragraph.
  let depthAtEnd: Int

  /// Reads the marks of one paragraph.
  ///
  /// - Parameters:
  ///   - marks: The marks in order.
  ///   - style: How the article prints its marks.
  ///   - continues: Whether the next paragraph begins with an opening mark, so that a quotation need
  ///     not be closed in this one.
  /// - Complexity: O(*n*) in the number of marks.
  init(_ marks: [QuotationMark], style: MarkStyle, continues: Bool) {
    let states = Self.deepest + 1
    var best = [Double](repeating: Self.impossible, count: states)
    best[0] = 0
    var steps: [[(from: Int, role: Role)]] = []
    for (index, mark) in marks.enumerated() {
      let opening = Self.openingCost(mark, style)
      let closing = Self.closingCost(mark, style)
      let previous = index > 0 ? marks[index - 1] : nil
      let touchesPrevious = previous.map { Self.isNothing(between: $0, and: mark) } ?? false
      var next = [Double](repeating: Self.impossible, count: states)
      var step = [(from: Int, role: Role)](repeating: (0, .isNoMark), count: states)
      func offer(_ state: Int, _ cost: Double, from: Int, _ role: Role) {
        if cost < next[state] {
          next[state] = cost
          step[state] = (from, role)
        }
      }
      for depth in 0..<states where best[depth] < Self.impossible {
        let base = best[depth]
        offer(depth, base + Self.ignoredCost(mark), from: depth, .isNoMark)
        if depth < Self.deepest {
          offer(
            depth + 1, base + opening + (depth > 0 ? Self.nestedCost : 0), from: depth, .opens)
        }
        if depth > 0 {
          // Nothing can be quoted between two marks that touch.
          let emptiness = touchesPrevious && steps[index - 1][depth].role == .opens ? 20.0 : 0
          offer(depth - 1, base + closing + emptiness, from: depth, .closes)
        }
        if depth == 1, index > 0 {
          offer(1, base + opening + Self.missingCost, from: 1, .opensAfterMissingClose)
        }
        if depth == 0, mark.before != .edge {
          offer(0, base + closing + Self.missingCost, from: 0, .closesAfterMissingOpen)
        }
      }
      steps.append(step)
      best = next
    }
    for depth in 1..<states {
      best[depth] += continues && depth == 1 ? 0.2 : Self.missingCost * Double(depth)
    }
    var state = best.indices.min { best[$0] < best[$1] } ?? 0
    depthAtEnd = state
    var found: [Role] = []
    for step in steps.reversed() {
      found.append(step[state].role)
      state = step[state].from
    }
    roles = found.reversed()
  }

  private static func isNothing(between first: QuotationMark, and second: QuotationMark) -> Bool {
    first.range.end == second.range.start
  }

  private static func ignoredCost(_ mark: QuotationMark) -> Double {
    // 5'10" tall, a 12" pizza.
    if mark.glyph == .straight, mark.before == .digit, mark.after != .edge { return 1.5 }
    return ignoredCost
  }

  /// How unlikely it is that a mark opens a quotation.
  static func openingCost(_ mark: QuotationMark, _ style: MarkStyle) -> Double {
    let left: Double =
      switch mark.before {
      case .edge, .space, .opener, .dash: 0
      case .stop, .ellipsis: 2.5
      case .word, .digit: 3
      }
    let right: Double =
      switch mark.after {
      case .word, .digit, .opener, .ellipsis: 0
      case .dash: 1
      case .space: 1.5
      case .stop: 2
      case .edge: 6
      }
    return weigh(left + right, mark.glyph == .closing, mark.glyph == .straight, style)
  }

  /// How unlikely it is that a mark closes a quotation.
  static func closingCost(_ mark: QuotationMark, _ style: MarkStyle) -> Double {
    let left: Double =
      switch mark.before {
      case .stop, .ellipsis: 0
      case .word, .digit, .dash: 0.2
      case .space: 1.5
      case .opener: 3
      case .edge: 6
      }
    let right: Double =
      switch mark.after {
      case .edge, .space, .stop: 0
      case .dash: 0.2
      case .ellipsis, .opener: 1
      case .word, .digit: 3
      }
    return weigh(left + right, mark.glyph == .opening, mark.glyph == .straight, style)
  }

  /// A printed glyph that points the right way makes the spaces around it matter less.
  private static func weigh(
    _ context: Double, _ isWrongGlyph: Bool, _ isStraight: Bool, _ style: MarkStyle
  ) -> Double {
    guard !isStraight, style.usesBothCurlyMarks else { return context }
    return context * 0.6 + (isWrongGlyph ? mismatchCost : 0)
  }
}
