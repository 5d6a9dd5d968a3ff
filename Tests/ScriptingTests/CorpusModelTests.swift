import LuaHost
import Scripting
import Testing

@Suite("CorpusModel")
struct CorpusModelTests {
  @Test(
    "the corpus is as Lua sees it",
    arguments: [
      "assert(#corpus.articles == 2 and #corpus.quotes == 5 and #corpus.entities == 3)",
      "assert(corpus.articles[1].id == '001' and corpus.articles[1].title == 'Harbour talks stall')",
      "assert(corpus.articles[1].agencies[1] == 'Elm Wire' and corpus.articles[1].outlet == nil)",
      "assert(#corpus.articles[1].quotes == 3 and #corpus.articles[2].zones == 3)",
      "assert(#corpus.articles[1].entities == 3 and #corpus.articles[1].sentences >= 3)",
      "local q = corpus.quotes[1] assert(q.kind == 'mixed' and q.speaker == 'Ann Ward' and q.line == 3)",
      "local q = corpus.quotes[1] assert(q.article.text:sub(q.first, q.last) == q.text)",
      "local q = corpus.quotes[1] assert(q.text == '“must stay open”' and q.cue == 'said' and q.source == 'Ann Ward')",
      "local q = corpus.quotes[1] assert(q.quoted_words == 3 and q.status == 'stated' and q.by == 'rule a')",
      "local q = corpus.quotes[2] assert(q.content[1].text == q.text and q.confidence == 0.75 and q.form == 'pronoun')",
      "assert(tostring(corpus.quotes[1]) == '“must stay open” — Ann Ward (001:3)')",
      "assert(corpus.quotes[5].nested_in == corpus.quotes[4] and corpus.quotes[5].nested)",
      "assert(corpus.quotes[1].id == '001/1' and corpus.quotes[5].id == '002/2')",
      "assert(#corpus:quotes{kind = 'direct'} == 1 and #corpus:quotes{nested = false} == 4)",
      "assert(#corpus:quotes{speaker = 'Ann Ward', article = '001'} == 2)",
      "assert(#corpus:quotes{unnamed = true} == 1 and #corpus:quotes{entity = 'Ann Ward'} == 3)",
      "assert(#corpus:quotes{article = corpus.articles[2]} == 2 and #corpus.quotes{act = 'denial'} == 1)",
      "assert(corpus:quotes():count_by('speaker')[1].count == 3)",
      "local w = corpus:entity('ward') assert(w.name == 'Ann Ward' and w.gender == 'female' and w.titles[1] == 'Mayor')",
      "local w = corpus:entity('Ann Ward') assert(#w.mentions == 2 and #w.quotes == 3 and #w.articles == 2)",
      "local e, why = corpus:entity('Ann Wart') assert(e == nil and why:find('did you mean'))",
      "local a, why = corpus:article('003') assert(a == nil and why == \"there is no article '003'\")",
      "local f = corpus.figures[1] assert(f.value == 40000 and f.unit == 'crowns' and f.quote == corpus.quotes[2])",
      "assert(corpus.dates[1].kind == 'weekday' and corpus.dates[1].resolved == nil)",
      "assert(#corpus.notes == 2 and corpus.notes[1].line == nil)",
      "local t = corpus.quotes[1]:tokens() assert(#t == 5 and t[2].word == 'must' and t[2].lemma == 'must')",
      "assert(corpus.quotes[2]:sentence().text:find('she added'))",
      "assert(#corpus.quotes[2]:context(1) > #corpus.quotes[2]:sentence().text)",
      "assert(corpus.articles[1]:tokens()[1].word == 'Harbour')",
      "assert(corpus:search('newsletter')[1].id == '002')",
      "assert(corpus:search('resume', 'quotes')[1].speaker == 'Two officials')",
      "local hits = corpus:find('who:[cap] had denied') assert(#hits == 1 and hits[1].who == 'Ward' and hits[1].before == 'Ben Hale said Ann ')",
      "local hits = corpus:find('who:[cap] [lemma=(have|say)]', {sort = 'who'}) assert(#hits > 2 and hits[1].who < hits[#hits].who)",
      "local hits = corpus:find('[lemma=(have|say)]') assert(#corpus:find('[lemma=(have|say)]', {sample = 2, seed = 3}) == 2 and #hits > 2)",
      "local h = corpus:find('[]', {limit = 3, context = 1}) assert(#h == 3 and h[1].before == '' and h[2].before == 'Harbour ', h[2].before)",
      "local c = corpus:find('who:[cap] [lemma=(have|say)]'):by 'who.lemma' assert(c[1].count >= 1 and c[1]['who.lemma'])",
      "local ok, e = pcall(function() return corpus:find('who:[cap]'):by 'whu' end) assert(not ok and e:find(\"no field 'whu': did you mean 'who'?\", 1, true), e)",
      "local ok, e = pcall(function() return corpus:find('who:[cap]'):by 'who.foo' end) assert(not ok and e:find(\"no field 'who.foo': \", 1, true), e)",
      "local ok, e = pcall(function() return corpus:find('who:nobody'):where('whu', 1) end) assert(not ok)",
      "local hits = corpus:find('[] who:[cap]?') assert(#hits:by 'who.pos' >= 0 and #hits:take(1):map 'first' == 1 and #hits:where('who', 'Nobody'):by 'who' == 0)",
      "local q = corpus:query('[lemma=(have|say)]') local n = 0 for hit in q.next, q do n = n + 1 assert(hit.article.id) end assert(n == q:count() and q:next() == nil and q:rewind():next())",
      "assert(plan('nowhere said'):find('looks up nowhere, 0 of') and plan('[]'):find('reads all'))",
      "local ok, e = pcall(corpus.find, corpus, 'who:[]', {sort = 'whu'}) assert(e.hint == \"did you mean 'who'?\", e.hint)",
      "local ok, e = pcall(corpus.find, corpus, 'who:[]', {sorted = 'who'}) assert(e.hint == \"did you mean 'sort'?\", e.hint)",
      "local ok, e = pcall(corpus.find, corpus, '[word=') assert(not ok and e.kind == 'pattern')",
      "local ok, e = pcall(function() return corpus.quotes[1].speekar end) assert(e.hint == \"did you mean 'speaker'?\")",
      "local ok, e = pcall(function() return corpus.qoutes end) assert(e.hint == \"did you mean 'quotes'?\")",
      "local ok, e = pcall(function() return corpus:quotes{speekar = 1} end) assert(e.hint == \"did you mean 'speaker'?\")",
      "local e = corpus:entity('Ben Hale') assert(#e.titles == 1 and e.titles[1] == 'Harbour Board chairman', e.titles[1])",
      "assert(corpus.quotes[4].entity == corpus:entity('Ben Hale'))",
      "assert(#corpus:quotes{status = 'stated', nested = false, zone = 'body', entity = true} == 3)",
      "assert(corpus.quotes[4].zone == 'body', corpus.quotes[4].zone)",
      "assert(sayso.api(1) == 1 and not pcall(sayso.api, 99))",
    ])
  func behaviour(source: String) throws {
    let result = ScriptRunner(on: try SmallCorpus.snapshot()).evaluate(source) { _ in }
    #expect(result.failure == nil)
  }

  @Test("every example of the documentation runs")
  func examples() throws {
    let snapshot = try SmallCorpus.snapshot()
    for (name, source) in ScriptReference.examples(on: snapshot) {
      // Those of sequences speak of any: `all` with names and sizes.
      if name.hasPrefix("sequence.") || name.hasPrefix("records.") { continue }
      let result = ScriptRunner(on: snapshot).evaluate(source) { _ in }
      #expect(result.failure == nil, "\(name)")
    }
  }
}
