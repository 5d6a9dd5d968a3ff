internal import NewsModel

/// What rules emit that is more than an annotation: names, statements and figures.
///
/// A rule that emits `PERSON`, `ORGANISATION`, `PLACE` or `OTHER` adds a mention and its entity (attribute
/// `name`, by default the words); `QUOTE` a statement (captures `content`, `source` and `cue`); `FIGURE` a
/// figure (attributes `value` and `unit`). The annotation stays as well, as the evidence of who made it.
public enum RuleProducts {
  /// The types that become part of the model.
  public static let types: Set<String> = [
    "PERSON", "ORGANISATION", "PLACE", "OTHER", "QUOTE", "FIGURE",
  ]

  /// Adds what a run emitted to the model's own parts.
  static func add(_ run: RuleRun, of rules: [Rule], to analysis: inout Analysis) {
    for hit in run.hits {
      guard let annotation = hit.annotation, types.contains(annotation.type) else { continue }
      switch annotation.type {
      case "QUOTE": addQuote(hit, annotation, to: &analysis)
      case "FIGURE": addFigure(annotation, to: &analysis)
      default: addMention(annotation, to: &analysis)
      }
    }
  }

  private static func addMention(_ annotation: Annotation, to analysis: inout Analysis) {
    guard let type = EntityType(rawValue: annotation.type.lowercased()),
      !analysis.mentions.contains(where: { $0.range.overlaps(annotation.range) })
    else { return }
    let words = analysis.article.text[bytes: annotation.range]
    var name = words
    if case .text(let given)? = annotation.attributes["name"] { name = given }
    let entity: Int
    if let known = analysis.entities.firstIndex(where: { $0.name == name && $0.type == type }) {
      entity = known
    } else {
      entity = analysis.entities.count
      analysis.entities.append(Entity(name: name, type: type))
    }
    if words != name, !analysis.entities[entity].aliases.contains(words) {
      analysis.entities[entity].aliases.append(words)
    }
    let place =
      analysis.mentions.firstIndex { $0.range.start > annotation.range.start }
      ?? analysis.mentions.count
    analysis.mentions.insert(Mention(range: annotation.range, entity: entity), at: place)
  }

  private static func addFigure(_ annotation: Annotation, to analysis: inout Analysis) {
    guard !analysis.figures.contains(where: { $0.range == annotation.range }) else { return }
    var figure = Figure(range: annotation.range, kind: .count, value: nil)
    if case .number(let value)? = annotation.attributes["value"] { figure.value = value }
    if case .text(let unit)? = annotation.attributes["unit"] { figure.unit = unit }
    if case .text(let words)? = annotation.attributes["approximation"] {
      figure.approximation = words
    }
    if case .text(let kind)? = annotation.attributes["kind"] {
      figure.kind = Figure.Kind(rawValue: kind) ?? .count
    }
    let place =
      analysis.figures.firstIndex { $0.range.start > annotation.range.start }
      ?? analysis.figures.count
    analysis.figures.insert(figure, at: place)
  }

  private static func addQuote(
    _ hit: RuleRun.Hit, _ annotation: Annotation, to analysis: inout Analysis
  ) {
    func range(_ capture: String) -> ByteRange? {
      hit.match.tokens(of: capture).flatMap {
        $0.isEmpty ? nil : analysis.tokens.range(of: $0)
      }
    }
    let content = range("content") ?? annotation.range
    guard !analysis.quotes.contains(where: { $0.content == [content] }) else { return }
    let isQuoted = analysis.quotations.contains { $0.contains(content) }
    let holdsMarks = analysis.quotations.contains { $0.overlaps(content) }
    var quote = Quote(
      kind: isQuoted ? .direct : holdsMarks ? .mixed : .indirect, content: [content],
      by: annotation.by)
    if let cue = range("cue") { quote.cue = [cue] }
    if case .text(let act)? = annotation.attributes["act"] {
      quote.act = Quote.Act(rawValue: act) ?? .statement
    }
    if let source = range("source") {
      quote.source = [source]
      let mention = analysis.mentions.last { source.contains($0.range) }
      let words = analysis.article.text[bytes: source]
      quote.speaker =
        mention.map {
          Speaker(
            name: analysis.entities[$0.entity].name, entity: $0.entity,
            form: analysis.entities[$0.entity].type == .person ? .name : .organisation)
        } ?? Speaker(name: words, form: .unnamed)
    }
    let place =
      analysis.quotes.firstIndex { ($0.content.first?.start ?? 0) > content.start }
      ?? analysis.quotes.count
    analysis.quotes.insert(quote, at: place)
    for index in analysis.quotes.indices where index != place {
      // The indices of what comes after have moved on by one.
      if let outer = analysis.quotes[index].nestedIn, outer >= place {
        analysis.quotes[index].nestedIn = outer + 1
      }
    }
  }
}
