internal import NewsModel
public import Store

/// Figures of one kind side by side, with who gives them and of whom.
///
/// Two figures contradict each other only if they are given of the same body, at about the same time,
/// with values that exclude each other. All else is named for what it is.
public struct FigureLedger: Sendable {
  /// One figure.
  public struct Entry: Sendable {
    /// Row of the figure.
    public let figure: Int
    /// Row of its article.
    public let article: Int
    /// Its line.
    public let line: Int
    /// The value in whole units, or `nil` for “thousands of”.
    public let value: Double?
    /// The speaker who gives it, or `nil` where the article itself does.
    public let speaker: String?
    /// The name that stands closest before it in its sentence, outside the speaker's: of whom it is said.
    public let actor: String?
  }

  /// What two figures are to each other.
  public enum Verdict: String, Sendable, CaseIterable {
    /// They can both be true as they stand.
    case compatible
    /// They are said of the same at the same time and exclude each other.
    case differs
    /// They are of articles published more than a week apart.
    case changedOverTime = "changed-over-time"
    /// They are said of different bodies.
    case differentActors = "different-actors"
    /// No publication dates are stated, so that it cannot be told.
    case notComparable = "not-comparable"
  }

  /// Figures that count the same sort of thing.
  public struct Group: Sendable {
    /// What is counted, in lower case: `troops`.
    public let unit: String
    /// In corpus order.
    public let entries: [Entry]
  }

  /// The groups in order of their first figures.
  public let groups: [Group]
  private let days: [Int?]
  private let approximations: [Int: String]

  /// Collects the figures of the bodies of a corpus.
  ///
  /// - Parameters:
  ///   - snapshot: The corpus.
  ///   - kinds: The kinds of figures, as ``Figure/Kind`` names them.
  /// - Throws: What reading the snapshot throws.
  public init(
    of snapshot: CorpusSnapshot, kinds: Set<String> = ["count", "money", "percentage"]
  ) throws {
    let figures = try snapshot.columns(of: .figures)
    let (kind, unit, zone) = (
      try figures.text("kind"), try figures.text("unit"), try figures.text("zone")
    )
    let approximation = try figures.text("approximation")
    let (articles, lines, values, holders, spans) = (
      try figures.row("article"), try figures.integer("line"), try figures.number("value"),
      try figures.row("quote"), try figures.spans("span")
    )
    let quotes = try snapshot.quotes
    let actors = FigureActors(
      mentions: try snapshot.mentions, entities: try snapshot.entities,
      words: ContentWords(snapshot))
    var order: [String] = []
    var found: [String: [Entry]] = [:]
    var approximations: [Int: String] = [:]
    for row in 0..<figures.count where zone[row] == Zone.Kind.body.rawValue {
      guard kinds.contains(kind[row] ?? ""), let span = spans.hull(of: row) else { continue }
      let article = Int(articles[row])
      let holder = Int(holders[row])
      let unit = Self.canonicalUnit(unit[row] ?? "")
      let entry = Entry(
        figure: row, article: article, line: Int(lines[row]),
        value: values[row].isNaN ? nil : values[row],
        speaker: holder < 0 ? nil : quotes.speaker[holder],
        actor: try actors.actor(of: span, article, source: holder < 0 ? [] : quotes.source[holder]))
      approximations[row] = approximation[row]
      if found[unit] == nil { order.append(unit) }
      found[unit, default: []].append(entry)
    }
    groups = order.map { Group(unit: $0, entries: found[$0] ?? []) }
    self.approximations = approximations
    days = try PublicationDays(snapshot).days
  }

  /// What two figures of a group are to each other.
  public func verdict(_ a: Entry, _ b: Entry) -> Verdict {
    if isCompatible(a, b) { return a.actor == b.actor ? .compatible : .differentActors }
    if let x = days[a.article], let y = days[b.article] {
      if abs(x - y) > 7 { return .changedOverTime }
    } else if a.article != b.article {
      return a.actor == b.actor ? .notComparable : .differentActors
    }
    return a.actor == b.actor ? .differs : .differentActors
  }

  /// Whether both values can be true: one is no number, or they are as close as their words allow.
  private func isCompatible(_ a: Entry, _ b: Entry) -> Bool {
    guard let x = a.value, let y = b.value else { return true }
    let isInexact = approximations[a.figure] != nil || approximations[b.figure] != nil
    return x == y || (isInexact && abs(x - y) <= 0.1 * max(abs(x), abs(y)))
  }

  /// Words for the members of armed forces count the same thing, and so do those for human beings.
  private static func canonicalUnit(_ unit: String) -> String {
    let head = unit.split(separator: " ").last.map(String.init) ?? unit
    if ["soldier", "soldiers", "troop", "troops", "servicemen", "servicemember", "servicemembers"]
      .contains(head)
    {
      return "troops"
    }
    return ["person", "persons", "people"].contains(head) ? "people" : unit
  }
}

/// Finds of whom a figure is said.
private struct FigureActors {
  let mentions: MentionColumns
  let entities: EntityColumns
  let words: ContentWords

  func actor(of span: ByteRange, _ article: Int, source: [ByteRange]) throws -> String? {
    let tokens = try words.tokens(ofArticle: article)
    guard let first = tokens.tokens(in: span).first else { return nil }
    let sentence = tokens.sentence(tokens.sentenceIndex(ofToken: first))
    let start = Int(tokens.starts[sentence.lowerBound])
    var best: String?
    for row in mentions.table.rows(inArticle: article) {
      guard let place = mentions.span.hull(of: row), place.start >= start, place.end <= span.start,
        !source.contains(where: { $0.overlaps(place) })
      else { continue }
      best = entities.name[Int(mentions.entity[row])]
    }
    return best
  }
}
