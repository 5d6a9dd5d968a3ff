internal import LuaHost
internal import NewsModel
internal import Rules

/// What an action sees of the match that it is called for: `m`, its captures, its article.
///
/// The rows mean something only while the action runs; afterwards using them is an error.
final class MatchRows {
  /// The match at hand.
  private struct Current {
    var rule: Rule
    var match: PatternMatch
    var text: MatchText
    var article: Article
    var mentions: [Mention]
    var entities: [Entity]
  }

  private var current: Current?
  private let kinds: (match: Int, capture: Int, article: Int)

  /// Creates the rows.
  ///
  /// - Parameter kinds: The numbers of the row types.
  init(kinds: (match: Int, capture: Int, article: Int)) { self.kinds = kinds }

  /// Calls an action for a match and gives what it makes of it.
  func outcome(
    of action: LuaFunction, in state: LuaState, rule: Rule, match: PatternMatch,
    text: MatchText, analysis: Analysis
  ) throws(LuaError) -> ActionOutcome {
    current = Current(
      rule: rule, match: match, text: text, article: analysis.article,
      mentions: analysis.mentions, entities: analysis.entities)
    defer {
      current = nil
      for kind in [kinds.match, kinds.capture, kinds.article] { state.renewRows(ofKind: kind) }
    }
    let value = try state.call(
      action, .row(LuaRow(kind: kinds.match, id: 0)), instructions: Self.instructions)
    return try Self.outcome(value)
  }

  /// How many instructions of Lua an action may take: some tens of milliseconds.
  static let instructions = 2_000_000

  /// `false` drops the match, a table adds attributes, everything else keeps it as it is.
  private static func outcome(_ value: LuaValue) throws(LuaError) -> ActionOutcome {
    switch value {
    case .boolean(false): return .drop
    case .table(let table):
      var attributes: [String: AttributeValue] = [:]
      for field in table.fields {
        guard let name = field.key.text else { continue }
        switch field.value {
        case .string(let text): attributes[name] = .text(text)
        case .boolean(let flag): attributes[name] = .flag(flag)
        case let value:
          guard let number = value.numberValue else {
            throw LuaError.argument(
              "the action gave \(name) a \(value.typeName)",
              hint: "an attribute is a string, a number, true or false")
          }
          attributes[name] = .number(number)
        }
      }
      return .keep(attributes)
    default: return .keep([:])
    }
  }

  // MARK: - Types

  /// The rows' types, in the order of their numbers: match, capture, article of a match.
  var types: [RowType] { [matchType, captureType, articleType] }

  private func now() throws(LuaError) -> Current {
    guard let current else { throw LuaError("stale", Self.staleMessage) }
    return current
  }

  private static let staleMessage = "a match can be used only while its action runs"

  private var matchType: RowType {
    var type = RowType(
      name: "match", plural: "matches",
      summary: "What the action of a rule is called with; m.NAME is a capture by its name.",
      fields: [
        RowField("text", "string", "The words that matched.") { [self] _ in
          let current = try now()
          return .string(try text(current.match.tokens))
        },
        RowField("article", "match_article", "The article.") { [self] _ in
          .row(LuaRow(kind: kinds.article, id: 0))
        },
        RowField("sentence", "string", "The sentence in which the match begins.") { [self] _ in
          let current = try now()
          let tokens = current.text.tokens
          let sentence = tokens.sentenceIndex(ofToken: current.match.tokens.lowerBound)
          return .string(try text(tokens.sentence(sentence)))
        },
        RowField("quoted", "boolean", "Whether it begins inside quotation marks.") { [self] _ in
          let current = try now()
          return .boolean(current.text.isQuoted[current.match.tokens.lowerBound])
        },
        RowField("rule", "string", "The name of the rule.") { [self] _ in
          .string(try now().rule.name)
        },
        RowField("first", "integer", "The first byte in the article's text, from 1.") {
          [self] _ in .integer(try range(now().match.tokens).start + 1)
        },
        RowField("last", "integer", "The last byte in the article's text.") { [self] _ in
          .integer(try range(now().match.tokens).end)
        },
      ],
      describe: { [self] _ in words ?? "a match" },
      key: { [self] _ in .optional(words) })
    type.readOther = { [self] (_, name) throws -> LuaValue? in
      let captures = try now().match.captures
      guard let index = captures.lastIndex(where: { $0.name == name }),
        !captures[index].tokens.isEmpty
      else {
        // A capture that took no part is nil, as a known field without a value is.
        return try now().rule.pattern.captures.contains(name) ? LuaValue.nil : Optional.none
      }
      return .row(LuaRow(kind: kinds.capture, id: index))
    }
    type.staleMessage = Self.staleMessage
    return type
  }

