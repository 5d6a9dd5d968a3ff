internal import Foundation
internal import LuaHost

/// Reads the entries of a list from a file: one a line, or a column of a CSV file.
enum ListFile {
  /// The entries, white space at both ends and empty ones left out.
  ///
  /// In a text file, a line that begins with `#` is a remark.
  ///
  /// - Throws: ``LuaError`` where the file cannot be read, is not UTF-8, or has no such column.
  static func entries(
    of path: String, column: String?, files: ScriptFiles
  ) throws(LuaError) -> [String] {
    let text = try text(of: path, for: "list", files)
    let found: [String]
    if column != nil || path.lowercased().hasSuffix(".csv") {
      found = try cells(of: text, column: column, path)
    } else {
      found = text.split(whereSeparator: \.isNewline).map(String.init).filter {
        !$0.hasPrefix("#")
      }
    }
    return found.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The values of words: two columns of a CSV file.
  ///
  /// - Throws: ``LuaError`` where the file cannot be read, is not UTF-8, or has no such columns.
  static func values(
    of path: String, word: String, value: String, files: ScriptFiles
  ) throws(LuaError) -> [(word: String, value: String)] {
    let rows = rows(of: try text(of: path, for: "attribute", files))
    guard let header = rows.first else { return [] }
    let (words, values) = (
      try index(of: word, in: header, path), try index(of: value, in: header, path)
    )
    return rows.dropFirst().compactMap { row in
      guard max(words, values) < row.count else { return nil }
      let cells = [words, values].map { row[$0].trimmingCharacters(in: .whitespaces) }
      return cells.contains("") ? nil : (cells[0], cells[1])
    }
  }

  private static func index(
    of column: String, in header: [String], _ path: String
  ) throws(LuaError) -> Int {
    if let index = header.firstIndex(of: column) { return index }
    throw LuaError(
      "not_found", "'\(path)' has no column '\(column)'",
      hint: NearestName.hint(for: column, among: header)
        ?? "columns: " + header.joined(separator: ", "))
  }

  private static func text(
    of path: String, for what: String, _ files: ScriptFiles
  ) throws(LuaError) -> String {
    let place = files.path(besideScript: path)
    guard files.allows(place, writing: false) else {
      throw LuaError(
        "not_allowed", "the file '\(path)' may not be read",
        hint: "\(what)s lie beside the script or in the folder that you work in")
    }
    guard let bytes = FileManager.default.contents(atPath: place) else {
      throw LuaError(
        "not_found", "there is no file '\(path)' for the \(what)", hint: "it would be \(place)")
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw LuaError("not_found", "the file '\(path)' is not UTF-8 text")
    }
    if text.hasPrefix("\u{feff}") { text.removeFirst() }
    return text
  }

  private static func cells(
    of text: String, column: String?, _ path: String
  ) throws(LuaError) -> [String] {
    let rows = rows(of: text)
    guard let header = rows.first else { return [] }
    guard let column else {
      guard header.count == 1 else {
        throw LuaError.argument(
          "which column of '\(path)'?", hint: "column = \"\(header.first ?? "name")\"")
      }
      return rows.compactMap(\.first)
    }
    let index = try index(of: column, in: header, path)
    return rows.dropFirst().compactMap { index < $0.count ? $0[index] : nil }
  }

  /// The rows of CSV as RFC 4180 has them: quoted cells may hold commas and line ends.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isRowEmpty = true
    let bytes = Array(text.utf8)
    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    func endRow() {
      endCell()
      if !isRowEmpty { rows.append(row) }
      row = []
      isRowEmpty = true
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted = true
        isRowEmpty = false
      case UInt8(ascii: ","):
        endCell()
        isRowEmpty = false
      case UInt8(ascii: "\n"): endRow()
      case UInt8(ascii: "\r"): break
      default:
        cell.append(byte)
        isRowEmpty = false
      }
    }
    endRow()
    return rows
  }
}
