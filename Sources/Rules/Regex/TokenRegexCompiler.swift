/// Compiles the source of a ``TokenRegex`` by recursive descent into instructions.
struct TokenRegexCompiler {
  private static let maximumSize = 10_000
  private let scalars: [(value: Unicode.Scalar, offset: Int)]
  private let end: Int
  private let foldsCase: Bool
  private var position = 0
  private var depth = 0

  init(_ source: String, foldsCase: Bool) {
    var offset = 0
    var scalars: [(Unicode.Scalar, Int)] = []
    for scalar in source.unicodeScalars {
      scalars.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.foldsCase = foldsCase
    end = offset
  }

  private typealias Program = [TokenRegex.Instruction]

  mutating func compile() throws(TokenRegex.SyntaxError) -> [TokenRegex.Instruction] {
    let program = try alternation()
    if let scalar = peek() { throw error("unexpected '\(scalar)'") }
    return program + [.match]
  }

  private func peek() -> Unicode.Scalar? {
    position < scalars.count ? scalars[position].value : nil
  }

  private func error(_ message: String) -> TokenRegex.SyntaxError {
    TokenRegex.SyntaxError(
      message: message, offset: position < scalars.count ? scalars[position].offset : end)
  }

  private mutating func alternation() throws(TokenRegex.SyntaxError) -> Program {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw error("too many nested groups") }
    var program = try sequence()
    while peek() == "|" {
      position += 1
      let other = try sequence()
      let moved = shift(program, by: 1)
      program =
        [.split(1, moved.count + 2)] + moved + [.jump(moved.count + 2 + other.count)]
        + shift(other, by: moved.count + 2)
      try check(program)
    }
    return program
  }

  private mutating func sequence() throws(TokenRegex.SyntaxError) -> Program {
    var program: Program = []
    while let scalar = peek(), scalar != "|", scalar != ")" {
      program += shift(try repetition(), by: program.count)
      try check(program)
    }
    return program
  }

  private mutating func repetition() throws(TokenRegex.SyntaxError) -> Program {
    let unit = try atom()
    guard let scalar = peek() else { return unit }
    switch scalar {
    case "*":
      position += 1
      return star(unit)
    case "+":
      position += 1
      return unit + shift(star(unit), by: unit.count)
    case "?":
      position += 1
      return optional(unit)
    case "{":
      return try counted(unit)
    default:
      return unit
    }
  }

  private func star(_ unit: Program) -> Program {
    [.split(1, unit.count + 2)] + shift(unit, by: 1) + [.jump(0)]
  }

  private func optional(_ unit: Program) -> Program {
    [.split(1, unit.count + 1)] + shift(unit, by: 1)
  }

  private mutating func counted(_ unit: Program) throws(TokenRegex.SyntaxError) -> Program {
    position += 1
    let minimum = number() ?? 0
    var maximum: Int? = minimum
    if peek() == "," {
      position += 1
      maximum = number()
    }
    guard peek() == "}" else { throw error("expected '}' after the count") }
    if let maximum, maximum < minimum {
      throw error("{\(minimum),\(maximum)}: the maximum is smaller than the minimum")
    }
    if (maximum ?? minimum) * max(1, unit.count) > Self.maximumSize {
      throw error("too many repetitions")
    }
    position += 1
    var program: Program = []
    for _ in 0..<minimum { program += shift(unit, by: program.count) }
    if let maximum {
      for _ in minimum..<maximum { program += shift(optional(unit), by: program.count) }
    } else {
      program += shift(star(unit), by: program.count)
    }
    try check(program)
    return program
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek(), let digit = Int(String(scalar)), scalar.isASCII, value ?? 0 < 100_000
    {
      value = (value ?? 0) * 10 + digit
      position += 1
    }
    return value
  }

