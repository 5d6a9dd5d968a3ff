-- What is in here: who published it, who wrote it, how much of it is not the article?
sayso.api(1)

local function describe(article)
  return {
    article = article.id,
    title = article.title,
    outlet = article.outlet,
    agencies = article.agencies,
    byline = article.byline,
    dateline = article.dateline,
    published = article.published,
    words = article.words,
    boilerplate = #article.zones:where("kind", "boilerplate"),
    notes = #article.notes,
  }
end

return sayso.table({
  "article", "title", "outlet", "agencies", "byline", "dateline", "published", "words",
  "boilerplate", "notes",
}, corpus.articles:map(describe))
