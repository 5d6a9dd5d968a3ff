-- Who is quoted most, in which articles, and with how many words inside quotation marks?
sayso.api(1)

local quoted = corpus:quotes{
  kind = { "direct", "mixed" }, status = "stated", nested = false, zone = "body",
}

-- Quotes whose speaker an alias of yours names are counted, and told apart.
local columns = { "speaker", "quotes", "articles", "words" }
if #quoted:where("inferred") > 0 then columns[5] = "inferred" end

local speakers = quoted:where("speaker"):group_by("speaker"):map(function(group)
  return {
    speaker = group.key,
    quotes = group.count,
    articles = group.rows:distinct("article"),
    words = group.rows:sum("quoted_words"),
    inferred = #group.rows:where("inferred"),
  }
end)

return sayso.table(columns, speakers:sort_by("speaker"):sort_by("quotes", "descending"))