  private mutating func atom() throws(TokenRegex.SyntaxError) -> Program {
    guard let scalar = peek() else { return [] }
    switch scalar {
    case "(":
      position += 1
      if peek() == "?", position + 1 < scalars.count, scalars[position + 1].value == ":" {
        position += 2
      }
      let program = try alternation()
      guard peek() == ")" else { throw error("this group is never closed") }
      position += 1
      return program
    case "[":
      return [.one(try characterClass())]
    case ".":
      position += 1
      return [.one(TokenRegex.CharacterSet(ranges: [], isNegated: true))]
    case "\\":
      return [.one(try escape())]
    case "*", "+", "?", "{":
      throw error("nothing to repeat before '\(scalar)'")
    case "^", "$":
      // The whole token is matched anyway.
      position += 1
      return []
    default:
      position += 1
      return [.one(literal(scalar))]
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> TokenRegex.CharacterSet {
    let folded =
      foldsCase ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
    return TokenRegex.CharacterSet(ranges: [folded.value...folded.value])
  }

  private mutating func escape() throws(TokenRegex.SyntaxError) -> TokenRegex.CharacterSet {
    position += 1
    guard let scalar = peek() else { throw error("nothing after '\\'") }
    position += 1
    if let named = Self.named(scalar) { return named }
    return literal(scalar)
  }

  private static func named(_ scalar: Unicode.Scalar) -> TokenRegex.CharacterSet? {
    let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    let letters: [ClosedRange<UInt32>] = [
      0x41...0x5a, 0x61...0x7a, 0xaa...0xaa, 0xb5...0xb5, 0xba...0xba, 0xc0...0xd6, 0xd8...0xf6,
      0xf8...0x2c1, 0x370...0x1fff, 0x2c00...0x2fef, 0x3040...0xdfff,
    ]
    let spaces: [ClosedRange<UInt32>] = [
      0x09...0x0d, 0x20...0x20, 0xa0...0xa0, 0x2000...0x200a, 0x202f...0x202f,
    ]
    switch scalar {
    case "d": return TokenRegex.CharacterSet(ranges: digits)
    case "D": return TokenRegex.CharacterSet(ranges: digits, isNegated: true)
    case "w": return TokenRegex.CharacterSet(ranges: letters + digits + [0x5f...0x5f])
    case "W":
      return TokenRegex.CharacterSet(ranges: letters + digits + [0x5f...0x5f], isNegated: true)
    case "s": return TokenRegex.CharacterSet(ranges: spaces)
    case "S": return TokenRegex.CharacterSet(ranges: spaces, isNegated: true)
    default: return nil
    }
  }

  private mutating func characterClass() throws(TokenRegex.SyntaxError) -> TokenRegex.CharacterSet {
    let start = position
    position += 1
    var set = TokenRegex.CharacterSet()
    if peek() == "^" {
      set.isNegated = true
      position += 1
    }
    var isFirst = true
    while let scalar = peek(), scalar != "]" || isFirst {
      isFirst = false
      let low: TokenRegex.CharacterSet
      if scalar == "\\" {
        low = try escape()
      } else {
        position += 1
        low = literal(scalar)
      }
      if peek() == "-", position + 1 < scalars.count, scalars[position + 1].value != "]",
        let first = low.ranges.first, first.count == 1
      {
        position += 1
        let high = scalars[position].value
        position += 1
        guard high.value >= first.lowerBound else {
          position -= 1
          throw error("this range runs backward")
        }
        set.ranges.append(first.lowerBound...literal(high).ranges[0].upperBound)
      } else {
        set.ranges += low.ranges
      }
    }
    guard peek() == "]" else {
      position = start
      throw error("this '[' is never closed")
    }
    position += 1
    return set
  }

  private func check(_ program: Program) throws(TokenRegex.SyntaxError) {
    if program.count > Self.maximumSize { throw error("the expression is too large") }
  }

  private func shift(_ program: Program, by offset: Int) -> Program {
    guard offset > 0 else { return program }
    return program.map { instruction in
      switch instruction {
      case .split(let first, let second): .split(first + offset, second + offset)
      case .jump(let target): .jump(target + offset)
      case .one, .match: instruction
      }
    }
  }
}
