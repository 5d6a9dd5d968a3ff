public import NewsModel

/// Gives each token its part of speech.
///
/// - Complexity: O(*n*) in the number of tokens.
public struct PartOfSpeechTagger: Sendable {
  /// Creates a tagger.
  public init() {}

  /// Fills the column of parts of speech; tokens, sentences and lower-case forms must be known.
  public func tag(_ columns: inout TokenColumns) {
    let kinds = SentenceSplitter.kinds(of: columns)
    var tags: [PartOfSpeech] = []
    tags.reserveCapacity(columns.count)
    var isSentenceStart = [Bool](repeating: false, count: columns.count)
    for start in columns.sentenceStarts { isSentenceStart[Int(start)] = true }
    for token in 0..<columns.count {
      let previous: PartOfSpeech =
        token == 0 || isSentenceStart[token] ? .unknown : tags[token - 1]
      let isFirst = isSentenceStart[token] || previous == .openingQuote
      tags.append(
        tag(columns.lower(token), kinds[token], isFirst: isFirst, after: previous))
    }
    columns.partsOfSpeech = tags
  }

  private func tag(
    _ word: String, _ kind: TokenKind, isFirst: Bool, after previous: PartOfSpeech
  ) -> PartOfSpeech {
    switch kind {
    case .fullStop, .question: return .period
    case .comma: return .comma
    case .colon, .ellipsis, .dash: return .colon
    case .openingQuote, .singleOpening: return .openingQuote
    case .closingQuote, .singleClosing, .straightQuote, .singleStraight: return .closingQuote
    case .openingBracket: return .openingBracket
    case .closingBracket: return .closingBracket
    case .number:
      if word.hasSuffix("th") || word.hasSuffix("st") || word.hasSuffix("nd") { return .jj }
      return word.hasSuffix("s") ? .nns : .cd
    case .symbol:
      return word == "%"
        ? .nn
        : word == "&" ? .cc : word.hasSuffix("$") || word == "€" || word == "£" ? .dollar : .sym
    case .clitic:
      if word == "'s" { return previous.isNoun ? .pos : .vbz }
      return word == "'ll" || word == "'d" ? .md : .vbp
    case .leadingAbbreviation, .initial: return .nnp
    default: break
    }
    if let known = Self.known[word] {
      if known == .vb {
        return previous == .to || previous == .md ? .vb : previous.isVerb ? .vb : .vbp
      }
      if known == .vbd, previous == .vbz || previous == .vbp || previous == .vbd { return .vbn }
      if kind == .capitalWord, !isFirst, known.isNoun { return .nnp }
      return known
    }
    if kind == .capitalWord || kind == .trailingAbbreviation, !isFirst || !word.hasSuffix("ly") {
      return .nnp
    }
    return guess(word, after: previous)
  }

  private func guess(_ word: String, after previous: PartOfSpeech) -> PartOfSpeech {
    if word.contains("-") { return .jj }
    if word.hasSuffix("ly") { return .rb }
    if word.hasSuffix("ing") { return previous == .dt ? .nn : .vbg }
    if word.hasSuffix("ed") {
      return previous.isVerb ? .vbn : previous == .dt ? .jj : .vbd
    }
    if previous == .to || previous == .md { return .vb }
    for ending in ["ous", "ful", "ive", "able", "ible", "ic", "ical", "al", "ish", "less"]
    where word.hasSuffix(ending) { return .jj }
    if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") { return .nn }
    if word.hasSuffix("s") { return previous == .prp ? .vbz : .nns }
    return .nn
  }

  private static let known: [String: PartOfSpeech] = {
    var tags: [String: PartOfSpeech] = [:]
    func add(_ tag: PartOfSpeech, _ words: String) {
      for word in words.split(separator: " ") { tags[String(word)] = tag }
    }
    add(.dt, "the a an this these those every each some any no another all both either neither")
    add(
      .in,
      "of in for on with at by from about as into after before between against during under over through without because if while since although though than until among despite toward towards whether within across behind beyond like near off per that unless upon via amid around above below"
    )
    add(.to, "to")
    add(.cc, "and or but nor yet plus")
    add(
      .prp,
      "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself"
    )
    add(.prpPossessive, "my your his her its our their")
    add(.md, "will would can could may might must shall should ca wo 'll cannot")
    add(.ex, "there")
    add(.wdt, "which")
    add(.wp, "who what whom")
    add(.wpPossessive, "whose")
    add(.wrb, "when where why how")
    add(
      .rb,
      "not n't also now then here still even just only very too so again never always already often soon later earlier ago almost away back well once yesterday ever quite rather perhaps instead indeed"
    )
    add(.rp, "up out down")
    add(
      .cd,
      "one two three four five six seven eight nine ten eleven twelve hundred thousand million billion"
    )
    add(
      .jj,
      "new old other many such own same good great high long last next first second third big small large political military former public major few several little early late much important western eastern russian american ukrainian"
    )
    add(.jjr, "more better worse less higher lower greater larger smaller")
    add(.jjs, "most best worst least highest largest")
    add(.vbz, "is has does says 's tells makes wants believes")
    add(.vbp, "are am 're 'm 've")
    add(
      .vbd,
      "was were had did said told went came took made got gave saw knew thought wrote met led spoke asked left held began became felt kept brought found"
    )
    add(.vbn, "been done gone taken given seen known written spoken begun become held")
    add(
      .vb,
      "be have do say make go take get see know think come give want use find tell ask work call try need feel become leave put mean keep let begin help"
    )
    add(
      .nn,
      "time year day week month government country president minister spokesman percent thing man woman war state today tomorrow tonight"
    )
    return tags
  }()
}
