internal import NewsModel

/// Reads the figures of a sentence: approximation, number, unit.
struct FigureReader {
  let words: ArticleWords
  /// Tokens that belong to a name or to a date, by token.
  private let isTaken: [Bool]
  private let numbers: NumberReader
  private let text: String

  init(words: ArticleWords, numbers: NumberReader, analysis: Analysis) {
    self.words = words
    self.numbers = numbers
    text = analysis.article.text
    let tokens = words.tokens
    var taken = [Bool](repeating: false, count: words.count)
    var first = 0
    func take(_ range: ByteRange) {
      // Mentions and dates stand in text order: the next one is near.
      if first > 0, Int(tokens.ends[first - 1]) > range.start { first = 0 }
      for token in words.tokens(in: range, from: &first) { taken[token] = true }
    }
    for mention in analysis.mentions { take(mention.range) }
    for date in analysis.dates where date.kind == .date || date.kind == .month { take(date.range) }
    isTaken = taken
  }

  /// The figures of a sentence, in order.
  func figures(in sentence: Range<Int>) -> [Figure] {
    var figures: [Figure] = []
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      if numbers.canBegin(at: token), !isTaken[token],
        let number = numbers.number(at: token, before: sentence.upperBound),
        let (figure, next) = figure(number, in: sentence)
      {
        figures.append(figure)
        token = max(next, number.tokens.upperBound)
      } else {
        token += 1
      }
    }
    return figures
  }

  // MARK: One figure

  private func figure(
    _ number: NumberReader.Number, in sentence: Range<Int>
  ) -> (Figure, next: Int)? {
    if isClockOrLabel(number, sentence) { return nil }
    if let unit = number.joinedUnit { return joined(number, unit) }
    if number.isOrdinal { return ordinal(number, sentence) }
    var number = number
    var range = number.tokens
    var approximation = number.value == nil ? written(number.tokens) : nil
    if let second = secondOfRange(number, sentence) {
      range = range.lowerBound..<second.tokens.upperBound
      number.value = nil
      approximation = written(range)
    }
    let start = startOfApproximation(before: range.lowerBound, sentence)
    if start < range.lowerBound {
      let words = written(start..<range.lowerBound)
      approximation = approximation.map { "\(words) \($0)" } ?? bare(words)
    }
    guard let read = unit(after: range, number, sentence) else { return nil }
    let first = min(start, read.start ?? range.lowerBound)
    let end = max(read.end, range.upperBound)
    let figure = Figure(
      range: words.tokens.range(of: first..<end), kind: read.kind, value: number.value,
      unit: read.unit, approximation: approximation)
    return (figure, end)
  }

  /// “an estimated” is written “estimated”.
  private func bare(_ words: String) -> String {
    for article in ["an ", "a ", "the "] where words.hasPrefix(article) {
      return String(words.dropFirst(article.count))
    }
    return words
  }

  /// Whether a number is a time of day or a label and no quantity.
  private func isClockOrLabel(_ number: NumberReader.Number, _ sentence: Range<Int>) -> Bool {
    let after = number.tokens.upperBound
    if words.isWord(after, words.key.clockWords) { return true }
    let before = number.tokens.lowerBound - 1
    return before >= sentence.lowerBound && words.isWord(before, words.key.labelWords)
  }

  /// “seven-year”, “16-year-old”.
  private func joined(_ number: NumberReader.Number, _ unit: String) -> (Figure, next: Int) {
    let kind: Figure.Kind
    var plural = unit + "s"
    switch unit {
    case "old": (kind, plural) = (.age, "years")
    case "second", "minute", "hour", "day", "week", "month", "year", "decade": kind = .duration
    case "century": (kind, plural) = (.duration, "centuries")
    case "percent": (kind, plural) = (.percentage, "percent")
    case "person": (kind, plural) = (.count, "people")
    case "man": (kind, plural) = (.count, "men")
    case "foot": (kind, plural) = (.count, "feet")
    default: kind = .count
    }
    let range = words.tokens.range(of: number.tokens)
    let figure = Figure(range: range, kind: kind, value: number.value, unit: plural)
    return (figure, number.tokens.upperBound)
  }

  /// “second call”; not “first” before a verb, nor “second” as a length of time.
  private func ordinal(
    _ number: NumberReader.Number, _ sentence: Range<Int>
  ) -> (Figure, next: Int)? {
    guard let phrase = nounPhrase(after: number.tokens.upperBound, sentence) else { return nil }
    let range = words.tokens.range(of: number.tokens.lowerBound..<phrase.end)
    let figure = Figure(range: range, kind: .ordinal, value: number.value, unit: phrase.unit)
    return (figure, phrase.end)
  }

  /// “10 to 20”, “between 10 and 20”; not “between 2015 and 2019”, which are two years.
  private func secondOfRange(
    _ number: NumberReader.Number, _ sentence: Range<Int>
  ) -> NumberReader.Number? {
    let joint = number.tokens.upperBound
    guard joint + 1 < sentence.upperBound, number.value != nil else { return nil }
    let isBetween =
      words.isWord(joint, words.key.and)
      && words.isWord(number.tokens.lowerBound - 1, words.key.between)
    guard words.isWord(joint, words.key.to) || isBetween,
      let second = numbers.number(at: joint + 1, before: sentence.upperBound),
      !second.isOrdinal, second.value != nil, second.joinedUnit == nil,
      !(isYear(number, sentence) && isYear(second, sentence))
    else { return nil }
    return second
  }

  /// The first token of “more than”, “an estimated”, “at least” before a number.
  private func startOfApproximation(before token: Int, _ sentence: Range<Int>) -> Int {
    var start = token
    var found = false
    while start - 1 >= sentence.lowerBound, token - start < 4 {
      let flags = words.flags(start - 1)
      if flags.contains(.approximation) {
        found = true
        start -= 1
      } else if words.isWord(start - 1, words.key.approximationLinks) {
        start -= 1
      } else {
        break
      }
    }
    guard found else { return token }
    // A link at the front belongs to the approximation only as “at (least)”, “as (many as)”, “an”.
    while start < token,
      words.isWord(start, in: words.key.than, words.key.to, words.key.of, words.key.the)
    {
      start += 1
    }
    return start
  }

  private typealias Unit = (kind: Figure.Kind, unit: String?, start: Int?, end: Int)

  /// What a number counts: a currency, a percentage, a length of time, an age, a year, a noun.
  private func unit(
    after range: Range<Int>, _ number: NumberReader.Number, _ sentence: Range<Int>
  ) -> Unit? {
    let after = range.upperBound
    let before = range.lowerBound - 1
    if before >= sentence.lowerBound, let code = Currency.code(before: before, words) {
      return (.money, code, before, after)
    }
    if before >= sentence.lowerBound, words.isWord(before, words.key.ageWords) {
      return (.age, "years", nil, endOfAge(after, sentence))
    }
    if after < sentence.upperBound {
      if words.isWord(after, words.key.percent) { return (.percentage, "percent", nil, after + 1) }
      if words.isWord(after, words.key.per), words.isWord(after + 1, words.key.cent) {
        return (.percentage, "percent", nil, after + 2)
      }
      if let code = Currency.code(after: after, words) { return (.money, code, nil, after + 1) }
      if words.flags(after).contains(.timeUnit), !isYear(number, sentence) {
        // “one day” is some day.
        if words.isWord(range.lowerBound, words.key.one), range.count == 1 { return nil }
        let isAge = words.isWord(after + 1, words.key.old)
        return (isAge ? .age : .duration, words.tokens.lower(after), nil, after + (isAge ? 2 : 1))
      }
    }
    if isYear(number, sentence) { return (.year, nil, nil, after) }
    var start = after
    if number.value == nil, words.isWord(start, words.key.of) { start += 1 }
    if isAgeAfterName(range, sentence) { return (.age, "years", nil, after) }
    if let phrase = nounPhrase(after: start, sentence) {
      if words.isWord(range.lowerBound, words.key.one), range.count == 1 { return nil }
      return (.count, phrase.unit, nil, phrase.end)
    }
    // A bare number in words is an ordinary word: “one of them”, “the two”.
    return number.isDigits || number.value.map({ $0 >= 100 }) ?? true
      ? (.number, nil, nil, after) : nil
  }

  /// “16 and above”, “65 or older”.
  private func endOfAge(_ after: Int, _ sentence: Range<Int>) -> Int {
    guard after + 1 < sentence.upperBound, words.isWord(after, words.key.joiners),
      words.isWord(after + 1, words.key.ageBounds)
    else { return after }
    return after + 2
  }

  /// Whether a number between commas follows a name and so is an age.
  private func isAgeAfterName(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    guard before - 1 >= sentence.lowerBound, words.isWord(before, words.key.comma),
      range.upperBound < sentence.upperBound, words.isWord(range.upperBound, words.key.comma)
    else { return false }
    return isTaken[before - 1] && words.tokens.range(of: range).count <= 3
  }

  /// Four digits from 1500 to 2100 that count nothing.
  private func isYear(_ number: NumberReader.Number, _ sentence: Range<Int>) -> Bool {
    guard number.isDigits, number.tokens.count == 1, let value = number.value,
      value >= 1500, value < 2100, words.tokens.range(of: number.tokens).count == 4
    else { return false }
    let after = number.tokens.upperBound
    let before = number.tokens.lowerBound - 1
    if before >= sentence.lowerBound, words.isWord(before, words.key.yearPrepositions) {
      return true
    }
    guard after < sentence.upperBound else { return true }
    return words.tag(after) != .nns && words.flags(after).isDisjoint(with: .timeUnit)
  }

  /// The noun phrase after a number: “paratrooper units”, “weapons and equipment”.
  private func nounPhrase(
    after start: Int, _ sentence: Range<Int>
  ) -> (unit: String, end: Int)? {
    var token = start
    var head: Int?
    while token < sentence.upperBound, token - start < 6 {
      let tag = words.tag(token)
      if tag.isNoun || (isTaken[token] && tag != .pos) {
        // A plural ends the phrase unless another noun follows it at once.
        head = token
      } else if !(tag.isAdjective || tag == .vbn || tag == .vbg || tag == .jj) || head != nil {
        break
      }
      token += 1
      if let head, tag == .nns, head == token - 1,
        token < sentence.upperBound, !words.tag(token).isNoun
      {
        break
      }
    }
    guard let head, !isTaken[head] || words.tag(head) == .nns else { return nil }
    var end = head + 1
    if end + 1 < sentence.upperBound, words.isWord(end, words.key.and),
      words.tag(end + 1) == .nn || words.tag(end + 1) == .nns,
      end + 2 >= sentence.upperBound
        || !(words.tag(end + 2).isVerb || words.tag(end + 2).isNoun || words.tag(end + 2) == .md)
    {
      end += 2
    }
    return (written(head..<end).lowercased(), end)
  }

  private func written(_ tokens: Range<Int>) -> String {
    text[bytes: words.tokens.range(of: tokens)]
  }
}
