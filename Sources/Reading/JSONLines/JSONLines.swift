import FoundationEssentials
import NewsModel

/// Reads the records of a JSON Lines source.
enum JSONLines {
  /// The most bytes that one line may have.
  static let longestLine = 1 << 28

  /// What one line comes to, or `nil` if there is nothing on it.
  static func outcome(of line: LineSplitter.Line, number: Int, path: String) -> ReadOutcome? {
    guard case .bytes(let bytes) = line else {
      return .failure(.tooLarge(path: path, line: number, limit: longestLine))
    }
    let trimmed = bytes.trimmed(ByteRange(0, bytes.count))
    guard !trimmed.isEmpty else { return nil }
    do {
      let (record, notes) = try record(bytes[trimmed.range])
      return outcome(of: record, notes, number: number, path: path)
    } catch {
      return .failure(.notJSON(path: path, line: number, reason: reason(of: error)))
    }
  }

  private static func record(_ bytes: ArraySlice<UInt8>) throws -> (ArticleRecord, [Note]) {
    let decoder = JSONDecoder()
    do {
      return (try decoder.decode(ArticleRecord.self, from: Data(bytes)), [])
    } catch {
      // JSON is UTF-8; a record that is not may still be saved.
      guard String(validating: bytes, as: UTF8.self) == nil,
        case .success(let decoded) = TextDecoder.decode(Array(bytes), path: "")
      else { throw error }
      let note = Note(.undecodable, nil, "the record has bytes that are not UTF-8")
      return (try decoder.decode(ArticleRecord.self, from: Data(decoded.bytes)), [note])
    }
  }

  private static func outcome(
    of record: ArticleRecord, _ notes: [Note], number: Int, path: String
  ) -> ReadOutcome {
    let place = "\(path):\(number)"
    var metadata = ArticleMetadata(
      id: record.id.flatMap { $0.isEmpty ? nil : $0 }, title: record.title, outlet: record.outlet,
      published: record.published, url: record.url)
    for field in record.authors { metadata.add(authorsField: field) }
    if let stated = record.unreadDate, record.published == nil { metadata.unreadDate = stated }
    let outcome: ReadOutcome
    if let text = record.text {
      outcome = .article(
        PlainText.article(TextDecoder.decoded(text), path: place, metadata: metadata))
    } else if let html = record.html {
      outcome = Page.outcome(
        of: TextDecoder.decoded(html), path: path, line: number, metadata: metadata)
    } else {
      return .failure(.noText(path: path, line: number))
    }
    guard case .article(var article) = outcome, !notes.isEmpty else { return outcome }
    article.notes.insert(contentsOf: notes, at: 0)
    return .article(article)
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case DecodingError.dataCorrupted(let context):
      let detail = (context.underlyingError as? CocoaError)?.debugText ?? ""
      return detail.isEmpty ? "it is cut short or not JSON" : detail
    case DecodingError.typeMismatch: return "it is a value of another kind"
    default: return "it is cut short or not JSON"
    }
  }
}

extension CocoaError {
  /// What the JSON parser says about the place of the fault.
  fileprivate var debugText: String {
    userInfo["NSDebugDescription"] as? String ?? ""
  }
}
