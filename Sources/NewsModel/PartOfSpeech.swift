/// Part of speech in the Penn Treebank's tag set, the one that GUM and PolNeAR use.
///
/// The raw value is an index into ``PartOfSpeech/names``.
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  // The order is part of stored files: add at the end only.
  case unknown
  case cc, cd, dt, ex, fw, `in`, jj, jjr, jjs, ls, md, nn, nns, nnp, nnps, pdt, pos, prp
  case prpPossessive, rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp
  case wpPossessive, wrb
  case comma, period, colon, openingQuote, closingQuote, openingBracket, closingBracket
  case dollar, hash, nfp, add, hyphen, afx, gw

  /// The tags as the Penn Treebank writes them, by raw value.
  public static let names: [String] = [
    "XX",
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS",
    "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
    ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$", "#", "NFP", "ADD", "HYPH", "AFX", "GW",
  ]

  /// The tag as the Penn Treebank writes it: `NNP`, `PRP$`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The tag with this name, or `nil`.
  public init?(name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether it is a verb form, modals left out.
  @inlinable public var isVerb: Bool { (Self.vb.rawValue...Self.vbz.rawValue).contains(rawValue) }
  /// Whether it is a noun, proper or common.
  @inlinable public var isNoun: Bool { (Self.nn.rawValue...Self.nnps.rawValue).contains(rawValue) }
  /// Whether it is a proper noun.
  @inlinable public var isProperNoun: Bool { self == .nnp || self == .nnps }
  /// Whether it is an adjective.
  @inlinable public var isAdjective: Bool {
    (Self.jj.rawValue...Self.jjs.rawValue).contains(rawValue)
  }
  /// Whether it is an adverb.
  @inlinable public var isAdverb: Bool { (Self.rb.rawValue...Self.rbs.rawValue).contains(rawValue) }
}
