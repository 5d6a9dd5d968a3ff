-- Who denies what? Verbs of denial as cues, and each denial as an annotation.
-- sayso seeds --rules examples/rules/denial-cues.lua -e 'corpus:quotes{act="denial", status="stated"}'

list "denial" { "deny", "reject", "dismiss", "refute", "rebut", "repudiate", "disavow", "gainsay" }

-- The extraction takes them for cues, and what they attribute for a denial.
cue { "deny", "reject", "dismiss", "refute", "rebut", "repudiate", "disavow", "gainsay", act = "denial" }
cue { "pour scorn on", "brush off", act = "denial" }

rule "denial" {
  -- A denial that was made, not one that somebody asks for: “asked them to deny entry” has no such form.
  pattern = [[ verb:[lemma=$denial & pos=/VB[DNPZ]/] (that | such | any | all | @ENTITY | [pos=/DT|PRP.*|JJ.*|NN.*|VBG/])
    :: !within boilerplate ]],
  emit = { type = "Denial", span = "verb", verb = "verb.lemma" },
  matches = {
    "The alliance {verb:denies} such plans.",
    "Two officials had {verb:rejected} threats of sanctions.",
    "She {verb:denied} that the bridge was unsafe.",
  },
  rejects = {
    "The denial surprised nobody.",
    "The plan was rejected by the board.",
    "The draft asks the town to deny entry to lorries.",
  },
}
