import NewsModel

/// Goes back from an anchor over what stands before it, to where a match may begin.
struct LeadFinder {
  /// What stands before an anchor, with sets that one token can be asked about at once.
  enum Lead {
    case token(TokenSet?)
    case annotation(String)
    case run(TokenSet?, minimum: Int, maximum: Int)
    case gap(minimum: Int, maximum: Int?)

    init(_ lead: QueryPlanner.Lead, wordCount: Int) {
      func set(_ anchors: AnchorSet?) -> TokenSet? {
        anchors.map { TokenSet($0, wordCount: wordCount) }
      }
      switch lead {
      case .token(let anchors): self = .token(set(anchors))
      case .annotation(let type): self = .annotation(type)
      case .run(let anchors, let minimum, let maximum):
        self = .run(set(anchors), minimum: minimum, maximum: maximum)
      case .gap(let minimum, let maximum): self = .gap(minimum: minimum, maximum: maximum)
      }
    }
  }

  /// The nearest first.
  private let leads: [Lead]
  /// For each lead that is an annotation where those of its type are.
  private var cursors: [ExtentCursor]
  private let text: QueryText
  private let columns: TextColumns
  private let scope: Pattern.Scope
  private let borders: UInt8
  private let bounds: Range<Int>
  /// The stretch that the anchor asked about last may not leave.
  private var limit = 0..<0

  init(
    _ leads: [Lead], in text: QueryText, _ columns: TextColumns, _ scope: Pattern.Scope,
    _ bounds: Range<Int>
  ) {
    self.leads = leads.reversed()
    cursors = leads.reversed().map { lead in
      guard case .annotation(let type) = lead else { return ExtentCursor([]) }
      return ExtentCursor(text.text.extents[type] ?? [])
    }
    self.text = text
    self.columns = columns
    self.scope = scope
    borders = scope.borders
    self.bounds = bounds
  }

  /// Where a match may begin whose anchor stands at a token: every place where it does, and perhaps others.
  mutating func starts(before token: Int) -> Range<Int> {
    let none = token..<token
    // The first and last place that what was gone over may begin at.
    var first = token
    var last = token
    // Over a gap no border is looked at.
    var hasGap = false
    for index in leads.indices {
      let isExact = first == last
      switch leads[index] {
      case .token(let set):
        if isExact, !passes(before: first, set) { return none }
        first -= 1
        last -= 1
      case .annotation where isExact:
        guard let tokens = cursors[index].tokens(endingAt: first) else { return none }
        first = tokens.lowerBound
        last = first
      case .annotation:
        first = bounds.lowerBound
        last -= 1
      case .run(let set, let minimum, let maximum) where isExact:
        var count = 0
        while count < maximum, passes(before: first - count, set) { count += 1 }
        if count < minimum { return none }
        last = first - minimum
        first -= count
      case .run(_, let minimum, let maximum):
        first = maximum == Int.max ? bounds.lowerBound : first - maximum
        last -= minimum
      case .gap(let minimum, let maximum):
        hasGap = true
        first = maximum.map { first - $0 } ?? bounds.lowerBound
        last -= minimum
      }
      if last < bounds.lowerBound { return none }
      first = max(first, bounds.lowerBound)
    }
    if first < last || hasGap {
      if !limit.contains(token) { limit = text.text.scope(scope, at: token) }
      first = max(first, limit.lowerBound)
    }
    return first <= last ? first..<last + 1 : none
  }

  /// Whether the token before a place is in the set and not beyond the border of the scope.
  @inline(__always)
  private func passes(before place: Int, _ set: TokenSet?) -> Bool {
    place > bounds.lowerBound && columns.borders[place] & borders == 0
      && set?.contains(place - 1, of: columns) ?? true
  }
}
