import NewsModel

/// What a user asks of a hit: a capture or the whole match, and one of its attributes.
///
///     try QueryField("who.lemma", in: pattern)
///     try QueryField("match", in: pattern)       // the words of the whole match
public struct QueryField: Sendable, Hashable {
  /// As written.
  public let name: String
  /// The capture, or `nil` for the whole match.
  let capture: String?
  let attribute: Pattern.Attribute

  /// Reads a field: a capture's name or `match`, then perhaps a point and an attribute.
  ///
  /// - Throws: ``PatternError`` for a capture that the pattern does not have, or an unknown attribute.
  public init(_ name: String, in pattern: Pattern) throws(PatternError) {
    self.name = name
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let first = String(parts[0])
    if pattern.captures.contains(first) {
      capture = first
    } else if first == "match" {
      capture = nil
    } else {
      let names = pattern.captures + ["match"]
      let near = NearestName.of(first, in: names)
      throw PatternError(
        "no capture '\(first)' in this pattern", at: SourceRange(0, first.utf8.count), in: name,
        hint: near.map { "did you mean '\($0)'?" } ?? "there is \(names.joined(separator: ", "))")
    }
    guard parts.count == 2, parts[1] != "text" else {
      attribute = .word
      return
    }
    let wanted = String(parts[1])
    let attributes =
      Pattern.Attribute.builtIn + pattern.attributes.map { ($0.name, .custom($0)) }
    guard let found = attributes.first(where: { $0.name == wanted }) else {
      let near = NearestName.of(wanted, in: attributes.map(\.name))
      throw PatternError(
        "unknown attribute '\(wanted)'",
        at: SourceRange(first.utf8.count + 1, name.utf8.count), in: name,
        hint: near.map { "did you mean '\($0)'?" }
          ?? "there is \(attributes.map(\.name).joined(separator: ", "))")
    }
    attribute = found.attribute
  }

  /// The value of a match, or `nil` where the capture took no part or is no number.
  public func value(of match: PatternMatch, in text: MatchText) -> String? {
    guard let tokens = capture.map({ match.tokens(of: $0) }) ?? match.tokens, !tokens.isEmpty else {
      return nil
    }
    guard attribute == .num || attribute == .len else {
      let words = text.words(tokens, attribute)
      if case .custom = attribute, words.isEmpty { return nil }
      return words
    }
    let number = text.number(attribute, of: tokens)
    if number.isNaN { return nil }
    let isWhole = number.magnitude < 1e15 && number.rounded() == number
    return isWhole ? "\(Int(number))" : "\(number)"
  }
}
