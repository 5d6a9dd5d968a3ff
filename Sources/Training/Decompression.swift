internal import Foundation

/// Contents of data files, plain or compressed.
enum Decompression {
  /// Reads a file; one whose name ends in `.gz` goes through `gunzip`.
  ///
  /// - Throws: ``TrainingError/unreadable(path:reason:)``.
  static func contents(of path: String) throws -> Data {
    guard path.hasSuffix(".gz") else {
      do {
        return try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw TrainingError.unreadable(path: path, reason: "the file cannot be read")
      }
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw TrainingError.unreadable(path: path, reason: "the file cannot be read")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gunzip", "-c", path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw TrainingError.unreadable(path: path, reason: "gunzip cannot be started")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw TrainingError.unreadable(path: path, reason: "gunzip cannot decompress it")
    }
    return data
  }
}
