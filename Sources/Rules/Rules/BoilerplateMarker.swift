public import NewsModel

/// Takes the paragraphs in which patterns match for boilerplate.
public final class BoilerplateMarker {
  private let matcher: PatternMatcher

  /// Compiles the patterns.
  ///
  /// - Throws: ``PatternError`` where one is too large.
  public init(_ patterns: [Pattern]) throws(PatternError) {
    matcher = try PatternMatcher(patterns)
  }

  /// Why a zone was set apart, as the zone says.
  public static let reason = "rule"

  /// The article with further zones of boilerplate, or `nil` where no pattern matches outside of those
  /// that it has.
  ///
  /// A paragraph that is boilerplate is cut out of its zone; what stands before and after it stays what it
  /// was.
  public func marked(_ analysis: Analysis) -> Article? {
    let tokens = analysis.tokens
    var paragraphs: Set<Int> = []
    for match in matcher.matches(in: MatchText(analysis)) {
      let first = tokens.paragraphIndex(ofToken: match.tokens.lowerBound)
      let last = tokens.paragraphIndex(ofToken: match.tokens.upperBound - 1)
      paragraphs.formUnion(first...last)
    }
    let ranges = paragraphs.sorted().map { tokens.range(of: tokens.paragraph($0)) }.filter {
      analysis.article.zoneKind(at: $0.start) != .boilerplate
    }
    guard !ranges.isEmpty else { return nil }
    var article = analysis.article
    if article.zones.isEmpty {
      article.zones = [Zone(.body, ByteRange(0, article.text.utf8.count))]
    }
    let bytes = Array(article.text.utf8)
    for range in ranges { article.zones = Self.cutting(range, out: article.zones, bytes) }
    return article
  }

  private static func cutting(_ range: ByteRange, out zones: [Zone], _ bytes: [UInt8]) -> [Zone] {
    var result: [Zone] = []
    for zone in zones {
      guard zone.range.overlaps(range), zone.kind != .boilerplate else {
        result.append(zone)
        continue
      }
      func keep(_ start: Int, _ end: Int) {
        var (start, end) = (start, end)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        if start < end {
          result.append(Zone(zone.kind, ByteRange(start, end), reason: zone.reason))
        }
      }
      keep(zone.range.start, max(zone.range.start, range.start))
      if range.start >= zone.range.start {
        result.append(Zone(.boilerplate, range, reason: reason))
      }
      keep(min(zone.range.end, range.end), zone.range.end)
    }
    return result
  }
}
