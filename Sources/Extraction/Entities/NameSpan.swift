internal import NewsModel

/// A run of tokens, or a part of one token, that may be a name.
struct NameSpan: Sendable {
  /// What is known of it so far.
  enum Reading: Hashable, Sendable {
    /// A name of the gazetteer.
    case known(Int32, GazetteerName.Form)
    /// A country's own body: “Russian government”, with the country's index.
    case nationalBody(Int32)
    /// An administration named after a person: “[Biden] administration”.
    case administration
    /// Found by its form; its type is decided over the whole article.
    case open
  }

  /// The tokens it touches.
  var tokens: Range<Int>
  /// The exact bytes.
  var range: ByteRange
  /// What is known.
  var reading: Reading
  /// Titles and honorifics in front: tokens, never empty.
  var title: Range<Int>?
  /// Whether all its words are large only because they begin a sentence.
  var isWeak = false
  /// Evidence for a person, organisation, place, other thing.
  var evidence = NameEvidence()
  /// The number of its form in ``NameSurfaces``, -1 while none is known.
  var surface = -1
}

/// How much speaks for each type of name.
struct NameEvidence: Sendable {
  var person: Float = 0
  var organisation: Float = 0
  var place: Float = 0
  var other: Float = 0

  static func += (sum: inout NameEvidence, more: NameEvidence) {
    sum.person += more.person
    sum.organisation += more.organisation
    sum.place += more.place
    sum.other += more.other
  }

  /// The type with most evidence, if any has enough; ties go to the earlier in the order person,
  /// organisation, place, other.
  var best: (type: EntityType, strength: Float) {
    var best: (EntityType, Float) = (.person, person)
    if organisation > best.1 { best = (.organisation, organisation) }
    if place > best.1 { best = (.place, place) }
    if other > best.1 { best = (.other, other) }
    return best
  }
}
