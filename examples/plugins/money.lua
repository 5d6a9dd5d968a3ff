plugin {
  name = "money",
  version = "1.0",
  api = 1,
  license = "Apache-2.0",
  summary = "Sums of money, with their value and currency.",
  options = {
    minimum = {
      type = "number", default = 0, summary = "the least sum that counts, in its own currency",
    },
    currency = { type = "string", default = "", summary = "only this currency: USD, EUR, …" },
  },
  examples = {
    "The bridge cost <<$250 million>> and the road <<2,000 euros>>.",
    "They met 250 farmers.",
  },
}

-- Signs and names with the code of ISO 4217; a dollar without more is one of the United States.
local codes = {
  ["$"] = "USD", ["us$"] = "USD", dollar = "USD", buck = "USD",
  ["€"] = "EUR", euro = "EUR",
  ["£"] = "GBP", pound = "GBP",
  ["¥"] = "JPY", yen = "JPY", yuan = "CNY", renminbi = "CNY",
  ruble = "RUB", rouble = "RUB", hryvnia = "UAH", zloty = "PLN",
  franc = "CHF", rupee = "INR", won = "KRW", lira = "TRY", shekel = "ILS", krona = "SEK",
}

local function sum(m)
  local code = codes[m.unit.lemma] or codes[m.unit.lower]
  if m.n.num < options.minimum then return false end
  if options.currency ~= "" and code ~= options.currency then return false end
  return { currency = code }
end

list "currency_sign" { "$", "US$", "€", "£", "¥" }

rule "sign_before" {
  pattern = [[ unit:$currency_sign n:[num]{1,3} ]],
  emit = { type = "Money", value = "n.num" },
  action = sum,
  matches = {
    "It cost <<{unit:$}{n:250 million}>> in all.",
    "They paid <<{unit:€}{n:4.5 billion}>> for it.",
    "a fine of <<{unit:£}{n:1,200}>>",
  },
  rejects = { "the $ sign", "250 million people" },
}

rule "name_behind" {
  pattern = [[
    n:[num]{1,3} (US|American|Swiss)? unit:[pos=/NN.*/ & lemma=(
      dollar|buck|euro|pound|yen|yuan|renminbi|ruble|rouble|hryvnia|zloty|franc|rupee|won|lira
      |shekel|krona)]
  ]],
  emit = { type = "Money", value = "n.num" },
  action = sum,
  matches = {
    "It cost <<{n:2,000} {unit:euros}>> in all.",
    "some <<{n:three million} {unit:rubles}>> more",
    "a loan of <<{n:5 billion} US {unit:dollars}>>",
  },
  rejects = { "They won 3 games.", "2,000 people" },
  todo = { "<<a few million {unit:dollars}>>" },
}
