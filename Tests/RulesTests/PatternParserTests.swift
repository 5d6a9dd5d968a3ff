import Rules
import Testing

@Suite struct PatternParserTests {
  static let environment = PatternEnvironment(
    lists: [
      "force": ["troops", "police officers"], "month": ["January", "May"], "agency": ["AP"],
      "say": ["say", "tell"], "title": ["President", "Sen."], "weekday": ["Monday"],
    ],
    definitions: ["official": "title:$title who:@PERSON", "loop": "a $loop"],
    types: ["Quantity"],
    tokenise: { $0.split(separator: " ").map(String.init) }
  )

  static let valid = [
    "n:[num] []{0,2} unit:$force",
    "title:$title who:@PERSON [lemma=$say]",
    "according to who:( @PERSON | @ORGANIZATION | (a|an|the)? []{0,3} [pos=/NN.*/]+ )",
    "\"$\" n:[num] mag:(million|billion) :: n.num >= 100",
    "month:$month day:[num & num<=31] event:(call|meeting|summit|debate|speech)",
    "act:[lemma=(impose|lift|ease|tighten)] ... sanctions (on|against) target:(@LOCATION|@ORGANIZATION|@PERSON)",
    "who:@PERSON [pos=/RB.*/]? cue:[lemma=(tweet|quip|thunder|fume|scoff|concede)]",
    "<p> ... sign up for ... newsletter",
    "<p> place:(@LOCATION | [caps]+) []{0,6} \"(\" agency:$agency \")\" /[-–—]+|--/",
    "who:@PERSON cue:[lemma=say] that :: !within quote",
    "(people|officials|sources|aides) (familiar with|close to|briefed on) what:(the [pos=/JJ|NN.*/]+ | @ORGANIZATION)",
    "who:@PERSON said on? day:$weekday",
    "a:[pos=/NN.*/] and b:[pos=/NN.*/] :: a.lemma = b.lemma",
    "(?<! no|without ) evidence that",
    "who:@PERSON \",\" age:[num & num>=18 & num<=99] \",\"",
    "<quote> []{1,40} </quote> :: containing @LOCATION",
    "within [num] (hours|days|weeks|months|years)",
    "$official said -- a comment\n that",
    "[!num & (cap | word='US')] 'Exact' /x+/i",
    "q:@Quantity :: within body & !within boilerplate",
    "Mr. Smith's AT&T 10,000 U.S. d'Artagnan",
  ]

  @Test("reads the patterns of the manual", arguments: valid)
  func readsPatterns(source: String) throws {
    _ = try Pattern(source, in: Self.environment)
  }

  static let faulty: [(source: String, message: String)] = [
    (
      "n:[num] [lema=troop]",
      """
      query:1:10: unknown attribute 'lema'
          n:[num] [lema=troop]
                   ^^^^
          did you mean 'lemma'?
      """
    ),
    (
      "[pos=NNX] said",
      """
      query:1:6: no token has pos 'NNX'
          [pos=NNX] said
               ^^^
          did you mean 'NN'?   a family is written as a regex: [pos=/NN.*/]
      """
    ),
    (
      "[word=\"White House\"]",
      """
      query:1:7: one token cannot contain a space
          [word="White House"]
                ^^^^^^^^^^^^^
          write the phrase outside the brackets: White House
      """
    ),
    (
      "$ 5",
      """
      query:1:1: unexpected character '$'
          $ 5
          ^
          to match it in the text, quote it: "$"
      """
    ),
    (
      "Wren‘s ships",
      """
      query:1:5: unexpected character '‘'
          Wren‘s ships
              ^
          to match it in the text, quote it: "Wren‘s"
      """
    ),
    (
      "title:$titel @PERSON",
      """
      query:1:7: no list or pattern $titel
          title:$titel @PERSON
                ^^^^^^
          did you mean $title?
      """
    ),
    (
      "lemma=say that",
      """
      query:1:1: 'lemma=' outside [ ]
          lemma=say that
          ^^^^^^
          a test on a token goes in brackets: [lemma=...]
      """
    ),
    (
      "who:@PERSON said :: wo.lemma = x",
      """
      query:1:21: no capture 'wo' in this pattern
          who:@PERSON said :: wo.lemma = x
                              ^^
          did you mean 'who'?
      """
    ),
    (
      "a{5,2} b",
      """
      query:1:2: {5,2}: the maximum is smaller than the minimum
          a{5,2} b
           ^^^^^
          did you mean {2,5}?
      """
    ),
    (
      "said :: within qoute",
      """
      query:1:16: unknown region 'qoute'
          said :: within qoute
                         ^^^^^
          did you mean 'quote'?
      """
    ),
    (
      "said :: wihtin quote",
      """
      query:1:9: unknown condition 'wihtin'
          said :: wihtin quote
                  ^^^^^^
          did you mean 'within'?
      """
    ),
    (
      "[said]",
      """
      query:1:2: unknown flag 'said'
          [said]
           ^^^^
          to match the word, drop the brackets: said    (flags: num cap caps punct alpha quoted)
      """
    ),
    (
      "@PERSN said",
      """
      query:1:1: unknown type 'PERSN'
          @PERSN said
          ^^^^^^
          did you mean 'PERSON'?
      """
    ),
    (
      "troops\n  [num",
      """
      query:2:3: this '[' is never closed
            [num
            ^
      """
    ),
    (
      "[word=/troop(s/]",
      """
      query:1:15: bad regular expression: this group is never closed
          [word=/troop(s/]
                        ^
      """
    ),
    (
      "\"according to who",
      """
      query:1:1: this quote is never closed
          "according to who
          ^^^^^^^^^^^^^^^^^
          add a closing "
      """
    ),
    (
      "$loop b",
      """
      query:1:1: in $loop: a definition that needs itself: $loop → $loop
          $loop b
          ^^^^^
      """
    ),
    (
      "troops? []*",
      """
      query:1:1: this pattern also matches nothing at all
          troops? []*
          ^^^^^^^^^^^
          make at least one part of it required
      """
    ),
  ]

  @Test("says what is wrong, where, and what to do", arguments: faulty)
  func explainsFaults(source: String, message: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(source, in: Self.environment) }
    #expect(error?.description == message)
  }
}
