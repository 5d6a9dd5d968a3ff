import NewsModel
import Testing

@testable import Language

@Suite struct LemmatiserTests {
  /// Part of speech: form lemma, form lemma.
  static let cases: [String] = """
    NNS: troops troop, countries country, churches church, men man, crises crisis, wives wife, heroes hero, buses bus, cases case, series series, 1990s 1990s, congressmen congressman, earnings earnings
    VBD: said say, left leave, went go, announced announce, stopped stop, carried carry, called call, agreed agree, warned warn, accused accuse, urged urge, died die, controlled control, wanted want, voted vote, noted note, defeated defeat, focused focus, treated treat, created create, fled flee
    VBN: given give, been be, added add, involved involve, married marry, discussed discuss, proposed propose
    VBG: saying say, making make, running run, lying lie, calling call, bringing bring, changing change, using use, meeting meet, coming come, seeing see, fleeing flee, becoming become, compelling compel
    VBZ: says say, goes go, has have, is be, carries carry, passes pass, accuses accuse, dies die, focuses focus
    VBP: are be, 're be, 've have, say say
    JJR: better good, bigger big, happier happy, larger large, greater great, later late
    RBR: better well
    NNP: states states
    MD: 'll will, ca can, 'd would, wo will
    RB: n't not
    PRP: them they, her she
    DT: an a, these this
    POS: ' 's
    """.split(separator: "\n").map(String.init)

  @Test("finds the dictionary form", arguments: cases)
  func finds(_ line: String) throws {
    let halves = line.split(separator: ":", maxSplits: 1)
    let tag = try #require(PartOfSpeech(name: String(halves[0])))
    for pair in halves[1].split(separator: ",") {
      let words = pair.split(separator: " ").map(String.init)
      #expect(Lemmatiser().lemma(of: words[0], as: tag) == words[1], "\(words[0])")
    }
  }

  @Test("fills the column of an analysis")
  func fillsColumn() {
    let text = "The troops didn’t leave Russia’s border."
    let columns = LanguageAnalyser().analyse(text, paragraphs: [ByteRange(0, text.utf8.count)])
    let lemmas = (0..<columns.count).map { columns.lemma($0) }
    #expect(lemmas == ["the", "troop", "do", "not", "leave", "russia", "'s", "border", "."])
  }

  @Test("gives parts of speech that share a group the same lemmas, whatever the word")
  func groups() {
    let words = [
      "'s", "'d", "'ll", "'90s", "am", "are", "is", "left", "saw", "her", "us", "will", "would",
      "can",
      "better", "best", "further", "men", "houses", "said", "saying", "can't", "n't", "not", "an",
      "lies",
    ]
    let tags = PartOfSpeech.names.compactMap { PartOfSpeech(name: $0) }
    for (group, shared) in Dictionary(grouping: tags, by: Lemmatiser.group) {
      #expect(group < Lemmatiser.groupCount)
      for word in words {
        let lemmas = Set(shared.map { Lemmatiser().lemma(of: word, as: $0) })
        #expect(lemmas.count == 1, "\(word): \(lemmas.sorted()) as \(shared)")
      }
    }
  }
}
