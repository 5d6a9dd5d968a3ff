internal import Foundation
internal import Language
internal import NewsModel

/// Reads texts with parts of speech from JSON lines: `text`, `tokens` in code points, `xpos` or `pos`.
///
/// `xpos` marks a corpus tagged by hand (GUM), `pos` one tagged by a program (PolNeAR). The latter
/// writes `TO` for every *to*; here only the *to* of infinitives keeps it.
public struct TaggedTextReader {
  /// Which texts to take.
  public struct Selection: Sendable {
    /// The genres, or `nil` for all.
    public var genres: Set<String>?
    /// The part of the corpus, `train` or `dev`, or `nil` for all.
    public var split: String?
    /// How many times the texts count.
    public var weight: Float

    /// Creates a selection.
    public init(genres: Set<String>? = nil, split: String? = nil, weight: Float = 1) {
      self.genres = genres
      self.split = split
      self.weight = weight
    }

    /// GUM's genres whose licences allow to ship what was learned from them.
    public static let permissiveGenres: Set<String> = [
      "academic", "court", "bio", "voyage", "news", "interview",
    ]
  }

  private struct Line: Decodable {
    var text: String
    var tokens: [[Int]]
    var xpos: [String]?
    var pos: [String?]?
    var genre: String?
    var split: String?
  }

  /// Creates a reader.
  public init() {}

  /// Reads the selected texts of a file in their order.
  ///
  /// - Parameters:
  ///   - path: A file of JSON lines; one whose name ends in `.gz` is decompressed.
  ///   - selection: Which texts to take.
  /// - Returns: The texts on our own tokens; those without parts of speech are left out.
  /// - Throws: ``TrainingError``, where the file or a line of it cannot be read.
  public func read(_ path: String, _ selection: Selection = Selection()) throws -> [TaggedText] {
    let lines = try Decompression.contents(of: path).split(separator: UInt8(ascii: "\n"))
    let decoder = JSONDecoder()
    var texts: [TaggedText] = []
    for (number, bytes) in lines.enumerated() {
      let line: Line
      do {
        line = try decoder.decode(Line.self, from: bytes)
      } catch {
        throw TrainingError.brokenLine(
          path: path, line: number + 1, reason: "not an object with text and tokens")
      }
      if let genres = selection.genres, !genres.contains(line.genre ?? "") { continue }
      if let split = selection.split, line.split != split { continue }
      guard let text = Self.text(of: line, weight: selection.weight) else { continue }
      texts.append(text)
    }
    guard !texts.isEmpty else { throw TrainingError.noArticles(path: path) }
    return texts
  }

  private static func text(of line: Line, weight: Float) -> TaggedText? {
    let isByHand = line.xpos != nil
    guard var tags = line.xpos ?? line.pos?.map({ $0 ?? "XX" }),
      tags.contains(where: { $0 != "XX" })
    else { return nil }
    if !isByHand {
      for index in tags.indices where tags[index] == "TO" {
        let next = tags[(index + 1)...].prefix(2)
        let isInfinitive =
          next.first == "VB"
          || next.first?.hasPrefix("RB") == true
            && next.last == "VB"
        if !isInfinitive { tags[index] = "IN" }
      }
    }
    let offsets = CodePointOffsets.offsets(of: line.text)
    let tokens = line.tokens.map { token -> ByteRange in
      guard token.count == 2, token[0] <= token[1], token[0] >= 0, token[1] < offsets.count else {
        return ByteRange(0, 0)
      }
      return ByteRange(offsets[token[0]], offsets[token[1]])
    }
    return TaggedText(
      text: line.text, tokens: tokens, tags: tags, weight: weight, isByHand: isByHand)
  }
}
