-- Who is talked about, and who is heard? People with no statements are heard nowhere.
sayso.api(1)

local statements = corpus:quotes{ status = "stated", nested = false, zone = "body", entity = true }
local own = {}
for _, group in ipairs(statements:group_by("entity")) do own[tostring(group.key)] = group.rows end

local people = {}
for _, group in ipairs(corpus:mentions{ zone = { "title", "body" } }:group_by("entity")) do
  local entity = group.key
  if entity and entity.type == "person" then
    local said = own[tostring(entity)] or statements:take(0)
    people[#people + 1] = {
      person = entity.name,
      mentions = group.count,
      statements = #said,
      quoted = #said:where{ kind = { "direct", "mixed" } },
      words = said:sum("quoted_words"),
      articles = group.rows:distinct("article"),
    }
  end
end

return sayso.table({ "person", "mentions", "statements", "quoted", "words", "articles" }, people)
  :sort_by("person"):sort_by("mentions", "descending")
