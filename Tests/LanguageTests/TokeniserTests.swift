import NewsModel
import Testing

@testable import Language

@Suite struct TokeniserTests {
  /// One case a line.
  ///
  /// Spaces are as in the text; `|` marks the borders that no space shows.
  static let cases: [String] = """
    Zelensky|'s troops did|n't retreat|.
    Russia|’s
    Russia|‘s border
    the States|’ commitment
    I|’m sure you|'re right|, we|'ve won|, they|’ll go
    can|not ca|n’t wo|n't should|n't|'ve
    gonna
    Let|'s go
    1990|'s
    U.S.|’s
    “|Hamilton|”|’s cast
    Ukraine 's
    ma’am|, it|’s five o’clock
    O’Neill of Sana’a
    d'Orsay
    the ’90s and ‘80s
    rock ’n’ roll
    ’tis late
    a few of ’em
    ‘|opponent|’
    “|Yes|,|” she said|.
    "|Yes|,|" she
    „|Ja|“
    «|Oui|»
    ``|Yes|''
    ‘‘|Yes|’’
    “|Call it ‘|peace|’|.|”
    [|Biden|] said|, “|[T]he deal|”
    (|Reuters|)
    WASHINGTON |–| US
    Kyiv|—|Moscow
    Kyiv|--|Moscow
    2014|–|2015
    wait|...
    wait|…
    what|?!
    U.S.  President
    Mr. Smith met Gen. Jones|.
    Apple Inc. fell
    at 5 a.m. on Jan. 6
    No. 10 said no|.
    J. K. Rowling
    J.K. Rowling
    George W. Bush
    It is Plan B|.
    Plan B|. The minister
    than I|. He
    U.S.-Russia talks
    the U.S|,
    Ph.D.|, e.g. this
    Roe v. Wade
    (|R-Ky.|)
    Boston|, Mass. police
    a big mass|. Then
    10,000 of 3.5 or 1/2|, 5th|, 1990s|, 9/11|, 24/7|, 10:30
    1|,|2|,|3
    $|5 and €|3bn and £|20m
    US$|5m
    USD|47 bn
    USD 47
    5|%
    -5 to +3
    .5
    2019-20
    de-escalate
    a seven-year-old
    pre- and post-war
    anti-|“|junta|”
    word|- he
    AFP|/|Reuters
    and|/|or
    w/o
    AT&T|, R&D
    Smith & Sons
    https://example.com/a?b=c|.
    (|www.example.org|)
    see example.co.uk/news|, or
    me@mail.example.com|.
    @BBCNews #|1 #Brexit
    Yahoo|!
    own good|.|He left
    them|. |.
    a\u{a0}b\u{202f}c\u{200b}d
    café|’s naïve Łódź
    Владимир Путин
    18+|.
    f***ing
    I.R.S.|, S.E.C.
    mid-1990s|, COVID-19
    ¿|Qué|?
    10am on 20m|.
    a|,|b|;|c|:|d
    """.split(separator: "\n").map(String.init)

  @Test("splits words and marks", arguments: cases)
  func splits(_ marked: String) {
    let blanks: Set<Character> = [" ", "|", "\u{a0}", "\u{202f}", "\u{200b}"]
    let expected = marked.split { blanks.contains($0) }.map(String.init)
    let text = String(marked.filter { $0 != "|" })
    let columns = Tokeniser().tokenise(text)
    #expect(columns.starts.indices.map { columns.word($0) } == expected)
    #expect(columns.starts.indices.map { text[bytes: columns.range(of: $0)] } == expected)
  }

  /// A small generator with a fixed seed, so that a failure can be repeated.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test("covers every byte that is no white space, in order, whatever the text", arguments: 0..<40)
  func coversEverything(seed: UInt64) {
    var dice = Dice(state: seed)
    let pieces = [
      "a", "Mr", "U", "S", "s", "t", "n", ".", "..", ",", "'", "’", "‘", "“", "”", "\"", "`", "-",
      "–",
      "—", "…", " ", " ", "\u{a0}", "\u{200b}", "\n", "0", "42", "$", "€", "%", "/", "//", ":", "@",
      "#", "[", "]", "(", ")", "&", "*", "_", "+", "é", "Ж", "中", "👩‍👩‍👧", "\u{301}", "\u{fffd}", "com",
      "www", "http", "cannot", "No", "\0", "!", "?", "ß", "İ", "\u{10ffff}",
    ]
    var text = ""
    for _ in 0..<400 { text += pieces.randomElement(using: &dice) ?? "" }
    let columns = Tokeniser().tokenise(text)
    var covered = 0
    var isOrdered = true
    for token in 0..<columns.count {
      let range = columns.range(of: token)
      isOrdered = isOrdered && range.start >= covered && !range.isEmpty
      let gap = text[bytes: ByteRange(covered, range.start)]
      isOrdered = isOrdered && gap.unicodeScalars.allSatisfy(Self.isBlank)
      covered = range.end
    }
    #expect(isOrdered)
    #expect(
      text[bytes: ByteRange(covered, text.utf8.count)].unicodeScalars.allSatisfy(Self.isBlank))
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x7f || Scalar.kind(of: scalar.value) == .space
  }

  @Test("survives bytes that are no UTF-8", arguments: 0..<20)
  func survivesAnyBytes(seed: UInt64) {
    var dice = Dice(state: seed)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &dice) }
    var columns = TokenColumns()
    Tokeniser().tokenise(bytes.span, in: ByteRange(0, bytes.count), into: &columns)
    #expect(columns.count > 0)
    #expect(zip(columns.ends, columns.starts.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
