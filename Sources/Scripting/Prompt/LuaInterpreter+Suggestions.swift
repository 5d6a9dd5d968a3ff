import Foundation
import LuaHost

/// What somebody meant by a name that stands for nothing.
extension LuaInterpreter {
  /// An echo that says more than `nil` where an input is a name that was never given a value.
  func echo(ofNothing input: String) -> Echo? {
    guard Self.isName(input), let hint = suggestion(for: input) else { return nil }
    return .text("nil (\(hint))")
  }

  /// A failure with a hint where it came of a name that stands for nothing.
  func explained(_ failure: Failure) -> Failure {
    // Lua says: attempt to index a nil value (global 'quotes')
    let mark = "a nil value (global '"
    guard failure.hint == nil, let start = failure.message.range(of: mark)?.upperBound else {
      return failure
    }
    var failure = failure
    failure.hint = suggestion(for: String(failure.message[start...].prefix { $0 != "'" }))
    return failure
  }

  private func suggestion(for name: String) -> String? {
    let members = completion.candidates(for: "corpus.", in: session.state).names
    if members.contains(name) { return "did you mean 'corpus.\(name)'?" }
    // A short name is near to many.
    guard name.utf8.count > 2 else { return nil }
    let globals = completion.candidates(for: "", in: session.state).names
    return globals.contains(name) ? nil : NearestName.hint(for: name, among: globals)
  }

  private static func isName(_ input: String) -> Bool {
    let bytes = Array(input.utf8)
    guard let first = bytes.first, !(0x30...0x39).contains(first) else { return false }
    return bytes.allSatisfy { byte in
      byte == 0x5f || (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
    }
  }
}
