internal import NewsModel

extension EntityBuilder {
  @discardableResult
  mutating func addPerson(_ name: PersonName, words parts: [String]) -> Int {
    if let known = (peopleBySurname[name.surname] ?? []).first(where: {
      drafts[$0].person.map { $0.agrees(with: name) && !name.given.isEmpty } ?? false
    }) {
      return known
    }
    var draft = Draft(entity: Entity(name: "", type: .person))
    draft.person = name
    if parts.count > 1 { draft.entity.gender = gender(ofGivenName: parts[0]) }
    let index = add(draft)
    peopleBySurname[name.surname, default: []].append(index)
    if let given = name.given.first, given.utf8.count > 2 {
      peopleByGivenName[given, default: []].append(index)
    }
    return index
  }

  /// The person that a surname alone stands for: the only bearer; among several, the one whose gender
  /// and title fit, who was named last.
  func person(withSurnameOf span: NameSpan) -> Int? {
    let name = surfaces.person(of: span)
    guard var candidates = peopleBySurname[name.surname] else { return nil }
    candidates = candidates.filter {
      (drafts[$0].person.map { $0.agrees(with: name) } ?? false) && canBear(span, $0)
    }
    if candidates.count < 2 { return candidates.first }
    if let gender = gender(ofTitle: span) {
      let fitting = candidates.filter { drafts[$0].entity.gender == gender }
      if !fitting.isEmpty { candidates = fitting }
    }
    if let title = titleHead(of: span) {
      let fitting = candidates.filter { index in
        drafts[index].entity.titles.contains { $0.lowercased().contains(title) }
      }
      if !fitting.isEmpty { candidates = fitting }
    }
    // A bare surname is the main bearer's; relatives are called by their full or first name.
    let others = candidates.filter { !drafts[$0].isRelative }
    if !others.isEmpty, span.title == nil { candidates = others }
    let seen = candidates.filter { drafts[$0].lastToken >= 0 }
    return seen.max { drafts[$0].lastToken < drafts[$1].lastToken } ?? candidates.first
  }

  /// Whether a person can bear the title in front of a name: no other gender (“Mr.” for a woman), and
  /// no head of state who the article only knows as somebody's relative.
  func canBear(_ span: NameSpan, _ person: Int) -> Bool {
    if let theirs = drafts[person].entity.gender, let gender = gender(ofTitle: span),
      theirs != gender
    {
      return false
    }
    guard let title = span.title, drafts[person].person?.given.isEmpty == false,
      title.contains(where: { words.flags($0).contains(.leaderHead) })
    else { return true }
    return !drafts[person].isRelative
  }

  func person(withGivenName span: NameSpan) -> Int? {
    let word = PersonName.folded(words.tokens.word(span.tokens.lowerBound))
    guard span.tokens.count == 1, let candidates = peopleByGivenName[word], candidates.count == 1
    else { return nil }
    return candidates[0]
  }

  func hasHonorific(_ span: NameSpan) -> Bool {
    span.title?.contains { words.flags($0).contains(.honorific) } ?? false
  }

  func gender(ofTitle span: NameSpan) -> Gender? {
    guard let title = span.title else { return nil }
    for token in title {
      if words.flags(token).contains(.male) { return .male }
      if words.flags(token).contains(.female) { return .female }
    }
    return nil
  }

  private func titleHead(of span: NameSpan) -> String? {
    guard let title = span.title else { return nil }
    return title.last { words.flags($0).contains(.titleHead) }.map { words.tokens.lower($0) }
  }

  func isAfterPlacePreposition(_ span: NameSpan) -> Bool {
    words.isWord(span.tokens.lowerBound - 1, words.key.placePrepositions)
  }
}
