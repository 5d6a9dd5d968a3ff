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
    var best = Costs(repeating: Self.impossible)
    best[0] = 0
    // The cheapest step to each depth behind each mark, one row a mark.
    var steps: [Step] = []
    steps.reserveCapacity(marks.count * Self.depths)
    for (index, mark) in marks.enumerated() {
      let touches = index > 0 && marks[index - 1].range.end == mark.range.start
      var row = Row(repeating: Step(from: 0, role: .isNoMark))
      best = Self.step(
        over: mark, best, style, isFirst: index == 0, to: &row,
        // Nothing can be quoted between two marks that touch.
        emptiness: { touches && steps[(index - 1) * Self.depths + $0].role == .opens ? 20 : 0 })
      for depth in 0..<Self.depths { steps.append(row[depth]) }
    }
    var depth = 0
    for other in 1..<Self.depths {
      best[other] += continues && other == 1 ? 0.2 : Self.missingCost * Double(other)
      if best[other] < best[depth] { depth = other }
    }
    depthAtEnd = depth
    var roles = [Role](repeating: .isNoMark, count: marks.count)
    for index in marks.indices.reversed() {
      let step = steps[index * Self.depths + depth]
      roles[index] = step.role
      depth = step.from
    }
    self.roles = roles
  }

  private static let depths = 3
  /// The cost of the cheapest reading so far, by the depth of nesting.
  private typealias Costs = InlineArray<3, Double>
  /// How one mark was read on the cheapest way to each depth.
  private typealias Row = InlineArray<3, Step>

  private struct Step {
    /// The depth before the mark.
    var from: Int
    var role: Role
  }

  /// The costs behind a mark, given those before it.
  @inline(__always)
  private static func step(
    over mark: QuotationMark, _ best: Costs, _ style: MarkStyle, isFirst: Bool, to row: inout Row,
    emptiness: (_ depth: Int) -> Double
  ) -> Costs {
    let opening = openingCost(mark, style)
    let closing = closingCost(mark, style)
    let ignored = ignoredCost(mark)
    var next = Costs(repeating: impossible)
    func offer(_ depth: Int, _ cost: Double, from: Int, _ role: Role) {
      guard cost < next[depth] else { return }
      next[depth] = cost
      row[depth] = Step(from: from, role: role)
    }
    for depth in 0..<depths where best[depth] < impossible {
      let base = best[depth]
      offer(depth, base + ignored, from: depth, .isNoMark)
      if depth + 1 < depths {
        offer(depth + 1, base + opening + (depth > 0 ? nestedCost : 0), from: depth, .opens)
      }
      if depth > 0 {
        offer(depth - 1, base + closing + emptiness(depth), from: depth, .closes)
      }
      if depth == 1, !isFirst {
        offer(1, base + opening + missingCost, from: 1, .opensAfterMissingClose)
      }
      if depth == 0, mark.before != .edge {
        offer(0, base + closing + missingCost, from: 0, .closesAfterMissingOpen)
      }
    }
    return next
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
