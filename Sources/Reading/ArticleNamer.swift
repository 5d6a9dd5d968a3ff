public import NewsModel

/// Gives each article of a corpus its own name.
///
/// Ask in corpus order: the first article keeps its short name, a later one of the same name gets its
/// file's full stem, and if that is taken too, the stem with `~2`, `~3` and so on.
public struct ArticleNamer: Sendable {
  private var taken: Set<String> = []
  /// The next number to try for a stem, so that ten thousand copies do not take quadratic time.
  private var nextNumber: [String: Int] = [:]

  /// Creates a namer that knows no article yet.
  public init() {}

  /// Keeps a name from being given, as for an article that is already in the corpus.
  public mutating func reserve(_ id: String) {
    taken.insert(id)
  }

  /// The name for the next article, different from all names given before.
  public mutating func uniqueID(for article: Article) -> String {
    let stem = Self.stem(of: article.path)
    for candidate in [article.id, stem] where !candidate.isEmpty {
      if taken.insert(candidate).inserted { return candidate }
    }
    let base = stem.isEmpty ? "article" : stem
    var number = nextNumber[base] ?? 2
    while !taken.insert("\(base)~\(number)").inserted { number += 1 }
    nextNumber[base] = number + 1
    return "\(base)~\(number)"
  }

  /// The short name that a path suggests.
  ///
  ///     ArticleNamer.shortName(ofPath: "seeds/000_bcd6d25323019ef1.txt")   // "000"
  ///     ArticleNamer.shortName(ofPath: "news/summit.html")                 // "summit"
  public static func shortName(ofPath path: String) -> String {
    let stem = stem(of: path)
    let bytes = Array(stem.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let rest = bytes.dropFirst(digits.count)
    guard !digits.isEmpty, let separator = rest.first,
      separator == UInt8(ascii: "_") || separator == UInt8(ascii: "-")
    else { return stem }
    let hash = rest.dropFirst()
    let isHash =
      hash.count >= 8
      && hash.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
    return isHash ? String(decoding: digits, as: UTF8.self) : stem
  }

  /// The file name without folders and extension; a JSONL record's line stays: `a/b.jsonl:7` is `b:7`.
  static func stem(of path: String) -> String {
    var name = Array(path.utf8)[...]
    if name.last == UInt8(ascii: "/") { name.removeLast() }
    if let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[(slash + 1)...] }
    var record: ArraySlice<UInt8> = []
    if let colon = name.lastIndex(of: UInt8(ascii: ":")), colon + 1 < name.endIndex,
      name[(colon + 1)...].allSatisfy({ (0x30...0x39).contains($0) })
    {
      record = name[colon...]
      name = name[..<colon]
    }
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex {
      name = name[..<dot]
    }
    let stem = name == [UInt8(ascii: "-")] ? "stdin" : String(decoding: name, as: UTF8.self)
    return stem + String(decoding: record, as: UTF8.self)
  }
}
