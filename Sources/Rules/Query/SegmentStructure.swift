import NewsModel

/// What stands over the tokens of a segment: sentences, paragraphs, quotations, entities and quotes.
///
/// With the postings it is all that most patterns ask of an article, so that these are matched without reading
/// articles. Positions count the tokens of the segment from 0.
public struct SegmentStructure: Sendable, Hashable {
  /// Some tokens, one after the other.
  struct Run: Sendable, Hashable {
    var tokens: Range<Int>
    /// What the run is, as far as its kind needs that.
    var code = 1
  }

  /// The first token of each sentence.
  private(set) var sentences: [UInt32] = []
  /// The first token of each paragraph.
  private(set) var paragraphs: [UInt32] = []
  /// Tokens inside quotation marks; runs of two articles are two runs.
  private(set) var quotations: [Run] = []
  /// Tokens of entities, with the number in ``MatchText/entityCodes``.
  private(set) var entities: [Run] = []
  /// Whole entities and quotes, in the order of ``types``.
  private(set) var extents: [[Run]] = Array(repeating: [], count: types.count)

  /// The types of annotations that a structure holds; those that rules make change too often.
  public static let types = MatchText.entityTypes + ["ENTITY", "QUOTE"]

  /// The number of entities or quotes of a type, or `nil` for a type that is not held.
  public func count(ofType type: String) -> Int? {
    Self.types.firstIndex(of: type).map { extents[$0].count }
  }

  /// Creates the structure of no tokens.
  public init() {}

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - text: The article.
  ///   - first: The position of its first token.
  mutating func append(_ text: MatchText, at first: Int) {
    sentences += text.tokens.sentenceStarts.map { $0 + UInt32(first) }
    paragraphs += text.tokens.paragraphStarts.map { $0 + UInt32(first) }
    Self.append(text.isQuoted.map { $0 ? 1 : 0 }, at: first, to: &quotations)
    Self.append(text.entityCodes, at: first, to: &entities)
    for (place, type) in Self.types.enumerated() {
      for extent in text.extents[type] ?? [] {
        let tokens = extent.tokens
        extents[place].append(Run(tokens: tokens.lowerBound + first..<tokens.upperBound + first))
      }
    }
  }

  /// Adds the runs of equal codes other than 0.
  private static func append(_ codes: [UInt8], at first: Int, to runs: inout [Run]) {
    var start = 0
    while start < codes.count {
      var end = start + 1
      while end < codes.count, codes[end] == codes[start] { end += 1 }
      if codes[start] != 0 {
        runs.append(Run(tokens: start + first..<end + first, code: Int(codes[start])))
      }
      start = end
    }
  }

  // MARK: - Stored form

  /// The structure as bytes.
  ///
  /// A version byte; then the sentences and the paragraphs, each as their number and the gaps from one to the
  /// next; then the quotations, the tokens of entities and the whole entities and quotes of each type, each as
  /// their number and for each the gap from the end of the one before, its length, and for the tokens of entities
  /// the code. All numbers are variable-length integers (LEB128).
  public var encoded: [UInt8] {
    var output = VariableLengthWriter()
    output.append(Self.version)
    for starts in [sentences, paragraphs] {
      output.append(starts.count)
      var before: UInt32 = 0
      for start in starts {
        output.append(Int(start - before))
        before = start
      }
    }
    func append(_ runs: [Run], withCode: Bool = false) {
      output.append(runs.count)
      var end = 0
      for run in runs {
        output.append(run.tokens.lowerBound - end)
        output.append(run.tokens.count)
        if withCode { output.append(run.code) }
        end = run.tokens.upperBound
      }
    }
    append(quotations)
    append(entities, withCode: true)
    for runs in extents { append(runs) }
    return output.bytes
  }

  private static let version = 1

  /// Reads what ``encoded`` wrote, or `nil` where the bytes cannot be that.
  public init?(_ bytes: [UInt8], tokenCount: Int) {
    var input = VariableLengthReader(bytes)
    guard input.number() == Self.version else { return nil }
    func starts() -> [UInt32]? {
      guard let count = input.number(), count <= tokenCount else { return nil }
      var starts: [UInt32] = []
      starts.reserveCapacity(count)
      var position = 0
      for place in 0..<count {
        guard let gap = input.number(), place == 0 || gap > 0 else { return nil }
        position += gap
        guard position < tokenCount else { return nil }
        starts.append(UInt32(position))
      }
      return starts
    }
    func runs(withCode: Bool = false) -> [Run]? {
      guard let count = input.number(), count <= tokenCount else { return nil }
      var runs: [Run] = []
      runs.reserveCapacity(count)
      var end = 0
      for _ in 0..<count {
        guard let gap = input.number(), let length = input.number(), length > 0,
          let code = withCode ? input.number() : 1, code <= MatchText.entityTypes.count,
          end + gap + length <= tokenCount
        else { return nil }
        runs.append(Run(tokens: end + gap..<end + gap + length, code: code))
        end += gap + length
      }
      return runs
    }
    guard let sentences = starts(), let paragraphs = starts(), let quotations = runs(),
      let entities = runs(withCode: true)
    else { return nil }
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.quotations = quotations
    self.entities = entities
    for place in Self.types.indices {
      guard let found = runs() else { return nil }
      extents[place] = found
    }
    guard input.isAtEnd else { return nil }
  }
}
