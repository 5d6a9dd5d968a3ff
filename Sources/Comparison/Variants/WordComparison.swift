internal import NewsModel

/// Aligns the words of two reports and names the differences.
struct WordComparison {
  private let a: ReportedWords
  private let b: ReportedWords
  /// For each word of the first report the word of the second that it stands for, or -1.
  private var partners: [Int]

  init(_ a: ReportedWords, _ b: ReportedWords) {
    self.a = a
    self.b = b
    partners = Self.align(a.words, b.words)
  }

  /// All differences, in the order of the first report; those of the quotation marks last.
  var differences: [WordDifference] {
    wordDifferences.map(\.difference) + quotationDifferences().map(\.difference)
  }

  /// A difference and the byte of the first article at which it is met.
  private struct Placed {
    let position: Int
    let difference: WordDifference
  }

  /// The differences of words and marks.
  private var wordDifferences: [Placed] {
    var found: [Placed] = []
    var gaps = gaps()
    found += moved(&gaps)
    for gap in gaps { found += differences(in: gap) }
    for (index, partner) in partners.enumerated() where partner >= 0 {
      let (x, y) = (a.words[index], b.words[partner])
      if x.text != y.text, !x.isMark, !isAtSentenceStart(index, partner) {
        let isPlural = !Spelling.isSame(x.lower, y.lower)
        found.append(
          difference(isPlural ? .number : .spelling, index..<(index + 1), partner..<(partner + 1)))
      }
    }
    return found.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }

  /// Runs of words without partner, between two pairs of partners.
  private struct Gap {
    var a: Range<Int>
    var b: Range<Int>
  }

  private func gaps() -> [Gap] {
    var gaps: [Gap] = []
    var (i, j) = (0, 0)
    for (index, partner) in partners.enumerated() where partner >= 0 {
      if i < index || j < partner { gaps.append(Gap(a: i..<index, b: j..<partner)) }
      (i, j) = (index + 1, partner + 1)
    }
    if i < a.words.count || j < b.words.count {
      gaps.append(Gap(a: i..<a.words.count, b: j..<b.words.count))
    }
    return gaps
  }

  /// Takes out of the gaps what stands elsewhere in the other report, and compares it there.
  private func moved(_ gaps: inout [Gap]) -> [Placed] {
    var found: [Placed] = []
    for i in gaps.indices where gaps[i].a.count >= 3 {
      for j in gaps.indices where j != i && gaps[j].b.count >= 3 {
        let common = contentWords(a, gaps[i].a).intersection(contentWords(b, gaps[j].b))
        guard common.count >= 2, let from = hull(of: common, in: a, gaps[i].a),
          let to = hull(of: common, in: b, gaps[j].b),
          common.count * 2 >= min(contentWords(a, from).count, contentWords(b, to).count)
        else { continue }
        found.append(difference(.order, from, to))
        found += WordComparison(a.slice(from), b.slice(to)).wordDifferences
        gaps[i].a = rest(of: gaps[i].a, without: from)
        gaps[j].b = rest(of: gaps[j].b, without: to)
        break
      }
    }
    return found
  }

  /// From the first to the last of some words, with small words before them.
  private func hull(
    of common: Set<String>, in words: ReportedWords, _ range: Range<Int>
  ) -> Range<Int>? {
    let places = range.filter { common.contains(Spelling.canonical(words.words[$0].lemma)) }
    guard var first = places.first, let last = places.last else { return nil }
    while first > range.lowerBound, FunctionWords.all.contains(words.words[first - 1].lower) {
      first -= 1
    }
    return first..<(last + 1)
  }

  /// The longer of the two ends of a range when its middle is taken out.
  private func rest(of range: Range<Int>, without middle: Range<Int>) -> Range<Int> {
    let before = range.lowerBound..<middle.lowerBound
    let after = middle.upperBound..<range.upperBound
    return before.count >= after.count ? before : after
  }

  private func contentWords(_ words: ReportedWords, _ range: Range<Int>) -> Set<String> {
    Set(
      range.map { Spelling.canonical(words.words[$0].lemma) }
        .filter { $0.utf8.count > 1 && !FunctionWords.all.contains($0) })
  }

  private func differences(in gap: Gap) -> [Placed] {
    let x = gap.a.filter { !a.words[$0].isMark }
    let y = gap.b.filter { !b.words[$0].isMark }
    if x.isEmpty && y.isEmpty {
      if gap.a.isEmpty && gap.b.isEmpty { return [] }
      // Marks are shown with the words on both sides.
      return [
        difference(.punctuation, widened(gap.a, a.words.count), widened(gap.b, b.words.count))
      ]
    }
    let from = x.first.map { $0..<((x.last ?? $0) + 1) } ?? gap.a.lowerBound..<gap.a.lowerBound
    let to = y.first.map { $0..<((y.last ?? $0) + 1) } ?? gap.b.lowerBound..<gap.b.lowerBound
    return [difference(x.isEmpty || y.isEmpty ? .droppedWord : .wording, from, to)]
  }

