import Glibc

/// Reads whole files through the system's own calls.
enum FileBytes {
  /// What the system says about the last call that failed.
  static func lastError() -> String {
    String(cString: strerror(errno))
  }

  /// The bytes of a file, or why they cannot be had.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], ReadingFailure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(
        errno == ENOENT ? .missing(path: path) : .unreadable(path: path, reason: lastError()))
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else {
      return .failure(.unreadable(path: path, reason: lastError()))
    }
    if information.st_mode & S_IFMT == S_IFDIR {
      return .failure(.unreadable(path: path, reason: "it is a folder"))
    }
    let size = Int(information.st_size)
    guard size <= limit else { return .failure(.tooLarge(path: path, line: nil, limit: limit)) }
    var bytes: [UInt8] = []
    // A pipe has no size; one byte more tells the end of a file without growing the array.
    var capacity = max(size + 1, 1 << 16)
    while true {
      let start = bytes.count
      var count = 0
      bytes.append(contentsOf: repeatElement(0, count: capacity))
      count = bytes.withUnsafeMutableBytes { buffer in
        // Safe: the buffer has `capacity` bytes from `start` on.
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + start }, capacity)
      }
      let failed = count < 0 ? errno : 0
      bytes.removeLast(capacity - max(count, 0))
      if failed == EINTR { continue }
      guard failed == 0 else {
        return .failure(.unreadable(path: path, reason: String(cString: strerror(failed))))
      }
      if count == 0 { return .success(bytes) }
      guard bytes.count <= limit else {
        return .failure(.tooLarge(path: path, line: nil, limit: limit))
      }
      capacity = max(size + 1 - bytes.count, 1 << 16)
    }
  }
}
