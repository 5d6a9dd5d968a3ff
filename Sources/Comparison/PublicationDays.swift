internal import Store

/// The days on which articles were published, as far as they are stated.
struct PublicationDays {
  /// For each article the number of its day, or `nil`.
  let days: [Int?]

  init(_ snapshot: CorpusSnapshot) throws {
    let published = try snapshot.articles.published
    days = (0..<published.count).map { published[$0].flatMap(Self.day) }
  }

  /// Whether two articles are not known to be further apart.
  func areNear(_ a: Int, _ b: Int, within limit: Int) -> Bool {
    guard let x = days[a], let y = days[b] else { return true }
    return abs(x - y) <= limit
  }

  /// The number of a day of the Gregorian calendar (Hinnant's days_from_civil).
  static func day(_ date: String) -> Int? {
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]),
      (0...9999).contains(parts[0])
    else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }
}
