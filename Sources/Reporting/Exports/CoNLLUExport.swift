internal import NewsModel

/// Tokens in CoNLL-U, with entities and attribution in the last column.
///
/// Syntax is not analysed, so heads and relations are `_`. The universal part of speech follows from the
/// Penn Treebank's tag alone. The last column holds `SpaceAfter=No`, entities in the manner of
/// CorefUD (`Entity=(e1-person` … `Entity=e1)`), the roles of a token in statements
/// (`Attribution=q1:content,q2:source`) and its place in code points (`Span=17-22`). Where an analyst, not
/// the text, identified a speaker, a comment above the sentence says so.
enum CoNLLUExport {
  static let header = "# global.Entity = eid-etype\n"

  static func text(for analysis: Analysis) -> String {
    let text = analysis.article.text
    let tokens = analysis.tokens
    let map = TextMap(text)
    let entities = entityMarks(analysis)
    let roles = roles(analysis)
    let inferences = inferences(analysis)
    let paragraphs = Set(tokens.paragraphStarts)
    var output = "# newdoc id = \(oneLine(analysis.article.id))\n"
    for sentence in 0..<tokens.sentenceCount {
      let range = tokens.sentence(sentence)
      guard !range.isEmpty else { continue }
      if paragraphs.contains(UInt32(range.lowerBound)) { output += "# newpar\n" }
      output += "# sent_id = \(oneLine(analysis.article.id))-\(sentence + 1)\n"
      for speaker in inferences[sentence] ?? [] { output += "# inferred_speaker = \(speaker)\n" }
      output += "# text = \(oneLine(text[bytes: tokens.range(of: range)]))\n"
      for (number, token) in range.enumerated() {
        let bytes = tokens.range(of: token)
        let tag = tokens.partsOfSpeech[token]
        var last: [String] = []
        if !roles[token].isEmpty {
          last.append("Attribution=" + roles[token].joined(separator: ","))
        }
        if !entities[token].isEmpty { last.append("Entity=" + entities[token]) }
        if token + 1 < range.upperBound, Int(tokens.starts[token + 1]) == bytes.end {
          last.append("SpaceAfter=No")
        }
        let span = map.codePoints(of: bytes)
        last.append("Span=\(span.start)-\(span.end)")
        let fields = [
          String(number + 1), field(tokens.word(token)), field(tokens.lemma(token)),
          UniversalPartOfSpeech.name(for: tag), tag.name, "_", "_", "_", "_",
          last.joined(separator: "|"),
        ]
        output += fields.joined(separator: "\t") + "\n"
      }
      output += "\n"
    }
    return output
  }

  private static func entityMarks(_ analysis: Analysis) -> [String] {
    var marks = [String](repeating: "", count: analysis.tokens.count)
    for mention in analysis.mentions {
      let tokens = analysis.tokens.tokens(in: mention.range)
      guard let last = tokens.last else { continue }
      let id = AnalysisDocument.entityID(mention.entity)
      marks[tokens.lowerBound] += "(\(id)-\(analysis.entities[mention.entity].type.rawValue)"
      marks[last] += last == tokens.lowerBound ? ")" : "\(id))"
    }
    return marks
  }

  /// The speakers that an analyst identified, `q2 Ben Hale`, by the sentence in which the content begins.
  private static func inferences(_ analysis: Analysis) -> [Int: [String]] {
    var inferences: [Int: [String]] = [:]
    for (index, quote) in analysis.quotes.enumerated() {
      guard let speaker = quote.speaker, speaker.isAnalystInference else { continue }
      let first = quote.content.lazy.compactMap { analysis.tokens.tokens(in: $0).first }.first
      let sentence = first.map { analysis.tokens.sentenceIndex(ofToken: $0) } ?? 0
      inferences[sentence, default: []]
        .append("\(AnalysisDocument.quoteID(index)) \(oneLine(speaker.name))")
    }
    return inferences
  }

  private static func roles(_ analysis: Analysis) -> [[String]] {
    var roles = [[String]](repeating: [], count: analysis.tokens.count)
    for (index, quote) in analysis.quotes.enumerated() {
      let id = AnalysisDocument.quoteID(index)
      for (name, ranges) in [
        ("content", quote.content), ("cue", quote.cue), ("source", quote.source),
      ] {
        for range in ranges {
          for token in analysis.tokens.tokens(in: range) { roles[token].append("\(id):\(name)") }
        }
      }
    }
    return roles
  }

  /// A field may not be empty and may not hold a tab or a line break.
  private static func field(_ text: String) -> String {
    let text = oneLine(text)
    return text.isEmpty ? "_" : text
  }

  private static func oneLine(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

/// The tag set of Universal Dependencies.
enum UniversalPartOfSpeech {
  /// The universal tag that a tag of the Penn Treebank means without its context.
  static func name(for tag: PartOfSpeech) -> String {
    switch tag {
    case .cc: "CCONJ"
    case .cd: "NUM"
    case .dt, .pdt: "DET"
    case .ex, .prp, .prpPossessive, .wdt, .wp, .wpPossessive: "PRON"
    case .in, .rp: "ADP"
    case .jj, .jjr, .jjs, .afx: "ADJ"
    case .md: "AUX"
    case .nn, .nns: "NOUN"
    case .nnp, .nnps: "PROPN"
    case .pos, .to: "PART"
    case .rb, .rbr, .rbs, .wrb: "ADV"
    case .sym, .dollar, .hash: "SYM"
    case .uh: "INTJ"
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: "VERB"
    case .comma, .period, .colon, .openingQuote, .closingQuote, .openingBracket, .closingBracket,
      .hyphen, .nfp, .ls:
      "PUNCT"
    case .unknown, .fw, .add, .gw: "X"
    }
  }
}
