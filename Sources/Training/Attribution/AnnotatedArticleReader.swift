internal import Foundation
internal import NewsModel
internal import Rules

/// Reads annotated articles: JSON lines, plain or compressed with gzip.
///
/// A line is one article: `id`, `text`, `attributions` (each with `source`, `cue` and `content` as lists of
/// `[start, end]` in Unicode code points), and optionally `tokens`, `pos` and `paragraphs`. Output of
/// `sayso extract` is read too: its `quotes` stand for attributions, nested ones left out.
public struct AnnotatedArticleReader: Sendable {
  /// Creates a reader.
  public init() {}

  /// The shape of a line.
  private struct Line: Decodable {
    var id: String
    var text: String?
    var attributions: [Attribution]?
    var quotes: [Attribution]?
    var tokens: [[Int]]?
    var pos: [String?]?
    var paragraphs: [[Int]]?

    struct Attribution: Decodable {
      var source: [[Int]]?
      var cue: [[Int]]?
      var content: [[Int]]?
      var nestedIn: String?

      enum CodingKeys: String, CodingKey {
        case source, cue, content
        case nestedIn = "nested_in"
      }
    }
  }

  /// Reads all articles of a file.
  ///
  /// - Parameters:
  ///   - path: A file of JSON lines; one whose name ends in `.gz` is decompressed.
  ///   - texts: Texts by id, for a file that has none of its own (further annotators, predictions).
  /// - Returns: The articles in the order of the file.
  /// - Throws: ``TrainingError`` with the line and the reason where the file is broken.
  public func read(_ path: String, texts: [String: String] = [:]) throws -> [AnnotatedArticle] {
    let data = try Decompression.contents(of: path)
    var articles: [AnnotatedArticle] = []
    // Further annotators may have annotated an article several times.
    var lines: [String: Int]? = texts.isEmpty ? [:] : nil
    let decoder = JSONDecoder()
    var number = 0
    for line in [UInt8](data).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let decoded: Line
      do {
        decoded = try decoder.decode(Line.self, from: Data(line))
      } catch let error as DecodingError {
        throw TrainingError.brokenLine(path: path, line: number, reason: Self.words(for: error))
      }
      do {
        if let first = lines?.updateValue(number, forKey: decoded.id) {
          throw Fault(reason: "line \(first) has the same id")
        }
        try Self.checkKeys(ofLine: Data(line))
        articles.append(try Self.article(decoded, texts: texts))
      } catch let fault as Fault {
        throw TrainingError.brokenLine(
          path: path, line: number, reason: "article “\(decoded.id)”: \(fault.reason)")
      }
    }
    guard !articles.isEmpty else { throw TrainingError.noArticles(path: path) }
    return articles
  }

  /// Adds the attributions of further annotators to the articles that they annotated.
  ///
  /// - Throws: ``TrainingError`` where the file is broken; annotations of other articles are left out.
  public func addAlternatives(_ path: String, to articles: inout [AnnotatedArticle]) throws {
    var texts: [String: String] = [:]
    var numbers: [String: Int] = [:]
    for (number, article) in articles.enumerated() {
      texts[article.id] = article.text
      numbers[article.id] = number
    }
    for more in try read(path, texts: texts) {
      guard let number = numbers[more.id], !more.text.isEmpty else { continue }
      articles[number].alternatives.append(more.attributions)
    }
  }

  /// What is wrong with an article.
  private struct Fault: Error {
    var reason: String
  }

  private static func article(
    _ line: Line, texts: [String: String]
  ) throws -> AnnotatedArticle {
    let text = line.text ?? texts[line.id] ?? ""
    let offsets = CodePointOffsets.offsets(of: text)
    func range(_ pair: [Int], _ what: String) throws -> ByteRange {
      guard pair.count == 2, pair[0] >= 0, pair[0] <= pair[1] else {
        throw Fault(reason: "\(what) \(pair) is not a range of code points")
      }
      guard pair[1] < offsets.count else {
        throw Fault(
          reason: "\(what) \(pair) ends behind the text of \(offsets.count - 1) code points")
      }
      return ByteRange(offsets[pair[0]], offsets[pair[1]])
    }
    func ranges(_ pairs: [[Int]]?, _ what: String) throws -> [ByteRange] {
      try (pairs ?? []).map { try range($0, what) }
    }
    guard line.text != nil || texts[line.id] != nil else {
      // Only where texts are looked up may an article be unknown.
      if texts.isEmpty { throw Fault(reason: "there is no “text”") }
      return AnnotatedArticle(id: line.id, text: "", attributions: [])
    }
    guard let attributions = line.attributions ?? line.quotes else {
      throw Fault(reason: "there are neither “attributions” nor “quotes”")
    }
    let tokens = try ranges(line.tokens, "token")
    let paragraphs = try (line.paragraphs ?? []).map { pair -> Range<Int> in
      guard pair.count == 2, pair[0] >= 0, pair[0] <= pair[1], pair[1] <= tokens.count else {
        throw Fault(reason: "paragraph \(pair) is not a run of tokens")
      }
      return pair[0]..<pair[1]
    }
    let tags = (line.pos ?? []).compactMap { $0 }
    return AnnotatedArticle(
      id: line.id, text: text,
      attributions: try attributions.filter { $0.nestedIn == nil }.map {
        AnnotatedArticle.Attribution(
          source: try ranges($0.source, "source"), cue: try ranges($0.cue, "cue"),
          content: try ranges($0.content, "content"))
      },
      tokens: tokens, partsOfSpeech: tags.count == tokens.count ? tags : [],
      paragraphs: paragraphs)
  }

  /// Refuses attributions with a misspelt key, which would count as having no such part; keys of other
  /// sorts, such as an id, are the annotators' own.
  private static func checkKeys(ofLine line: Data) throws {
    guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
      let attributions = object["attributions"] as? [[String: Any]]
    else { return }
    let known = ["source", "cue", "content", "nested_in"]
    for attribution in attributions {
      for key in attribution.keys.sorted()
      where !known.contains(key) && key != "nested" && NearestName.of(key, in: known) != nil {
        throw Fault(
          reason: "an attribution has no “\(key)”: there is \(known.joined(separator: ", "))")
      }
    }
  }

  private static func words(for error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map {
        $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)"
      }.joined()
      return path.isEmpty ? "" : " at “\(path.drop { $0 == "." })”"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "“\(key.stringValue)” is missing\(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "a value of another type was expected\(place(context))"
    case .dataCorrupted: return "this is not a JSON object"
    @unknown default: return "this is not an annotated article"
    }
  }
}
