internal import NewsModel

/// Reads the expressions of time in a sentence.
///
/// A date is resolved only from what is written: its own year, or the date that the article states for
/// itself. Everything else keeps its words and says why.
struct DateReader {
  let words: ArticleWords
  private let numbers: NumberReader
  private let resolver: DateResolver
  /// What each word can do in an expression.
  private let roles: DateWords

  init(words: ArticleWords, numbers: NumberReader, article: Article) {
    self.words = words
    self.numbers = numbers
    resolver = DateResolver(published: article.published.flatMap { CalendarDate(iso: $0) })
    roles = DateWords(words)
  }

  /// How many tokens an expression may have up to its unit: numbers in words are long.
  private static let farthestUnit = 24

  /// The expressions, in order.
  func dates(in sentence: Range<Int>) -> [DateExpression] {
    var dates: [DateExpression] = []
    var token = sentence.lowerBound
    // The first unit, such as “week”, or compound from the token on: looked for where one is needed.
    var unit = token
    while token < sentence.upperBound {
      let role = roles[token]
      let shape = words.shape(token)
      guard
        !role.isDisjoint(with: [.day, .opener]) || !shape.isDisjoint(with: [.digit, .hyphenated])
      else {
        token += 1
        continue
      }
      unit = max(unit, token)
      while unit < sentence.upperBound, !isUnit(unit) { unit += 1 }
      let hasUnit = unit < min(token + Self.farthestUnit, sentence.upperBound)
      guard hasUnit || role.contains(.day) || shape.contains(.digit),
        let (date, next) = expression(at: token, in: sentence, hasUnit: hasUnit)
      else {
        token += 1
        continue
      }
      dates.append(date)
      token = next
    }
    return dates
  }

  private func isUnit(_ token: Int) -> Bool {
    roles[token].contains(.unit) || roles.shape(token).contains(.hyphenated)
  }

  private typealias Found = (DateExpression, next: Int)

  private func expression(
    at token: Int, in sentence: Range<Int>, hasUnit: Bool
  ) -> Found? {
    let flags = words.flags(token)
    if flags.contains(.weekday), words.isCapitalised(token) { return weekday(token, sentence) }
    if flags.contains(.month), isMonth(token, sentence) { return month(token, sentence) }
    if words.shape(token).contains(.digit) {
      if let found = isoDate(token) ?? dayMonth(token, sentence) { return found }
    }
    if flags.contains(.dayWord) { return dayWord(token) }
    if hasUnit {
      if let found = relative(token, sentence) { return found }
      let number = count(at: token, sentence)
      if let found = ago(token, number, sentence) ?? duration(token, number, sentence) {
        return found
      }
    }
    if words.shape(token).contains(.digit) { return year(token, sentence) }
    return nil
  }

  private func make(
    _ tokens: Range<Int>, _ kind: DateExpression.Kind, _ resolution: DateResolver.Resolution
  ) -> Found {
    let date = DateExpression(
      range: words.tokens.range(of: tokens), kind: kind, resolved: resolution.iso,
      reason: resolution.reason)
    return (date, tokens.upperBound)
  }

  // MARK: Named days and months

  private func weekday(_ token: Int, _ sentence: Range<Int>) -> Found {
    var start = token
    var shift = 0
    if token > sentence.lowerBound, words.isWord(token - 1, words.key.shiftWords) {
      start = token - 1
      shift = self.shift(token - 1)
    }
    let end = words.isWord(token + 1, words.key.partsOfDay) ? token + 2 : token + 1
    let number = Self.weekdayNumber(words.tokens.lower(token))
    return make(
      start..<min(end, sentence.upperBound), .weekday,
      resolver.weekday(number, shift: shift, looksAhead: looksAhead(sentence)))
  }

  /// “January” is a month; “may” and “march” are only where a date can stand.
  private func isMonth(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard words.isCapitalised(token) else { return false }
    let isPlain = !words.isWord(token, words.key.ambiguousMonths)
    if isPlain, !words.isSentenceInitial(token) || token + 1 < sentence.upperBound { return true }
    if token > sentence.lowerBound, words.isWord(token - 1, words.key.datePrepositions) {
      return true
    }
    return token + 1 < sentence.upperBound && words.shape(token + 1).contains(.digit)
  }

