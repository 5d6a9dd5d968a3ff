-- Who is quoted most, in which articles, and with how many words inside quotation marks?
sayso.api(1)

local quoted = corpus:quotes{
  kind = { "direct", "mixed" }, status = "stated", nested = false, zone = "body",
}

local speakers = quoted:where("speaker"):group_by("speaker"):map(function(group)
  return {
    speaker = group.key,
    quotes = group.count,
    articles = group.rows:distinct("article"),
    words = group.rows:sum("quoted_words"),
  }
end)

return sayso.table(
  { "speaker", "quotes", "articles", "words" },
  speakers:sort_by("speaker"):sort_by("quotes", "descending"))
