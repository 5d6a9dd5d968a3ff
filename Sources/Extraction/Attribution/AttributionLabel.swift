/// The part that a token plays in an attribution, and whether it begins the span.
package enum AttributionLabel: UInt8, CaseIterable {
  case none, beginsSource, source, beginsCue, cue, beginsContent, content

  /// The names in the order of the raw values, as model files write them.
  package static let names = [
    "O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content",
  ]

  /// The role, or `nil` outside all spans.
  package var role: AttributionRole? {
    AttributionRole(rawValue: (rawValue &+ 1) / 2)
  }

  /// Whether a span begins.
  package var begins: Bool { rawValue % 2 == 1 }
}

/// The part that a span plays in an attribution.
package enum AttributionRole: UInt8, CaseIterable, Sendable {
  case source = 1
  case cue, content

  /// The label of a span's first token.
  package var firstLabel: AttributionLabel {
    switch self {
    case .source: .beginsSource
    case .cue: .beginsCue
    case .content: .beginsContent
    }
  }

  /// The label of a span's further tokens.
  package var innerLabel: AttributionLabel {
    switch self {
    case .source: .source
    case .cue: .cue
    case .content: .content
    }
  }
}

/// A run of tokens with one role, inside one paragraph.
package struct AttributionSpan: Hashable, Sendable {
  /// The tokens.
  package var tokens: Range<Int>
  /// The part that it plays.
  package var role: AttributionRole

  /// Creates a span.
  package init(_ tokens: Range<Int>, _ role: AttributionRole) {
    self.tokens = tokens
    self.role = role
  }

  /// The spans that labels describe, in order.
  package static func spans(of labels: [UInt8]) -> [AttributionSpan] {
    var spans: [AttributionSpan] = []
    var token = 0
    while token < labels.count {
      guard let label = AttributionLabel(rawValue: labels[token]), label.begins,
        let role = label.role
      else {
        token += 1
        continue
      }
      var end = token + 1
      while end < labels.count, labels[end] == role.innerLabel.rawValue { end += 1 }
      spans.append(AttributionSpan(token..<end, role))
      token = end
    }
    return spans
  }
}
