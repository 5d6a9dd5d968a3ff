import NewsModel
import Testing

@testable import Rules

@Suite struct CorpusQueryTests {
  static let texts = [
    "They sent 500 more troops and 3 police officers. [Ann Lee|PERSON] said no.",
    "Nothing here. Troops left [Rome|PLACE]. [Bob|PERSON] said: [“We go”|quoted].",
    "The troops stayed, the troops ate, the troops slept.",
    "",
    "He said that [Ann Lee|PERSON] said [a lot|Quantity] of it.",
  ]

  static func corpus() -> SmallQueryCorpus { SmallQueryCorpus(texts.map(PatternMatcherTests.text)) }

  static func hits(
    _ source: String, usesIndex: Bool = true, articlesWorthASegment: Int = 24
  ) throws -> [String] {
    let corpus = Self.corpus()
    let pattern = try Pattern(source, in: PatternMatcherTests.environment)
    let query = try CorpusQuery(
      pattern, on: corpus, usesIndex: usesIndex, articlesWorthASegment: articlesWorthASegment)
    var found: [String] = []
    while let hit = try query.next() {
      let text = corpus.queryText(ofArticle: hit.article).text
      found.append("\(hit.article): " + PatternMatcherTests.written(hit.match, in: text))
    }
    #expect(try query.count() == found.count)
    return found
  }

  static let cases: [(pattern: String, expected: [String])] = [
    (
      "n:[num] []{0,2} unit:$force",
      ["0: {n:500} more {unit:troops}", "0: {n:3} {unit:police officers}"]
    ),
    ("[] troops", ["0: more troops", "2: The troops", "2: the troops", "2: the troops"]),
    ("who:@PERSON said", ["0: {who:Ann Lee} said", "1: {who:Bob} said", "4: {who:Ann Lee} said"]),
    ("[lemma=go] :: within quote", ["1: go"]),
    ("@Quantity of", ["4: a lot of"]),
    ("[pos=/VBD/ & lemma=say] []* of", ["4: said that Ann Lee said a lot of"]),
    ("(?<! the ) troops", ["0: troops", "1: Troops"]),
    ("nowhere", []),
    (
      "a:[lemma=troop] ... b:troops :: a.lemma = b.lemma", ["2: {a:troops} stayed , the {b:troops}"]
    ),
    ("n:[num] :: n.num > 5", ["0: {n:500}"]),
    ("<doc> They", ["0: They"]),
    ("\".\" </doc>", ["0: .", "1: .", "2: .", "4: ."]),
    ("<doc> []{1,2} @PERSON :: within doc", []),
    ("<quote> []{1,9} </quote>", ["1: “ We go ”"]),
    ("left @PLACE \".\" :: within @PLACE", []),
    ("said x:[]+ \".\" :: containing @Quantity", ["4: said {x:that Ann Lee said a lot of it} ."]),
    ("[pos=/NNP.*/]+ said", ["0: Ann Lee said", "1: Bob said", "4: Ann Lee said"]),
    ("x:[cap]{2} y:[lemma=say]", ["0: {x:Ann Lee} {y:said}", "4: {x:Ann Lee} {y:said}"]),
    ("the []*? troops", ["2: The troops", "2: the troops", "2: the troops"]),
    ("<quote> []{1,9} </quote> :: !containing @PERSON", ["1: “ We go ”"]),
    ("said []+ :: containing @Quantity", ["4: said that Ann Lee said a lot of it ."]),
    ("[!quoted & pos=/VB.*/] \":\"", ["1: said :"]),
    ("'The' [lemma=troop]", ["2: The troops"]),
    ("[ent=person]+ said", ["0: Ann Lee said", "1: Bob said", "4: Ann Lee said"]),
    (
      "they []{0,12} said :: within doc",
      ["0: They sent 500 more troops and 3 police officers . Ann Lee said"]
    ),
    (
      "who:@PERSON cue:said :: !within quote",
      ["0: {who:Ann Lee} {cue:said}", "1: {who:Bob} {cue:said}", "4: {who:Ann Lee} {cue:said}"]
    ),
  ]

  @Test("finds what the manual says, in corpus order", arguments: cases)
  func finds(pattern: String, expected: [String]) throws {
    #expect(try Self.hits(pattern) == expected)
    #expect(try Self.hits(pattern, usesIndex: false) == expected)
    #expect(try Self.hits(pattern, articlesWorthASegment: 0) == expected)
    #expect(try Self.hits(pattern, usesIndex: false, articlesWorthASegment: 0) == expected)
  }

  @Test(
    "looks up the rarest element that every match must have",
    arguments: [
      ("the troops ate", "ate"), ("[] troops", "troops"), ("the? (ate|slept)", "ate|slept"),
      ("n:[num & num>100] more", "more"), ("@Quantity of the?", "@Quantity"),
      ("x:[lemma=say]+ []* officers", "officers"), ("/tro+ps/ stayed", "stayed"),
    ])
  func plans(pattern: String, anchor: String) throws {
    let query = try CorpusQuery(
      Pattern(pattern, in: PatternMatcherTests.environment), on: Self.corpus())
    #expect(query.plan.anchor?.text == anchor)
  }

  @Test("reads everything where no element is mandatory", arguments: ["[]", "the?", "![word=the]"])
  func readsAll(pattern: String) throws {
    guard let pattern = try? Pattern(pattern, in: PatternMatcherTests.environment) else { return }
    let query = try CorpusQuery(pattern, on: Self.corpus())
    #expect(query.plan.anchor == nil)
    #expect(query.plan.description.hasPrefix("reads all"))
  }

  @Test("stops where it is told to stop")
  func stops() throws {
    struct Stop: Error {}
    let query = try CorpusQuery(
      Pattern("troops", in: PatternMatcherTests.environment), on: Self.corpus())
    query.checkpoint = { throw Stop() }
    #expect(throws: Stop.self) { try query.next() }
    #expect(throws: Stop.self) { try query.count() }
  }
}
