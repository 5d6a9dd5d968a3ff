-- Where, and when, a meeting is proposed to take place.
-- sayso seeds --rules examples/rules/summit-places.lua -e 'corpus:annotations{type="MeetingPlace"}'

list "offer" { "propose", "suggest", "float", "offer", "invite", "moot" }
list "encounter" { "summit", "meeting", "meet", "talk", "talks", "conference", "session" }

define "somewhere" [[ in (a|an|another) [pos=/JJ.*/]{0,2} (country|capital|city|place|venue|location) | in @PLACE ]]
define "when" [[ (this|next) (week|month|spring|summer|autumn|fall|winter|year) ]]

rule "meeting_place" {
  -- Only what is proposed: a meeting of the past has no such verb before it.
  pattern = [[ [lemma=$offer & pos=/VB.*/] ... [lemma=$encounter] []{0,8}? place:($somewhere time:$when?) :: !within boilerplate ]],
  emit = { type = "MeetingPlace", span = "place", time = "time.lower" },
  matches = {
    "The mayor proposed a summit with her rival {place:in a third country}.",
    "She floated the idea of holding talks {place:in a neutral city {time:next week}} to end the row.",
    "He called to suggest that they meet {place:in Norway}, his office said.",
  },
  rejects = {
    "It was the first summit since a 2018 meeting in Norway.",
    "He proposed a meeting this summer.",
    "He proposed new rules in Norway.",
  },
}
