internal import NewsModel
internal import Reporting

/// One thing that rules made appear in an article, vanish, or change.
struct ExtractionChange: Hashable {
  enum Kind: String {
    case appeared, changed, went
  }

  var kind: Kind
  var article: String
  var line: Int
  /// `quote`, `mention`, `boilerplate`, or the type of an annotation.
  var what: String
  var text: String
  /// Speaker or attributes.
  var detail: String
  var by: String

  /// What differs between two analyses of one article, in the order of the text.
  static func between(_ old: Analysis, _ new: Analysis) -> [ExtractionChange] {
    var before = Findings(old)
    let after = Findings(new)
    let map = TextMap(new.article.text)
    var changes: [(start: Int, change: ExtractionChange)] = []
    func note(_ kind: Kind, _ finding: Finding, detail: String? = nil) {
      changes.append(
        (
          finding.range.start,
          ExtractionChange(
            kind: kind, article: new.article.id, line: map.line(at: finding.range.start),
            what: finding.what, text: new.article.text[bytes: finding.range],
            detail: detail ?? finding.detail, by: finding.by)
        ))
    }
    var appeared: [Finding] = []
    for finding in after.all where !before.take(finding) { appeared.append(finding) }
    for finding in appeared {
      if let old = before.takeSamePlace(finding) {
        note(.changed, finding, detail: "\(old.detail) → \(finding.detail)")
      } else {
        note(.appeared, finding)
      }
    }
    for finding in before.rest { note(.went, finding) }
    return changes.sorted { one, other in
      (one.start, one.change.what, one.change.by)
        < (other.start, other.change.what, other.change.by)
    }.map(\.change)
  }

  /// A table of changes, one a row.
  static func table(_ changes: [ExtractionChange]) -> Table {
    var table = Table(
      columns: ["change", "article", "line", "what", "text", "detail", "by"].map { Column($0) })
    for change in changes {
      table.append([
        .text(change.kind.rawValue), .text(change.article), .integer(change.line),
        .text(change.what), .text(change.text),
        change.detail.isEmpty ? .missing : .text(change.detail),
        change.by.isEmpty ? .missing : .text(change.by),
      ])
    }
    return table
  }

  /// `3 appeared, 1 went`.
  static func summary(_ changes: [ExtractionChange]) -> String {
    let parts = [Kind.appeared, .changed, .went].compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }
}

/// Something found in an article, so far as a change of it is worth a line.
private struct Finding: Hashable {
  var what: String
  var range: ByteRange
  var detail: String
  var by: String
  /// Tells statements with one content apart.
  var cue: ByteRange?
}

/// What was found in an article, as a multiset.
private struct Findings {
  private(set) var all: [Finding] = []
  private var counts: [Finding: Int] = [:]

  init(_ analysis: Analysis) {
    for zone in analysis.article.zones where zone.kind == .boilerplate {
      all.append(
        Finding(what: "boilerplate", range: zone.range, detail: "", by: zone.reason))
    }
    for quote in analysis.quotes {
      guard let first = quote.content.first, let last = quote.content.last else { continue }
      var detail = quote.speaker?.name ?? "nobody named"
      if quote.speaker?.isAnalystInference == true { detail += " (your inference)" }
      if quote.act != .statement { detail += ", \(quote.act.rawValue)" }
      if quote.status != .stated { detail += ", \(quote.status.rawValue)" }
      all.append(
        Finding(
          what: "quote", range: first.union(last), detail: detail, by: quote.by,
          cue: quote.cue.first))
    }
    for mention in analysis.mentions {
      all.append(
        Finding(
          what: "mention", range: mention.range,
          detail: analysis.entities[mention.entity].name, by: ""))
    }
    for annotation in analysis.annotations {
      let attributes = annotation.attributes.sorted { $0.key < $1.key }.map { name, value in
        "\(name) = \(Self.words(value))"
      }
      all.append(
        Finding(
          what: annotation.type, range: annotation.range,
          detail: attributes.joined(separator: ", "), by: annotation.by))
    }
    for finding in all { counts[finding, default: 0] += 1 }
  }

  static func words(_ value: AttributeValue) -> String {
    switch value {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
  }

  /// Takes one like this away, if there is one.
  mutating func take(_ finding: Finding) -> Bool {
    guard let count = counts[finding], count > 0 else { return false }
    counts[finding] = count - 1
    return true
  }

  /// Takes away one of the same kind at the same place that says something else.
  mutating func takeSamePlace(_ finding: Finding) -> Finding? {
    let same = all.first { other in
      other.what == finding.what && other.range == finding.range && other.cue == finding.cue
        && (finding.what == "quote" || other.by == finding.by) && counts[other, default: 0] > 0
    }
    guard let same else { return nil }
    counts[same, default: 1] -= 1
    return same
  }

  /// What has not been taken.
  var rest: [Finding] {
    var counts = counts
    return all.filter { finding in
      guard let count = counts[finding], count > 0 else { return false }
      counts[finding] = count - 1
      return true
    }
  }
}
