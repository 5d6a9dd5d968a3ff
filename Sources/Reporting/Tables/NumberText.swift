/// Numbers as text, the same in every locale.
enum NumberText {
  /// The shortest decimal that reads back as the same value; whole numbers without a fraction.
  static func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A decimal with a fixed number of digits after the point.
  static func fixed(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e15 else { return shortest(value) }
    let units = Int(scaled)
    let sign = value < 0 && units != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(units) }
    let fraction = String(units % Int(scale))
    let padding = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(units / Int(scale)).\(padding)\(fraction)"
  }

  /// How many digits after the point a value needs, at most `limit`.
  static func fractionDigits(_ value: Double, limit: Int) -> Int {
    guard value.isFinite else { return 0 }
    for digits in 0..<limit {
      let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
      let scaled = value * scale
      if scaled.magnitude > 1e15 || (scaled - scaled.rounded()).magnitude < 1e-9 { return digits }
    }
    return limit
  }

  /// A whole number with commas between thousands: `12,431`.
  static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
