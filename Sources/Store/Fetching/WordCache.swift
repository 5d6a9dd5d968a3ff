internal import GRDB

/// The words of keys met before; forgets all when it is full.
struct WordCache: Sendable {
  private let capacity: Int
  private var words: [Int64: String] = [:]

  init(capacity: Int) { self.capacity = capacity }

  mutating func word(of key: Int64, in database: Database) throws -> String {
    if let known = words[key] { return known }
    guard
      let word = try String.fetchOne(
        database.cachedStatement(sql: "SELECT word FROM word WHERE id = ?"), arguments: [key])
    else { throw StoreError.damaged(what: "no word \(key)") }
    if words.count >= capacity { words = [:] }
    words[key] = word
    return word
  }
}
