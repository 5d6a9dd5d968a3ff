internal import NewsModel

/// What the article says about who holds which office: “US president Joe Biden”, “Ann Lee, a Danish
/// analyst”.
struct RoleFacts {
  /// One statement of an office.
  struct Fact {
    /// The person, as an entity.
    var entity: Int
    /// Lemma of the head: “president”.
    var head: UInt32
    /// Lemmas of what stands before the head: “deputy”, “foreign”.
    var modifiers: Set<UInt32>
    /// The country or body it belongs to, as an entity.
    var owner: Int?
    /// Where it is said.
    var token: Int
  }

  /// All facts, in text order.
  private(set) var facts: [Fact] = []

  init(_ view: SpeakerView, titles: [Range<Int>?]) {
    for (index, tokens) in view.mentionTokens.enumerated()
    where view.entity(index).type == .person {
      if index < titles.count, let title = titles[index] { add(title, of: index, view) }
      addApposition(after: tokens.upperBound, of: index, view)
    }
  }

  /// The owner, modifiers and head that a run of title words holds.
  static func read(
    _ tokens: Range<Int>, _ view: SpeakerView
  ) -> (head: UInt32, modifiers: Set<UInt32>, owner: Int?)? {
    let words = view.words
    var head: UInt32?
    var modifiers: Set<UInt32> = []
    var owner: Int?
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      if let mention = view.mention(at: token) {
        if owner == nil || head != nil { owner = view.analysis.mentions[mention].entity }
        token = max(token + 1, view.mentionTokens[mention].upperBound)
        continue
      }
      let flags = words.flags(token)
      if flags.contains(.titleHead), !flags.contains(.honorific) {
        if let earlier = head { modifiers.insert(earlier) }
        head = words.singular(token)
      } else if flags.contains(.titleModifier) || flags.contains(.peopleWord) {
        modifiers.insert(words.tokens.lemmas[token])
      } else if words.isWord(token, words.key.of), head != nil, token + 1 < tokens.upperBound,
        view.mention(at: token + 1) == nil
      {
        modifiers.insert(words.tokens.lemmas[token + 1])
        token += 1
      }
      token += 1
    }
    guard let head else { return nil }
    return (head, modifiers, owner)
  }

  private mutating func add(_ title: Range<Int>, of mention: Int, _ view: SpeakerView) {
    guard let read = Self.read(title, view) else { return }
    facts.append(
      Fact(
        entity: view.analysis.mentions[mention].entity, head: read.head,
        modifiers: read.modifiers, owner: read.owner, token: title.lowerBound))
  }

  /// “…, a Russian analyst with …”: up to eight words after the comma.
  private mutating func addApposition(after token: Int, of mention: Int, _ view: SpeakerView) {
    let words = view.words
    guard words.isWord(token, words.key.comma) else { return }
    let end = min(token + 9, words.sentenceEnd(of: token - 1))
    var last = token + 1
    while last < end, !words.isWord(last, words.key.comma), !words.tag(last).isVerb,
      words.tag(last) != .in || words.isWord(last, words.key.of)
    {
      if let inner = view.mention(at: last), view.entity(inner).type == .person { return }
      last += 1
    }
    guard last > token + 1, words.tag(token + 1) != .in else { return }
    add((token + 1)..<last, of: mention, view)
  }
}