  private func widened(_ range: Range<Int>, _ count: Int) -> Range<Int> {
    max(0, range.lowerBound - 1)..<min(count, range.upperBound + 1)
  }

  /// Whether a capital letter is explained by the beginning of a report.
  private func isAtSentenceStart(_ i: Int, _ j: Int) -> Bool {
    (i == 0 || j == 0) && a.words[i].lower == b.words[j].lower
  }

  private func difference(
    _ kind: WordDifference.Kind, _ from: Range<Int>, _ to: Range<Int>
  ) -> Placed {
    let isQuoted =
      !(from.isEmpty && to.isEmpty) && from.allSatisfy { a.words[$0].isQuoted }
      && to.allSatisfy { b.words[$0].isQuoted } && hasQuotation(around: from, to)
    let position = from.lowerBound < a.words.count ? a.words[from.lowerBound].range.start : Int.max
    return Placed(
      position: position,
      difference: WordDifference(
        kind: kind, from: a.text(from), to: b.text(to), fromRange: a.range(from),
        toRange: b.range(to), isQuoted: isQuoted))
  }

  /// Where one report lacks the words, its words around the place must be quoted.
  private func hasQuotation(around from: Range<Int>, _ to: Range<Int>) -> Bool {
    func isQuoted(_ words: [ReportedWords.Word], _ at: Int) -> Bool {
      let before = at > 0 ? words[at - 1].isQuoted : false
      let after = at < words.count ? words[at].isQuoted : false
      return before && after
    }
    if from.isEmpty { return isQuoted(a.words, from.lowerBound) }
    if to.isEmpty { return isQuoted(b.words, to.lowerBound) }
    return true
  }

  /// One difference at most: whether, or how far, the common words are quoted.
  private func quotationDifferences() -> [Placed] {
    let pairs = partners.enumerated().filter { $0.element >= 0 && !a.words[$0.offset].isMark }
    let x = pairs.filter { a.words[$0.offset].isQuoted }
    let y = pairs.filter { b.words[$0.element].isQuoted }
    if x.map(\.offset) == y.map(\.offset) { return [] }
    let isStatus = x.isEmpty || y.isEmpty
    func run(_ numbers: [Int]) -> Range<Int> {
      guard let first = numbers.first, let last = numbers.last else { return 0..<0 }
      return first..<(last + 1)
    }
    return [
      difference(
        isStatus ? .quotationStatus : .quotationExtent, run(x.map(\.offset)),
        run(y.map(\.element)))
    ]
  }

  /// Pairs words along their heaviest common subsequence; spellings and numbers of a word are equal.
  ///
  /// Words weigh more than small words, these more than marks, and neighbours weigh more than
  /// words alone, so that “in” never pulls “in defence” and “in response” together.
  private static func align(_ a: [ReportedWords.Word], _ b: [ReportedWords.Word]) -> [Int] {
    var weights = [[Int]](
      repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    func gain(_ i: Int, _ j: Int) -> Int {
      guard isPair(a[i], b[j]) else { return 0 }
      let isFollowed = i + 1 < a.count && j + 1 < b.count && isPair(a[i + 1], b[j + 1])
      let weight = a[i].isMark ? 1 : FunctionWords.all.contains(a[i].lower) ? 2 : 6
      return weight + (isFollowed ? 2 : 0)
    }
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        let gain = gain(i, j)
        weights[i][j] = max(
          weights[i + 1][j], weights[i][j + 1], gain > 0 ? weights[i + 1][j + 1] + gain : 0)
      }
    }
    var partners = [Int](repeating: -1, count: a.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let gain = gain(i, j)
      if gain > 0, weights[i][j] == weights[i + 1][j + 1] + gain {
        partners[i] = j
        (i, j) = (i + 1, j + 1)
      } else if weights[i + 1][j] >= weights[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return partners
  }

  private static func isPair(_ a: ReportedWords.Word, _ b: ReportedWords.Word) -> Bool {
    if a.isMark || b.isMark { return a.isMark && b.isMark && a.lower == b.lower }
    if a.lower == b.lower || Spelling.isSame(a.lower, b.lower) { return true }
    return isPlural(a.lower, of: b.lower) || isPlural(b.lower, of: a.lower)
  }

  private static func isPlural(_ plural: String, of singular: String) -> Bool {
    guard singular.utf8.count > 2 else { return false }
    return plural == singular + "s" || plural == singular + "es"
      || (singular.hasSuffix("y") && plural == singular.dropLast() + "ies")
  }
}
