/// How far an ``Indexer`` has come.
public struct IndexProgress: Hashable, Sendable {
  /// Files to look at.
  public var totalFiles = 0
  /// Their bytes.
  public var totalBytes: Int64 = 0
  /// Files done with, one way or the other.
  public var files = 0
  /// Their bytes, and those of the records done in the file at hand.
  public var bytes: Int64 = 0
  /// Articles analysed and written.
  public var analysed = 0
  /// Articles found in the store as they are.
  public var unchanged = 0
  /// Files and records that could not be read.
  public var failed = 0
  /// Articles dropped because their file or record is gone.
  public var removed = 0
  /// Whether the run was cancelled; what is counted is in the store all the same.
  public var isCancelled = false
}
