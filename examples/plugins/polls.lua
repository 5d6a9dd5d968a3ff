plugin {
  name = "polls",
  version = "1.0",
  api = 1,
  license = "Apache-2.0",
  summary = "Figures from polls: shares of the people asked, leads, margins of error.",
  examples = {
    "<<53 percent of voters>> want it, with a <<margin of error of 3 percentage points>>.",
    "They spent 5 percent of the budget.",
  },
}

list "asked" {
  "voters", "likely voters", "registered voters", "respondents", "adults", "people", "participants",
  "households", "those polled", "those surveyed", "those asked", "citizens", "residents",
  "Americans", "Britons", "Germans", "Russians", "Ukrainians", "French people",
  "Democrats", "Republicans", "independents", "women", "men",
}
define "percent" [[ ("%" | percent | per cent) ]]

rule "poll_share" {
  pattern = [[
    n:[num] $percent of
    (all | the | American | British | German | French | Russian | Ukrainian)? who:$asked
  ]],
  emit = { type = "PollShare", value = "n.num", group = "who.lower" },
  action = function(m) return m.n.num <= 100 end,
  matches = {
    "Some <<{n:53} percent of {who:voters}>> want it.",
    "<<{n:41}% of all {who:respondents}>> did not answer.",
    "<<{n:8.5} per cent of the {who:likely voters}>>",
  },
  rejects = { "5 percent of the budget", "150 percent of voters", "53 voters" },
}

rule "poll_lead" {
  pattern = [[
    who:@PERSON (leads | led | is leading | is ahead of | was ahead of) other:@PERSON
    by n:[num] percentage? (points | point)
  ]],
  emit = { type = "PollLead", value = "n.num", leader = "who", behind = "other" },
  matches = {
    "In the poll <<{who:Emmanuel Macron} leads {other:Marine Le Pen} by {n:4} points>>.",
  },
  rejects = { "Emmanuel Macron leads France by example." },
}

rule "margin_of_error" {
  pattern = [[
    margin of error [!num & word!="."]{0,6} n:[num] (percentage? (points | point) | $percent)
  ]],
  emit = { type = "MarginOfError", value = "n.num" },
  matches = {
    "with a <<margin of error of plus or minus {n:3.5} percentage points>>",
    "The <<margin of error is {n:2} percent>>.",
  },
  rejects = { "a margin of error in 3 states" },
}
