-- Who is talked about, and who is heard? People with no statements are heard nowhere.
sayso.api(1)

local statements = corpus:quotes{ status = "stated", nested = false, zone = "body", entity = true }
local own = {}
for _, group in ipairs(statements:group_by("entity")) do own[tostring(group.key)] = group.rows end

-- Statements whose speaker an alias of yours names are counted, and told apart.
local columns = { "person", "mentions", "statements", "quoted", "words", "articles" }
if #statements:where("inferred") > 0 then columns[7] = "inferred" end

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
      inferred = #said:where("inferred"),
    }
  end
end

return sayso.table(columns, people)
  :sort_by("person"):sort_by("mentions", "descending")
