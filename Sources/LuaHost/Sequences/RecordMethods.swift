/// The methods of lists that sequence methods make: plain tables that chain like sequences do.
///
/// They are written in Lua, as what they handle are Lua tables.
enum RecordMethods {
  /// A chunk that returns the table of all methods.
  static var chunk: String {
    var chunk = helpers + "local methods = {}\n"
    for method in all {
      guard case .lua(let source) = method.implementation else { continue }
      chunk += "methods[\"\(method.documentation.name)\"] = \(source)\n"
    }
    return chunk + "return methods"
  }

  /// What several methods use.
  ///
  /// `getter` reads a field by name or calls a function. A name that no item has is an error where the list
  /// tells which fields there are: `names` holds all of them, `columns` those worth showing.
  private static let helpers = """
    local records = ...
    local function distance(a, b)
      local last = {}
      for column = 0, #b do last[column] = column end
      for row = 1, #a do
        local current = { [0] = row }
        for column = 1, #b do
          local cost = a:byte(row) == b:byte(column) and 0 or 1
          current[column] =
            math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        end
        last = current
      end
      return last[#b]
    end
    local function check(self, by)
      local names = rawget(self, "names")
      local known = names or rawget(self, "columns")
      if not known or not names and #self == 0 then return end
      for _, name in ipairs(known) do if name == by then return end end
      for _, item in ipairs(self) do
        if type(item) ~= "table" or item[by] ~= nil then return end
      end
      local nearest, least = nil, math.huge
      for _, name in ipairs(known) do
        local edits = distance(by, name)
        if edits < least and edits <= math.max(1, math.max(#by, #name) // 3) then
          nearest, least = name, edits
        end
      end
      error("there is no field '" .. by .. "': " .. (nearest and "did you mean '" .. nearest .. "'?"
        or "there is " .. table.concat(known, ", ")), 4)
    end
    local function getter(by, self)
      if type(by) == "function" then return by end
      if type(by) == "string" then check(self, by) end
      return function(item) return item[by] end
    end
    local function like(self, items)
      items.columns, items.names = rawget(self, "columns"), rawget(self, "names")
      return records(items)
    end

    """

  static var all: [LuaFunctionDefinition] {
    [
      LuaFunctionDefinition(
        LuaDocumentation(
          "where", "Keeps the items that pass a test.",
          parameters: [
            LuaParameter(
              "test", "string|fun(item): boolean", "a function of the item, or the name of a field"),
            LuaParameter(
              "value", "any?", "what the field must be; without it, anything but nil and false"),
          ],
          results: [LuaResult("records", "the items that pass")],
          example: "local counts = all:count_by \"name\"\n"
            + "assert(#counts:where(function(item) return item.count > 0 end) == #counts)"),
        lua: """
          function(self, test, value)
            local get, kept = getter(test, self), {}
            for _, item in ipairs(self) do
              local result = get(item)
              if value == nil and result or value ~= nil and result == value then
                kept[#kept + 1] = item
              end
            end
            return like(self, kept)
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "map", "Makes a list of one value for each item.",
          parameters: [
            LuaParameter("by", "string|fun(item): any", "the name of a field, or a function")
          ],
          results: [LuaResult("records", "the values, false where there is none")],
          example: "local groups = all:group_by \"name\"\n"
            + "assert(#groups:map \"key\" == #groups)"),
        lua: """
          function(self, by)
            local get, values = getter(by, self), {}
            for index, item in ipairs(self) do values[index] = get(item) or false end
            return records(values)
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "sort_by", "Puts the items in the order of a value; equal ones stay as they are.",
          parameters: [
            LuaParameter("by", "string|fun(item): any", "the name of a field, or a function"),
            LuaParameter("direction", "\"ascending\"|\"descending\"?", "ascending without it"),
          ],
          results: [LuaResult("records", "all items in the new order, those without a value last")],
          example: "local counts = all:count_by(\"name\"):sort_by \"name\"\n"
            + "assert(counts[1].name <= counts[#counts].name)"),
        lua: """
          function(self, by, direction)
            if direction ~= nil and direction ~= "ascending" and direction ~= "descending" then
              error("the direction is \\"ascending\\" or \\"descending\\"", 2)
            end
            local get, keyed = getter(by, self), {}
            for index, item in ipairs(self) do keyed[index] = { item, get(item) } end
            table.sort(keyed, function(a, b)
              a, b = a[2], b[2]
              if a == nil or b == nil then return a ~= nil end
              if direction == "descending" then return b < a end
              return a < b
            end)
            local sorted = {}
            for index, pair in ipairs(keyed) do sorted[index] = pair[1] end
            return like(self, sorted)
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "by", "Counts the items of each value, most frequent first.",
          parameters: [
            LuaParameter("by", "string|fun(item): any", "the name of a field, or a function")
          ],
          results: [
            LuaResult("records", "the values with their counts; items without one left out")
          ],
          example: "assert(all:count_by(\"name\"):by(\"count\")[1].count >= 1)"),
        lua: """
          function(self, by)
            local get, name = getter(by, self), type(by) == "string" and by or "value"
            local counts, items = {}, {}
            for _, item in ipairs(self) do
              local value = get(item)
              if value ~= nil then
                if not counts[value] then
                  counts[value] = { [name] = value, count = 0 }
                  items[#items + 1] = counts[value]
                end
                counts[value].count = counts[value].count + 1
              end
            end
            table.sort(items, function(a, b)
              if a.count ~= b.count then return a.count > b.count end
              return tostring(a[name]) < tostring(b[name])
            end)
            items.columns = { name, "count" }
            return records(items)
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "take", "Keeps the first items.",
          parameters: [LuaParameter("count", "integer", "how many at most")],
          results: [LuaResult("records", "the first items")],
          example: "assert(#all:count_by(\"name\"):take(1) == 1)"),
        lua: """
          function(self, count)
            local taken = {}
            for index = 1, math.min(count, #self) do taken[index] = self[index] end
            return like(self, taken)
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "sum", "Adds up a number of each item.",
          parameters: [
            LuaParameter("by", "string|fun(item): number?", "the name of a field, or a function")
          ],
          results: [LuaResult("number", "the sum; items without a number count as 0")],
          example: "assert(all:count_by(\"name\"):sum \"count\" == #all)"),
        lua: """
          function(self, by)
            local get, sum = getter(by, self), 0
            for _, item in ipairs(self) do sum = sum + (get(item) or 0) end
            return sum
          end
          """),
      LuaFunctionDefinition(
        LuaDocumentation(
          "first", "Gives the first item.", results: [LuaResult("any", "nil if there is none")],
          example: "assert(all:count_by(\"name\"):first().count >= 1)"),
        lua: "function(self) return self[1] end"),
      LuaFunctionDefinition(
        LuaDocumentation(
          "concat", "Joins the items to one string.",
          parameters: [
            LuaParameter("separator", "string?", "what stands between two, \", \" without it")
          ],
          results: [LuaResult("string", "the joined text")],
          example: "assert(type(all:map(\"name\"):concat(\"; \")) == \"string\")"),
        lua: """
          function(self, separator)
            local texts = {}
            for index, item in ipairs(self) do texts[index] = tostring(item) end
            return table.concat(texts, separator or ", ")
          end
          """),
    ]
  }
}
