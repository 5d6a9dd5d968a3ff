package import NewsModel

/// What the model of names can take a spelling for: a type of name, or no name at all.
package enum NameClass: Int, CaseIterable, Sendable {
  case person, organisation, place, other, noName

  /// The class of a type.
  package init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case .place: self = .place
    case .other: self = .other
    }
  }

  /// The type, or `nil` for no name.
  package var type: EntityType? {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    case .other: .other
    case .noName: nil
    }
  }
}
