import Testing

@testable import Rules

@Suite struct PatternLineTests {
  @Test(
    "a line of tokens, annotations and borders with one repeated token is matched by columns",
    arguments: [
      ("according to [pos=/NN.*/]", true), ("who:@PERSON said", true), ("[pos=/NN.*/]+ said", true),
      ("<s> the troops", true), ("x:(the [word!=a]?) troops", true), ("(the|a) troops", true),
      ("(a b){2} c", true), ("[quoted & !pos=/NN.*/] troops", true), ("[ent=person]* said", true),
      ("'The' troops :: containing @PERSON & !within quote", true),
      ("n:[num & num>3] troops", true), ("troops []{0,3}? left", true),
      ("(a b|c) troops", false), ("a* troops b*", false), ("said []* @PERSON", false),
      ("(?<! no ) troops", false), ("(x:a){2} troops", false), ("(a b)+ troops", false),
      ("[len>3] troops", false), ("troops :: containing (a|b c)", false),
    ])
  func isLine(source: String, expected: Bool) throws {
    let pattern = try Pattern(source, in: PatternMatcherTests.environment)
    let finder = AnchorFinder(counts: try CorpusCounts(CorpusQueryTests.corpus()), isThorough: true)
    #expect((PatternLine(pattern, finder) != nil) == expected)
  }

  @Test("what the lexicon would have to be searched for is left to the automaton")
  func isCheap() throws {
    let counts = try CorpusCounts(CorpusQueryTests.corpus())
    for source in ["[num] troops", "/tro.*/ left"] {
      let pattern = try Pattern(source, in: PatternMatcherTests.environment)
      #expect(PatternLine(pattern, AnchorFinder(counts: counts, isThorough: false)) == nil)
    }
  }
}

@Suite struct ExtentCursorTests {
  @Test("finds what a search from the beginning finds, in whatever order it is asked")
  func finds() {
    var random = SplitMix(seed: 7)
    for _ in 0..<50 {
      var extents: [MatchText.Extent] = []
      var end = 0
      for index in 0..<random.below(40) {
        let start = end + random.below(3)
        end = start + 1 + random.below(3)
        extents.append(MatchText.Extent(tokens: start..<end, index: index))
      }
      var cursor = ExtentCursor(extents)
      for _ in 0..<60 {
        let token = random.below(end + 3)
        let starting = extents.first { $0.tokens.lowerBound == token }?.tokens
        let ending = extents.first { $0.tokens.upperBound == token }?.tokens
        #expect(cursor.tokens(startingAt: token) == starting)
        #expect(cursor.tokens(endingAt: token) == ending)
        let range = token..<token + random.below(9)
        var starts: [Int] = []
        cursor.forEachStart(in: range) { starts.append($0) }
        #expect(starts == extents.map(\.tokens.lowerBound).filter { range.contains($0) })
      }
    }
  }
}
