/// A day of the Gregorian calendar, for counting days and weeks without Foundation.
///
/// The conversions are those of Howard Hinnant's “chrono-Compatible Low-Level Date Algorithms”.
struct CalendarDate: Hashable, Comparable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  /// A day by its parts; `nil` if there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day at the front of an ISO 8601 text: `2021-04-13`, `2021-04-13T09:00:00Z`.
  init?(iso: String) {
    let bytes = Array(iso.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(0) { sum, index -> Int? in
        guard let sum, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
        return sum * 10 + Int(bytes[index] - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day that lies some days after 1970-01-01.
  init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The day some days later.
  func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The ISO 8601 week: `2021-W15`.
  var isoWeek: String {
    let thursday = adding(days: 3 - weekday)
    let first = CalendarDate(dayNumber: Self.firstDayNumber(of: thursday.year))
    let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return "\(Self.padded(thursday.year, 4))-W\(Self.padded(week, 2))"
  }

  /// `2021-04-13`.
  var iso: String { "\(isoMonth)-\(Self.padded(day, 2))" }
  /// `2021-04`.
  var isoMonth: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))" }

  static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  /// A number with zeros in front.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func firstDayNumber(of year: Int) -> Int {
    CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
  }
}
