import LuaHost
import Testing

@Suite("Sequences and records")
struct SequenceTests {
  @Test(
    "behave as Lua says",
    arguments: [
      "assert(#all == 5 and all[1].name == 'apple' and all[6] == nil and all[0] == nil)",
      "assert(all[1] == all[1] and all[1] ~= all[5] and all[2] == all[1].neighbour)",
      "assert(tostring(all[2]) == 'the boat' and tostring(all) == '5 things')",
      "local n = 0 for i, t in ipairs(all) do n = n + i assert(t == all[i]) end assert(n == 15)",
      "local n = 0 for i, t in pairs(all) do n = n + i end assert(n == 15)",
      "assert(all:where('big'):map('name'):concat() == 'boat, door')",
      "assert(all:where('size', 1):map('name'):concat() == 'apple, apple')",
      "assert(#all:where{size = {1, 2}} == 3 and #all:where{big = false, size = 1} == 2)",
      "assert(#all:where(function(t) return t.size > 1 end) == 3)",
      "assert(#shelf.things{name = 'cup'} == 1 and #shelf.things(shelf, {name = 'cup'}) == 1)",
      "assert(#shelf:things{name = 'cup'} == 1 and #shelf:things() == 5)",
      "assert(#all:where{neighbour = 'boat'} == 1 and #all:where{neighbour = all[2]} == 1)",
      "assert(#all:where{colour = false} == 4 and #all:where('colour') == 1)",
      "assert(all:sort_by('size'):map('name'):concat() == 'apple, apple, cup, door, boat')",
      "assert(all:sort_by('size', 'descending')[1].name == 'boat')",
      "assert(all:sort_by('colour')[1].name == 'boat')",
      "assert(all:sort_by('colour', 'descending')[1].name == 'boat')",
      "assert(all:sort_by(function(t) return -t.size end)[1].name == 'boat')",
      "local g = all:group_by 'name' assert(#g == 4 and g[1].key == 'apple' and #g[1].rows == 2)",
      "local c = all:count_by 'name' assert(c[1].name == 'apple' and c[1].count == 2 and #c == 4)",
      "assert(all:count_by('name').columns[2] == 'count')",
      "assert(all:count_by(function(t) return t.size % 2 end)[1].value == 0)",
      "assert(all:sum 'size' == 54 and all:sum(function(t) return t.size / 2 end) == 27.0)",
      "assert(#all:distinct 'name' == 4 and #all:distinct 'neighbour' == 4)",
      "assert(all:distinct('neighbour')[1].name == 'boat')",
      "assert(#all:take(2) == 2 and #all:skip(2) == 3 and #all:take(-1) == 0 and #all:take(99) == 5)",
      "assert(all:first() == all[1] and all:last() == all[5] and all:take(0):first() == nil)",
      "local t = all:table{'name', 'colour'} assert(t.columns[2] == 'colour' and t[2].colour == 'red')",
      "local l = all:list() l[#l + 1] = 'x' assert(#l == 6 and l[1] == all[1])",
      "local r = all:count_by('name'):sort_by('name', 'descending') assert(r[1].name == 'door')",
      "assert(all:count_by('name'):where('count', 2)[1].name == 'apple')",
      "assert(all:count_by('name'):take(2).columns[1] == 'name')",
      "local t = {3, 1, 2} table.sort(t) assert(table.concat(t) == '123')",
      "local t = {} for i = 1, 99 do t[i] = {i % 3, i} end table.sort(t, function(a, b) return a[1] < b[1] end) for i = 2, 99 do assert(t[i-1][1] < t[i][1] or t[i-1][2] < t[i][2]) end",
      "local t = {1, 2, 3} table.insert(t, 2, 9) assert(table.concat(t, ' ') == '1 9 2 3' and table.remove(t, 1) == 1 and table.remove(t) == 3 and #t == 2)",
      "assert(table.concat(table.move({1, 2, 3}, 1, 3, 2), ' ') == '1 1 2 3')",
    ])
  func behaviour(source: String) throws {
    let state = try Things.state()
    _ = try state.run(source)
  }

  @Test(
    "the patterns of strings mean what the manual says",
    arguments: [
      ("('hello world'):find('o w')", "5 7"), ("('hello'):find('l+')", "3 4"),
      ("('hello'):find('')", "1 0"), ("('hello'):find('', 10)", "nil"),
      ("('hello'):find('', 6)", "6 5"),
      ("('a.b'):find('.', 1, true)", "2 2"), ("('abc'):find('b', -2)", "2 2"),
      ("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key value"),
      ("('  trim  '):match('^%s*(.-)%s*$')", "trim"), ("('abc'):match('()b()')", "2 3"),
      ("('2021-04-13'):match('(%d+)-(%d+)-(%d+)')", "2021 04 13"),
      ("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
      ("('THE (quick) fox'):find('%((%a+)%)')", "5 11 quick"),
      ("('hello hello'):match('(%w+) %1')", "hello"), ("('abab'):match('^(ab)%1$')", "ab"),
      ("('THE (quick) fox'):gsub('%f[%a]%a+', 'x')", "x (x) x 3"),
      ("('hello world'):gsub('o', '0')", "hell0 w0rld 2"), ("('abc'):gsub('', '-')", "-a-b-c- 4"),
      ("('abc'):gsub('%w', '%0%0')", "aabbcc 3"), ("('abc'):gsub('b', '%%')", "a%c 1"),
      ("('hello'):gsub('l', {l = 'L'}, 1)", "heLlo 1"),
      ("('abc'):gsub('b', function() end)", "abc 1"),
      ("('abc def'):gsub('(%w+) (%w+)', '%2 %1')", "def abc 1"),
      ("('aaa'):gsub('^a', 'b')", "baa 1"),
      ("('x^y'):gsub('[%^]', '!')", "x!y 1"), ("('a]b'):match('[]]')", "]"),
      ("('a-b'):match('[a%-]+')", "a-"),
      ("('ab12'):match('[^%d]+')", "ab"), ("('xyz'):match('[x-z]*')", "xyz"),
      ("('x'):match('y?')", ""),
      ("('aXb'):match('%u')", "X"), ("('\\0a'):find('a')", "2 2"), ("('a$'):match('$$')", "$"),
      ("('ab'):match('((a)(b))')", "ab a b"), ("('abc'):gsub('b()', '%1')", "a3c 1"),
      ("('aaab'):match('a-b')", "aaab"), ("('aab'):match('a*ab')", "aab"),
      ("('é'):match('^%a')", "nil"),
      ("('x'):rep(3, ',')", "x,x,x"), ("('x'):rep(0)", ""), ("('x'):rep(-1)", ""),
      (
        "(function() local t = {} for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do t[#t+1] = k .. v end return table.concat(t, ' ') end)()",
        "a1 b2"
      ),
      ("(function() local n = 0 for _ in ('abc'):gmatch('') do n = n + 1 end return n end)()", "4"),
      (
        "(function() local n = 0 for _ in ('^a^a'):gmatch('^a') do n = n + 1 end return n end)()",
        "2"
      ),
    ])
  func patterns(source: String, expected: String) throws {
    let state = try LuaState()
    let results = try state.run("return " + source).map(plain).joined(separator: " ")
    #expect(results == expected)
  }
}
