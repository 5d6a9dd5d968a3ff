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
    "The bridge cost <<$250 million>>, the road <<2,000 euros>>, the tunnel <<€4.5bn>>.",
    "They met 250 farmers.",
  },
}

-- Signs and names with the code of ISO 4217; a dollar without more is one of the United States.
local codes = {
  ["$"] = "USD", ["us$"] = "USD", ["a$"] = "AUD", ["c$"] = "CAD", dollar = "USD", buck = "USD",
  ["€"] = "EUR", euro = "EUR",
  ["£"] = "GBP", pound = "GBP",
  ["¥"] = "JPY", yen = "JPY", yuan = "CNY", renminbi = "CNY",
  ruble = "RUB", rouble = "RUB", hryvnia = "UAH", zloty = "PLN",
  franc = "CHF", rupee = "INR", won = "KRW", lira = "TRY", shekel = "ILS", krona = "SEK",
}

local scales = { k = 1e3, m = 1e6, mn = 1e6, bn = 1e9, tn = 1e12 }

-- What a figure such as 4.5bn stands for; other numbers have their value from Sayso.
local function value(n)
  if n.num then return n.num end
  local digits, scale = n.lower:match("^([%d.,]+)(%a+)$")
  return tonumber((digits:gsub(",", ""))) * scales[scale]
end

local function sum(m)
  local code = codes[m.unit.lemma] or codes[m.unit.lower]
  local worth = value(m.n)
  if worth < options.minimum then return false end
  if options.currency ~= "" and code ~= options.currency then return false end
  return { value = worth, currency = code }
end

list "currency_sign" { "$", "US$", "A$", "C$", "€", "£", "¥" }
define "figure" [[ n:([num]{1,3} | /[0-9]+([.,][0-9]+)*(k|m|mn|bn|tn)/i) ]]

rule "sign_before" {
  pattern = [[ unit:$currency_sign $figure ]],
  emit = { type = "Money" },
  action = sum,
  matches = {
    "It cost <<{unit:$}{n:250 million}>> in all.",
    "They paid <<{unit:€}{n:4.5 billion}>> for it.",
    "a fine of <<{unit:£}{n:1,200}>>",
    "It lost <<{unit:$}{n:5bn}>>, then <<{unit:A$}{n:3.5m}>>.",
  },
  rejects = { "the $ sign", "250 million people" },
}

rule "name_behind" {
  pattern = [[
    $figure (US | American | Swiss)? unit:[pos=/NN.*/ & lemma=(
      dollar|buck|euro|pound|yen|yuan|renminbi|ruble|rouble|hryvnia|zloty|franc|rupee|won|lira
      |shekel|krona)]
  ]],
  emit = { type = "Money" },
  action = sum,
  matches = {
    "It cost <<{n:2,000} {unit:euros}>> in all.",
    "some <<{n:three million} {unit:rubles}>> more", "about <<{n:5bn} {unit:euros}>>",
    "a loan of <<{n:5 billion} US {unit:dollars}>>",
  },
  rejects = { "They won 3 games.", "2,000 people" },
  todo = { "<<a few million {unit:dollars}>>" },
}
