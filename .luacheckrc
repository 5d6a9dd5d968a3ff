-- What scripts find in Sayso beside Lua's own libraries.
std = "lua54"
max_line_length = 100
read_globals = {
  "corpus", "sayso", "P",
  "rule", "list", "define", "attribute", "cue", "alias", "boilerplate", "plugin", "options",
  "plan", "why", "load_rules", "load_plugin", "save_rule",
}
globals = { "_" }
-- A pattern stands on one line.
files["examples"] = { max_line_length = 140 }
