/// What a column of a table is called and holds, known before anything is read.
public struct ColumnDescription: Sendable {
  /// The form of a column's values.
  public enum Form: Hashable, Sendable {
    /// A text, or none.
    case text
    /// A whole number, or none.
    case integer
    /// A number, or none.
    case number
    /// True or false.
    case flag
    /// Several texts.
    case list
    /// Several spans of the article's text.
    case spans
    /// A row of another table, or none.
    case row(CorpusTable)
  }

  /// The name, in lower case: `quoted_words`.
  public let name: String
  /// What the column holds, as one sentence.
  public let summary: String
  /// The form of its values.
  public let form: Form
}

extension CorpusTable {
  /// The columns of the table, in the order in which people want to see them.
  public var columnDescriptions: [ColumnDescription] {
    ColumnSchema.columns(of: self).map { schema in
      let form: ColumnDescription.Form =
        switch schema.form {
        case .text: .text
        case .integer: .integer
        case .number: .number
        case .flag: .flag
        case .list: .list
        case .spans, .span: .spans
        case .row(let table): .row(table)
        }
      return ColumnDescription(name: schema.name, summary: schema.summary, form: form)
    }
  }
}
