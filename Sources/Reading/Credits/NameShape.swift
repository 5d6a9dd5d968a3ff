/// How a person's name looks when nothing but its spelling is known.
enum NameShape {
  /// Whether the words are two to five with capitals, small particles between them, no word of furniture.
  static func isName(_ part: Range<Int>, of line: LineWords) -> Bool {
    guard (2...5).contains(part.count) else { return false }
    for index in part {
      let spelling = String(decoding: line.spelling(index), as: UTF8.self)
      switch line.words[index].shape {
      case .capitalised, .upper, .caseless:
        if notInNames.contains(spelling) { return false }
      case .lower:
        let isInside = index > part.lowerBound && index < part.upperBound - 1
        guard isInside, OrdinaryCase.particles.contains(spelling), spelling != "the",
          spelling != "of"
        else { return false }
      case .number, .sign: return false
      }
    }
    let name = part.map { String(decoding: line.spelling($0), as: UTF8.self) }
    return !KnownPlaces.contains(name.joined(separator: " "))
  }

  /// Words of menus, sections and notices, one of which shows that a line is no name.
  private static let notInNames = WordList(
    table, separators: [UInt8(ascii: " "), UInt8(ascii: "\n")])

  private static let table = """
    a about accessibility advertise advertising affairs afp africa agency alerts all america
    americas an analysis and android ap app apple apps april archive archives are article articles
    arts asia associated august back baseball basketball big blog blogs books breaking business
    button careers cars cartoons category center centre channel charts check china choice
    classifieds click climate columnists columns comment comments committee community company
    contact content continue cookie cookies copyright coronavirus corporate corrections council
    coupons covid cricket crisis crossword culture customer daily data deals december department
    disclaimer download east economy editor editor's editorial editorials editors education
    election elections email energy entertainment environment epaper error estate eu europe events
    explained explainers facebook fact family fashion featured february feed feedback feeds
    finance follow food football for foreign forum friday galleries gallery games getty golf
    google graphics group health help here history hockey home horoscopes hot house how images in
    index india instagram interactive international investigations investing investor ios is
    january job jobs join july june kids kit latest legal letters life lifestyle link links live
    local log maps march markets media men menu middle military ministry mobile monday money more
    movies multimedia music must national nato nature new news newsletter newsletters next north
    notice november obituaries october of olympics on opinion original our page partner party
    personal photo photos picks play podcast podcasts policy politics popular post posts
    preferences press previous privacy property puzzles quick racing radio read reading real
    recommended related relations release releases religion report reports reserved reuters rights
    rss rugby russia saturday science search security september series service services settings
    share shop sign site sitemap source sources south space special sponsored sport sports states
    store stories story style subscribe summit sunday tag tags tech technology telegram television
    tennis terms that the theater this thursday times to top topic topics travel trending tuesday
    tuesday's tv twitter uk ukraine un uncategorized united university up update updates us video
    videos view views war was watch we weather wednesday west what whatsapp when white who why
    with women world you your
    """
}
