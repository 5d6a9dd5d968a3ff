/// The methods that every sequence of rows has.
///
/// They run natively on the rows' numbers; Lua is entered only for functions that the script gives.
enum SequenceMethods {
  /// The method that calling a sequence stands for: `corpus:quotes{…}`.
  static let filterName = "matching"

  static var all: [LuaFunctionDefinition] {
    [
      matching, filtered, mapped, grouped, counted, sorted, taken, skipped, first, last, summed,
      distinct, tabulated, listed,
    ]
  }

  private static let selectorText = "the name of a field, or a function of the row"

  /// Calls `body` with each row, looking for an interrupt now and then.
  private static func each(
    _ call: borrowing LuaCall, _ sequence: LuaSequence, _ body: (LuaRow) throws -> Void
  ) throws {
    for (index, id) in sequence.ids.enumerated() {
      if index & 255 == 0 { try call.checkInterrupt() }
      try body(LuaRow(kind: sequence.kind, id: id))
    }
  }

  private static func type(
    _ call: borrowing LuaCall, _ sequence: LuaSequence
  ) -> RowType { call.state.library.rowTypes[sequence.kind] }

  private static var matching: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        filterName, "Keeps the rows whose fields have the given values.",
        parameters: [
          LuaParameter(
            "filter", "table",
            "the fields and their values; a list of values means any of them, false also means none"
          )
        ],
        results: [LuaResult("sequence", "the rows that fulfil all conditions")],
        example: "local some = all:matching{ big = true }\nassert(#some <= #all)")
    ) { call in
      let sequence = try call.sequence(1)
      // `corpus:quotes{…}` passes the corpus in between.
      var position = 2
      if call.count >= 3 || (call.count == 2 && !call.isTable(2) && !call.isNil(2)) { position = 3 }
      if call.isNil(position) { return .sequence(sequence) }
      let filter = try SequenceFilter(
        call.table(position), of: type(call, sequence), in: call.state.library)
      var kept = LuaSequence(kind: sequence.kind, ids: [])
      try each(call, sequence) { row in if try filter.holds(row.id) { kept.ids.append(row.id) } }
      return .sequence(kept)
    }
  }

  private static var filtered: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "where", "Keeps the rows that pass a test.",
        parameters: [
          LuaParameter(
            "test", "string|table|fun(row): boolean",
            "a function of the row, the name of a field, or a table of fields and values"),
          LuaParameter(
            "value", "any?", "what the field must be; without it, anything but nil and false"),
        ],
        results: [LuaResult("sequence", "the rows that pass, in the same order")],
        example: "local some = all:where(function(row) return row.size > 1 end)\n"
          + "assert(#some <= #all)")
    ) { call in
      let sequence = try call.sequence(1)
      let type = type(call, sequence)
      var kept = LuaSequence(kind: sequence.kind, ids: [])
      if call.isFunction(2) {
        try each(call, sequence) { row in if try call.test(2, row) { kept.ids.append(row.id) } }
        return .sequence(kept)
      }
      let filter: SequenceFilter
      if call.isTable(2) {
        filter = try SequenceFilter(call.table(2), of: type, in: call.state.library)
      } else {
        guard let name = call.optionalString(2) else {
          throw call.badArgument(2, expected: "a function, a field or a table")
        }
        filter = try SequenceFilter(
          field: name, equals: call.count < 3 ? .boolean(true) : call.value(3), of: type,
          in: call.state.library)
      }
      try each(call, sequence) { row in if try filter.holds(row.id) { kept.ids.append(row.id) } }
      return .sequence(kept)
    }
  }

  private static var mapped: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "map", "Makes a list of one value for each row.",
        parameters: [LuaParameter("by", "string|fun(row): any", selectorText)],
        results: [LuaResult("records", "the values, false where there is none")],
        example: "local names = all:map \"name\"\nassert(#names == #all)")
    ) { call in
      let sequence = try call.sequence(1)
      let selector = try FieldSelector(call, 2, of: type(call, sequence))
      var values: [LuaValue] = []
      values.reserveCapacity(sequence.ids.count)
      try each(call, sequence) { row in
        let value = try selector.value(call, row)
        // A list cannot hold nil.
        values.append(value.isNil ? .boolean(false) : value)
      }
      return .table(LuaTable(items: values, isRecords: true))
    }
  }

  /// The rows in groups of equal values, in order of first appearance.
  private static func groups(
    _ call: borrowing LuaCall
  ) throws -> (selector: FieldSelector, kind: Int, groups: [(key: LuaValue, ids: [Int])]) {
    let sequence = try call.sequence(1)
    let selector = try FieldSelector(call, 2, of: type(call, sequence))
    var places: [ComparisonKey: Int] = [:]
    var groups: [(key: LuaValue, ids: [Int])] = []
    try each(call, sequence) { row in
      let value = try selector.value(call, row)
      let key = ComparisonKey(value)
      if let place = places[key] {
        groups[place].ids.append(row.id)
      } else {
        places[key] = groups.count
        groups.append((value, [row.id]))
      }
    }
    return (selector, sequence.kind, groups)
  }

  private static var grouped: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "group_by", "Puts rows with equal values into groups.",
        parameters: [LuaParameter("by", "string|fun(row): any", selectorText)],
        results: [
          LuaResult(
            "records",
            "a list of {key, rows, count}, in order of first appearance; rows is a sequence")
        ],
        example: "for _, group in ipairs(all:group_by \"big\") do\n"
          + "  assert(#group.rows == group.count)\nend")
    ) { call in
      let (_, kind, groups) = try groups(call)
      let items = groups.map { group in
        LuaValue.table(
          LuaTable([
            "key": group.key, "rows": .sequence(LuaSequence(kind: kind, ids: group.ids)),
            "count": .integer(group.ids.count),
          ]))
      }
      return .table(LuaTable(items: items, isRecords: true))
    }
  }

  private static var counted: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "count_by", "Counts the rows of each value, most frequent first.",
        parameters: [LuaParameter("by", "string|fun(row): any", selectorText)],
        results: [
          LuaResult(
            "records",
            "a list of records with the field's name (or value) and count; rows without a value are "
              + "left out")
        ],
        example: "local counts = all:count_by \"name\"\nassert(counts[1].count >= 1)")
    ) { call in
      let (selector, _, groups) = try groups(call)
      let column = selector.name ?? "value"
      let ordered = groups.filter { !$0.key.isNil }.sorted { a, b in
        a.ids.count != b.ids.count
          ? a.ids.count > b.ids.count : ValueOrder.precedes(a.key, b.key)
      }
      let items = ordered.map { group in
        LuaValue.table(
          LuaTable(fields: [
            (.string(column), group.key), (.string("count"), .integer(group.ids.count)),
          ]))
      }
      return .table(
        LuaTable(
          items: items, fields: [(.string("columns"), .list([column, "count"]))], isRecords: true))
    }
  }

  private static var sorted: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "sort_by",
        "Puts the rows in the order of a value; rows with equal values stay as they are.",
        parameters: [
          LuaParameter("by", "string|fun(row): any", selectorText),
          LuaParameter("direction", "\"ascending\"|\"descending\"?", "ascending without it"),
        ],
        results: [LuaResult("sequence", "all rows in the new order, those without a value last")],
        example: "local sorted = all:sort_by(\"size\", \"descending\")\n"
          + "assert(sorted[1].size >= sorted[#sorted].size)")
    ) { call in
      let sequence = try call.sequence(1)
      let selector = try FieldSelector(call, 2, of: type(call, sequence))
      let direction = call.isNil(3) ? "ascending" : try call.string(3)
      guard direction == "ascending" || direction == "descending" else {
        throw call.badArgument(3, expected: "\"ascending\" or \"descending\"")
      }
      var keyed: [(value: LuaValue, id: Int)] = []
      try each(call, sequence) { row in keyed.append((try selector.value(call, row), row.id)) }
      let ordered = keyed.enumerated().sorted { a, b in
        let (x, y) = (a.element.value, b.element.value)
        // Rows without a value are last in both directions.
        if x.isNil || y.isNil { return x.isNil == y.isNil ? a.offset < b.offset : y.isNil }
        if ValueOrder.precedes(x, y) { return direction == "ascending" }
        if ValueOrder.precedes(y, x) { return direction == "descending" }
        return a.offset < b.offset
      }
      return .sequence(LuaSequence(kind: sequence.kind, ids: ordered.map(\.element.id)))
    }
  }

  private static var taken: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "take", "Keeps the first rows.",
        parameters: [LuaParameter("count", "integer", "how many at most")],
        results: [LuaResult("sequence", "the first rows")],
        example: "assert(#all:take(2) <= 2)")
    ) { call in
      let sequence = try call.sequence(1)
      let ids = Array(sequence.ids.prefix(max(0, try call.integer(2))))
      return .sequence(LuaSequence(kind: sequence.kind, ids: ids))
    }
  }

  private static var skipped: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "skip", "Leaves the first rows out.",
        parameters: [LuaParameter("count", "integer", "how many")],
        results: [LuaResult("sequence", "the other rows")],
        example: "assert(#all:skip(1) == #all - 1)")
    ) { call in
      let sequence = try call.sequence(1)
      let ids = Array(sequence.ids.dropFirst(max(0, try call.integer(2))))
      return .sequence(LuaSequence(kind: sequence.kind, ids: ids))
    }
  }

  private static var first: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "first", "Gives the first row.", results: [LuaResult("row?", "nil if there is none")],
        example: "assert(all:first() == all[1])")
    ) { call in
      let sequence = try call.sequence(1)
      return sequence.ids.first.map { .row(LuaRow(kind: sequence.kind, id: $0)) } ?? .nil
    }
  }

  private static var last: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "last", "Gives the last row.", results: [LuaResult("row?", "nil if there is none")],
        example: "assert(all:last() == all[#all])")
    ) { call in
      let sequence = try call.sequence(1)
      return sequence.ids.last.map { .row(LuaRow(kind: sequence.kind, id: $0)) } ?? .nil
    }
  }

  private static var summed: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "sum", "Adds up a number of each row.",
        parameters: [LuaParameter("by", "string|fun(row): number?", selectorText)],
        results: [LuaResult("number", "the sum; rows without a number count as 0")],
        example: "assert(all:sum \"size\" >= 0)")
    ) { call in
      let sequence = try call.sequence(1)
      let selector = try FieldSelector(call, 2, of: type(call, sequence))
      var whole = 0
      var fraction = 0.0
      var isWhole = true
      try each(call, sequence) { row in
        switch try selector.value(call, row) {
        case .integer(let value):
          let (sum, overflow) = whole.addingReportingOverflow(value)
          if overflow {
            isWhole = false
            fraction += Double(value)
          } else {
            whole = sum
          }
        case .number(let value):
          isWhole = false
          fraction += value
        case .nil, .boolean(false): break
        case let other:
          throw LuaError.argument("a \(other.typeName) cannot be added up")
        }
      }
      return isWhole ? .integer(whole) : .number(Double(whole) + fraction)
    }
  }

  private static var distinct: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "distinct", "Gives each different value once.",
        parameters: [LuaParameter("by", "string|fun(row): any", selectorText)],
        results: [
          LuaResult(
            "records|sequence",
            "the values without nil, in order of first appearance; a sequence if they are rows")
        ],
        example: "assert(#all:distinct \"name\" <= #all)")
    ) { call in
      let values = try groups(call).groups.map(\.key).filter { !$0.isNil }
      let rows = values.compactMap { if case .row(let row) = $0 { row } else { nil } }
      if let kind = rows.first?.kind, rows.count == values.count,
        rows.allSatisfy({ $0.kind == kind })
      {
        return .sequence(LuaSequence(kind: kind, ids: rows.map(\.id)))
      }
      return .table(LuaTable(items: values, isRecords: true))
    }
  }

  private static var tabulated: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "table", "Makes a table with a column for each field named.",
        parameters: [LuaParameter("fields", "string[]", "the fields, in the order of the columns")],
        results: [LuaResult("records", "a list of records that prints as a table")],
        example: "local report = all:table{ \"name\", \"size\" }\nassert(report[1].name)")
    ) { call in
      let sequence = try call.sequence(1)
      let type = type(call, sequence)
      let names = try call.table(2).items.compactMap(\.text)
      let fields = try names.map { try FieldSelector.field($0, of: type) }
      var items: [LuaValue] = []
      try each(call, sequence) { row in
        items.append(
          .table(
            LuaTable(
              fields: try fields.map { (.string($0.name), try $0.read(row.id)) }
                .filter { !$0.1.isNil })))
      }
      return .table(
        LuaTable(items: items, fields: [(.string("columns"), .list(names))], isRecords: true))
    }
  }

  private static var listed: LuaFunctionDefinition {
    LuaFunctionDefinition(
      LuaDocumentation(
        "list", "Copies the rows to a plain table.",
        results: [LuaResult("records", "a list that can be changed")],
        example: "local list = all:list()\ntable.remove(list)\nassert(#list == #all - 1)")
    ) { call in
      let sequence = try call.sequence(1)
      return .table(
        LuaTable(
          items: sequence.ids.map { .row(LuaRow(kind: sequence.kind, id: $0)) }, isRecords: true))
    }
  }
}
