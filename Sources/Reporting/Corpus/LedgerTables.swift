public import Comparison
public import Store

extension SpeakerLedger {
  /// The ledger as a table: who is quoted, how often, and in which articles.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    var table = Table(
      title: "Who is quoted",
      columns: ["speaker", "quoted", "statements", "quoted_words", "unnamed", "articles"],
      rows: rows.map { row in
        [
          .text(row.name), .integer(row.quoted), .integer(row.statements),
          .integer(row.quotedWords), .boolean(row.isUnnamed),
          .list(row.articles.map { .optional(ids[$0]) }),
        ]
      })
    if !unattributed.isEmpty {
      table.remarks.append("\(unattributed.count) without a known speaker")
    }
    return table
  }
}

extension VoiceLedger {
  /// The ledger as a table: who is talked about, and who is heard.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    return Table(
      title: "Talked about, and heard",
      columns: [
        "name", "mentions", "statements", "reported", "quoted", "quoted_words", "heard", "articles",
      ],
      rows: rows.map { row in
        [
          .text(row.name), .integer(row.mentions), .integer(row.statements),
          .integer(row.reported), .integer(row.quoted), .integer(row.quotedWords),
          .boolean(row.isHeard), .list(row.articles.map { .optional(ids[$0]) }),
        ]
      })
  }
}

extension UnnamedSourceLedger {
  /// The ledger as a table with a row for each statement.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    let lines = try snapshot.quotes.line
    var table = Table(title: "Unnamed sources", columns: ["article", "line", "source", "text"])
    for source in sources {
      for quote in source.quotes {
        table.append([
          .optional(ids[source.article]), .integer(Int(lines[quote])), .text(source.description),
          .optional(try snapshot.text(of: .quotes, row: quote)),
        ])
      }
    }
    return table
  }
}

extension NearDuplicates {
  /// The pairs as a table, the most alike first.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    return Table(
      title: "Articles that share text",
      columns: ["first", "second", "shared", "likeness", "containment", "copy"],
      rows: pairs.map { pair in
        [
          .optional(ids[pair.first]), .optional(ids[pair.second]), .integer(pair.shared),
          .number(pair.jaccard), .number(pair.containment), .boolean(pair.isCopy),
        ]
      })
  }
}

extension VariantGroups {
  /// The groups as a table with a row for each report of an utterance.
  ///
  /// - Throws: What reading the snapshot throws.
  public func table(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    let quotes = try snapshot.quotes
    var table = Table(
      title: "One utterance, several reports",
      columns: ["group", "article", "line", "speaker", "likeness", "text"])
    for (number, group) in groups.enumerated() {
      for member in group.members {
        table.append([
          .integer(number + 1), .optional(ids[member.article]),
          .integer(Int(quotes.line[member.quote])), .optional(quotes.speaker[member.quote]),
          .number(group.likeness),
          .text(try snapshot.text(ofArticle: member.article, at: member.range)),
        ])
      }
      if !group.conflictingSources.isEmpty {
        let names = group.conflictingSources.joined(separator: ", ")
        table.remarks.append("group \(number + 1) is credited differently: \(names)")
      }
    }
    return table
  }
}

extension VariantGroups.Group {
  /// How the reports differ from the first of them, a row for each difference.
  ///
  /// - Throws: What reading the snapshot throws.
  public func differences(in snapshot: CorpusSnapshot) throws -> Table {
    let ids = try snapshot.articles.id
    var table = Table(
      title: "How the reports differ",
      columns: ["article", "differs_from", "kind", "change", "quoted", "altered_quotation"])
    guard let first = members.first else { return table }
    for member in members.dropFirst() {
      let differences = try VariantGroups.differences(between: first, and: member, in: snapshot)
      for difference in differences {
        var runs: [TextRun] = []
        if !difference.from.isEmpty { runs.append(TextRun(difference.from, .deleted)) }
        if !runs.isEmpty, !difference.to.isEmpty { runs.append(TextRun(" ")) }
        if !difference.to.isEmpty { runs.append(TextRun(difference.to, .inserted)) }
        table.append([
          .optional(ids[member.article]), .optional(ids[first.article]),
          .text(difference.kind.rawValue), .runs(runs), .boolean(difference.isQuoted),
          .boolean(difference.isAlteredQuotation),
        ])
      }
    }
    return table
  }
}

extension AccountComparison {
  /// The accounts side by side: what each party alone says, and what all of them say.
  public var table: Table {
    var table = Table(
      title: "Accounts side by side",
      columns: ["party", "statements", Column("only_here")],
      rows: parties.map { party in
        [
          .text(party.names.joined(separator: ", ")), .integer(party.quotes.count),
          .texts(Array(party.ownWords.prefix(30))),
        ]
      })
    if !sharedWords.isEmpty {
      table.remarks.append("all of them: " + sharedWords.prefix(30).joined(separator: ", "))
    }
    return table
  }
}
