/// What a line is when it is looked at on its own, before its place in the text is weighed.
enum LineKind {
  /// A sentence or more.
  case prose
  /// Words that are no sentence: a headline, a label, a subheading, a name.
  case fragment
  /// A line that credits authors.
  case byline(Byline)
  /// A line that says nothing but a date.
  case date(StatedDate, isUpdate: Bool)
  /// A picture's caption, with the agencies credited.
  case caption([String])
  /// A line that consists of agencies' names.
  case credit([String])
  /// Furniture of the page.
  case boilerplate(BoilerplateRule)

  /// The rule, if the line is furniture.
  var rule: BoilerplateRule? {
    if case .boilerplate(let rule) = self { rule } else { nil }
  }

  var isProse: Bool {
    if case .prose = self { true } else { false }
  }

  var isFragment: Bool {
    if case .fragment = self { true } else { false }
  }
}

/// What the place of a line in a page says about it.
enum LineHint: Hashable {
  /// It stands in a picture's caption.
  case caption
  /// It stands where the page names its authors.
  case byline
  /// It consists of links.
  case links
}

/// A line and what is known of it.
struct JudgedLine {
  /// Where it lies.
  var line: LineTable.Line
  var kind: LineKind
  var wordCount: Int
  /// How many of its words start with a capital letter.
  var capitalCount: Int
  var hasInnerSentenceEnd: Bool
  var endsSentence: Bool
  /// Whether its words look like a person's name and nothing else.
  var isNameLike: Bool
  /// The name it gives the outlet.
  var outlet: OutletClaim?
  /// A hash of its words, equal for lines that differ only in capitals, marks and spaces.
  var wordsHash: UInt64
}
