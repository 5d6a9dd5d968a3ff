plugin {
  name = "sanctions",
  version = "1.0",
  api = 1,
  license = "Apache-2.0",
  summary = "Who is put under sanctions, and from whom they are lifted.",
  options = {
    direction = {
      type = "choice", of = { "both", "imposed", "lifted" }, default = "both",
      summary = "which events count",
    },
  },
  examples = {
    "Canada <<imposed new sanctions on Iran>> in May.",
    "Nobody spoke of sanctions.",
  },
}

local directions = {
  impose = "imposed", slap = "imposed", announce = "imposed", tighten = "imposed",
  extend = "imposed", expand = "imposed", renew = "imposed", reimpose = "imposed",
  threaten = "threatened",
  lift = "lifted", ease = "lifted", waive = "lifted", drop = "lifted", suspend = "lifted",
  remove = "lifted", relax = "lifted",
}

local function event(m)
  local direction = directions[m.act.lemma]
  if options.direction ~= "both" and direction ~= options.direction then return false end
  return { direction = direction }
end

define "target" [[ target:( @LOCATION | @ORGANIZATION | @PERSON ) ]]
define "deed" [[
  act:[pos=/VB.*/ & lemma=(
    impose|slap|announce|tighten|extend|expand|renew|reimpose|threaten
    |lift|ease|waive|drop|suspend|remove|relax)]
]]

rule "sanctions_on" {
  pattern = [[ $deed []{0,6}? sanctions (on | against | from) the? $target ]],
  emit = { type = "Sanction", target = "target", act = "act.lemma" },
  action = event,
  matches = {
    "The council <<{act:imposed} new sanctions against {target:Russia}>>.",
    "Canada will <<{act:lift} its sanctions on {target:Iran}>>.",
    "They <<{act:extended} the economic sanctions on {target:Belarus}>> by a year.",
  },
  rejects = {
    "The sanctions on Russia hurt.",
    "He spoke against sanctions.",
    "They lifted the ban on cars.",
  },
}

rule "sanctions_were" {
  pattern = [[
    sanctions (on | against) the? $target
    (will | would | may | could)? (be | are | were | was | been | is) [pos=/RB.*/]? $deed
  ]],
  emit = { type = "Sanction", target = "target", act = "act.lemma" },
  action = event,
  priority = 1,
  matches = {
    "The <<sanctions on {target:Iran} were {act:lifted}>> in May.",
    "<<sanctions against {target:Russia} will be {act:extended}>>",
  },
  rejects = { "The sanctions on Iran were harsh." },
}
