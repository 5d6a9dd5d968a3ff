public import Store

/// What several parties say, side by side, with the words that only one of them uses.
///
///     try AccountComparison(of: snapshot, parties: [["White House"], ["Kremlin", "Dmitry Peskov"]])
public struct AccountComparison: Sendable {
  /// One party.
  public struct Party: Sendable {
    /// The names given for it.
    public let names: [String]
    /// Rows of its statements, in corpus order.
    public let quotes: [Int]
    /// The content words that it alone uses, the commonest first.
    public let ownWords: [String]
  }

  /// The parties in the order given.
  public let parties: [Party]
  /// The content words that all parties use, the commonest first.
  public let sharedWords: [String]

  /// Collects the statements of each party.
  ///
  /// Names are compared without case and article, with speakers as resolved.
  ///
  /// - Throws: What reading the snapshot throws.
  public init(
    of snapshot: CorpusSnapshot, parties: [[String]], filter: StatementFilter = StatementFilter()
  ) throws {
    let quotes = try snapshot.quotes
    let rows = filter.rows(of: quotes)
    let reader = ContentWords(snapshot)
    var found: [(names: [String], rows: [Int], counts: [String: Int])] = []
    for names in parties {
      let wanted = Set(names.map(Voices.folded))
      let own = rows.filter { wanted.contains(Voices.folded(quotes.speaker[$0] ?? "")) }
      var counts: [String: Int] = [:]
      for row in own {
        let ranges = quotes.content[row]
        for lemma in Set(try reader.lemmas(inArticle: Int(quotes.article[row]), ranges)) {
          counts[lemma, default: 0] += 1
        }
      }
      found.append((names, own, counts))
    }
    func ranked(_ counts: [String: Int]) -> [String] {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    self.parties = found.indices.map { index in
      let others = found.indices.filter { $0 != index }
      let own = found[index].counts.filter { word, _ in
        others.allSatisfy { found[$0].counts[word] == nil }
      }
      return Party(
        names: found[index].names, quotes: found[index].rows, ownWords: ranked(own))
    }
    let first = found.first?.counts ?? [:]
    sharedWords = ranked(
      first.filter { word, _ in found.allSatisfy { $0.counts[word] != nil } }
        .reduce(into: [:]) { result, element in
          result[element.key] = found.reduce(0) { $0 + ($1.counts[element.key] ?? 0) }
        })
  }
}
