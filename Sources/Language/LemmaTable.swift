internal import NewsModel

/// Lemmas by forms.
struct LemmaTable: Sendable {
  private var forms = Vocabulary(capacity: 64)
  private var lemmas: [String] = []

  /// Creates an empty table.
  init() {}

  /// Reads `form lemma form lemma …`; the last of equal forms counts.
  init(pairs table: String) {
    let words = table.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      add(words[index], String(Substring(words[index + 1])))
    }
  }

  /// Adds `lemma form form …`.
  mutating func add(formsOf line: Substring.UTF8View) {
    let words = line.split(separator: UInt8(ascii: " "))
    guard let first = words.first else { return }
    let lemma = String(Substring(first))
    for form in words.dropFirst() { add(form, lemma) }
  }

  /// The lemma of a form, `nil` where the table has none.
  subscript(form: String) -> String? { forms.id(of: form).map { lemmas[Int($0)] } }

  private mutating func add(_ form: Substring.UTF8View, _ lemma: String) {
    let id = Int(forms.intern(String(Substring(form))))
    if id < lemmas.count { lemmas[id] = lemma } else { lemmas.append(lemma) }
  }
}
