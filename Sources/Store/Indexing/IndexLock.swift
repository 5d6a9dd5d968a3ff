internal import Foundation

/// The right to write to a store, held by one process at a time.
///
/// A lock of its own on `FILE-lock`: SQLite lets two writers take turns, but two indexers would each
/// work from what the other is about to change. The system gives the lock back when its holder dies.
final class IndexLock {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``StoreError/busy(path:holder:)``, ``StoreError/unreadable(path:reason:)``.
  init(store: String) throws {
    path = store + "-lock"
    while true {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw StoreError.unreadable(path: path, reason: String(cString: strerror(errno)))
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let holder = Self.holder(descriptor)
        close(descriptor)
        throw StoreError.busy(path: store, holder: holder)
      }
      // The holder before may have removed the file between the two calls; then it is not the lock.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = write(descriptor, text, text.count)
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
    if digits.isEmpty { return "another process" }
    return "process " + String(decoding: digits, as: UTF8.self)
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var open = stat()
    var named = stat()
    return fstat(descriptor, &open) == 0 && stat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }
}
