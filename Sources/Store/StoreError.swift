/// Why a store could not be opened, read or written.
public enum StoreError: Error, Equatable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is no store: another kind of file, or another program's database.
  case notAStore(path: String)
  /// A later Sayso made the store; this one cannot know what its columns mean.
  case newerSchema(path: String, found: Int, known: Int)
  /// Another process, or another indexer of this one, is writing to the store.
  case busy(path: String, holder: String)
  /// The store can be read but not written.
  case readOnly(path: String)
  /// The file exists and cannot be opened: its rights, its folder, the disk.
  case unreadable(path: String, reason: String)
  /// The store was changed after the snapshot had been taken, so the rest of it cannot be read.
  case changedSinceSnapshot
  /// No article of the store has this name.
  case unknownArticle(String)
  /// A stored value does not have the form that this schema promises.
  case damaged(what: String)
  /// The words of a search are no valid query.
  case invalidQuery(query: String, reason: String)
  /// SQLite reports a fault that none of the other cases describes.
  case database(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
  /// The error in words for people.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such file"
    case .notAStore(let path):
      "\(path): not a store made by sayso index"
    case .newerSchema(let path, let found, let known):
      "\(path): made by a later sayso (schema \(found), this one knows \(known)); "
        + "update sayso or index the articles again"
    case .busy(let path, let holder):
      "\(path): \(holder) is writing to this store; wait until it ends or use another file"
    case .readOnly(let path):
      "\(path): the store can be read but not written"
    case .unreadable(let path, let reason):
      "\(path): cannot be opened: \(reason)"
    case .changedSinceSnapshot:
      "the corpus was indexed again since it was opened; reload it"
    case .unknownArticle(let name):
      "no article is called “\(name)”"
    case .damaged(let what):
      "the store is damaged: \(what)"
    case .invalidQuery(let query, let reason):
      "“\(query)” is not a search: \(reason)"
    case .database(let path, let reason):
      "\(path): \(reason)"
    }
  }
}
