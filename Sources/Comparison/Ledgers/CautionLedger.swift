public import Store

/// What not to trust: the reasons for caution, article by article.
public struct CautionLedger: Sendable {
  /// All notes of one kind in one article.
  public struct Row: Sendable {
    /// Row of the article.
    public let article: Int
    /// What is wrong: `broken-quotation-mark`, `garbled-text`, `missing-date`.
    public let kind: String
    /// The lines, ascending; empty where the whole article is meant.
    public let lines: [Int]
    /// Rows of the notes, in order.
    public let notes: [Int]
  }

  /// By article, then by kind in order of first appearance.
  public let rows: [Row]
  /// Rows of the articles without any note.
  public let unremarkable: [Int]

  /// Collects the notes of a corpus.
  ///
  /// - Throws: What reading the snapshot throws.
  public init(of snapshot: CorpusSnapshot) throws {
    let notes = try snapshot.columns(of: .notes)
    let kinds = try notes.text("kind")
    let lines = try notes.integer("line")
    var rows: [Row] = []
    var unremarkable: [Int] = []
    for article in 0..<(try snapshot.articles.count) {
      let own = notes.rows(inArticle: article)
      if own.isEmpty { unremarkable.append(article) }
      var found: [(kind: String, notes: [Int])] = []
      for note in own {
        let kind = kinds[note] ?? ""
        if let index = found.firstIndex(where: { $0.kind == kind }) {
          found[index].notes.append(note)
        } else {
          found.append((kind, [note]))
        }
      }
      rows += found.map { kind, notes in
        Row(
          article: article, kind: kind,
          lines: SpeakerLedger.distinct(notes.map { Int(lines[$0]) }.filter { $0 > 0 }.sorted()),
          notes: notes)
      }
    }
    self.rows = rows
    self.unremarkable = unremarkable
  }
}
