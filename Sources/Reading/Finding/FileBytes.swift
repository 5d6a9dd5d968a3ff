import Glibc

/// A file that is read front to back through the system's own calls; `-` is standard input.
final class FileBytes {
  private let path: String
  private let descriptor: Int32
  /// The size that the system states; 0 for a pipe.
  let size: Int

  /// What the system says about the last call that failed.
  static func lastError() -> String {
    String(cString: strerror(errno))
  }

  /// Opens a file.
  static func opened(_ path: String) -> Result<FileBytes, ReadingFailure> {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(
        errno == ENOENT || errno == ENOTDIR
          ? .missing(path: path) : .unreadable(path: path, reason: lastError()))
    }
    var information = stat()
    let isKnown = fstat(descriptor, &information) == 0
    let file = FileBytes(path, descriptor, size: isKnown ? Int(information.st_size) : 0)
    if isKnown, information.st_mode & S_IFMT == S_IFDIR {
      return .failure(.unreadable(path: path, reason: "it is a folder"))
    }
    return .success(file)
  }

  private init(_ path: String, _ descriptor: Int32, size: Int) {
    self.path = path
    self.descriptor = descriptor
    self.size = size
  }

  deinit {
    close(descriptor)
  }

  /// The next bytes, at most `capacity` of them; none at the end.
  func nextChunk(_ capacity: Int = 1 << 20) -> Result<[UInt8], ReadingFailure> {
    var failure: Int32 = 0
    repeat {
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        // Safe: the system writes at most `capacity` bytes, and `count` is how many it wrote.
        let got = read(descriptor, buffer.baseAddress, capacity)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == 0 { return .success(bytes) }
    } while failure == EINTR
    return .failure(.unreadable(path: path, reason: String(cString: strerror(failure))))
  }

  /// All bytes of a file, unless there are more than `limit`.
  static func all(of path: String, limit: Int) -> Result<[UInt8], ReadingFailure> {
    opened(path).flatMap { file in
      guard file.size <= limit else {
        return .failure(.tooLarge(path: path, line: nil, limit: limit))
      }
      return file.nextChunk(max(file.size, 1 << 16)).flatMap { file.rest(after: $0, limit: limit) }
    }
  }

  /// The bytes read so far and all that follow, unless there are more than `limit`.
  func rest(after start: [UInt8], limit: Int) -> Result<[UInt8], ReadingFailure> {
    var bytes = start
    while true {
      switch nextChunk(1 << 16) {
      case .success(let chunk) where chunk.isEmpty: return .success(bytes)
      case .success(let chunk): bytes += chunk
      case .failure(let failure): return .failure(failure)
      }
      guard bytes.count <= limit else {
        return .failure(.tooLarge(path: path, line: nil, limit: limit))
      }
    }
  }
}
