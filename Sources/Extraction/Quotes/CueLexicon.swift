internal import NewsModel

/// The verbs that attribute statements, in a table of our own.
///
/// A line holds the lemma, the letters of its frames (``CueFrame/init(letter:)``), its act, its strength in
/// tenths and the particles that form a cue with it. The lines stand in alphabetical order: of
/// two verbs that share a form, the first has it.
enum CueLexicon {
  /// A verb of the grammar.
  struct Verb: Sendable {
    /// The lemma.
    let lemma: String
    /// What it attributes; `nil` for a helper.
    let cue: Cue?
  }

  /// The verbs of the table in its order, and behind them the helpers.
  static let verbs: [Verb] = {
    var verbs: [Verb] = []
    verbs.reserveCapacity(300)
    var acts = Vocabulary(capacity: Quote.Act.allCases.count)
    for act in Quote.Act.allCases { _ = acts.intern(act.rawValue) }
    let text = table.utf8Span.span
    func string(_ range: Range<Int>) -> String {
      String(copying: UTF8Span(unchecked: text.extracting(range)))
    }
    text.forEachLine { line in
      var lemma = ""
      var cue = Cue(frames: [], act: .other, strength: 0, particles: [])
      var column = 0
      text.forEachField(in: line) { field in
        switch column {
        case 0: lemma = string(field)
        case 1: for index in field { cue.frames.formUnion(CueFrame(letter: text[index])) }
        case 2: cue.act = acts.id(of: text, field).map { Quote.Act.allCases[Int($0)] } ?? .other
        case 3:
          let tenths = field.reduce(0) { $0 * 10 + Int(text[$1]) - 0x30 }
          cue.strength = Double(tenths) / 10
        default: cue.particles.append(string(field))
        }
        column += 1
      }
      verbs.append(Verb(lemma: lemma, cue: cue))
    }
    return verbs + helpers.map { Verb(lemma: $0, cue: nil) }
  }()

  /// Verbs that are no cues but govern one: “sought to highlight”, “made clear”.
  private static let helpers = ["make", "go", "begin", "meet", "hold", "take", "choose"]

  /// The entry of a verb that an analyst added at run time.
  static let added = Cue(
    frames: [.clause, .speech, .addressee, .question], act: .statement, strength: 0.8,
    particles: [])

