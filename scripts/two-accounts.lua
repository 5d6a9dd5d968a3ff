-- What does each of two sides say? Name them: two-accounts.lua "White House" Kremlin
sayso.api(1)

local sides = { arg[1] or "White House", arg[2] or "Kremlin" }

-- A side is what goes by this name, and everybody whose title names it.
local function speaks_for(entity, side)
  if entity:is_named(side) then return true end
  for _, title in ipairs(entity.titles) do
    if title:find(side, 1, true) then return true end
  end
  return false
end

local statements = corpus:quotes{ status = "stated", nested = false, zone = "body", entity = true }

-- Speakers that an alias of yours names are marked.
local columns = { "side", "article", "line", "speaker", "kind", "cue", "statement" }
local rows = {}
for _, side in ipairs(sides) do
  local own = statements:where(function(quote) return speaks_for(quote.entity, side) end)
  for _, quote in ipairs(own) do
    rows[#rows + 1] = {
      side = side, article = quote.article, line = quote.line, speaker = quote.speaker,
      kind = quote.kind, cue = quote.cue, statement = quote.text,
      inferred = quote.inferred,
    }
    if quote.inferred then columns[8] = "inferred" end
  end
end

return sayso.table(columns, rows)
