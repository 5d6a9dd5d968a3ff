package import NewsModel

/// The parts of speech that the model chooses between; marks and the like are told by their form.
///
/// There are 32, so that a feature's weights for all of them fill one vector and a set of them one
/// word.
package enum PartOfSpeechLabels {
  /// The labels in the order of the weights.
  package static let all: [PartOfSpeech] = [
    .cc, .cd, .dt, .ex, .in, .jj, .jjr, .jjs, .md, .nn, .nnp, .nnps, .nns, .pdt, .pos, .prp,
    .prpPossessive, .rb, .rbr, .rbs, .rp, .to, .uh, .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .wdt, .wp,
    .wrb,
  ]

  /// The number of a label by the raw value of its part of speech, -1 for those that are none.
  package static let numbers: [Int] = {
    var numbers = [Int](repeating: -1, count: PartOfSpeech.allCases.count)
    for (number, label) in all.enumerated() { numbers[Int(label.rawValue)] = number }
    return numbers
  }()

  /// A set of labels as bits.
  package static func mask(_ labels: [PartOfSpeech]) -> UInt32 {
    labels.reduce(0) { mask, label in
      let number = numbers[Int(label.rawValue)]
      return number < 0 ? mask : mask | 1 << UInt32(number)
    }
  }

  /// What an unknown word may be.
  package static let open = mask([
    .jj, .jjr, .jjs, .nn, .nnp, .nnps, .nns, .rb, .rbr, .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .uh, .cd,
  ])
  /// What a word with a capital may be besides what its small form is.
  package static let proper = mask([.nnp, .nnps])
}
