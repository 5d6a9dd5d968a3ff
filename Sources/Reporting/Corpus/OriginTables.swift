public import Comparison
public import Store

extension ArticleLedger {
  /// The ledger as a table: what was read, and what each article says about its own origin.
  public var table: Table {
    Table(
      title: "What was read",
      columns: [
        "article", "title", "outlet", "agencies", "byline", "dateline", "published", "body_lines",
        "words", "boilerplate", "notes",
      ],
      rows: rows.map { row in
        [
          .text(row.id), .optional(row.title), .optional(row.outlet), .texts(row.agencies),
          .texts(row.byline), .texts(row.dateline), .optional(row.published),
          .optional(row.bodyLines.map { "\($0.lowerBound)–\($0.upperBound)" }),
          .integer(row.words), .integer(row.boilerplate), .integer(row.notes),
        ]
      })
  }
}

extension OriginLedger {
  /// The chains as a table with a row for each hand, the origin first.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    var table = Table(
      title: "Through whose hands", columns: ["article", "step", "role", "name", "evidence"])
    for (article, chain) in chains.enumerated() {
      for (step, link) in chain.enumerated() {
        table.append([
          .optional(ids[article]), .integer(step + 1), .text(link.role.rawValue),
          link.name.isEmpty ? .missing : .text(link.name),
          .optional(try link.evidence.map { try snapshot.text(ofArticle: article, at: $0) }),
        ])
      }
    }
    for footer in sharedFooters {
      let pair = [ids[footer.first] ?? "?", ids[footer.second] ?? "?"].joined(separator: " and ")
      table.remarks.append("\(pair) share \(footer.lines) lines of boilerplate")
    }
    return table
  }
}

extension CautionLedger {
  /// The ledger as a table: what not to trust, article by article.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    let presenter = CorpusPresenter(snapshot)
    let notes = try snapshot.columns(of: .notes)
    var table = Table(
      title: "Read with care", columns: ["article", "kind", "count", "lines", "reason"])
    for row in rows {
      table.append([
        .optional(ids[row.article]), .text(row.kind), .integer(row.notes.count),
        .list(row.lines.map { .integer($0) }),
        try row.notes.first.map { try presenter.cell(notes, "text", $0) } ?? .missing,
      ])
    }
    if !unremarkable.isEmpty {
      let names = unremarkable.compactMap { ids[$0] }.joined(separator: ", ")
      table.remarks.append("without a note: \(names)")
    }
    return table
  }
}

extension FigureLedger {
  /// The figures as a table with a row for each, those of one kind together.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    var table = Table(
      title: "Figures side by side",
      columns: ["unit", "article", "line", "value", "words", "said_by", "said_of", "against_first"])
    for group in groups {
      for (index, entry) in group.entries.enumerated() {
        let isFirst = index == 0
        table.append([
          .text(group.unit), .optional(ids[entry.article]), .integer(entry.line),
          .optional(entry.value), .optional(try snapshot.text(of: .figures, row: entry.figure)),
          .optional(entry.speaker), .optional(entry.actor),
          isFirst ? .missing : .text(verdict(group.entries[0], entry).rawValue),
        ])
      }
    }
    return table
  }
}

extension HeadlineLedger {
  /// The ledger as a table: what headlines quote, against the body.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    return Table(
      title: "Quotations in headlines",
      columns: ["article", "quotation", "borne_out", "added_names", "other_speakers"],
      rows: try rows.map { row in
        [
          .optional(ids[row.article]),
          .text(try snapshot.text(ofArticle: row.article, at: row.quotation)),
          .boolean(row.isBorneOut), .texts(row.addedNames), .texts(row.otherSpeakers),
        ]
      })
  }
}

extension TalkingPoints {
  /// The phrases as a table, those of the most articles first.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    return Table(
      title: "Talking points", columns: ["phrase", "uses", "articles", "speakers", "example"],
      rows: try phrases.map { phrase in
        [
          .text(phrase.words.joined(separator: " … ")), .integer(phrase.uses.count),
          .list(phrase.articles.map { .optional(ids[$0]) }), .texts(phrase.speakers),
          .optional(
            try phrase.uses.first.map { try snapshot.text(ofArticle: $0.article, at: $0.range) }),
        ]
      })
  }
}
