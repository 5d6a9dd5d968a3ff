internal import CSpawn

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that was run with pipes instead of a terminal.
public struct PipedProcess: Sendable {
  /// Why a program could not be run.
  public struct Failure: Error, CustomStringConvertible {
    /// What happened.
    public let description: String
  }

  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
  /// Its exit code, or 128 and the signal that ended it.
  public let exitCode: Int32

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its name.
  ///   - input: What it finds on standard input.
  ///   - environment: All of its environment.
  ///   - folder: Where it starts, or `nil` for here.
  /// - Throws: ``Failure`` where it cannot be started.
  public init(
    _ path: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String] = [:], folder: String? = nil
  ) throws {
    // Files instead of pipes: neither side can block the other.
    let files = try [input, "", ""].map(Self.temporaryFile)
    defer { for file in files { close(file) } }
    var process: pid_t = 0
    let failure = CStrings.with([path] + arguments) { words in
      CStrings.with(CStrings.environment(environment)) { variables in
        cspawn_with_files(&process, path, words, variables, folder, files)
      }
    }
    guard failure == 0 else {
      throw Failure(description: "cannot start \(path): \(String(cString: strerror(failure)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    output = Self.contents(of: files[1])
    errors = Self.contents(of: files[2])
    exitCode = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  private static func temporaryFile(_ contents: String) throws -> Int32 {
    var template = Array("/tmp/sayso-test-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw Failure(description: "no temporary file can be made") }
    unlink(template)
    _ = Array(contents.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func contents(of file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
