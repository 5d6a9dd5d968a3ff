import NewsModel

/// Numbers in digits and in words.
///
/// Each token has the value that it has alone; ``value(of:in:)`` combines a run such as `3.2 million`
/// or `two hundred thousand`.
enum NumberWords {
  private static let units: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "dozen": 12,
  ]
  private static let scales: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9,
    "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
  ]

  /// What stands in front of “of thousands”.
  private static let leads: [String: Double] = [
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3,
  ]
  /// Numbers that say only how large something is.
  private static let plurals: Set<String> = ["hundreds", "thousands", "millions", "billions"]

  /// The value of “tens” where “of thousands” follows it, `nil` elsewhere.
  private static func lead(at token: Int, in text: MatchText) -> Double? {
    guard token >= 0, token + 2 < text.tokens.count, let lead = leads[text.lower(token)],
      text.lower(token + 1) == "of", plurals.contains(text.lower(token + 2))
    else { return nil }
    return lead
  }

  /// Whether a run says only how large a number is: “thousands”, “tens of thousands”.
  static func isApproximate(_ run: Range<Int>, in text: MatchText) -> Bool {
    run.contains { plurals.contains(text.lower($0)) }
  }

  /// The value of a word alone, NaN where it is no number.
  static func value(of word: String) -> Double {
    if let value = units[word] ?? scales[word] { return value }
    if let dash = word.firstIndex(of: "-"), let tens = units[String(word[..<dash])],
      let ones = units[String(word[word.index(after: dash)...])], tens >= 20, ones < 10
    {
      return tens + ones
    }
    return digits(word) ?? .nan
  }

  /// `10,000`, `3.5`; grouping commas only where they group by three.
  static func digits(_ word: String) -> Double? {
    let bytes = Array(word.utf8)
    guard let first = bytes.first, (0x30...0x39).contains(first) else { return nil }
    var whole: Double = 0
    var fraction: Double = 0
    var place: Double = 0
    var sinceComma: Int?
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        let digit = Double(byte - 0x30)
        if place > 0 {
          fraction += digit / place
          place *= 10
        } else {
          whole = whole * 10 + digit
          sinceComma = sinceComma.map { $0 + 1 }
        }
      case UInt8(ascii: ","):
        guard place == 0, sinceComma ?? 3 == 3 else { return nil }
        sinceComma = 0
      case UInt8(ascii: "."):
        guard place == 0, sinceComma ?? 3 == 3 else { return nil }
        place = 10
      default: return nil
      }
    }
    return sinceComma ?? 3 == 3 ? whole + fraction : nil
  }

  /// The value of a run of tokens: `3.2 million`, `two hundred thousand`; NaN where none is a number.
  ///
  /// Of `tens of thousands` it is the least, 10,000, also where the run begins with `thousands`.
  static func value(of run: Range<Int>, in text: MatchText) -> Double {
    var total: Double = 0
    var group: Double = lead(at: run.lowerBound - 2, in: text) ?? .nan
    for token in run {
      if let lead = lead(at: token, in: text) {
        group = lead
        continue
      }
      let value = text.number(at: token)
      guard !value.isNaN else { continue }
      if let scale = scales[text.lower(token)] {
        group = (group.isNaN ? 1 : group) * scale
        if scale >= 1000 {
          total += group
          group = 0
        }
      } else if group.isNaN || group == 0 {
        group = value
      } else if group >= 100, value < 100 {
        group += value
      } else {
        // A second, unrelated number: the first one counts.
        break
      }
    }
    return group.isNaN ? .nan : total + group
  }
}
