import Testing

@testable import Extraction

@Suite("CueLexicon")
struct CueLexiconTests {
  @Test("reads every line of its table, each verb once")
  func lines() {
    let lines = CueLexicon.table.split(separator: "\n")
    let lemmas = lines.map { $0.split(separator: " ")[0] }
    #expect(lines.count == CueLexicon.entries.count)
    #expect(Set(lemmas).count == lines.count)
    #expect(CueLexicon.entries.count > 250)
    #expect(CueLexicon.entries.values.allSatisfy { !$0.frames.isEmpty && $0.strength <= 1 })
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
    ])
  func forms(lemma: String, forms: [String]) {
    let found = VerbForms.all(of: lemma)
    #expect(forms.allSatisfy(found.contains), "\(found)")
  }

  @Test(
    "finds the lemma of a form",
    arguments: [
      ("quoted", "quote"), ("noted", "note"), ("welcomed", "welcome"), ("denies", "deny"),
      ("said", "say"), ("told", "tell"), ("found", "find"),
    ])
  func lemmas(form: String, lemma: String) {
    #expect(CueLexicon.lemmas[form] == lemma)
  }
}
