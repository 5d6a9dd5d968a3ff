import Foundation
import NewsModel
import Testing

@testable import Rules

/// Random patterns and texts; `Benchmarks/fuzz` runs the same with more of them.
@Suite struct PatternFuzzTests {
  /// How many times as many cases are wanted, and where the random numbers begin.
  static let factor = Int(ProcessInfo.processInfo.environment["SAYSO_FUZZ"] ?? "") ?? 1
  static let seed = Int(ProcessInfo.processInfo.environment["SAYSO_FUZZ_SEED"] ?? "") ?? 1

  static let pieces = [
    "[", "]", "(", ")", "(?=", "(?!", "(?<=", "(?<!", "{", "}", "{2,3}", "{,4}", "?", "*", "+",
    "+?", "...",
    "|", "&", "!", "::", "a", "b", "who:", "@PERSON", "@", "$force", "$", "\"", "'", "/", "/a+/",
    "/[/",
    "word", "lemma=", "pos=/VB.*/", "num", "num>=3", "<s>", "</quote>", "<", ">", "within", "quote",
    "containing", "n.num", "=", "é", "“", "\u{0}", "\n", "--", "{1000}", ",", "-", "𝒂",
  ]

  static func source(_ random: inout SplitMix) -> String {
    (0..<(1 + random.below(12))).map { _ in pieces[random.below(pieces.count)] }
      .joined(separator: random.below(2) == 0 ? " " : "")
  }

  @Test("any source is a pattern or an error whose place lies in the source; a pattern can be run")
  func anySource() throws {
    var random = SplitMix(seed: UInt64(Self.seed))
    let text = PatternMatcherTests.text("a b [a b|PERSON] 7 troops. [“a b”|quoted] b.")
    var patterns = 0
    for _ in 0..<(3000 * Self.factor) {
      let source = Self.source(&random)
      do throws(PatternError) {
        let pattern = try Pattern(source, in: PatternMatcherTests.environment)
        patterns += 1
        let matches = try PatternMatcher([pattern]).matches(in: text)
        for match in matches {
          #expect(!match.tokens.isEmpty && match.tokens.upperBound <= text.tokens.count)
          for capture in match.captures {
            #expect(match.tokens.contains(capture.tokens) || capture.tokens.isEmpty)
          }
        }
      } catch {
        let range = error.range
        #expect(
          0 <= range.start && range.start <= range.end
            && range.start <= error.source.utf8.count, "\(source)")
        #expect(!error.description.isEmpty)
      }
    }
    #expect(patterns > 100)
  }

  @Test("agrees with a matcher that tries every way, on random patterns and texts")
  func agreesWithNaiveMatcher() throws {
    var random = SplitMix(seed: UInt64(Self.seed) &+ 20_210_413)
    var matched = 0
    for _ in 0..<(1500 * Self.factor) {
      let source = random.pattern(depth: 3)
      guard let pattern = try? Pattern(source, in: PatternMatcherTests.environment) else {
        continue
      }
      let words = (0..<random.below(9)).map { _ in random.word() }
      let text = PatternMatcherTests.text(words.joined(separator: " "))
      let expected = NaiveMatcher(text).matches(pattern)
      let found = try PatternMatcher([pattern]).matches(in: text).map(\.tokens)
      matched += expected.count
      #expect(found == expected, "\(source)   on   \(words.joined(separator: " "))")
    }
    #expect(matched > 300)
  }

  static let conditions = [
    " :: within p", " :: within doc", " :: containing c", " :: !containing c?",
    " :: containing @PERSON", " :: !containing (@PERSON b)", " :: containing [pos=/NN.*/]+",
    " :: within quote", " :: !within quote & within doc", " :: within @PERSON",
    " :: containing (</s> <s>) & within p",
  ]

  @Test("queries find what a matcher finds that reads everything, on random patterns and texts")
  func queriesAgreeWithScanning() throws {
    var random = SplitMix(seed: UInt64(Self.seed) &+ 20_211_122)
    var matched = 0
    for _ in 0..<(60 * Self.factor) {
      let texts = (0..<6).map { _ in
        PatternMatcherTests.text(
          (0..<random.below(14)).map { _ in random.word() }.joined(separator: " "))
      }
      let corpus = SmallQueryCorpus(texts, segments: 1 + random.below(3))
      for _ in 0..<25 {
        var source = random.pattern(depth: 3)
        if random.below(5) == 0 {
          source += Self.conditions[random.below(Self.conditions.count)]
        }
        guard let pattern = try? Pattern(source, in: PatternMatcherTests.environment) else {
          continue
        }
        let matcher = try PatternMatcher([pattern])
        var expected: [QueryHit] = []
        for (article, text) in texts.enumerated() {
          expected += matcher.matches(in: text).map { QueryHit(article: article, match: $0) }
        }
        for articlesWorthASegment in [0, 24] {
          let query = try CorpusQuery(
            pattern, on: corpus, articlesWorthASegment: articlesWorthASegment)
          var found: [QueryHit] = []
          while let hit = try query.next() { found.append(hit) }
          #expect(found == expected, "\(source)   \(query.plan.description)")
          #expect(try query.count() == expected.count, "\(source)")
        }
        matched += expected.count
      }
    }
    #expect(matched > 500)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
