internal import Store

/// Completes values inside string literals: after `speaker = "Ser` the speakers that begin so.
struct ValueCompletion {
  private let model: CorpusModel

  init(_ model: CorpusModel) { self.model = model }

  /// The values that could stand in the string literal that the cursor is in.
  ///
  /// - Returns: Where the literal begins and the values with their closing mark, or `nil` outside of one.
  func candidates(for text: String) -> (start: Int, values: [String])? {
    let bytes = Array(text.utf8)
    var opening: Int?
    var mark: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if opening != nil {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == mark { opening = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        opening = index
        mark = byte
      }
      index += 1
    }
    guard let opening else { return nil }
    let prefix = String(decoding: bytes[(opening + 1)...], as: UTF8.self)
    let before = String(decoding: bytes[..<opening], as: UTF8.self)
    let closing = mark == UInt8(ascii: "'") ? "'" : "\""
    return (
      opening + 1, values(before: before).filter { $0.hasPrefix(prefix) }.map { $0 + closing }
    )
  }

  private func values(before: String) -> [String] {
    let words = before.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let last = words.last.map(String.init) else { return [] }
    let isEntity = last == "entity" || last == "is_named"
    let name = isEntity ? "name" : last == "article" ? "id" : last
    let tables: [CorpusTable] =
      isEntity
      ? [.entities]
      : last == "article" ? [.articles] : [.quotes, .entities, .articles, .notes, .figures]
    for table in tables {
      guard let column = try? model.columns(table)[name] else { continue }
      switch column.values {
      case .text(let texts): return texts.values.sorted()
      case .list(let list): return list.texts.values.sorted()
      default: continue
      }
    }
    // After a method such as `count_by` the names of fields.
    guard ["count_by", "group_by", "sort_by", "map", "sum", "distinct", "where"].contains(last)
    else {
      return []
    }
    return CorpusTable.quotes.columnDescriptions.map(\.name).sorted()
  }
}
