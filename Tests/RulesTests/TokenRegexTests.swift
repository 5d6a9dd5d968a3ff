import Rules
import Testing

@Suite struct TokenRegexTests {
  static let cases: [(String, [String], [String])] = [
    ("NN.*", ["NN", "NNP"], ["N", "XNN"]),
    ("JJ|NN.*", ["JJ", "NNS"], ["JJR"]),
    ("[-–—]+|--", ["-", "––—", "--"], ["", "a"]),
    ("[a-c]{2,3}d?", ["ab", "abcd"], ["a", "abcabc"]),
    (#"\d+(,\d{3})*"#, ["10,000", "7"], ["10,00", ","]),
    ("(a+)+b", ["aaab"], ["aaaa"]),
    ("[^x]*", ["", "abc"], ["axb"]),
    ("colou?r(s|ing)?", ["color", "colours", "colouring"], ["colous"]),
    (#"\w+"#, ["Kiev", "Łódź", "Київ"], ["a-b", ""]),
  ]

  @Test("matches whole tokens only", arguments: cases)
  func matchesWhole(source: String, hits: [String], misses: [String]) throws {
    let regex = try TokenRegex(source)
    #expect(hits.allSatisfy(regex.matches), "\(hits)")
    #expect(!misses.contains(where: regex.matches), "\(misses)")
  }

  @Test("folds case with the flag i only")
  func foldsCase() throws {
    #expect(try TokenRegex("us", foldsCase: true).matches("US"))
    #expect(try !TokenRegex("us").matches("US"))
  }

  @Test("takes no exponential time on the expressions that hang a backtracking matcher")
  func isLinear() throws {
    let token = String(repeating: "a", count: 20_000)
    for source in ["(a+)+b", "(a|a)*b", "(a*)*b", "a?a?a?a?a?a?a?a?a?a?b"] {
      #expect(try !TokenRegex(source).matches(token))
    }
  }

  @Test(
    "says where an expression is broken",
    arguments: [("a(b", 3), ("[z-a]", 3), ("*a", 0), ("a{3,1}", 5)])
  func locatesFaults(source: String, offset: Int) {
    let error = #expect(throws: TokenRegex.SyntaxError.self) { try TokenRegex(source) }
    #expect(error?.offset == offset)
  }
}
