/// Turns expressions of time into ISO 8601, as far as the article's own date allows.
struct DateResolver {
  /// What an expression stands for, or why that is unknown.
  struct Resolution {
    var iso: String?
    var reason: String
  }

  /// The date that the article states for itself.
  let published: CalendarDate?

  private static let noDate = "the article states no date of its own"
  private static let fromDate = "counted from the article's date"

  /// “Tuesday”: the one up to and including the article's date, unless the sentence looks ahead.
  func weekday(_ weekday: Int, shift: Int, looksAhead: Bool) -> Resolution {
    guard let published else { return Resolution(iso: nil, reason: Self.noDate) }
    var back = (published.weekday - weekday + 7) % 7
    switch shift {
    case 1:
      let ahead = back == 0 ? 7 : 7 - back
      return Resolution(iso: published.adding(days: ahead).iso, reason: Self.fromDate)
    case -1:
      back = back == 0 ? 7 : back
      return Resolution(iso: published.adding(days: -back).iso, reason: Self.fromDate)
    default:
      if looksAhead, back != 0 {
        return Resolution(iso: nil, reason: "may lie before or after the article's date")
      }
      return Resolution(iso: published.adding(days: -back).iso, reason: Self.fromDate)
    }
  }

  /// “January”, with or without a year.
  func month(_ month: Int, year: Int?) -> Resolution {
    if let year {
      let iso = "\(CalendarDate.padded(year, 4))-\(CalendarDate.padded(month, 2))"
      return Resolution(iso: iso, reason: "written in full")
    }
    guard published != nil else { return Resolution(iso: nil, reason: Self.noDate) }
    return Resolution(iso: nil, reason: "no year is given")
  }

  /// “January 10”, with or without a year: without one, the nearest to the article's date.
  func date(day: Int, month: Int, year: Int?) -> Resolution {
    if let year {
      guard let date = CalendarDate(year: year, month: month, day: day) else {
        return Resolution(iso: nil, reason: "there is no such day")
      }
      return Resolution(iso: date.iso, reason: "written in full")
    }
    guard let published else { return Resolution(iso: nil, reason: Self.noDate) }
    let candidates = (-1...1).compactMap {
      CalendarDate(year: published.year + $0, month: month, day: day)
    }
    let nearest = candidates.min {
      abs($0.dayNumber - published.dayNumber) < abs($1.dayNumber - published.dayNumber)
    }
    guard let nearest, abs(nearest.dayNumber - published.dayNumber) <= 150 else {
      return Resolution(iso: nil, reason: "no year is given")
    }
    return Resolution(iso: nearest.iso, reason: "the nearest to the article's date")
  }

  /// “yesterday”.
  func day(shift: Int) -> Resolution {
    guard let published else { return Resolution(iso: nil, reason: Self.noDate) }
    return Resolution(iso: published.adding(days: shift).iso, reason: Self.fromDate)
  }

  /// “this week”, “last month”, “next year”.
  func unit(_ unit: String, shift: Int) -> Resolution {
    guard let published else { return Resolution(iso: nil, reason: Self.noDate) }
    switch unit {
    case "week":
      return Resolution(iso: published.adding(days: 7 * shift).isoWeek, reason: Self.fromDate)
    case "month":
      let months = published.year * 12 + published.month - 1 + shift
      let iso =
        "\(CalendarDate.padded(months / 12, 4))-\(CalendarDate.padded(months % 12 + 1, 2))"
      return Resolution(iso: iso, reason: Self.fromDate)
    case "year":
      return Resolution(
        iso: CalendarDate.padded(published.year + shift, 4), reason: Self.fromDate)
    case "morning", "afternoon", "evening":
      guard shift == 0 else { break }
      return Resolution(iso: published.iso, reason: Self.fromDate)
    default: break
    }
    return Resolution(iso: nil, reason: "no exact time is given")
  }

  /// “three days ago”.
  func counted(_ unit: String, shift: Double, isKnown: Bool) -> Resolution {
    guard isKnown, unit == "day" || unit == "days", shift != 0 else {
      return Resolution(iso: nil, reason: "no exact time is given")
    }
    return day(shift: Int(shift))
  }
}
