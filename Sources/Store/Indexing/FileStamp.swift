internal import Foundation

/// What tells without reading that a file is as it was.
struct FileStamp: Equatable, Sendable {
  /// Bytes.
  var size: Int64
  /// Nanoseconds since 1970; 0 where the time cannot tell a later change.
  var modified: Int64

  /// How old a change must be before another one is sure to get another time.
  private static let grain: Int64 = 2_000_000_000

  init(size: Int64, modified: Int64) {
    self.size = size
    self.modified = modified
  }

  /// The stamp of a file, or `nil` if the system does not tell.
  init?(path: String) {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFDIR else { return nil }
    size = Int64(information.st_size)
    let time = information.st_mtim
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
    if modified > now - Self.grain { modified = 0 }
  }

  /// The digest of a file of any size, read in pieces, or `nil` if it cannot be read.
  static func hash(ofFile path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var digest = SHA256()
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      digest.update(Array(piece).span)
    }
    return digest.finish()
  }

  /// All bytes of a file, or `nil` if it cannot be read or is too large for one article.
  static func bytes(ofFile path: String, limit: Int) -> [UInt8]? {
    guard let stamp = FileStamp(path: path), stamp.size <= limit,
      let handle = FileHandle(forReadingAtPath: path)
    else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.readToEnd() else { return stamp.size == 0 ? [] : nil }
    return Array(data)
  }
}
