import NewsModel

/// A calendar date that a line states in full.
///
/// `4/5/2021` is two dates in two countries and therefore none.
struct StatedDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// The date as ISO 8601: `2021-04-13`.
  var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Creates a date, or `nil` if no calendar has it or no news article could bear it.
  init?(year: Int, month: Int, day: Int) {
    guard (1700...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of a month by its English name or abbreviation, folded.
  static func month(_ word: some Collection<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    return months[String(decoding: word, as: UTF8.self)]
  }

  /// The number of the month that a word of a line names.
  private static func month(_ index: Int, _ line: LineWords) -> Int? {
    let hash = line.words[index].hash
    guard monthHashes.contains(hash) else { return nil }
    return month(line.spelling(index))
  }

  private static let monthHashes: [UInt64] = months.keys.map { LineWords.hash($0.utf8Span.span) }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var numbers: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      numbers[name] = index + 1
      numbers[String(name.prefix(3))] = index + 1
    }
    return numbers
  }()

  /// The first date of a line and the words that state it.
  static func first(in line: LineWords, of bytes: [UInt8]) -> (date: StatedDate, words: Range<Int>)?
  {
    for index in line.words.indices {
      // A date has a number first or second.
      guard
        line.words[index].shape == .number
          || (index + 1 < line.count && line.words[index + 1].shape == .number)
      else { continue }
      if let found = starting(at: index, in: line, of: bytes) { return found }
    }
    return nil
  }

  private static func starting(
    at index: Int, in line: LineWords, of bytes: [UInt8]
  ) -> (date: StatedDate, words: Range<Int>)? {
    guard index + 2 < line.count else { return nil }
    let first = number(index, line)
    let second = number(index + 1, line)
    let third = number(index + 2, line)
    let found: StatedDate?
    if let month = month(index, line), let second, let third, third.digits == 4 {
      found = StatedDate(year: third.value, month: month, day: second.value)
    } else if let first, let month = month(index + 1, line), let third, third.digits == 4 {
      found = StatedDate(year: third.value, month: month, day: first.value)
    } else if let first, let second, let third, isNumericDate(index, line, bytes) {
      found = numeric(first, second, third)
    } else {
      found = nil
    }
    return found.map { ($0, index..<(index + 3)) }
  }

  private static func numeric(
    _ first: (value: Int, digits: Int), _ second: (value: Int, digits: Int),
    _ third: (value: Int, digits: Int)
  ) -> StatedDate? {
    if first.digits == 4 {
      return StatedDate(year: first.value, month: second.value, day: third.value)
    }
    guard third.digits == 4 else { return nil }
    if first.value > 12 || first.value == second.value {
      return StatedDate(year: third.value, month: second.value, day: first.value)
    }
    return second.value > 12
      ? StatedDate(year: third.value, month: first.value, day: second.value) : nil
  }

  /// Whether three numbers are joined as `2021-04-13`, `13.4.2021` or `13/4/2021` are.
  private static func isNumericDate(_ index: Int, _ line: LineWords, _ bytes: [UInt8]) -> Bool {
    func joint(_ index: Int) -> UInt8? {
      let start = line.words[index].range.end
      return line.words[index + 1].range.start == start + 1 ? bytes[start] : nil
    }
    guard let first = joint(index), first == joint(index + 1) else { return false }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "/") || first == UInt8(ascii: ".")
  }

  /// The number that a word starts with: `13`, `3rd`, `13T10`.
  private static func number(_ index: Int, _ line: LineWords) -> (value: Int, digits: Int)? {
    guard line.words[index].shape == .number else { return nil }
    let spelling = line.spelling(index)
    let digits = spelling.prefix { (0x30...0x39).contains($0) }
    guard digits.count <= 4 else { return nil }
    switch String(decoding: spelling.dropFirst(digits.count), as: UTF8.self) {
    case "", "st", "nd", "rd", "th": break
    case let rest where rest.hasPrefix("t"): break
    default: return nil
    }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
  }
}

extension StatedDate {
  /// The date of a line that says nothing but a date: "Updated on Tuesday, April 13, 2021, 10:15 am EDT".
  ///
  /// - Returns: The first date, and whether it is that of an update.
  static func dateLine(_ line: LineWords, of bytes: [UInt8]) -> (date: StatedDate, isUpdate: Bool)?
  {
    guard line.count <= 24, line.words.contains(where: { $0.shape == .number }),
      let found = first(in: line, of: bytes)
    else { return nil }
    var isUpdate = false
    var isUpdateNext = false
    for index in line.words.indices where !found.words.contains(index) {
      let word = String(decoding: line.spelling(index), as: UTF8.self)
      if index < found.words.lowerBound {
        if ["updated", "modified", "update"].contains(word) { isUpdateNext = true }
        if ["published", "posted"].contains(word) { isUpdateNext = false }
      }
      if line.words[index].shape == .number || month(index, line) != nil { continue }
      guard dateWords.contains(word) else { return nil }
    }
    isUpdate = isUpdateNext
    return (found.date, isUpdate)
  }

  /// Words that a line with nothing but a date may hold.
  private static let dateWords: Set<String> = [
    "published", "updated", "posted", "modified", "update", "created", "date", "publish", "first",
    "last", "on", "at", "of", "the", "and", "ago", "am", "pm", "a", "m", "p", "hrs", "hours",
    "hour", "h",
    "min", "mins", "minutes", "read", "time", "o'clock", "noon", "midnight", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "est", "edt", "et", "pst", "pdt", "pt", "cst", "cdt",
    "ct",
    "mst", "mdt", "gmt", "utc", "bst", "ist", "cet", "cest", "eet", "eest", "msk", "jst", "kst",
    "hkt",
    "sgt", "pkt", "aest", "aedt", "z", "wat", "eat", "sast", "local", "issued", "release",
    "released",
    "publication", "article", "story", "this", "was", "original", "originally", "live",
  ]
}
