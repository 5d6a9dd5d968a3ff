public import NewsModel
public import Store

/// Statements of several articles that report one utterance.
///
/// Two pieces of statements are taken for reports of one utterance when at least four content words
/// are common to them, these are at least 44 of 100 of all their content words (Jaccard's measure), and
/// they share a voice: the source, somebody reported inside it, or the one who reports it. A phrase that
/// several people use on different occasions is a talking point, not a variant: without a
/// common voice only a long quotation that agrees word for word counts. Of a long sentence only the part that corresponds is compared.
///
/// What shares meaning but not words is not found.
public struct VariantGroups: Sendable {
  /// A report of the utterance.
  public struct Member: Hashable, Sendable {
    /// Row of the statement.
    public let quote: Int
    /// Row of its article.
    public let article: Int
    /// The part of the article that corresponds.
    public let range: ByteRange
  }

  /// The reports of one utterance.
  public struct Group: Sendable {
    /// In corpus order.
    public let members: [Member]
    /// Rows of the articles, in order.
    public let articles: [Int]
    /// The highest likeness of two members, 0 to 1.
    public let likeness: Double
    /// The sources as the articles name them, each once, if they differ.
    public let conflictingSources: [String]
  }

  /// Thresholds of the comparison.
  public struct Options: Sendable {
    /// The least share of common content words.
    public var likeness = 0.44
    /// The least number of common content words.
    public var commonWords = 4
    /// The least number of content words in the same order, where nobody is a voice of both.
    public var runWithoutVoice = 6
    /// The most days between two stated publication dates.
    public var days = 3
    /// The statements compared.
    public var filter = StatementFilter(includesNested: true)

    /// The usual thresholds.
    public init() {}
  }

  /// The groups by their first members.
  public let groups: [Group]

  /// Finds the groups of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  /// - Complexity: about linear in the number of statements, as long as few of them share rare words.
  public init(of snapshot: CorpusSnapshot, options: Options = Options()) throws {
    let quotes = try snapshot.quotes
    let units = try StatementUnits(snapshot, quotes, rows: options.filter.rows(of: quotes))
    let voices = SharedVoices(quotes)
    let dates = try PublicationDays(snapshot)
    let reader = ContentWords(snapshot)
    var links: [Link] = []
    for (a, b) in Self.candidates(units) {
      let (first, second) = (units.units[a], units.units[b])
      guard dates.areNear(first.article, second.article, within: options.days),
        let match = UnitMatch(first, second), match.common >= options.commonWords
      else { continue }
      let isSame =
        match.likeness >= options.likeness
        && (voices.share(first.quote, second.quote)
          || (match.longestRun >= options.runWithoutVoice && quotes.quotedWords[first.quote] > 0
            && quotes.quotedWords[second.quote] > 0))
      guard isSame else { continue }
      let tokens = try reader.tokens(ofArticle: first.article)
      let others = try reader.tokens(ofArticle: second.article)
      links.append(
        Link(
          a: Member(
            quote: first.quote, article: first.article, range: tokens.range(of: match.first)),
          b: Member(
            quote: second.quote, article: second.article, range: others.range(of: match.second)),
          likeness: match.likeness))
    }
    groups = Self.groups(links, quotes, voices)
  }

  private struct Link {
    let a: Member
    let b: Member
    let likeness: Double
  }

