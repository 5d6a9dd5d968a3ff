public import Store

/// Which statements a ledger counts.
///
/// The default is what most counts of sources mean: statements that were made, in the body, by the
/// outermost source. A headline repeats the body, and “will say” is not yet said.
public struct StatementFilter: Sendable {
  /// The zones counted, or `nil` for all.
  public var zones: Set<String>?
  /// The statuses counted, or `nil` for all.
  public var statuses: Set<String>?
  /// Whether statements inside other statements are counted.
  public var includesNested: Bool
  /// The rows of the articles counted, or `nil` for all.
  public var articles: Set<Int>?

  /// Creates a filter; without arguments, the usual one.
  public init(
    zones: Set<String>? = ["body"], statuses: Set<String>? = ["stated"],
    includesNested: Bool = false, articles: Set<Int>? = nil
  ) {
    self.zones = zones
    self.statuses = statuses
    self.includesNested = includesNested
    self.articles = articles
  }

  /// The rows of the statements that pass, in corpus order.
  ///
  /// - Complexity: O(*n*) in the number of statements.
  public func rows(of quotes: QuoteColumns) -> [Int] {
    let zoneIDs = zones.map { ids($0, in: quotes.zone) }
    let statusIDs = statuses.map { ids($0, in: quotes.status) }
    return (0..<quotes.count).filter { row in
      (includesNested || quotes.depth[row] == 0)
        && (zoneIDs?.contains(quotes.zone.ids[row]) ?? true)
        && (statusIDs?.contains(quotes.status.ids[row]) ?? true)
        && (articles?.contains(Int(quotes.article[row])) ?? true)
    }
  }

  private func ids(_ texts: Set<String>, in column: TextColumn) -> Set<Int32> {
    Set(texts.compactMap { column.id(of: $0) })
  }
}

/// Whose voice a statement is counted for.
///
/// People of whom only a description is known are the same within an article at most: “two diplomats”
/// and then “the diplomats”.
struct Voice: Hashable {
  /// Row of the entity, or -1.
  var entity: Int32
  /// What is compared where there is no entity.
  var key: String
  /// Row of the article where the voice has no name, or -1.
  var article: Int32
}

/// The voices of a snapshot's statements.
struct Voices {
  /// For each statement its voice, or `nil` where nobody is known.
  let ofQuote: [Voice?]

  init(_ quotes: QuoteColumns) {
    var voices: [Voice?] = []
    voices.reserveCapacity(quotes.count)
    var unnamed = UnnamedVoices()
    for row in 0..<quotes.count {
      guard let name = quotes.speaker[row] else {
        voices.append(nil)
        continue
      }
      if quotes.unnamed[row] {
        let article = quotes.article[row]
        let key = unnamed.key(of: name, in: article)
        voices.append(Voice(entity: -1, key: key, article: article))
      } else if quotes.entity[row] >= 0 {
        voices.append(Voice(entity: quotes.entity[row], key: "", article: -1))
      } else {
        voices.append(Voice(entity: -1, key: Self.folded(name), article: -1))
      }
    }
    ofQuote = voices
  }

  /// A name without article and case: “The Pentagon” is “pentagon”.
  static func folded(_ name: String) -> String {
    let words = name.lowercased().split(separator: " ")
    let first = words.first.map(String.init) ?? ""
    return (["the", "a", "an"].contains(first) ? words.dropFirst() : words[...])
      .joined(separator: " ")
  }
}

/// Tells whether two descriptions in one article mean the same people.
///
/// “The official” after “a senior administration official” is that official, if no other “official”
/// came in between; “two diplomats” and “the diplomats” are the same. Nothing is
/// matched across articles.
private struct UnnamedVoices {
  private var article: Int32 = -1
  private var last: [String: String] = [:]

  mutating func key(of name: String, in article: Int32) -> String {
    if article != self.article {
      self.article = article
      last = [:]
    }
    let words = name.lowercased().split(separator: " ").map(String.init)
    let isDefinite = words.first == "the"
    let described = words.drop { Self.determiners.contains($0) }
    let key = described.joined(separator: " ")
    guard let head = described.last else { return name.lowercased() }
    // A bare definite noun points back to the description that ends in it.
    if isDefinite, described.count == 1, let earlier = last[head] { return earlier }
    last[head] = key
    return key
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "some", "several", "many", "other", "both", "these", "those", "one", "two",
    "three", "four", "five", "six", "multiple", "various",
  ]
}
