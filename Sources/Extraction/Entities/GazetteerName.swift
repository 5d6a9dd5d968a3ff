internal import NewsModel

/// One name of the gazetteer.
struct GazetteerName: Sendable {
  /// How a spelling relates to the name.
  enum Form: UInt8, Sendable {
    /// The name or another name for it.
    case name
    /// “Russian”: its adjective, which may also be an inhabitant.
    case adjective
    /// “Russians”, “Danes”: its inhabitants.
    case people
  }

  /// What sort of name it is, finer than ``EntityType``.
  enum Kind: UInt8, Sendable {
    case country, capital, city, region, organisation, other
  }

  /// The canonical name.
  var name: String
  /// What sort of name it is.
  var kind: Kind
  /// For a capital, the index of its country's name; else -1.
  var country: Int32

  /// The type of entity it makes.
  var type: EntityType {
    switch kind {
    case .country, .capital, .city, .region: .place
    case .organisation: .organisation
    case .other: .other
    }
  }
}
