-- Force figures: how many troops, soldiers, units or weapons, as Quantity annotations.
-- sayso seeds --rules examples/rules/troop-figures.lua -e 'corpus:annotations{type="Quantity"}'

list "force" {
  "troops", "soldiers", "servicemen", "personnel", "fighters", "reservists", "conscripts",
  "paratroopers", "marines", "mercenaries", "armies", "divisions", "brigades", "regiments",
  "battalions", "weapons and equipment", "weapons",
}
list "arm" { "paratrooper", "airborne", "infantry", "tank", "artillery", "army", "military", "combat", "marine" }
list "about" {
  "about", "around", "some", "roughly", "nearly", "almost", "approximately", "an estimated", "up to",
  "at least", "more than", "less than", "fewer than", "over", "as many as",
}

-- What is counted: a force with up to two words of description, or units of an arm.
define "forces" [[ [pos=/JJ.*|NN|NNP|VBN/]{0,2} unit:$force | $arm unit:(units|forces|groups|formations) ]]

rule "troop_count" {
  -- A year is no count: “in 2014 Russian troops entered …”.
  pattern = [[ approximation:$about? n:([num & !word=/(19|20)[0-9][0-9]/]{1,3}) $forces :: !within boilerplate ]],
  emit = { type = "Quantity", value = "n.num", unit = "unit.lower", approximation = "approximation" },
  matches = {
    "The port received <<{n:500} {unit:soldiers}>> on Monday.",
    "It had sent <<an estimated 30,000 troops>> to the border.",
    "The minister promised <<two armies>> and <<four infantry units>>.",
    "They stored <<12,000 weapons and equipment>> there.",
    "Nearby stood <<about 1.5 million well-trained reservists>>.",
  },
  rejects = {
    "In 2014, foreign troops entered the town.",
    "In 2014 foreign troops entered the town.",
    "The troops of three nations marched.",
    "Two families met the soldiers.",
  },
}

rule "troop_estimate" {
  pattern = [[ n:(((tens|dozens|scores|hundreds) of)? (thousands|hundreds|dozens|scores|millions)) of $forces
    :: !within boilerplate ]],
  emit = { type = "Quantity", unit = "unit.lower", approximation = "n.lower" },
  matches = {
    "The alliance moved <<tens of thousands of {unit:troops}>> north.",
    "They saw <<hundreds of combat-ready soldiers>>.",
  },
  rejects = { "Thousands of people welcomed the soldiers." },
}
