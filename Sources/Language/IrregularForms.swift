/// Forms whose lemma no suffix rule finds.
enum IrregularForms {
  /// Lemma by form: verbs, in any tense.
  static let verbs: LemmaTable = {
    var lemmas = LemmaTable()
    for line in verbTable.utf8.split(separator: UInt8(ascii: "\n")) {
      lemmas.add(formsOf: line)
    }
    return lemmas
  }()

  /// Lemma by form: plural nouns.
  static let nouns = LemmaTable(pairs: nounTable)
  /// Lemma by form: comparatives and superlatives of adjectives.
  static let adjectives = LemmaTable(pairs: adjectiveTable)
  /// Lemma by what is left of a regular form without `ed`, `ing`, `er` or `est`, where the rules for a
  /// dropped e or a doubled consonant are wrong.
  static let stems = LemmaTable(pairs: stemTable)
  /// Lemma by form: pronouns, determiners, modals and shortened words, whatever their part of
  /// speech.
  static let closedClass = LemmaTable(pairs: closedClassTable)

  private static let closedClassTable = """
    an a these this those that me i him he them they us we 'em they whom who n't not 'nt not ca can \
    wo will sha shall 'll will 'm be 're be 've have won't will
    """

  private static let nounTable = """
    men man women woman children child people people feet foot teeth tooth geese goose mice mouse \
    lice louse oxen ox dice die lives life wives wife knives knife halves half leaves leaf \
    loaves loaf shelves shelf selves self wolves wolf thieves thief calves calf elves elf \
    hooves hoof scarves scarf crises crisis analyses analysis bases base theses thesis \
    hypotheses hypothesis diagnoses diagnosis oases oasis parentheses parenthesis \
    emphases emphasis axes axis criteria criterion phenomena phenomenon media medium data data \
    bacteria bacterium memoranda memorandum referenda referendum curricula curriculum \
    alumni alumnus cacti cactus nuclei nucleus stimuli stimulus fungi fungus radii radius \
    indices index appendices appendix vertices vertex matrices matrix buses bus gases gas \
    campuses campus viruses virus bonuses bonus choruses chorus censuses census caucuses caucus \
    statuses status lenses lens corpses corpse aliases alias biases bias canvases canvas \
    atlases atlas news news series series species species headquarters headquarters means means \
    politics politics economics economics physics physics ethics ethics athletics athletics \
    movies movie ties tie lies lie pies pie cookies cookie rookies rookie zombies zombie \
    selfies selfie calories calorie prairies prairie genies genie hippies hippie \
    heroes hero potatoes potato tomatoes tomato vetoes veto echoes echo torpedoes torpedo \
    embargoes embargo mosquitoes mosquito cargoes cargo volcanoes volcano shoes shoe toes toe \
    foes foe woes woe canoes canoe kilos kilo quizzes quiz aircraft aircraft sheep sheep \
    troops troop glasses glass passersby passerby \
    thanks thanks odds odds goods goods earnings earnings savings savings pants pants \
    clothes clothes proceedings proceedings proceeds proceeds headaches headache \
    grandchildren grandchild surroundings surroundings contents contents arrears arrears \
    manners manners gentlemen gentleman niches niche logistics logistics countrymen countryman \
    chairmen chairman twenties twenties syntheses synthesis sixties sixties \
    schoolchildren schoolchild newbies newbie jeans jeans fishermen fisherman \
    craftsmen craftsman businessmen businessman corpora corpus businesswomen businesswoman \
    congressmen congressman spokesmen spokesman spokeswomen spokeswoman servicemen serviceman \
    policemen policeman gunmen gunman lawmen lawman
    """

  private static let stemTable = """
    acquir acquire appall appal assum assume attribut attribute beat beat becom become \
    bias bias bit bite breath breathe bus bus cajol cajole caucus caucus cheat cheat cit cite \
    cod code collasp collaspe com come compell compel compet compete compil compile \
    complet complete conced concede condon condone consum consume contribut contribute \
    conven convene cop cope costum costume dat date defeat defeat delet delete denot denote \
    deplor deplore describ describe devot devote distribut distribute dol dole eat eat \
    ebel ebele ek eke erod erode excit excite exil exile explod explode explor explore eye eye \
    fad fade fil file float float flout flout focus focus great great guid guide hang hang \
    hat hate heat heat hon hone hop hope ignit ignite ignor ignore incit incite \
    infring infringe inscrib inscribe interven intervene invit invite labell label lat late \
    loath loathe marvell marvel massacr massacre mut mute not note overcom overcome \
    overrul overrule ow owe patroll patrol persuad persuade phon phone pil pile plung plunge \
    postpon postpone prescrib prescribe presum presume prob probe profil profile promot promote \
    propell propel quot quote rat rate rebell rebel rebuk rebuke reced recede recit recite \
    reparcell reparcel repeat repeat requir require restor restore retreat retreat rever revere \
    revil revile ril rile rul rule saf safe schedul schedule seat seat shout shout smil smile \
    stout stout subscrib subscribe supersed supersede tast taste trad trade travell travel \
    treat treat tun tune underscor underscore unhing unhinge unit unite upcom upcome \
    upgrad upgrade vot vote wan wane wast waste welcom welcome worship worship writ write \
    zon zone
    """

  private static let adjectiveTable = """
    better good best good worse bad worst bad more more most most less less least least \
    further far furthest far farther far farthest far elder old eldest old fewer few fewest few \
    lesser less freer free freest free truer true truest true sorer sore bluer blue
    """

  private static let verbTable = """
    be am is are was were been being 's
    have has had having
    do does did done doing
    go goes went gone
    say said says
    abide abode
    arise arose arisen
    awake awoke awoken
    bear bore borne born
    beat beaten
    become became
    befall befell befallen
    begin began begun
    behold beheld
    bend bent
    beset besetting
    bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    broadcast broadcasted
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    cling clung
    come came
    creep crept
    deal dealt
    die died dying dies
    dig dug
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    focus focuses focusses focussed
    forbid forbade forbidden
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    forgo forwent forgone
    forsake forsook forsaken
    freeze froze frozen
    get got gotten
    give gave given
    grind ground
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leant
    leap leapt
    learn learnt
    leave left
    lend lent
    lie lain lied lying lies
    light lit
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    mistake mistook mistaken
    misunderstand misunderstood
    outdo outdid outdone
    outgrow outgrew outgrown
    overcome overcame
    overdo overdid overdone
    override overrode overridden
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    partake partook partaken
    pay paid
    plead pled
    prove proven
    rebuild rebuilt
    redo redid redone
    rend rent
    repay repaid
    resell resold
    retake retook retaken
    rethink rethought
    rewrite rewrote rewritten
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    see saw seen
    seek sought
    sell sold
    send sent
    sew sewn
    shake shook shaken
    shed shedding
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    sling slung
    smell smelt
    sneak snuck
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spill spilt
    spin spun
    spit spat
    spoil spoilt
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    stride strode stridden
    strike struck stricken
    string strung
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    tie tied tying ties
    tread trod trodden
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    undo undid undone
    uphold upheld
    vie vied vying vies
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    withstand withstood
    wring wrung
    write wrote written
    use used using uses
    control controlled controlling
    """
}
