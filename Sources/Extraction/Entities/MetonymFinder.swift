internal import NewsModel

/// Tells the cities that stand for a government (“Moscow denied …”) from those that are places.
///
/// Only a capital or seat of government can stand for one. It does so as the subject of a verb of will
/// or speech, as the object of a verb of address, in relations (“between Washington and Moscow”,
/// “pressure on Kyiv”, “according to Kyiv”) and as the owner of a policy (“Moscow's demands”).
struct MetonymFinder {
  let words: ArticleWords
  let matcher: GazetteerMatcher

  /// The country whose government a city is the seat of, `nil` for any other place.
  static func country(ofCapital city: String) -> String? { seats[city] }

  /// Whether a place is a country.
  static func isCountry(_ place: String) -> Bool { countries.contains(place) }

  private static let seats: [String: String] = {
    let names = NameLexicon.shared.names
    var seats: [String: String] = [:]
    for name in names where name.kind == .capital && name.country >= 0 && seats[name.name] == nil {
      seats[name.name] = names[Int(name.country)].name
    }
    return seats
  }()

  private static let countries: Set<String> = Set(
    NameLexicon.shared.names.filter { $0.kind == .country }.map(\.name))

  /// Sets ``Mention/metonymOf`` on the mentions that stand for a government.
  func mark(_ analysis: inout Analysis, spans: [NameSpan]) {
    var countries: [ByteRange: String] = [:]
    for span in spans {
      guard case .known(let index, .name) = span.reading else { continue }
      let name = matcher.name(index)
      guard name.kind == .capital, name.country >= 0 else { continue }
      if standsForGovernment(span.tokens) {
        countries[span.range] = matcher.name(name.country).name
      }
    }
    guard !countries.isEmpty else { return }
    for index in analysis.mentions.indices
    where analysis.entities[analysis.mentions[index].entity].type == .place {
      analysis.mentions[index].metonymOf = countries[analysis.mentions[index].range]
    }
  }

  private func standsForGovernment(_ city: Range<Int>) -> Bool {
    let group = coordination(around: city)
    return isPlaceAdverbial(group) == false
      && (isSubject(group) || isObject(group) || isInRelation(group, city) || isOwner(city))
  }

  /// The whole of “Washington and Moscow”.
  private func coordination(around city: Range<Int>) -> Range<Int> {
    var start = city.lowerBound
    var end = city.upperBound
    let key = words.key
    if words.isWord(start - 1, key.and), start - 2 >= 0, words.isCapitalised(start - 2) {
      start -= 2
    }
    if words.isWord(end, key.and), words.isCapitalised(end + 1) { end += 2 }
    return start..<end
  }

  /// “in Moscow”, “back to Moscow”, “arrived from Kyiv”: a place.
  private func isPlaceAdverbial(_ group: Range<Int>) -> Bool {
    let before = group.lowerBound - 1
    guard before >= 0 else { return false }
    return words.isWord(before, words.key.placePrepositions)
  }

  private func isSubject(_ group: Range<Int>) -> Bool {
    let key = words.key
    let before = group.lowerBound - 1
    if before >= 0, words.sentenceStart[before] == words.sentenceStart[group.lowerBound] {
      // After a preposition a city is no subject: “officials in Moscow said”.
      let tag = words.tag(before)
      if tag == .in || tag == .to, !words.isWord(before, key.clauseOpeners) { return false }
    }
    let isClause = before >= 0 && words.isWord(before, key.clauseOpeners)
    var token = group.upperBound
    var sawAuxiliary = false
    var steps = 0
    while token < words.count, steps < 5 {
      if words.sentenceStart[token] != words.sentenceStart[group.lowerBound] { return false }
      let tag = words.tag(token)
      if words.isWord(token, key.copulas) {
        return isWillingPredicate(token + 1)
      }
      if words.isWord(token, key.auxiliaries) || tag == .md {
        sawAuxiliary = true
      } else if tag.isAdverb || words.isWord(token, key.negations) || tag == .openingQuote {
        // “has also submitted”
      } else if words.lemmaFlags(token).contains(.volitionVerb),
        tag.isVerb || tag == .unknown || isClause
      {
        if tag == .vbg { return false }
        return true
      } else {
        return sawAuxiliary && tag.isVerb
      }
      token += 1
      steps += 1
    }
    return false
  }

  /// What follows “is”: “committed”, “ready to”, “preparing”, “not willing”.
  private func isWillingPredicate(_ start: Int) -> Bool {
    var token = start
    while token < words.count, words.tag(token).isAdverb || words.isWord(token, words.key.negations)
    {
      token += 1
    }
    guard token < words.count else { return false }
    if words.isWord(token, words.key.willing) { return true }
    return words.tag(token) == .vbg && words.lemmaFlags(token).contains(.volitionVerb)
  }

  private func isObject(_ group: Range<Int>) -> Bool {
    let key = words.key
    var before = group.lowerBound - 1
    if before >= 0, words.isWord(before, key.on) || words.isWord(before, key.upon) {
      // “called on Moscow to …”
      before -= 1
      return before >= 0 && words.isWord(before, key.callForms)
    }
    guard before >= 0 else { return false }
    let tag = words.tag(before)
    return words.lemmaFlags(before).contains(.addressVerb) && (tag.isVerb || tag == .unknown)
  }

  private func isInRelation(_ group: Range<Int>, _ city: Range<Int>) -> Bool {
    let key = words.key
    let before = group.lowerBound - 1
    guard before >= 0 else { return false }
    if words.isWord(before, key.between), group.count > city.count { return true }
    if words.isWord(before, key.to), words.isWord(before - 1, key.according) { return true }
    if words.isWord(before, key.against) { return true }
    if words.isWord(before, key.from) {
      // “representatives from Moscow and NATO”, not “a flight from Moscow”.
      return before >= 1
        && words.flags(before - 1).intersection([.peopleWord, .governmentNoun]) != []
        && words.flags(before - 1).isDisjoint(with: .speechForm)
    }
    if words.isWord(before, key.by) {
      return before >= 1 && words.tag(before - 1) == .vbn
        && words.lemmaFlags(before - 1).intersection([.volitionVerb, .addressVerb]) != []
    }
    guard words.isWord(before, key.relationPrepositions), before >= 1 else { return false }
    let noun = words.flags(before - 1)
    if words.isWord(before, key.to) {
      return noun.contains(.relationNoun) && !words.isWord(before - 1, key.back)
    }
    return noun.contains(.relationNoun)
  }

  /// “Moscow's alleged attempts”: up to three words before the noun.
  private func isOwner(_ city: Range<Int>) -> Bool {
    guard words.isWord(city.upperBound, words.key.possessives) else { return false }
    var token = city.upperBound + 1
    let end = min(token + 4, words.count)
    while token < end {
      let tag = words.tag(token)
      if tag == .in || tag == .comma || tag == .period || tag == .vbz || tag == .vbp || tag == .md {
        return false
      }
      if words.flags(token).contains(.governmentNoun) { return true }
      if tag.isNoun, token + 1 < end, !words.tag(token + 1).isNoun { return false }
      token += 1
    }
    return false
  }
}
