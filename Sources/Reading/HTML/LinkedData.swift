import FoundationEssentials

/// What a page's JSON-LD (schema.org) says about its article.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var authors: [String] = []
  private(set) var articleBody: String?

  /// Any JSON value.
  private indirect enum Value: Decodable {
    case object([String: Value])
    case array([Value])
    case string(String)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let string = try? value.decode(String.self) {
        self = .string(string)
      } else if let array = try? value.decode([Value].self) {
        self = .array(array)
      } else if let object = try? value.decode([String: Value].self) {
        self = .object(object)
      } else {
        self = .other
      }
    }

    var string: String? {
      if case .string(let string) = self, !string.isEmpty { string } else { nil }
    }

    var members: [String: Value] {
      if case .object(let members) = self { members } else { [:] }
    }

    /// The values of an array, or the value itself.
    var all: [Value] {
      if case .array(let values) = self { values } else { [self] }
    }

    /// The names of people or organisations, given as strings or objects.
    var names: [String] {
      all.compactMap { $0.string ?? $0.members["name"]?.string }
    }
  }

  /// Reads one script; what is not JSON or not about an article is passed over.
  mutating func read(_ bytes: [UInt8]) {
    guard bytes.count < 1 << 22, Self.depth(of: bytes) <= 64,
      let value = try? JSONDecoder().decode(Value.self, from: Data(bytes))
    else { return }
    var pending = value.all
    var seen = 0
    while !pending.isEmpty, seen < 1000 {
      let members = pending.removeFirst().members
      seen += 1
      if let graph = members["@graph"] { pending += graph.all }
      if let main = members["mainEntity"] { pending += main.all }
      let types = members["@type"]?.all.compactMap(\.string) ?? []
      guard
        types.contains(where: {
          $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
        })
      else { continue }
      take(members)
    }
  }

  private mutating func take(_ members: [String: Value]) {
    if headline == nil { headline = members["headline"]?.string.map(Self.plain) }
    if published == nil {
      published = members["datePublished"]?.string ?? members["dateCreated"]?.string
    }
    if publisher == nil { publisher = members["publisher"]?.names.first }
    if url == nil { url = members["url"]?.string }
    if authors.isEmpty { authors = members["author"]?.names.map(Self.plain) ?? [] }
    if articleBody == nil { articleBody = members["articleBody"]?.string }
  }

  private static func plain(_ text: String) -> String {
    PageText.collapsed(Array(text.utf8))
  }

  /// How deep brackets are nested, those in strings counted too: only to refuse what no page needs.
  private static func depth(of bytes: [UInt8]) -> Int {
    var depth = 0
    var deepest = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return deepest
  }
}