  /// “January”, “January 10”, “January 10, 2022”, “January 2022”, “mid-March” is read elsewhere.
  private func month(_ token: Int, _ sentence: Range<Int>) -> Found {
    let number = Int(words.table.values[Int(words.lower(token))])
    var end = token + 1
    var day: Int?
    if end < sentence.upperBound, let value = plainNumber(end), (1...31).contains(value) {
      day = value
      end += 1
    }
    var yearEnd = end
    if words.isWord(yearEnd, words.key.comma) { yearEnd += 1 }
    var year: Int?
    if yearEnd < sentence.upperBound, let value = plainNumber(yearEnd), Self.isYear(value),
      words.tokens.range(of: yearEnd).count == 4
    {
      year = value
      end = yearEnd + 1
    }
    guard let day else {
      return make(token..<end, .month, resolver.month(number, year: year))
    }
    return make(token..<end, .date, resolver.date(day: day, month: number, year: year))
  }

  /// “13 April 2021”.
  private func dayMonth(_ token: Int, _ sentence: Range<Int>) -> Found? {
    guard token + 1 < sentence.upperBound, let day = plainNumber(token), (1...31).contains(day),
      words.flags(token + 1).contains(.month), words.isCapitalised(token + 1)
    else { return nil }
    let number = Int(words.table.values[Int(words.lower(token + 1))])
    var end = token + 2
    var year: Int?
    if end < sentence.upperBound, let value = plainNumber(end), Self.isYear(value) {
      year = value
      end += 1
    }
    return make(token..<end, .date, resolver.date(day: day, month: number, year: year))
  }

  /// “2021-04-13”.
  private func isoDate(_ token: Int) -> Found? {
    guard words.shape(token).contains(.hyphenated),
      let date = CalendarDate(iso: words.tokens.word(token))
    else { return nil }
    return make(token..<(token + 1), .date, .init(iso: date.iso, reason: "written in full"))
  }

  /// “2014” where it is a year.
  private func year(_ token: Int, _ sentence: Range<Int>) -> Found? {
    guard words.tokens.range(of: token).count == 4, let value = plainNumber(token),
      Self.isYear(value)
    else { return nil }
    let isAfterPreposition =
      token > sentence.lowerBound && words.isWord(token - 1, words.key.yearPrepositions)
    if !isAfterPreposition, token + 1 < sentence.upperBound,
      words.tag(token + 1) == .nns || words.flags(token + 1).contains(.timeUnit)
    {
      return nil
    }
    if token > sentence.lowerBound,
      words.isWord(token - 1, words.key.labelWords) || words.tag(token - 1) == .dollar
    {
      return nil
    }
    return make(token..<(token + 1), .year, .init(iso: String(value), reason: "written in full"))
  }

  // MARK: Relative expressions

  private func dayWord(_ token: Int) -> Found {
    let shift =
      words.isWord(token, words.key.yesterday)
      ? -1 : words.isWord(token, words.key.tomorrow) ? 1 : 0
    return make(token..<(token + 1), .relative, resolver.day(shift: shift))
  }

  /// “this week”, “last year”, “in recent weeks”, “in the coming months”, “earlier in the day”,
  /// “mid-March”.
  private func relative(_ token: Int, _ sentence: Range<Int>) -> Found? {
    let key = words.key
    let end = sentence.upperBound
    if words.shape(token).contains(.hyphenated), let found = partOfMonth(token) { return found }
    var start = token
    var index = token
    if roles.has(index, .earlier) { index += 1 }
    if roles.has(index, .datePreposition) { index += 1 }
    if roles.has(index, .the) { index += 1 }
    let hasLead = index > token
    guard index + 1 < end else { return nil }
    if roles.has(index, [.shift, .vague]) {
      let unit = index + 1
      let flags = words.flags(unit)
      guard flags.intersection([.timeUnit, .dayPart]) != [],
        !words.isWord(unit, key.notUnits)
      else { return nil }
      if hasLead, !roles.has(token, .earlier), !roles.has(index, .vague) { start = index }
      let resolution =
        roles.has(index, .vague)
        ? DateResolver.Resolution(iso: nil, reason: "no exact time is given")
        : resolver.unit(words.tokens.lower(unit), shift: shift(index))
      return make(start..<(unit + 1), .relative, resolution)
    }
    // “earlier in the day”, “on the same day”
    if hasLead, words.isWord(index, key.day), roles.has(token, .earlier) {
      return make(
        token..<(index + 1), .relative, .init(iso: nil, reason: "the day is told elsewhere"))
    }
    if words.isWord(index, key.same), words.flags(index + 1).contains(.timeUnit) {
      return make(
        token..<(index + 2), .relative, .init(iso: nil, reason: "the day is told elsewhere"))
    }
    return nil
  }

