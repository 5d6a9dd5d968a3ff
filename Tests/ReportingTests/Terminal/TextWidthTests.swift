import Reporting
import Testing

@Suite("TextWidth")
struct TextWidthTests {
  @Test(
    "counts columns as a terminal does",
    arguments: [
      ("plain", 5), ("", 0), ("Zürich", 6), ("Zu\u{308}rich", 6), ("‘so’", 4), ("東京", 4),
      ("서울", 4), ("🇷🇺", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("a\u{200b}b", 2), ("½", 1),
      ("ｆｕｌｌ", 8), ("no\u{a0}break", 8), ("soft\u{ad}ly", 6),
    ])
  func width(text: String, columns: Int) {
    #expect(TextWidth.width(of: text) == columns)
  }

  @Test(
    "shows what a terminal would obey",
    arguments: [
      ("two\nlines", "two ⏎ lines"), ("two\r\n\r\nparts", "two ⏎ parts"), ("a\tb", "a b"),
      ("\u{1b}[31mred", "\\u{1B}[31mred"), ("right\u{202e}left", "right\\u{202E}left"),
      ("bell\u{7}", "bell\\u{7}"), ("\nfirst", "⏎ first"), ("last\n", "last ⏎"),
      ("as it is “–” …", "as it is “–” …"), ("c1\u{9b}31m", "c1\\u{9B}31m"),
    ])
  func printable(text: String, shown: String) {
    #expect(TextWidth.printable(text) == shown)
  }

  @Test(
    "shortens to a width",
    arguments: [
      ("Ann Ward", 8, "Ann Ward"), ("Ann Ward", 7, "Ann Wa…"), ("Ann Ward", 5, "Ann…"),
      ("東京都", 4, "東…"), ("東京都", 5, "東京…"), ("x", 0, ""), ("xy", 1, "…"),
    ])
  func shortened(text: String, width: Int, shown: String) {
    #expect(TextWidth.shortened(text, to: width) == shown)
  }

  @Test(
    "shortens from the start",
    arguments: [
      ("before the hit", 7, "…he hit"), ("before the hit", 8, "…the hit"), ("東京都", 4, "…都"),
    ])
  func shortenedStart(text: String, width: Int, shown: String) {
    #expect(TextWidth.shortenedStart(text, to: width) == shown)
  }

  @Test(
    "wraps between words, and inside a word only where it must",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one two", 20, ["one two"]),
      ("extraordinary", 5, ["extra", "ordin", "ary"]),
      ("a extraordinary", 5, ["a", "extra", "ordin", "ary"]),
      ("東京都です", 4, ["東京", "都で", "す"]), ("東", 1, ["東"]), ("", 3, [""]),
    ])
  func wrapped(text: String, width: Int, lines: [String]) {
    #expect(TextWidth.wrapped(text, to: width) == lines)
  }
}
