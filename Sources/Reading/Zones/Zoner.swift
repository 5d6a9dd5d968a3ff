import NewsModel

/// Divides a text into zones and collects what the text says about its origin.
///
/// First each line is judged on its own, then its place decides: the head ends at the first paragraph of
/// reporting, the foot begins behind the last one. A line that usually ends articles ends this one only if
/// most of the prose stands above it.
///
/// - Complexity: O(*n*) in the length of the text.
struct Zoner {
  /// What was found.
  struct Result {
    var zones: [Zone] = []
    var title: String?
    var byline: [String] = []
    var datelinePlaces: [String] = []
    var agencies: [String] = []
    var outlet: String?
    var published: String?
    var notes: [Note] = []
  }

  let bytes: [UInt8]
  let lines: [JudgedLine]
  let knownTitle: String?
  var result = Result()
  var titleIndex: Int?
  var outlets: [OutletClaim] = []
  var published: StatedDate?
  var updated: StatedDate?
  /// Names of authors found far from the head.
  var strayAuthors: [String] = []

  /// Zones a text; with a title from metadata, only a line that says the same is the title's zone.
  static func zones(
    of bytes: [UInt8], knownTitle: String? = nil, hints: [Int: LineHint] = [:]
  ) -> Result {
    var judge = LineJudge(bytes, hints: hints)
    var zoner = Zoner(
      bytes: bytes,
      lines: HardWrap.joined(LineTable(bytes).lines, of: bytes).map { judge.judge($0) },
      knownTitle: knownTitle)
    zoner.run()
    return zoner.result
  }

  private init(bytes: [UInt8], lines: [JudgedLine], knownTitle: String?) {
    self.bytes = bytes
    self.lines = lines
    self.knownTitle = knownTitle
  }

  private mutating func run() {
    titleIndex = findTitle()
    let bodyStart = findBodyStart()
    let end = findEnd(from: bodyStart)
    let bodyEnd = findBodyEnd(from: bodyStart, to: end)
    readHead(upTo: bodyStart)
    readBody(bodyStart..<bodyEnd)
    readFoot(bodyEnd..<lines.count, end: end)
    finish()
  }

  // MARK: Adding

  mutating func add(_ kind: Zone.Kind, _ range: ByteRange, reason: String = "") {
    guard !range.isEmpty else { return }
    result.zones.append(Zone(kind, range, reason: reason))
  }

  mutating func add(agencies: [String]) {
    for agency in agencies where !result.agencies.contains(agency) {
      result.agencies.append(agency)
    }
  }

  mutating func add(authors: [String]) {
    for author in authors where !result.byline.contains(author) { result.byline.append(author) }
  }

  mutating func take(_ date: StatedDate, isUpdate: Bool) {
    if isUpdate {
      if updated == nil { updated = date }
    } else if published == nil {
      published = date
    }
  }

  /// Adds a line of furniture with what it tells of outlet and agency.
  mutating func addBoilerplate(_ line: JudgedLine, _ rule: BoilerplateRule) {
    if let claim = line.outlet { outlets.append(claim) }
    if ["agency-credit", "copyright-notice", "source-link"].contains(rule.reason) {
      var words = LineWords()
      words.fill(bytes, line.line.range, limit: 300)
      add(agencies: Agency.names(in: 0..<min(words.count, 24), of: words))
    }
    if let title = titleInside(line) {
      let range = line.line.range
      add(
        .boilerplate, bytes.trimmed(ByteRange(range.start, title.start)), reason: rule.reason)
      add(.boilerplate, title, reason: "duplicate-title")
      add(.boilerplate, bytes.trimmed(ByteRange(title.end, range.end)), reason: rule.reason)
      noteRepeatedTitle(title)
    } else {
      add(.boilerplate, line.line.range, reason: rule.reason)
    }
  }

  func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }

  private mutating func finish() {
    if let knownTitle {
      result.title = knownTitle
    } else if let titleIndex {
      result.title = PageText.collapsed(Array(bytes[lines[titleIndex].line.range.range]))
    }
    if result.byline.isEmpty { result.byline = strayAuthors }
    // The strongest claim counts, the first among equals.
    var best: OutletClaim?
    for claim in outlets where claim.rank > best?.rank ?? -1 { best = claim }
    result.outlet = best?.name
    result.published = (published ?? updated)?.iso
    result.zones.sort { $0.range < $1.range }
  }
}
