extension CorpusStore {
  /// Whether the file at a path is an SQLite database that may be a store; false for folders and for
  /// what cannot be read.
  public static func isStore(atPath path: String) -> Bool { StoreFile.isDatabase(path) }
}
