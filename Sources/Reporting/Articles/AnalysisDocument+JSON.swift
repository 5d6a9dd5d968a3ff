internal import NewsModel

extension AnalysisDocument {
  /// The document as one line of JSON, with the line feed that ends it, in UTF-8.
  ///
  /// - Complexity: O(*n*) in the size of the line.
  public var jsonLine: [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    write(to: &writer)
    writer.newline()
    return writer.finish()
  }

  private func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("id", id)
    writer.pair("path", path)
    writer.pair("offsets", offsets)
    writer.pair("title", title)
    writer.pair("outlet", outlet)
    writer.pair("published", published)
    writer.pair("byline", byline)
    writer.pair("agency", agency)
    writer.array("zones", zones) { $1.write(to: &$0) }
    writer.array("entities", entities) { $1.write(to: &$0) }
    writer.array("mentions", mentions) { $1.write(to: &$0) }
    writer.array("quotes", quotes) { $1.write(to: &$0) }
    writer.array("annotations", annotations) { $1.write(to: &$0) }
    writer.array("notes", notes) { $1.write(to: &$0) }
    writer.pair("url", url)
    writer.pair("dateline", dateline)
    writer.array("figures", figures) { $1.write(to: &$0) }
    writer.array("dates", dates) { $1.write(to: &$0) }
    if let tokens { writer.array("tokens", tokens) { $1.write(to: &$0) } }
    writer.endObject()
  }
}

extension AnalysisDocument.Zone {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("kind", plain: kind.rawValue)
    writer.pair("span", span)
    writer.pair("reason", reason)
    writer.endObject()
  }
}

extension AnalysisDocument.Entity {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("id", id)
    writer.pair("name", name)
    writer.pair("type", plain: type.rawValue)
    writer.pair("aliases", aliases)
    writer.pair("titles", titles)
    writer.pair("gender", gender?.rawValue)
    writer.endObject()
  }
}

extension AnalysisDocument.Mention {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("span", span)
    writer.pair("entity", entity)
    writer.pair("metonym_of", metonymOf)
    writer.endObject()
  }
}

extension AnalysisDocument.Quote {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("id", id)
    writer.pair("kind", plain: kind.rawValue)
    writer.pair("content", content)
    writer.pair("cue", cue)
    writer.pair("source", source)
    writer.pair("speaker", speaker)
    writer.pair("speaker_entity", speakerEntity)
    writer.pair("via", via)
    writer.pair("nested_in", nestedIn)
    writer.pair("confidence", confidence)
    writer.pair("by", by)
    writer.pair("speaker_form", speakerForm?.rawValue)
    writer.pair("status", plain: status.rawValue)
    writer.pair("act", plain: act.rawValue)
    writer.pair("candidates", candidates)
    writer.key("inferred")
    writer.value(inferred)
    writer.endObject()
  }
}

extension AnalysisDocument.Annotation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("type", type)
    writer.pair("span", span)
    writer.pair("by", by)
    writer.key("attributes")
    writer.beginObject()
    // A dictionary has no order of its own.
    for (key, attribute) in attributes.sorted(by: { $0.key < $1.key }) {
      writer.key(text: key)
      switch attribute.value {
      case .text(let text): writer.value(text)
      case .number(let number): writer.value(number)
      case .flag(let flag): writer.value(flag)
      }
    }
    writer.endObject()
    writer.endObject()
  }
}

extension AnalysisDocument.Note {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("kind", plain: kind.rawValue)
    writer.pair("span", span)
    writer.pair("text", text)
    writer.endObject()
  }
}

extension AnalysisDocument.Figure {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("span", span)
    writer.pair("kind", plain: kind.rawValue)
    writer.pair("value", value)
    writer.pair("unit", unit)
    writer.pair("approximation", approximation)
    writer.endObject()
  }
}

extension AnalysisDocument.DateExpression {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.pair("span", span)
    writer.pair("kind", plain: kind.rawValue)
    writer.pair("resolved", resolved)
    writer.pair("reason", reason)
    writer.endObject()
  }
}

extension AnalysisDocument.Token {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginArray()
    writer.value(word)
    writer.value(lemma)
    writer.value(pos)
    writer.value(span)
    writer.endArray()
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ span: CodePointRange) {
    value(span.start, span.end)
  }

  @inline(__always)
  fileprivate mutating func pair(_ name: StaticString, _ value: String?) {
    key(name)
    self.value(value)
  }

  @inline(__always)
  fileprivate mutating func pair(_ name: StaticString, _ value: Double?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  @inline(__always)
  fileprivate mutating func pair(_ name: StaticString, _ span: CodePointRange?) {
    key(name)
    if let span { value(span) } else { null() }
  }

  @inline(__always)
  fileprivate mutating func pair(_ name: StaticString, _ values: [String]) {
    key(name)
    self.values(values)
  }

  @inline(__always)
  fileprivate mutating func pair(_ name: StaticString, _ spans: [CodePointRange]) {
    array(name, spans) { $0.value($1) }
  }

  @inline(__always)
  fileprivate mutating func array<Element>(
    _ name: StaticString, _ elements: [Element],
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }
}