  static let table = """
    accept tn statement 5
    accuse p accusation 10
    acknowledge ctdngq statement 9
    add cd statement 9
    address nm statement 4
    admit ctdngq statement 9 to
    advise ctdo directive 7 against
    advocate gn directive 7 for
    affirm ctdn announcement 8
    agree ctdi statement 6 with
    allege ctd claim 10
    allude m statement 7 to
    amplify n statement 4
    announce ctdnq announcement 10
    answer td statement 6
    apologise d statement 8 for
    apologize d statement 8 for
    appeal ct directive 5 for to
    applaud np judgement 8
    argue ctdq statement 9 for against
    ask doaq question 8 about for
    assail np judgement 8
    assert ctdn claim 9
    assess tn statement 5
    assume cb other 5
    assure acd statement 9
    attack np judgement 4
    attribute p statement 5
    avow ctdn statement 8
    backtrack d statement 5
    bark d statement 7
    beg od directive 7
    believe cbts other 8 in
    bemoan npt judgement 8
    berate np judgement 8
    blame np accusation 8
    blast npd judgement 8
    boast ctd claim 9 of about
    brag ctd claim 9 of about
    call p statement 9 for on
    caution actd statement 9 against
    celebrate n judgement 3
    charge ctd accusation 7
    chastise np judgement 8
    chide npd judgement 8
    chime d statement 5 in
    cite np statement 7
    claim ctdin claim 10
    clarify tdnq statement 8
    command odn directive 6
    commend np judgement 8
    comment td statement 7 on
    compare p statement 5
    complain ctd statement 9 about of
    concede ctdn statement 9
    conclude ctdn statement 9
    concur td statement 7
    condemn np judgement 10
    confess ctdi statement 8 to
    confide td statement 8
    confirm ctdnq announcement 9
    congratulate np judgement 6
    consider pbi other 4
    contend ctd claim 10
    continue dm statement 6
    contradict n denial 5
    convey tn statement 6
    counsel od directive 6
    counter td statement 8
    credit p judgement 5
    criticise npd judgement 10
    criticize npd judgement 10
    cry dm statement 6
    decide tibq other 5
    declare ctdpn announcement 9
    decline i statement 7
    decry npd judgement 9
    deem pb other 6
    defend np statement 6
    demand tdino directive 9
    denounce npd judgement 9
    deny ctdgn denial 10
    deplore np judgement 9
    deride np judgement 8
    describe pdgn statement 9
    detail nq statement 6
    determine tqs statement 5
    disagree td statement 6 with
    disclaim n denial 6
    disclose ctdnq announcement 8
    discuss nqb other 6
    dismiss pn denial 8
    dispute tnq denial 7
    doubt tbq other 7
    downplay n statement 6
    echo npd statement 6
    elaborate d statement 6 on
    emphasise ctdn statement 9
    emphasize ctdn statement 9
    encourage ond directive 6
    endorse n judgement 6
    enquire dq question 8
    envisage gnb other 5
    envision gnb other 5
    estimate ct statement 7
    exclaim ctd statement 9
    exhort od directive 9
    expect ctiob other 5
    explain ctdqn statement 9
    express n statement 9
    extol np judgement 7
    fault p accusation 6
    favor gnb other 5
    favour gnb other 5
    fear ctb other 8
    feel tb other 6
    find ts statement 6
    float n commitment 5
    forecast ctn statement 8
    foresee tgn statement 6
    fret tdb statement 7
    fume td statement 7
    guarantee tn commitment 6
    guess ctb other 6
    hail np judgement 8
    hear tb other 3
    highlight tns statement 7
    hint td statement 8 at
    hope ctib other 7 for
    imagine tb other 5
    implore od directive 9
    imply ts statement 7
    indicate ctds statement 8
    inform act announcement 8
    inquire dq question 8
    insinuate t claim 8
    insist ctd statement 10 on
    instruct oa directive 7
    interject d statement 8
    invite o directive 7
    joke ctd statement 8 about
    judge tpb statement 5
    know tb other 4
    label p statement 8
    lambast npd judgement 9
    lambaste npd judgement 9
    lament ctdn judgement 9
    laud np judgement 8
    lecture d statement 4
    liken p statement 8
    maintain ctd claim 8
    marvel td statement 6 at
    mention tdng statement 7
    mock npd judgement 6
    mull gnb other 5
    murmur ctd statement 8
    muse ctd statement 8
    mutter ctd statement 8
    name p statement 3
    note ctdn statement 9
    object td statement 7 to
    observe ctd statement 7
    offer idn commitment 6
    opine ctd statement 9
    oppose ngb judgement 6
    order on directive 7
    outline nq statement 6
    pan n judgement 4
    persuade oa directive 5
    petition o directive 6
    plan ib commitment 5
    plead dio directive 7 for
    pledge ctdin commitment 9
    point m statement 7 out to
    ponder nqb other 5
    portray p statement 7
    post tdm statement 7
    praise npd judgement 9
    pray tb other 5
    preach td statement 6
    predict ctdn statement 9
    prefer ngib other 5
    proclaim ctdpn announcement 9
    promise ctdina commitment 9
    propose tdigno commitment 9
    protest td statement 7
    push m directive 4 for
    question nq question 7
    quip ctd statement 10
    quote p statement 9
    rant td statement 7 about
    reaffirm tn statement 9
    realise tb other 4
    realize tb other 4
    reason td statement 7
    reassure at statement 8
    rebuff n denial 6
    rebuke npd judgement 8
    rebut ntd denial 7
    recall ctdgn statement 7
    recommend tdgno directive 8
    recount ntdq statement 7
    refer m statement 7 to
    refuse i commitment 8
    refute n denial 8
    regard pb other 5
    regret tndg statement 7
    reiterate ctdn statement 10
    reject npd denial 8
    relate td statement 5
    remark ctd statement 9 on
    remember tgb statement 4
    remind actdo statement 8
    repeat tdn statement 7
    reply ctd statement 9
    report ctdgnq statement 8
    repudiate n denial 8
    request tdno directive 7
    resolve tib commitment 5
    respond td statement 7
    restate tn statement 8
    retort ctd statement 9
    reveal ctdnqs announcement 7
    rule t announcement 6 out
    say ctdq statement 10
    scoff td statement 8 at
    scold npd judgement 7
    scorn n judgement 6
    see pmb other 3
    seek ib other 4
    share mtn statement 5
    shout ctd statement 8
    show ts statement 6
    sigh d statement 6
    signal ctds statement 7
    slam npd judgement 9
    snap dm statement 6
    sneer td statement 7
    speak m statement 5 of about
    specify tdnq statement 7
    speculate ct statement 8 about
    state ctdnq statement 9
    stipulate tn statement 7
    stress ctdng statement 9
    submit td statement 4
    suggest ctdgnq statement 8
    surmise ctd statement 8
    suspect ctb other 7
    swear ctdi commitment 7
    talk m statement 5 of about
    tease tdm statement 4
    tell acdqo statement 9 of about
    term p statement 7
    testify ctd statement 9
    thank np judgement 6
    theorise ctd statement 8
    theorize ctd statement 8
    think ctb other 7
    threaten tdig commitment 8
    thunder d statement 7
    tout np judgement 7
    trumpet np claim 5
    tweet ctdnq statement 9
    underline tdns statement 7
    underscore tns statement 7
    understand tb other 4
    unveil n announcement 5
    urge otdn directive 10
    utter dn statement 7
    verify tnq announcement 6
    view pb other 5
    voice n statement 8
    volunteer tdi statement 5
    vouch tn statement 6 for
    vow ctdin commitment 9
    wail d statement 6
    want iobn other 6
    warn actdo statement 10 of about against
    welcome np judgement 8
    whisper ctd statement 8
    wish tbio other 5
    wonder tdqb question 8
    worry ctdb statement 7 about
    write ctdq statement 8
    yell td statement 8
    """
}
