internal import NewsModel

/// Quotes, mentions, annotations and notes as W3C Web Annotations (2017), a page for each article.
///
/// Every target has a position, which counts code points as the recommendation demands, and the words
/// with their surroundings, which find the place again when the text has moved.
enum WebAnnotationExport {
  static func line(for analysis: Analysis) -> String {
    var writer = Writer(analysis)
    writer.writePage()
    return writer.json.text
  }

  private struct Writer {
    static let contextBytes = 32

    let analysis: Analysis
    var json = JSONWriter()
    let map: TextMap

    init(_ analysis: Analysis) {
      self.analysis = analysis
      map = TextMap(analysis.article.text)
    }

    var article: Article { analysis.article }
    var base: String { "urn:sayso:\(article.id)" }

    mutating func writePage() {
      json.beginObject()
      pair("@context", "http://www.w3.org/ns/anno.jsonld")
      pair("id", base)
      pair("type", "AnnotationPage")
      json.key("items")
      json.beginArray()
      for (index, quote) in analysis.quotes.enumerated() { write(quote, at: index) }
      for (index, mention) in analysis.mentions.enumerated() { write(mention, at: index) }
      for (index, annotation) in analysis.annotations.enumerated() {
        item(
          "a\(index + 1)", "classifying", [("classifying", annotation.type)], by: annotation.by,
          [annotation.range])
      }
      for (index, note) in analysis.notes.enumerated() {
        item(
          "n\(index + 1)", "assessing",
          [("classifying", note.kind.rawValue), ("commenting", note.text)], by: nil,
          note.range.map { [$0] } ?? [])
      }
      json.endArray()
      json.endObject()
      json.newline()
    }

    mutating func write(_ quote: Quote, at index: Int) {
      let id = AnalysisDocument.quoteID(index)
      var bodies = [("classifying", "quote:\(quote.kind.rawValue)")]
      if let speaker = quote.speaker {
        bodies.append(("identifying", speaker.name))
        if speaker.isAnalystInference {
          bodies.append(("commenting", "the speaker is the analyst’s inference"))
        }
      }
      item(id, "identifying", bodies, by: quote.by, quote.content)
      for (role, ranges) in [("cue", quote.cue), ("source", quote.source)] where !ranges.isEmpty {
        item(
          "\(id)-\(role)", "linking", [("classifying", role), ("linking", "\(base):\(id)")],
          by: quote.by, ranges)
      }
    }

    mutating func write(_ mention: Mention, at index: Int) {
      let entity = analysis.entities[mention.entity]
      var bodies = [("classifying", entity.type.rawValue), ("identifying", entity.name)]
      if let metonym = mention.metonymOf { bodies.append(("commenting", "stands for \(metonym)")) }
      item("m\(index + 1)", "identifying", bodies, by: nil, [mention.range])
    }

    mutating func item(
      _ id: String, _ motivation: String, _ bodies: [(purpose: String, value: String)],
      by creator: String?, _ ranges: [ByteRange]
    ) {
      json.beginObject()
      pair("id", "\(base):\(id)")
      pair("type", "Annotation")
      pair("motivation", motivation)
      if let creator {
        json.key("generator")
        json.beginObject()
        pair("type", "Software")
        pair("name", "sayso \(creator)")
        json.endObject()
      }
      json.key("body")
      json.beginArray()
      for body in bodies {
        json.beginObject()
        pair("type", "TextualBody")
        pair("purpose", body.purpose)
        pair("value", body.value)
        json.endObject()
      }
      json.endArray()
      json.key("target")
      json.beginArray()
      for range in ranges { target(range) }
      if ranges.isEmpty { json.value(source) }
      json.endArray()
      json.endObject()
    }

    var source: String { article.url ?? article.path }

    mutating func target(_ range: ByteRange) {
      let span = map.codePoints(of: range)
      let text = article.text
      json.beginObject()
      pair("source", source)
      json.key("selector")
      json.beginArray()
      json.beginObject()
      pair("type", "TextPositionSelector")
      json.key("start")
      json.value(span.start)
      json.key("end")
      json.value(span.end)
      json.endObject()
      json.beginObject()
      pair("type", "TextQuoteSelector")
      pair("exact", text[bytes: range])
      pair("prefix", context(before: range.start))
      pair("suffix", context(after: range.end))
      json.endObject()
      json.endArray()
      json.endObject()
    }

    func context(before offset: Int) -> String {
      let utf8 = article.text.utf8
      var start = max(0, offset - Writer.contextBytes)
      // Not in the middle of a character.
      while start < offset, utf8[utf8.index(utf8.startIndex, offsetBy: start)] & 0xc0 == 0x80 {
        start += 1
      }
      return article.text[bytes: ByteRange(start, offset)]
    }

    func context(after offset: Int) -> String {
      let utf8 = article.text.utf8
      var end = min(utf8.count, offset + Writer.contextBytes)
      while end < utf8.count, utf8[utf8.index(utf8.startIndex, offsetBy: end)] & 0xc0 == 0x80 {
        end += 1
      }
      return article.text[bytes: ByteRange(offset, end)]
    }

    mutating func pair(_ key: StaticString, _ value: String) {
      json.key(key)
      json.value(value)
    }
  }
}
