import Foundation
import LuaHost

extension LuaInterpreter {
  /// The inputs as a script that returns what the last one showed.
  ///
  /// Of rules and lists that were written again the last ones count, as at the prompt.
  public func script(from inputs: [String], named name: String) -> String {
    var lines = [
      "-- \(name): which question does this answer?", "sayso.api(\(SaysoModule.level))", "",
    ]
    let kept = Self.withoutReplaced(inputs.map(Self.statement).filter(Self.isRepeatable))
    // The rules that were in force belong to the answer.
    lines += desk.loadStatements
    for (index, input) in kept.enumerated() {
      let isExpression =
        !Self.givesNothing(input) && (try? session.state.check("return " + input)) != nil
      if !isExpression {
        lines.append(input)
      } else if index == kept.count - 1 {
        lines.append("return " + input)
      } else if input.trimmingCharacters(in: .whitespacesAndNewlines) != "_" {
        // What an input showed on the way is of no use to a script; `_` may be.
        lines.append("_ = " + input)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The Lua of an input, without the `=` that may stand before an expression.
  private static func statement(_ input: String) -> String {
    let trimmed = input.trimmingCharacters(in: .whitespacesAndNewlines)
    return lua(trimmed.hasPrefix("=") ? String(trimmed.dropFirst()) : input)
  }

  /// Whether an input is a call that gives no value, and so leaves `_` as it was.
  private static func givesNothing(_ input: String) -> Bool {
    let name =
      #/\s*(?:rule|list|define|attribute|cue|alias|boilerplate|print|load_script)\s*[(\["'{]/#
    return input.prefixMatch(of: name) != nil
  }

  /// Whether an input may run again: `save_rule` has left its file, which it would refuse to write anew.
  private static func isRepeatable(_ input: String) -> Bool {
    input.prefixMatch(of: #/\s*(?:print\s*\(\s*)?save_rule\s*[("'\[]/#) == nil
  }

  /// Leaves out declarations that a later one of the same kind and name took the place of.
  private static func withoutReplaced(_ inputs: [String]) -> [String] {
    let declarations = inputs.map(declaration)
    return inputs.indices.filter { index in
      guard let declared = declarations[index] else { return true }
      return !declarations[(index + 1)...].contains(declared)
    }.map { inputs[$0] }
  }

  /// What an input declares, such as `rule summit`, or `nil`.
  private static func declaration(_ input: String) -> String? {
    let pattern = #/\s*(rule|list|define|attribute)\s*\(?\s*(?:"([^"\n]*)"|'([^'\n]*)')/#
    guard let found = input.prefixMatch(of: pattern), let name = found.2 ?? found.3 else {
      return nil
    }
    return "\(found.1) \(name)"
  }
}
