-- What aggregators and newsletters put between the lines: nothing is found there any more.
--   sayso --rules examples/rules/aggregators.lua -e 'corpus.zones:count_by "kind"' seeds
--
-- Each phrase is a named pattern that is used twice: as boilerplate, and as a rule with the tests.

define "sign_up" [[
  <p> ... (sign up | subscribe) (for | to) ... (newsletter | newsletters | alerts | briefing)
]]
define "read_more" [[ <p> (read|see) (more|also|next|the full story) (":" | on | at | in) ]]
define "follow_us" [[
  <p> follow (us | @PERSON | @ORGANIZATION)
  on (Twitter | Facebook | Telegram | Instagram | LinkedIn)
]]
define "translated" [[
  <p> (this | the) (article | story | text | post) (was | has been) originally?
  (translated | published | syndicated)
]]
define "source_line" [[ <p> (source|via) ":" [cap] ]]
define "comments" [[ <p> [num] (comments|shares|likes) </p> ]]

boilerplate [[ $sign_up ]]
boilerplate [[ $read_more ]]
boilerplate [[ $follow_us ]]
boilerplate [[ $translated ]]
boilerplate [[ $source_line ]]
boilerplate [[ $comments ]]

rule "aggregator_sign_up" {
  pattern = [[ $sign_up ]], emit = false,
  matches = {
    "<<Please sign up for our daily newsletter>> here.", "<<Subscribe to the morning briefing>>",
  },
  rejects = { "The two sides will sign up for more talks.", "He reads the newsletter." },
}
rule "aggregator_read_more" {
  pattern = [[ $read_more ]], emit = false,
  matches = { "<<Read more:>> how the town was saved", "<<See also:>> the mayor leaves" },
  rejects = { "They read more than others.", "We will see more of it." },
}
rule "aggregator_follow_us" {
  pattern = [[ $follow_us ]], emit = false,
  matches = { "<<Follow us on Twitter>> for more." },
  rejects = { "Others follow us on the way." },
}
rule "aggregator_translated" {
  pattern = [[ $translated ]], emit = false,
  matches = {
    "<<This article was originally published>> in The Elm.",
    "<<The text has been translated>> by a machine.",
  },
  rejects = { "The article was long." },
}
rule "aggregator_source_line" {
  pattern = [[ $source_line ]], emit = false,
  matches = { "<<Source: Reuters>>", "<<Via: The>> Elm" },
  rejects = { "The source: unknown.", "A source told Reuters." },
}
rule "aggregator_comments" {
  pattern = [[ $comments ]], emit = false,
  matches = { "<<12 comments>>" },
  rejects = { "12 comments were deleted." },
}