  /// Pairs of units of different articles with at least three words in common that are not everywhere.
  private static func candidates(_ units: StatementUnits) -> [(Int, Int)] {
    let limit = max(24, min(400, units.units.count / 4))
    var holders: [Int32: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (index, unit) in units.units.enumerated() {
      var shared: [Int: Int] = [:]
      for stem in unit.stems where units.frequencies[Int(stem)] <= limit {
        for other in holders[stem] ?? [] where units.units[other].article != unit.article {
          shared[other, default: 0] += 1
        }
        holders[stem, default: []].append(index)
      }
      pairs += shared.filter { $0.value >= 3 }.keys.sorted().map { ($0, index) }
    }
    return pairs
  }

  /// Joins links whose ends are the same piece of an article.
  private static func groups(
    _ links: [Link], _ quotes: QuoteColumns, _ voices: SharedVoices
  ) -> [Group] {
    let members = Array(Set(links.flatMap { [$0.a, $0.b] })).sorted(by: precedes)
    let index = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var sets = DisjointSets(count: members.count)
    for (i, member) in members.enumerated() {
      for j in members.indices.dropFirst(i + 1) {
        guard members[j].article == member.article else { break }
        if isSamePiece(member.range, members[j].range) { sets.join(i, j) }
      }
    }
    var likeness = [Double](repeating: 0, count: members.count)
    for link in links {
      guard let a = index[link.a], let b = index[link.b] else { continue }
      sets.join(a, b)
    }
    for link in links {
      guard let a = index[link.a] else { continue }
      likeness[sets.root(a)] = max(likeness[sets.root(a)], link.likeness)
    }
    var order: [Int] = []
    var found: [Int: [Member]] = [:]
    for (i, member) in members.enumerated() {
      let root = sets.root(i)
      if found[root] == nil { order.append(root) }
      found[root, default: []].append(member)
    }
    return order.map { root in
      let members = withoutRepeats(found[root] ?? [], quotes)
      return Group(
        members: members, articles: SpeakerLedger.distinct(members.map(\.article)),
        likeness: likeness[root], conflictingSources: conflicts(among: members, quotes, voices))
    }
  }

  private static func precedes(_ a: Member, _ b: Member) -> Bool {
    (a.article, a.range.start, a.range.end, a.quote)
      < (b.article, b.range.start, b.range.end, b.quote)
  }

  /// Whether most of the shorter span lies in the other.
  private static func isSamePiece(_ a: ByteRange, _ b: ByteRange) -> Bool {
    let common = min(a.end, b.end) - max(a.start, b.start)
    return common * 2 > min(a.count, b.count)
  }

  /// One member for each piece: of the statements that hold it, the outermost.
  private static func withoutRepeats(_ members: [Member], _ quotes: QuoteColumns) -> [Member] {
    var kept: [Member] = []
    for member in members {
      guard
        let index = kept.firstIndex(where: {
          $0.article == member.article && isSamePiece($0.range, member.range)
        })
      else {
        kept.append(member)
        continue
      }
      let outer =
        quotes.depth[member.quote] < quotes.depth[kept[index].quote] ? member : kept[index]
      kept[index] = Member(
        quote: outer.quote, article: outer.article, range: kept[index].range.union(member.range))
    }
    return kept
  }

  /// The outermost sources that have no part in what another article attributes, each once.
  private static func conflicts(
    among members: [Member], _ quotes: QuoteColumns, _ voices: SharedVoices
  ) -> [String] {
    let outer = members.map(\.quote).filter { quotes.depth[$0] == 0 && quotes.speaker[$0] != nil }
    var names: [String] = []
    for quote in outer where outer.contains(where: { !voices.isConsistent(quote, $0) }) {
      if let name = quotes.speaker[quote], !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// The likeness of two units: all of the shorter one and the best part of the longer one.
private struct UnitMatch {
  let likeness: Double
  let common: Int
  /// The number of content words that follow each other in both.
  let longestRun: Int
  let first: Range<Int>
  let second: Range<Int>

  init?(_ a: StatementUnit, _ b: StatementUnit) {
    let isSwapped = a.stems.count > b.stems.count
    let (short, long) = isSwapped ? (b, a) : (a, b)
    let wanted = Set(short.stems)
    var best: (likeness: Double, common: Int, words: ClosedRange<Int>)?
    for start in long.words.indices where wanted.contains(long.words[start].stem) {
      var seen: Set<Int32> = []
      var common = 0
      for end in start..<long.words.count {
        let stem = long.words[end].stem
        guard seen.insert(stem).inserted, wanted.contains(stem) else { continue }
        common += 1
        let likeness = Double(common) / Double(wanted.count + seen.count - common)
        if likeness > best?.likeness ?? 0 { best = (likeness, common, start...end) }
      }
    }
    guard let best else { return nil }
    likeness = best.likeness
    common = best.common
    longestRun = Self.longestRun(short.words.map(\.stem), long.words.map(\.stem))
    // A word before or after the part may belong to it; the marks and small words around it do not.
    let part = Self.widened(best.words, in: long)
    let whole = short.tokens
    first = isSwapped ? part : whole
    second = isSwapped ? whole : part
  }

  private static func longestRun(_ a: [Int32], _ b: [Int32]) -> Int {
    var longest = 0
    var before = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var now = [Int](repeating: 0, count: b.count + 1)
      for (j, y) in b.enumerated() where x == y {
        now[j + 1] = before[j] + 1
        longest = max(longest, now[j + 1])
      }
      before = now
    }
    return longest
  }

  /// The tokens from the first to the last word of a part; the whole unit where hardly anything is left
  /// outside.
  private static func widened(_ words: ClosedRange<Int>, in unit: StatementUnit) -> Range<Int> {
    let from = words.lowerBound <= 2 ? unit.tokens.lowerBound : unit.words[words.lowerBound].token
    let to =
      unit.words.count - words.upperBound <= 3
      ? unit.tokens.upperBound : unit.words[words.upperBound].token + 1
    return from..<to
  }
}

/// Tells whether two statements have a voice in common.
private struct SharedVoices {
  private var voices: [Set<Voice>]
  private let own: [Voice?]

  init(_ quotes: QuoteColumns) {
    let own = Voices(quotes).ofQuote
    self.own = own
    voices = own.map { $0.map { [$0] } ?? [] }
    for row in 0..<quotes.count {
      var holder = Int(quotes.nestedIn[row])
      var steps = 0
      while holder >= 0, steps < quotes.count {
        if let voice = own[row] { voices[holder].insert(voice) }
        if let voice = own[holder] { voices[row].insert(voice) }
        holder = Int(quotes.nestedIn[holder])
        steps += 1
      }
    }
  }

  func share(_ a: Int, _ b: Int) -> Bool { !voices[a].isDisjoint(with: voices[b]) }

  /// Whether the source of one statement has a part in the other.
  func isConsistent(_ a: Int, _ b: Int) -> Bool {
    guard let x = own[a], let y = own[b] else { return true }
    return voices[a].contains(y) || voices[b].contains(x)
  }
}
