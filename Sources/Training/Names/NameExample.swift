internal import Extraction
internal import NewsModel

/// A spelling that may be a name, and what it is.
struct NameExample {
  /// What the model looks at.
  var candidate: NameCandidate
  /// What it is.
  var label: NameClass
  /// How much it counts.
  var weight: Float

  /// The examples of a text: one for each spelling that the rules think may be a name.
  ///
  /// A spelling is what most of its annotated occurrences are, and no name if none is annotated. Where the
  /// borders differ (“Professor Berg”, “Berg”), it is what the annotation is that it shares most with, and
  /// counts half.
  static func examples(of text: NamedText) -> [NameExample] {
    let article = Article(id: "a", path: "a", text: text.text)
    return NameCandidate.candidates(in: article).map { candidate in
      var votes = [Float](repeating: 0, count: NameClass.allCases.count)
      for range in candidate.ranges {
        guard let (label, isExact) = text.label(of: range) else { continue }
        votes[label.rawValue] += isExact ? 1 : 0.5
      }
      var best = NameClass.noName
      for label in NameClass.allCases where votes[label.rawValue] > votes[best.rawValue] {
        best = label
      }
      // A program that marks names misses some, so what it does not mark teaches less.
      let isSure = best == .noName ? text.isByHand : votes[best.rawValue] >= 1
      return NameExample(
        candidate: candidate, label: best, weight: text.weight * (isSure ? 1 : 0.5))
    }
  }
}

extension NamedText {
  /// What a span is annotated as, and whether with the same borders; `nil` if it touches no annotation.
  fileprivate func label(of range: ByteRange) -> (NameClass, isExact: Bool)? {
    if let type = names[range] { return (NameClass(type), true) }
    if others.contains(range) { return (.other, true) }
    var best: (shared: Int, range: ByteRange, label: NameClass)?
    func consider(_ other: ByteRange, _ label: NameClass) {
      let shared = min(range.end, other.end) - max(range.start, other.start)
      guard shared > 0 else { return }
      // Ties go to the shorter annotation, then to the one that begins first: the order of a set is no order.
      if let best,
        (best.shared, -best.range.count, -best.range.start)
          >= (shared, -other.count, -other.start)
      {
        return
      }
      best = (shared, other, label)
    }
    for (other, type) in names { consider(other, NameClass(type)) }
    for other in others { consider(other, .other) }
    return best.map { ($0.label, false) }
  }
}
