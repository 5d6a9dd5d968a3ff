import Glibc

/// Cuts a stream of chunks into lines, holding no more than one line and one chunk at a time.
///
/// Feed all chunks in order, then call `finish` once.
struct LineSplitter {
  /// A line of the stream.
  enum Line {
    /// Its bytes without the line feed.
    case bytes([UInt8])
    /// It has more bytes than allowed; they were thrown away.
    case tooLong
  }

  private let limit: Int
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var number = 1

  /// Creates a splitter for lines of at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the next chunk and hands out the lines that it completes, numbered from 1.
  mutating func feed(_ chunk: [UInt8], each: (Line, Int) throws -> Void) rethrows {
    var start = 0
    while let end = Self.lineFeed(in: chunk, from: start) {
      append(chunk[start..<end])
      try close(each)
      start = end + 1
    }
    append(chunk[start...])
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let first = buffer.baseAddress else { return nil }
      // Safe: memchr looks at the bytes from `start` to the end of the buffer only.
      return memchr(first + start, 0x0a, buffer.count - start).map { UnsafeRawPointer($0) - first }
    }
  }

  /// Hands out the last line, if it did not end in a line feed.
  mutating func finish(each: (Line, Int) throws -> Void) rethrows {
    if isSkipping || !pending.isEmpty { try close(each) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    if pending.count + bytes.count > limit {
      isSkipping = true
      pending = []
    } else {
      pending += bytes
    }
  }

  private mutating func close(_ each: (Line, Int) throws -> Void) rethrows {
    let line: Line = isSkipping ? .tooLong : .bytes(pending)
    let current = number
    isSkipping = false
    pending.removeAll(keepingCapacity: pending.capacity < 1 << 22)
    number += 1
    try each(line, current)
  }
}
