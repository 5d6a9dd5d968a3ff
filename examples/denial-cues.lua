-- Who denies what? Verbs of denial as cues, and each denial as an annotation.
-- sayso seeds --rules examples/denial-cues.lua -e 'corpus:quotes{act="denial", status="stated"}'

list "denial" { "deny", "reject", "dismiss", "refute", "rebut", "repudiate", "disavow", "gainsay" }

-- The extraction takes them for cues, and what they attribute for a denial.
cue { "deny", "reject", "dismiss", "refute", "rebut", "repudiate", "disavow", "gainsay", act = "denial" }
cue { "pour scorn on", "brush off", act = "denial" }

rule "denial" {
  pattern = [[ verb:[lemma=$denial & pos=/VB.*/] what:(that | such | any | all | @ENTITY | [pos=/DT|PRP.*|JJ.*|NN.*|VBG/])
    :: !within boilerplate ]],
  emit = { type = "Denial", span = "verb", verb = "verb.lemma" },
  matches = { "The alliance {verb:denies} such plans.", "Two officials had {verb:rejected} threats of sanctions." },
  rejects = { "The denial surprised nobody.", "The plan was rejected by nobody." },
}