  /// The words of the match at hand.
  private var words: String? {
    guard let current = try? now() else { return nil }
    return try? text(current.match.tokens)
  }

  private var captureType: RowType {
    func tokens(_ id: Int) throws(LuaError) -> Range<Int> { try now().match.captures[id].tokens }
    func words(_ name: String, _ summary: String, _ attribute: Pattern.Attribute) -> RowField {
      RowField(name, "string", summary) { [self] id in
        .string(try now().text.words(tokens(id), attribute))
      }
    }
    var type = RowType(
      name: "capture", plural: "captures", summary: "A named part of a match.",
      fields: [
        RowField("text", "string", "Its words as they stand in the article.") { [self] id in
          .string(try text(tokens(id)))
        },
        words("lemma", "Its dictionary forms.", .lemma),
        words("lower", "Its words in lower case.", .lower),
        words("pos", "Its parts of speech.", .pos),
        RowField("num", "number?", "Its value where it is a number.") { [self] id in
          let number = try now().text.number(.num, of: tokens(id))
          return number.isNaN ? .nil : CorpusModel.plainNumber(number)
        },
        RowField("start", "integer", "The first byte in the article's text, from 1.") {
          [self] id in .integer(try range(tokens(id)).start + 1)
        },
        RowField("stop", "integer", "The last byte in the article's text.") { [self] id in
          .integer(try range(tokens(id)).end)
        },
        RowField("entity", "string?", "The name of whom or what it names.") { [self] id in
          let current = try now()
          let range = try range(tokens(id))
          let mention = current.mentions.first { $0.range.overlaps(range) }
          return .optional(mention.map { current.entities[$0.entity].name })
        },
        RowField("type", "string?", "The type of what it names: person, organisation, place.") {
          [self] id in
          let current = try now()
          let range = try range(tokens(id))
          let mention = current.mentions.first { $0.range.overlaps(range) }
          return .optional(mention.map { current.entities[$0.entity].type.rawValue })
        },
      ],
      describe: { [self] id in (try? text(tokens(id))) ?? "a capture" },
      key: { [self] id in .optional(try? text(tokens(id))) })
    type.readOther = { [self] (id, name) throws -> LuaValue? in
      let current = try now()
      guard let declared = current.rule.pattern.attributes.first(where: { $0.name == name }) else {
        return Optional.none
      }
      let value = current.text.words(try tokens(id), .custom(declared))
      if value.isEmpty { return LuaValue.nil }
      let number = declared.isNumeric ? Double(value) : nil
      return number.map(CorpusModel.plainNumber) ?? .string(value)
    }
    type.otherNames = { [self] in
      (try? now().rule.pattern.attributes.map(\.name)) ?? []
    }
    type.staleMessage = Self.staleMessage
    return type
  }

  private var articleType: RowType {
    func field(
      _ name: String, _ summary: String, _ read: @escaping (Article) -> String?
    ) -> RowField {
      RowField(name, "string?", summary) { [self] _ in .optional(read(try now().article)) }
    }
    var type = RowType(
      name: "match_article", plural: "match_articles",
      summary: "The article of a match, as an action sees it.",
      fields: [
        field("id", "Its id.") { $0.id }, field("title", "The headline.") { $0.title },
        field("outlet", "The outlet, only where stated.") { $0.outlet },
        field("published", "The date, only where stated.") { $0.published },
        field("path", "Where it was read from.") { $0.path },
        field("text", "Its whole text.") { $0.text },
      ],
      describe: { [self] _ in (try? now())?.article.id ?? "an article" },
      key: { [self] _ in .optional((try? now())?.article.id) })
    type.staleMessage = Self.staleMessage
    return type
  }

  private func range(_ tokens: Range<Int>) throws(LuaError) -> ByteRange {
    try now().text.tokens.range(of: tokens)
  }

  private func text(_ tokens: Range<Int>) throws(LuaError) -> String {
    try now().article.text[bytes: range(tokens)]
  }
}
