import Rules
import Testing

@Suite struct MarkedExampleTests {
  /// The expectations as text: `<500 troops> n=500 unit=troops`.
  static func written(_ example: MarkedExample) -> [String] {
    let bytes = Array(example.text.utf8)
    return example.expectations.map { expectation in
      let whole = expectation.range.map { ["<\(String(decoding: bytes[$0], as: UTF8.self))>"] }
      let captures = expectation.captures.map {
        "\($0.name)=\(String(decoding: bytes[$0.range], as: UTF8.self))"
      }
      return ((whole ?? []) + captures).joined(separator: " ")
    }
  }

  static let readable: [(source: String, text: String, expected: [String])] = [
    ("nothing marked", "nothing marked", []),
    (
      "sent {n:500} {unit:troops} to Syria", "sent 500 troops to Syria", ["n=500 unit=troops"]
    ),
    ("up to <<30,000 soldiers>> in", "up to 30,000 soldiers in", ["<30,000 soldiers>"]),
    (
      "<<{n:500} {unit:troops}>> and <<{n:3} ships>>", "500 troops and 3 ships",
      ["<500 troops> n=500 unit=troops", "<3 ships> n=3"]
    ),
    ("{n:5} men, {n:6} women", "5 men, 6 women", ["n=5", "n=6"]),
    ("{who:{title:Sen.} Lee} said", "Sen. Lee said", ["who=Sen. Lee title=Sen."]),
    ("“{q:No},” she said", "“No,” she said", ["q=No"]),
    ("{n: 5} men", "5 men", ["n=5"]),
    (#"a \{brace\} and \<< and \\"#, #"a {brace} and << and \"#, []),
    ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6", []),
    (#"C:\temp"#, #"C:\temp"#, []),
    ("", "", []),
  ]

  @Test("takes the marks out and keeps what they say", arguments: readable)
  func reads(source: String, text: String, expected: [String]) throws {
    let example = try MarkedExample(source)
    #expect(example.text == text)
    #expect(Self.written(example) == expected)
  }

  static let faulty: [(source: String, message: String, hint: String, column: Int)] = [
    ("up to <<30,000 men", "this '<<' is never closed", "add >> after the last word", 7),
    (
      "up to 30,000 men>> in", "this '>>' closes nothing",
      #"for the characters themselves write \>"#, 17
    ),
    ("{n:500 men", "this '{n:' is never closed", "add } after the last word", 1),
    ("500} men", "this '}' closes nothing", #"for the characters themselves write \}"#, 4),
    ("{500} men", "expected a capture such as {n:500}", #"for a brace in the text write \{"#, 1),
    ("a { b", "expected a capture such as {n:500}", #"for a brace in the text write \{"#, 3),
    ("<<a <<b>> c>>", "a match cannot stand inside another", "close the first with >>", 5),
    ("<<a {n:b>> c}", "'{n:' is still open here", "close it with } first", 9),
    ("{n:a <<b} c>>", "'<<' is still open here", "close it with >> first", 9),
    ("in <<>> there", "nothing is marked here", "put the expected words between << and >>", 4),
    ("in {n: } there", "nothing is marked here", "put the expected words between { and }", 4),
    ("é {", "expected a capture such as {n:500}", #"for a brace in the text write \{"#, 3),
  ]

  @Test("says which mark is wrong, where, and what to do", arguments: faulty)
  func explains(source: String, message: String, hint: String, column: Int) {
    let error = #expect(throws: PatternError.self) { try MarkedExample(source) }
    #expect(error?.message == message)
    #expect(error?.hint == hint)
    #expect(error?.column == column)
  }

  @Test("never traps, and its ranges stay inside the text, on any mixture of marks")
  func survivesAnything() {
    var random = SplitMix(seed: 7)
    let pieces = ["<<", ">>", "{", "{n:", "}", "\\", "a", " ", "é", ":", "<", ">"]
    for _ in 0..<3000 {
      let source = (0..<random.below(10)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let example = try? MarkedExample(source) else { continue }
      for expectation in example.expectations {
        let ranges = [expectation.range].compactMap(\.self) + expectation.captures.map(\.range)
        for range in ranges { #expect(range.upperBound <= example.text.utf8.count) }
      }
    }
  }
}
