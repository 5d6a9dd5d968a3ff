import NewsModel
import Testing

@testable import Extraction

@Suite("CueLexicon")
struct CueLexiconTests {
  @Test("reads every line of its table, each verb once, in alphabetical order")
  func lines() {
    let lines = CueLexicon.table.split(separator: "\n")
    let lemmas = lines.map { $0.split(separator: " ")[0] }
    let cues = CueLexicon.verbs.filter { $0.cue != nil }
    #expect(cues.map(\.lemma) == lemmas.map(String.init))
    #expect(lemmas == Set(lemmas).sorted())
    #expect(cues.count > 250)
    #expect(cues.allSatisfy { $0.cue.map { !$0.frames.isEmpty && $0.strength <= 1 } ?? true })
  }

  @Test("reads frames, act, strength and particles")
  func columns() {
    let admit = CueLexicon.verbs.first { $0.lemma == "admit" }?.cue
    #expect(
      admit
        == Cue(
          frames: [.clause, .thatClause, .speech, .nounPhrase, .gerund, .question],
          act: .statement, strength: 0.9, particles: ["to"]))
  }

  @Test(
    "knows the forms of verbs",
    arguments: [
      ("say", ["say", "says", "said", "saying"]),
      ("deny", ["deny", "denies", "denied", "denying"]),
      ("urge", ["urge", "urges", "urged", "urging"]),
      ("admit", ["admit", "admits", "admitted", "admitting"]),
      ("quip", ["quip", "quips", "quipped", "quipping"]),
      ("stress", ["stress", "stresses", "stressed", "stressing"]),
      ("write", ["write", "writes", "wrote", "written", "writing"]),
      ("agree", ["agree", "agrees", "agreed", "agreeing"]),
      ("preach", ["preach", "preaches", "preached", "preaching"]),
      ("be", ["be", "bes", "bed", "being"]), ("x", ["x"]), ("", [""]),
    ])
  func forms(lemma: String, forms: [String]) {
    let found = VerbForms.all(of: lemma)
    #expect(found.filter(forms.contains) == forms, "\(found)")
  }

  @Test(
    "finds the lemma of a form",
    arguments: [
      ("quoted", "quote"), ("noted", "note"), ("welcomed", "welcome"), ("denies", "deny"),
      ("said", "say"), ("told", "tell"), ("found", "find"), ("made", "make"),
    ])
  func lemmas(form: String, lemma: String) {
    let verb = word(form).flatMap(\.verb)
    #expect(verb.map { CueLexicon.verbs[$0].lemma } == lemma)
  }

  @Test("tells the words that can be cues", arguments: ["said", "clear", "hopeful", "according"])
  func cues(text: String) {
    #expect(word(text)?.traits.contains(.cue) == true)
  }

  @Test("takes helpers and nouns for no cues", arguments: ["made", "allegation", "the", ","])
  func others(text: String) {
    #expect(word(text)?.traits.contains(.cue) == false)
  }

  private func word(_ text: String) -> GrammarWord? {
    var words = Vocabulary()
    let number = words.intern(text)
    return GrammarWord.lexicon.number(of: number, in: words).map { GrammarWord.lexicon[$0] }
  }
}
