-- A gazetteer from a table: the ports that an article names, and what is said to happen there.
--   sayso --rules examples/rules/ports.lua -e 'corpus.annotations' articles/
--
-- The list is read from a column of the CSV file beside this one; keep it in a spreadsheet.

list "port" { file = "ports.csv", column = "name" }

rule "port" {
  pattern = [[
    the? (port | harbour | harbor | docks) (of | in | at) name:$port
    | name:$port (port | harbour | harbor | docks)
  ]],
  emit = { type = "Port", span = "name", name = "name" },
  matches = {
    "Ships waited outside <<the port of {name:Le Havre}>>.",
    "Work at <<{name:Gdansk} harbour>> stopped.",
    "in <<the port of {name:Rotterdam}>> and at <<{name:Antwerp} docks>>",
  },
  rejects = { "They live in Hamburg.", "the port of Harbury" },
}

rule "port_strike" {
  pattern = [[ (strike|strikes|walkout|blockade) []{0,5} place:@Port ]],
  emit = { type = "PortStrike", place = "place" },
  matches = { "a <<strike in the port of {place:Antwerp}>>" },
  rejects = { "a strike in Antwerp", "the port of Antwerp" },
}
