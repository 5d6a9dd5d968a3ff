internal import NewsModel

/// Stand-off annotation for the tool brat: text-bound annotations, relations, attributes, notes.
///
/// Offsets count code points. brat allows no line break inside an annotation, so a part that runs over
/// lines becomes several fragments of one annotation.
enum BratExport {
  /// The `annotation.conf` that the files need beside them.
  static let configuration = """
    [entities]
    Person
    Organisation
    Place
    Other
    Content
    Cue
    Source
    Rule

    [relations]
    Attributes	Arg1:Cue, Arg2:Content
    Says	Arg1:Source, Arg2:Content
    Inside	Arg1:Content, Arg2:Content
    <OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

    [events]

    [attributes]
    Kind	Arg:Content, Value:direct|mixed|indirect
    Status	Arg:Content, Value:stated|negated|prospective|belief

    """

  static func annotations(for analysis: Analysis) -> String {
    var writer = Writer(analysis)
    writer.write()
    return writer.output
  }

  private struct Writer {
    let analysis: Analysis
    let bytes: [UInt8]
    let map: TextMap
    var output = ""
    var textBound = 0
    var relations = 0
    var attributes = 0
    var notes = 0

    init(_ analysis: Analysis) {
      self.analysis = analysis
      bytes = Array(analysis.article.text.utf8)
      map = TextMap(analysis.article.text)
    }

    mutating func write() {
      for mention in analysis.mentions {
        let entity = analysis.entities[mention.entity]
        guard let id = annotate(entity.type.rawValue.capitalised, [mention.range]) else { continue }
        note(on: id, entity.name + (mention.metonymOf.map { " (stands for \($0))" } ?? ""))
      }
      var contents: [String?] = []
      for quote in analysis.quotes { contents.append(write(quote)) }
      for (index, quote) in analysis.quotes.enumerated() {
        guard let outer = quote.nestedIn, let from = contents[index], let to = contents[outer]
        else { continue }
        relate("Inside", from, to)
      }
      for annotation in analysis.annotations {
        guard let id = annotate("Rule", [annotation.range]) else { continue }
        note(on: id, "\(annotation.type) (\(annotation.by))")
      }
    }

    mutating func write(_ quote: Quote) -> String? {
      guard let content = annotate("Content", quote.content) else { return nil }
      attribute("Kind", of: content, quote.kind.rawValue)
      attribute("Status", of: content, quote.status.rawValue)
      let speaker = quote.speaker?.name ?? "nobody named"
      let inferred = quote.speaker?.isAnalystInference == true ? ", the analyst’s inference" : ""
      note(on: content, "\(speaker)\(inferred) (\(quote.by))")
      if let cue = annotate("Cue", quote.cue) { relate("Attributes", cue, content) }
      if let source = annotate("Source", quote.source) { relate("Says", source, content) }
      return content
    }

    /// Writes a text-bound annotation, or nothing where there is no text.
    mutating func annotate(_ type: String, _ ranges: [ByteRange]) -> String? {
      let fragments = ranges.flatMap(lines)
      guard !fragments.isEmpty else { return nil }
      textBound += 1
      let id = "T\(textBound)"
      let places = fragments.map { fragment in
        let span = map.codePoints(of: fragment)
        return "\(span.start) \(span.end)"
      }
      let words = fragments.map { analysis.article.text[bytes: $0] }
      output += "\(id)\t\(type) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))\n"
      return id
    }

    /// The parts of a range between its line breaks.
    func lines(_ range: ByteRange) -> [ByteRange] {
      var lines: [ByteRange] = []
      var start = range.start
      for offset in range.start...range.end {
        let isBreak = offset == range.end || bytes[offset] == 0x0a || bytes[offset] == 0x0d
        guard isBreak else { continue }
        if offset > start { lines.append(ByteRange(start, offset)) }
        start = offset + 1
      }
      return lines
    }

    mutating func relate(_ type: String, _ from: String, _ to: String) {
      relations += 1
      output += "R\(relations)\t\(type) Arg1:\(from) Arg2:\(to)\n"
    }

    mutating func attribute(_ type: String, of id: String, _ value: String) {
      attributes += 1
      output += "A\(attributes)\t\(type) \(id) \(value)\n"
    }

    mutating func note(on id: String, _ text: String) {
      notes += 1
      let line = text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
      output += "#\(notes)\tAnnotatorNotes \(id)\t\(line)\n"
    }
  }
}

extension String {
  /// The text with its first letter as a capital, as brat names types.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
