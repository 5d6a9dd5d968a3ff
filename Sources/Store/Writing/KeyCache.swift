internal import NewsModel

/// The database's keys of texts met before, told apart byte by byte; forgets all when it is full.
struct KeyCache {
  private static let capacity = 1 << 18
  private var texts = Vocabulary()
  private var keys: [Int64] = []

  /// The key of a text, asked of `find` the first time.
  mutating func key(of text: String, find: () throws -> Int64) rethrows -> Int64 {
    if keys.count >= Self.capacity {
      texts = Vocabulary()
      keys = []
    }
    let id = Int(texts.intern(text.utf8Span.span))
    if id < keys.count { return keys[id] }
    do {
      let key = try find()
      keys.append(key)
      return key
    } catch {
      // Texts and keys must stay of one length.
      texts = Vocabulary()
      keys = []
      throw error
    }
  }
}
