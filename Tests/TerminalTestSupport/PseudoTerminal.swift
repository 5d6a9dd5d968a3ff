internal import CSpawn

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program on a terminal of its own, so that a test can type and read as a person would.
///
///     let terminal = try PseudoTerminal(BuiltProducts.path(of: "sayso"), ["seeds"])
///     try terminal.expect("sayso> ")
///     terminal.type("1 + 1\r")
///     try terminal.expect("2")
public final class PseudoTerminal {
  /// Why a conversation could not go on.
  public struct Failure: Error, CustomStringConvertible {
    /// What happened, and what had been read until then.
    public let description: String
  }

  /// Ctrl-C.
  public static let interrupt = "\u{3}"
  /// Ctrl-D.
  public static let endOfInput = "\u{4}"

  private let master: Int32
  private let process: pid_t
  private var unread: [UInt8] = []
  private var status: Int32?
  /// All that the program wrote.
  public private(set) var transcript = ""

  /// Starts a program with 80 columns and 24 lines.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All of its environment.
  ///   - folder: Where it starts, or `nil` for here.
  /// - Throws: ``Failure`` where it cannot be started.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    folder: String? = nil
  ) throws {
    var child: pid_t = 0
    var terminal: Int32 = -1
    let failure = CStrings.with([path] + arguments) { words in
      CStrings.with(CStrings.environment(environment)) { variables in
        cspawn_on_terminal(&child, &terminal, path, words, variables, folder, 80, 24)
      }
    }
    guard failure == 0 else {
      throw Failure(description: "cannot start \(path): \(String(cString: strerror(failure)))")
    }
    master = terminal
    process = child
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types a text; `\r` is the Enter key.
  public func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Pastes a text as a modern terminal does, between brackets.
  public func paste(_ text: String) { type("\u{1b}[200~\(text)\u{1b}[201~") }

  /// Sends the program a signal.
  public func send(signal: Int32) { kill(process, signal) }

  /// Reads until a text appears, and takes it.
  ///
  /// - Parameters:
  ///   - text: The text; carriage returns and control sequences of the terminal are left out of what
  ///     it is compared with.
  ///   - seconds: How long to wait.
  /// - Returns: What came before it.
  /// - Throws: ``Failure`` where it does not appear in time or the program ends.
  @discardableResult
  public func expect(_ text: String, within seconds: Int = 60) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let seen = Self.withoutControls(unread)
      if let found = Self.first(wanted, in: seen.bytes) {
        unread.removeFirst(seen.ends[found + wanted.count - 1])
        return String(decoding: seen.bytes[..<found], as: UTF8.self)
      }
      guard ContinuousClock.now < deadline, readMore() else {
        let end = String(decoding: unread.suffix(2000), as: UTF8.self)
        throw Failure(description: "\"\(text)\" did not appear; unread: \(end.debugDescription)")
      }
    }
  }

  /// Waits for the program to end.
  ///
  /// - Parameter seconds: How long to wait.
  /// - Returns: Its exit code, or 128 and the signal that ended it.
  /// - Throws: ``Failure`` where it does not end in time.
  public func exitCode(within seconds: Int = 60) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      _ = readMore()
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        self.status = status
        while readMore() {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
      }
    }
    throw Failure(description: "the program did not end")
  }

  /// Reads what is there, waiting a little; whether the program can write more.
  private func readMore() -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 100) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    unread.append(contentsOf: buffer[..<count])
    transcript += String(decoding: buffer[..<count], as: UTF8.self)
    return true
  }

  /// Bytes without carriage returns and escape sequences, with the offset after each in the original.
  private static func withoutControls(_ bytes: [UInt8]) -> (bytes: [UInt8], ends: [Int]) {
    var output: [UInt8] = []
    var ends: [Int] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x1b, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "[") {
        index += 2
        while index < bytes.count, !(0x40...0x7e).contains(bytes[index]) { index += 1 }
      } else if bytes[index] != 0x0d {
        output.append(bytes[index])
        ends.append(index + 1)
      }
      index += 1
    }
    return (output, ends)
  }

  private static func first(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
  }
}
