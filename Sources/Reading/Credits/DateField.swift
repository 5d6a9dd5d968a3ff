import NewsModel

/// Reads the dates that metadata state.
enum DateField {
  /// A date as ISO 8601, with its time only if that is written as ISO 8601, or `nil`.
  ///
  ///     DateField.iso("2021-04-13T10:15:00Z")              // "2021-04-13T10:15:00Z"
  ///     DateField.iso("2021-04-13 10:15")                  // "2021-04-13T10:15"
  ///     DateField.iso("Tue, 13 Apr 2021 10:15:00 GMT")     // "2021-04-13"
  ///     DateField.iso("20210413")                          // "2021-04-13"
  static func iso(_ field: String) -> String? {
    let bytes = Array(field.utf8.drop { $0 == 0x20 }.prefix(80))
    if let iso = isoDateAndTime(bytes) { return iso }
    if let compact = compactDate(bytes) { return compact.iso }
    var line = LineWords()
    line.fill(bytes, ByteRange(0, bytes.count))
    return StatedDate.first(in: line, of: bytes)?.date.iso
  }

  /// A moment in seconds or milliseconds since 1970, as a date in universal time.
  static func iso(sinceEpoch number: Double) -> String? {
    guard number.isFinite, abs(number) < 1e14 else { return nil }
    let seconds = abs(number) >= 1e11 ? number / 1000 : number
    // Civil date from days, after Howard Hinnant's `civil_from_days`.
    let days = Int((seconds / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return StatedDate(year: year, month: month, day: day)?.iso
  }

  private static func compactDate(_ bytes: [UInt8]) -> StatedDate? {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 8 || digits.count == 14, digits.count == bytes.count else { return nil }
    return StatedDate(
      year: number(bytes, 0, 4), month: number(bytes, 4, 2), day: number(bytes, 6, 2))
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<(start + count)].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// `YYYY-MM-DD`, alone or with a time behind `T` or a space.
  private static func isoDateAndTime(_ bytes: [UInt8]) -> String? {
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 10, bytes[4] == dash, bytes[7] == dash,
      [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ (0x30...0x39).contains(bytes[$0]) }),
      let date = StatedDate(
        year: number(bytes, 0, 4), month: number(bytes, 5, 2), day: number(bytes, 8, 2))
    else { return nil }
    guard bytes.count > 11, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 else {
      return date.iso
    }
    let allowed = Set("0123456789:.+-Zz".utf8)
    let time = bytes[11...].prefix { allowed.contains($0) }
    let isTime = time.count >= 5 && time[13] == UInt8(ascii: ":")
    return isTime ? date.iso + "T" + String(decoding: time, as: UTF8.self) : date.iso
  }
}
