-- Which statements come from sources whose names the articles keep to themselves?
sayso.api(1)

local function describe(quote)
  return {
    article = quote.article,
    line = quote.line,
    source = quote.source or quote.speaker,
    kind = quote.kind,
    statement = quote,
  }
end

return sayso.table(
  { "article", "line", "source", "kind", "statement" },
  corpus:quotes{ unnamed = true, status = "stated", nested = false, zone = "body" }:map(describe))
