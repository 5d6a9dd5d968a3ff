/// One step of a compiled pattern; targets are indices into ``PatternProgram/instructions``.
enum Instruction: Sendable, Hashable {
  /// Consumes one token that passes a test.
  case token(test: Int, next: Int)
  /// Consumes one whole annotation of a type.
  case annotation(type: Int, next: Int)
  /// Goes on where all the borders of the mask hold.
  case border(mask: UInt8, next: Int)
  /// Goes on in several ways, the preferred one first.
  case split([Int])
  /// Notes where a capture begins or ends.
  case captureStart(slot: Int, next: Int)
  case captureEnd(slot: Int, next: Int)
  /// Notes where a lazy repetition ended: earlier is better.
  case lazyEnd(next: Int)
  /// Goes on where the text around passes.
  case lookaround(Int, next: Int)
  /// A rule matches; the automaton of a lookaround ends in rule -1.
  case match(rule: Int)
}

/// A test of the text before or after a place.
struct Lookaround: Sendable, Hashable {
  /// Where its instructions begin.
  var entry: Int
  var isAhead: Bool
  var isNegated: Bool

  /// How many tokens before a place are looked at.
  static let reach = 32
}
