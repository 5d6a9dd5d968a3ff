/// What can be told from a word alone.
struct TokenProperties {
  let word: String
  let lower: String
  let number: Double

  init(_ word: String) {
    self.word = word
    lower = Self.folded(word)
    number = NumberWords.value(of: lower)
  }

  /// Lower case, with plain apostrophes, as the tokens' lower column has it.
  static func folded(_ word: String) -> String {
    let lower = word.lowercased()
    guard lower.utf8.contains(0xe2) else { return lower }
    return String(
      String.UnicodeScalarView(lower.unicodeScalars.map { $0 == "’" || $0 == "‘" ? "'" : $0 }))
  }

  /// Whether a leaf test that needs no context holds.
  func satisfies(_ leaf: Pattern.TokenTest) -> Bool {
    switch leaf {
    case .flag(let flag): satisfies(flag)
    case .compare(.word, let comparison, let values):
      compare(values, comparison, text: word)
    case .compare(.lower, let comparison, let values):
      compare(values, comparison, text: lower)
    case .compare(.shape, let comparison, let values):
      compare(values, comparison, text: shape)
    case .compare(.num, let comparison, let values):
      Self.compare(number, comparison, values)
    case .compare(.len, let comparison, let values):
      Self.compare(Double(word.unicodeScalars.count), comparison, values)
    default: false
    }
  }

  private func compare(
    _ values: [Pattern.Value], _ comparison: Pattern.Comparison, text: String
  ) -> Bool {
    comparison == .equal && values.contains { Self.matches(text, $0) }
  }

  private func satisfies(_ flag: Pattern.Flag) -> Bool {
    let scalars = word.unicodeScalars
    switch flag {
    case .num: return !number.isNaN
    case .cap: return scalars.first?.properties.isUppercase ?? false
    case .caps:
      return scalars.count > 1 && scalars.contains { $0.properties.isUppercase }
        && !scalars.contains { $0.properties.isLowercase }
    case .punct:
      return !scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    case .alpha: return scalars.allSatisfy { $0.properties.isAlphabetic }
    case .quoted: return false
    }
  }

  /// Capitals as `X`, small letters as `x`, digits as `d`, runs cut after two.
  var shape: String {
    var shape: [Character] = []
    for scalar in word.unicodeScalars {
      let properties = scalar.properties
      let character: Character =
        properties.isUppercase
        ? "X"
        : properties.isAlphabetic ? "x" : properties.numericType != nil ? "d" : Character(scalar)
      if shape.count > 1, shape[shape.count - 1] == character, shape[shape.count - 2] == character {
        continue
      }
      shape.append(character)
    }
    return String(shape)
  }

  /// Whether a text equals one of the values of a comparison.
  static func matches(_ text: String, _ leaf: Pattern.TokenTest) -> Bool {
    guard case .compare(let attribute, .equal, let values) = leaf else { return false }
    return values.contains { value in
      if attribute == .ent, case .folded(let name) = value {
        return PatternEnvironment.builtInTypes[name.uppercased()] == text && !text.isEmpty
      }
      return matches(text, value)
    }
  }

  /// Whether a text equals one value.
  static func matches(_ text: String, _ value: Pattern.Value) -> Bool {
    switch value {
    case .folded(let other): folded(text) == folded(other)
    case .exact(let other): text.utf8.elementsEqual(other.utf8)
    case .regex(let regex): regex.matches(text)
    }
  }

  /// Whether a number compares so with a value; NaN with nothing.
  static func compare(
    _ number: Double, _ comparison: Pattern.Comparison, _ values: [Pattern.Value]
  ) -> Bool {
    guard !number.isNaN else { return false }
    return values.contains { value in
      guard case .folded(let text) = value, let other = Double(text.filter { $0 != "," }) else {
        if case .regex(let regex) = value, comparison == .equal {
          return regex.matches("\(number)")
        }
        return false
      }
      return compare(number, comparison, other)
    }
  }

  /// Whether two ordered values compare so.
  static func compare<Value: Comparable>(
    _ left: Value, _ comparison: Pattern.Comparison, _ right: Value
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
