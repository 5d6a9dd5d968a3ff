/// A parsed pattern: what to match, under which conditions, with which captures.
///
/// The notation is described in `docs/patterns.md`. Every node keeps the byte range of the source
/// that wrote it, so that messages can point at it.
public struct Pattern: Sendable, Hashable {
  /// The pattern as written.
  public var source: String
  /// What to match.
  public var root: Node
  /// What must also hold of a match, written after `::`.
  public var conditions: [Condition]
  /// The names of the captures in order of appearance, each once.
  public var captures: [String]
  /// The attributes that were declared where the pattern was written, sorted by name.
  public var attributes: [TokenAttribute] = []

  /// Where a match may lie.
  public enum Scope: Sendable, Hashable {
    /// In one sentence (the default).
    case sentence
    /// In one paragraph: `within p`.
    case paragraph
    /// Anywhere in the article: `within doc`.
    case document
  }

  /// The widest stretch of text that one match may cover.
  public var scope: Scope {
    for case .within(let region, negated: false, _) in conditions {
      if region == .paragraph { return .paragraph }
      if region == .document { return .document }
    }
    return .sentence
  }
}

extension Pattern {
  /// A part of a pattern.
  public indirect enum Node: Sendable, Hashable {
    /// One token that passes a test.
    case token(TokenTest, SourceRange)
    /// One whole entity, quote or annotation of a type: `@PERSON`.
    case annotation(type: String, SourceRange)
    /// A place between two tokens.
    case border(Border, SourceRange)
    /// One after the other.
    case sequence([Node])
    /// One of several, in no order.
    case alternation([Node])
    /// Several times; as few as possible where lazy.
    case repetition(Node, minimum: Int, maximum: Int, isLazy: Bool, SourceRange)
    /// A named part of the match.
    case capture(name: String, Node, SourceRange)
    /// A test of the text before or after, which is not consumed.
    case lookaround(Node, isAhead: Bool, isNegated: Bool, SourceRange)
  }

  /// A place between two tokens.
  public enum Border: String, Sendable, Hashable, CaseIterable {
    case sentenceStart = "<s>"
    case sentenceEnd = "</s>"
    case paragraphStart = "<p>"
    case paragraphEnd = "</p>"
    case documentStart = "<doc>"
    case documentEnd = "</doc>"
    case quoteStart = "<quote>"
    case quoteEnd = "</quote>"
  }

  /// A test of one token.
  public indirect enum TokenTest: Sendable, Hashable {
    /// `[]`: any token.
    case any
    /// `[num]`.
    case flag(Flag)
    /// `[lemma=say]`, with several values `[lemma=(say|tell)]`.
    case compare(Attribute, Comparison, [Value])
    /// `!test`.
    case not(TokenTest)
    /// `test & test`.
    case all([TokenTest])
    /// `test | test`.
    case either([TokenTest])
  }

  /// A property of a token that is true or false.
  public enum Flag: String, Sendable, Hashable, CaseIterable {
    /// A number in digits or words.
    case num
    /// Begins with a capital letter.
    case cap
    /// Longer than one letter and all capitals.
    case caps
    /// No letter and no digit.
    case punct
    /// Letters only.
    case alpha
    /// Inside quotation marks.
    case quoted
  }

  /// A property of a token that has a value.
  public enum Attribute: Sendable, Hashable {
    case word, lower, lemma, pos, ent, num, shape, len
    /// Declared in Lua.
    case custom(TokenAttribute)

    /// The attributes every corpus has.
    public static let builtIn: [(name: String, attribute: Attribute)] = [
      ("word", .word), ("lower", .lower), ("lemma", .lemma), ("pos", .pos), ("ent", .ent),
      ("num", .num), ("shape", .shape), ("len", .len),
    ]

    /// The name as written in a pattern.
    public var name: String {
      if case .custom(let attribute) = self { return attribute.name }
      return Self.builtIn.first { $0.attribute == self }?.name ?? ""
    }
  }

  /// How an attribute is compared with a value.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// What an attribute is compared with.
  public enum Value: Sendable, Hashable {
    /// `say` or `"say"`: case is folded.
    case folded(String)
    /// `'US'`: exactly so.
    case exact(String)
    /// `/NN.*/`: the whole value matches.
    case regex(TokenRegex)
  }

  /// A stretch of text that a match lies in or not.
  public enum Region: Sendable, Hashable {
    case sentence, paragraph, document, quote, title, lead, body, boilerplate
    /// An entity, quote or annotation of a type.
    case annotation(String)

    /// The names as written in a pattern.
    public static let named: [(name: String, region: Region)] = [
      ("s", .sentence), ("p", .paragraph), ("doc", .document), ("quote", .quote),
      ("title", .title), ("lead", .lead), ("body", .body), ("boilerplate", .boilerplate),
    ]
  }

  /// The other side of a comparison between captures.
  public enum Operand: Sendable, Hashable {
    /// Another capture's attribute.
    case capture(String, Attribute)
    /// A fixed value.
    case value(Value)
  }

  /// What must also hold of a match.
  public indirect enum Condition: Sendable, Hashable {
    /// `within quote`, `!within quote`.
    case within(Region, negated: Bool, SourceRange)
    /// `containing @LOCATION`.
    case containing(Node, negated: Bool, SourceRange)
    /// `n.num >= 100`, `a.lemma = b.lemma`.
    case compare(String, Attribute, Comparison, Operand, SourceRange)
  }
}

/// Bytes of a pattern's source.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// Creates a range.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

extension Pattern {
  /// Parses a pattern.
  ///
  /// - Throws: ``PatternError`` with the place and a hint.
  public init(_ source: String, in environment: PatternEnvironment) throws(PatternError) {
    self = try PatternParser.parse(source, in: environment)
  }
}
