internal import NewsModel

/// What each token is to the quotation marks around it.
///
/// Nested quotations belong to the one that holds them. A quotation never leaves its paragraph here; one
/// that goes on in the next paragraph ends unclosed and begins again there.
struct QuoteMarks {
  /// What a token is.
  enum State: UInt8 {
    case outside, opens, inside, closes
  }

  /// One quotation's tokens within a paragraph, marks included.
  struct Run {
    var tokens: Range<Int>
    var isClosed: Bool
  }

  /// By token.
  private(set) var states: [State]
  /// The run of each token, or -1.
  private(set) var runs: [Int32]
  /// The quotations.
  private(set) var quotations: [Run] = []
  /// By paragraph: whether it ends inside an unclosed quotation.
  private(set) var endsOpen: [Bool]
  /// By paragraph: whether it begins with an opening mark after a paragraph that ends open.
  private(set) var resumes: [Bool]

  init(tokens: TokenColumns, quotations: [ByteRange]) {
    states = Array(repeating: .outside, count: tokens.count)
    runs = Array(repeating: -1, count: tokens.count)
    endsOpen = Array(repeating: false, count: tokens.paragraphCount)
    resumes = endsOpen
    let glyphs = Glyphs(tokens.vocabulary)
    var covered = 0
    for range in quotations where range.start >= covered {
      covered = range.end
      let all = tokens.tokens(in: range)
      guard !all.isEmpty else { continue }
      var start = all.lowerBound
      while start < all.upperBound {
        let paragraph = tokens.paragraphIndex(ofToken: start)
        let end = min(all.upperBound, tokens.paragraph(paragraph).upperBound)
        let isWhole = end == all.upperBound
        let closes = isWhole && end - start > 1 && glyphs.isMark[Int(tokens.words[end - 1])]
        let run = Int32(self.quotations.count)
        for token in start..<end {
          states[token] = .inside
          runs[token] = run
        }
        if glyphs.isMark[Int(tokens.words[start])] { states[start] = .opens }
        if closes { states[end - 1] = .closes }
        self.quotations.append(Run(tokens: start..<end, isClosed: closes))
        if !closes, end == tokens.paragraph(paragraph).upperBound { endsOpen[paragraph] = true }
        start = end
      }
    }
    for paragraph in 1..<max(tokens.paragraphCount, 1) where endsOpen[paragraph - 1] {
      let run = tokens.paragraph(paragraph)
      resumes[paragraph] = !run.isEmpty && states[run.lowerBound] == .opens
    }
  }

  /// Which words of a vocabulary are quotation marks.
  private struct Glyphs {
    var isMark: [Bool]

    init(_ vocabulary: Vocabulary) {
      let marks: [String] = [
        "\"", "“", "”", "„", "‟", "«", "»", "``", "''", "'", "‘", "’", "`", "‹", "›", "‚",
      ]
      isMark = Array(repeating: false, count: vocabulary.count)
      for mark in marks {
        if let id = vocabulary.id(of: mark) { isMark[Int(id)] = true }
      }
    }
  }
}
