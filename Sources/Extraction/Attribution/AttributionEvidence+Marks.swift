internal import Language
internal import NewsModel

extension AttributionEvidence {
  /// How much of a sentence stands in quotation marks.
  private struct Profile {
    /// None, all, most or some of it.
    var amount: Int
    /// With the number of opening marks and whether the sentence begins and ends quoted.
    var whole: Int
  }

  /// Writes what stands in quotation marks and what stands around them.
  mutating func addMarks() {
    addDistances()
    addFrames()
    addProfiles()
  }

  private mutating func addDistances() {
    for paragraph in 0..<tokens.paragraphCount {
      let run = tokens.paragraph(paragraph)
      let continued =
        (marks.resumes[paragraph] ? 1 : 0) + (marks.endsOpen[paragraph] ? 2 : 0)
        + (paragraph > 0 && marks.endsOpen[paragraph - 1] ? 4 : 0)
      var mark: Int?
      for token in run {
        set(.quote, token, Int(marks.states[token].rawValue))
        set(.continued, token, continued)
        set(.markBefore, token, distance(from: mark, to: token))
        if isMark(token) { mark = token }
      }
      mark = nil
      for token in run.reversed() {
        set(.markAfter, token, distance(from: mark, to: token))
        if isMark(token) { mark = token }
      }
    }
  }

  private func isMark(_ token: Int) -> Bool {
    marks.states[token] == .opens || marks.states[token] == .closes
  }

  private func distance(from mark: Int?, to token: Int) -> Int {
    guard let mark else { return 0 }
    return 1 + Self.step(abs(token - mark)) * 2 + (marks.states[mark] == .opens ? 1 : 0)
  }

  private mutating func addFrames() {
    let words = FrameWords(tokens.vocabulary)
    let frames = marks.quotations.map { frame(of: $0, words) }
    for token in 0..<tokens.count {
      let run = Int(marks.runs[token])
      guard run >= 0 else {
        set(.quoteFrame, token, 0)
        set(.quoteLength, token, 0)
        set(.quoteClosed, token, 0)
        continue
      }
      set(.quoteFrame, token, frames[run])
      set(.quoteLength, token, 1 + Self.step(marks.quotations[run].tokens.count))
      set(.quoteClosed, token, marks.quotations[run].isClosed ? 2 : 1)
    }
  }

  /// Small words that decide how a quotation is attached to its sentence.
  private struct FrameWords {
    var classes: [UInt8]

    init(_ vocabulary: Vocabulary) {
      classes = Array(repeating: 0, count: vocabulary.count)
      for (index, word) in [",", ".", ":", "that", "?", "!"].enumerated() {
        if let id = vocabulary.id(of: word) { classes[Int(id)] = UInt8(index + 1) }
      }
    }
  }

  private func frame(of run: QuoteMarks.Run, _ words: FrameWords) -> Int {
    let first = run.tokens.lowerBound
    let last = run.tokens.upperBound - 1
    let paragraph = tokens.paragraph(paragraphs[first])
    var before = 7
    if first > paragraph.lowerBound {
      let word = Int(words.classes[Int(tokens.lowers[first - 1])])
      before = cueShares[first - 1] >= 150 ? 8 : word < 5 ? word : 0
    }
    var after = 7
    if last + 1 < paragraph.upperBound {
      let word = words.classes[Int(tokens.lowers[last + 1])]
      if cueShares[last + 1] >= 150 {
        after = 8
      } else if word == 1 || word == 2 {
        after = Int(word)
      } else {
        switch tokens.partsOfSpeech[last + 1] {
        case .prp: after = 3
        case .nnp: after = 4
        default: after = 0
        }
      }
    }
    var end = 0
    if last - 1 > first {
      let word = Int(words.classes[Int(tokens.lowers[last - 1])])
      end = word == 3 || word == 4 ? 0 : word
    }
    let isCapital = first + 1 < tokens.count && key(.case, first + 1) <= 2
    let length = Self.step(max(0, run.tokens.count - 2))
    return 1 + (((length * 9 + before) * 7 + end) * 9 + after) * 2 + (isCapital ? 1 : 0)
  }

  private mutating func addProfiles() {
    let profiles = (0..<tokens.sentenceCount).map { profile(of: tokens.sentence($0)) }
    for (index, profile) in profiles.enumerated() {
      let run = tokens.sentence(index)
      guard !run.isEmpty else { continue }
      let paragraph = paragraphs[run.lowerBound]
      var before = 0
      if index > 0, !tokens.sentence(index - 1).isEmpty {
        let other = tokens.sentence(index - 1).lowerBound
        before = 1 + profiles[index - 1].amount * 2 + (paragraphs[other] == paragraph ? 1 : 0)
      }
      var after = 0
      if index + 1 < profiles.count {
        let other = tokens.sentence(index + 1).lowerBound
        after = 1 + profiles[index + 1].amount * 2 + (paragraphs[other] == paragraph ? 1 : 0)
      }
      for token in run {
        set(.profile, token, profile.whole)
        set(.profileBefore, token, before)
        set(.profileAfter, token, after)
      }
    }
  }

  private func profile(of run: Range<Int>) -> Profile {
    var quoted = 0
    var opened = 0
    for token in run {
      if marks.states[token] != .outside { quoted += 1 }
      if marks.states[token] == .opens { opened += 1 }
    }
    let amount =
      quoted == 0 ? 0 : quoted >= run.count - 1 ? 1 : quoted * 10 > run.count * 6 ? 2 : 3
    guard let first = run.first, let last = run.last else { return Profile(amount: 0, whole: 0) }
    let beginsQuoted = marks.states[first] != .outside
    let endsQuoted =
      marks.states[last] != .outside || (last > first && marks.states[last - 1] != .outside)
    return Profile(
      amount: amount,
      whole: ((amount * 3 + min(opened, 2)) * 2 + (beginsQuoted ? 1 : 0)) * 2 + (endsQuoted ? 1 : 0)
    )
  }
}