  /// “mid-March”, “late-2020”.
  private func partOfMonth(_ token: Int) -> Found? {
    let word = words.tokens.vocabulary.bytes(of: words.lower(token))
    guard let part = Self.partsOfMonth.first(where: { word.starts(with: $0) }) else { return nil }
    let rest = String(decoding: word.dropFirst(part.count), as: UTF8.self)
    if let found = NameLexicon.shared.look(up: rest.utf8Span.span), found.flags.contains(.month) {
      let number = Int(NameLexicon.shared.values[Int(found.word)])
      return make(token..<(token + 1), .month, resolver.month(number, year: nil))
    }
    guard let value = Int(rest), Self.isYear(value) else { return nil }
    return make(token..<(token + 1), .year, .init(iso: rest, reason: "written in full"))
  }

  private static let partsOfMonth = ["mid-", "early-", "late-"].map { Array($0.utf8) }

  /// “two weeks ago”, given the number that begins at the token.
  private func ago(
    _ token: Int, _ number: NumberReader.Number?, _ sentence: Range<Int>
  ) -> Found? {
    guard let number else { return nil }
    let unit = number.tokens.upperBound
    guard unit + 1 < sentence.upperBound, words.flags(unit).contains(.timeUnit),
      words.isWord(unit + 1, words.key.agoWords)
    else { return nil }
    let shift = words.isWord(unit + 1, words.key.ago) ? -(number.value ?? 0) : 0
    return make(
      token..<(unit + 2), .relative,
      resolver.counted(words.tokens.lower(unit), shift: shift, isKnown: number.value != nil))
  }

  /// “within two weeks”, “in the past three weeks”, “three days”, “seven-year”, given the number that
  /// begins at the token.
  private func duration(
    _ token: Int, _ first: NumberReader.Number?, _ sentence: Range<Int>
  ) -> Found? {
    let key = words.key
    var index = token
    if roles.has(index, .durationPreposition) { index += 1 }
    if roles.has(index, .the) { index += 1 }
    if roles.has(index, .past) { index += 1 }
    guard index < sentence.upperBound,
      let number = index == token ? first : count(at: index, sentence)
    else { return nil }
    let reason = "a length of time, not a date"
    if let unit = number.joinedUnit {
      guard Self.lengths.contains(unit) else { return nil }
      return make(index..<number.tokens.upperBound, .duration, .init(iso: nil, reason: reason))
    }
    let unit = number.tokens.upperBound
    guard unit < sentence.upperBound, words.flags(unit).contains(.timeUnit),
      !number.isOrdinal, !words.isWord(unit, key.notUnits), !words.isWord(unit + 1, key.old),
      index > token || !words.isWord(index, key.one)
    else { return nil }
    return make(token..<(unit + 1), .duration, .init(iso: nil, reason: reason))
  }

  private static let lengths: Set<String> = [
    "minute", "hour", "day", "week", "month", "year", "decade", "century",
  ]

  /// A number, or “a” in front of a unit.
  private func count(at token: Int, _ sentence: Range<Int>) -> NumberReader.Number? {
    guard token < sentence.upperBound else { return nil }
    if let number = numbers.number(at: token, before: sentence.upperBound) { return number }
    guard words.isWord(token, words.key.articles), !words.isWord(token, words.key.the),
      words.isWord(token + 2, words.key.agoWords)
    else { return nil }
    return NumberReader.Number(tokens: token..<(token + 1), value: 1)
  }

  // MARK: Helpers

  private func shift(_ token: Int) -> Int {
    if words.isWord(token, words.key.lastWords) { return -1 }
    return words.isWord(token, words.key.nextWords) ? 1 : 0
  }

  private func plainNumber(_ token: Int) -> Int? {
    guard words.shape(token).contains(.digit), words.tokens.range(of: token).count <= 4,
      let number = numbers.number(at: token, before: token + 1),
      number.isDigits || number.isOrdinal, let value = number.value, value == value.rounded()
    else { return nil }
    return Int(value)
  }

  private static func isYear(_ value: Int) -> Bool { value >= 1500 && value < 2100 }

  private static func weekdayNumber(_ word: String) -> Int {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return names.firstIndex(of: word) ?? 0
  }

  /// Whether a sentence speaks of what is to come, so that its weekday may lie ahead.
  private func looksAhead(_ sentence: Range<Int>) -> Bool {
    sentence.contains { words.isWord($0, words.key.futureWords) }
  }
}
