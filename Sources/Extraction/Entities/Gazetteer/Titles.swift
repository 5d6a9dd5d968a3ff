extension Gazetteer {
  /// Honorifics in front of a name; the gender stands after `=`.
  static let honorifics = """
    mr=m mr.=m mrs=f mrs. =f mrs.=f ms=f ms.=f miss=f mister=m madam=f madame=f mme=f mme.=f monsieur=m sir=m dame=f
    lord=m lady=f dr dr. prof prof. rev rev. reverend=m father=m sister=f brother=m pastor imam=m rabbi=m sheikh=m
    sheik=m ayatollah=m mullah=m hajji=m king=m queen=f prince=m princess=f duke=m duchess=f emperor=m empress=f
    baron=m baroness=f count=m countess=f pope=m cardinal=m archbishop=m bishop=m patriarch=m saint emir=m sultan=m
    uncle=m aunt=f herr=m frau=f senor=m señor=m senora=f señora=f don=m crown
    """

  /// Offices and professions that stand in front of a name or in apposition to it.
  ///
  /// Head words only; what may stand before a head is in ``titleModifiers``.
  static let titleHeads = """
    president presidents president-elect vice-president premier chancellor minister ministers prime-minister pm secretary
    secretary-general undersecretary under-secretary ambassador envoy spokesman spokeswoman spokesperson
    spokesmen spokespeople senator senators sen. sens. congressman congresswoman representative representatives rep.
    reps. governor gov. govs. governors mayor lawmaker lawmakers deputy deputies mp mps mep congressmen chairman chairwoman
    chair chairperson co-chair leader leaders speaker whip adviser advisor advisers advisors aide aides counsel
    counselor counsellor director chief commander commander-in-chief general generals gen. lt. lieutenant colonel
    col. col major maj. captain capt. capt cpt. sergeant sgt. sgt corporal cpl. private pvt. admiral adm. commodore marshal
    brigadier maj brig. commissioner officer official officials analyst analysts expert experts professor researcher
    historian economist scientist scholar strategist pollster lobbyist activist activists journalist reporter
    reporters correspondent correspondents columnist editor editor-in-chief writer author host anchor commentator
    photographer blogger lawyer attorney attorneys prosecutor prosecutors judge justice sheriff detective inspector
    constable trooper agent executive ceo coo cfo founder co-founder cofounder owner manager managers banker
    investor entrepreneur businessman businesswoman billionaire tycoon oligarch developer doctor physician surgeon
    nurse teacher student coach player striker goalkeeper quarterback midfielder actor actress singer musician
    rapper comedian director-general filmmaker artist novelist poet candidate candidates nominee nominees
    front-runner frontrunner contender rival incumbent delegate strategists operative operatives coordinator
    organizer organiser head monarch dictator ruler warlord rebel separatist militant fighter veteran diplomat diplomats
    negotiator negotiators mediator rapporteur consul attache attaché deputy-minister high-representative
    mogul tsar czar treasurer comptroller auditor ombudsman clerk registrar dean provost rector principal
    superintendent curator librarian astronaut cosmonaut pilot soldier soldiers sniper politician politicians statesman
    stateswoman firebrand dissident defector whistleblower hacker survivor resident voter voters supporter witness
    victim suspect husband=m wife=f son=m daughter=f brother=m sister=f father=m mother=f uncle=m aunt=f nephew=m niece=f
    widow=f widower=m boyfriend=m girlfriend=f grandfather=m grandmother=f grandson=m granddaughter=f cousin
    businessmen chairmen first-lady lady=f congresspeople guru staffer staffers surrogate megastar star attorney-general
    """

  /// Words that may stand between a country or body and the head of a title.
  static let titleModifiers = """
    deputy vice prime foreign defense defence interior finance justice trade energy health education culture
    agriculture transport environment economy economic labor labour home housing commerce treasury home-affairs
    press chief senior junior former ex- ex then then- late acting interim incoming outgoing outspoken longtime long-time
    veteran top special national security homeland intelligence military political state federal regional local
    assistant associate executive managing general attorney solicitor principal permanent high first second third
    presidential congressional gubernatorial senate house parliamentary opposition party campaign communications
    policy public affairs relations legal legislative judicial white supreme court staff chief-of-staff
    democratic republican conservative liberal labor-party independent libertarian socialist communist socialdemocrat
    green populist nationalist far-right far-left right-wing left-wing centrist moderate hard-line hardline reformist
    progressive veteran current new elected newly-elected two-term one-term
    presumptive likely potential fellow billionaire media news television tv radio film political human rights
    civil air army navy naval police border fire medical nuclear climate un eu nato us u.s. uk ukrainian
    retired ranking minority majority lead chief senior-most deputy-chief head digital senate-majority
    real estate reality business hedge fund investment rebel separatist militia guerrilla spiritual religious
    tribal supreme paramount crown founding founder joint co- joint-chiefs counterterrorism counter-terrorism
    """

  /// Heads after a country's adjective that describe whoever leads it (“the Russian leader”).
  static let leaderHeads = "president leader premier ruler"

  /// Words that end the name of an organisation (“Ministry” may also begin it).
  static let organisationHeads = """
    administration agency agencies alliance army assembly association authority bank board brigade broadcasting brotherhood
    bureau cabinet campaign caucus center centre chamber church club coalition college command commission committee
    commons community company confederation conference congress consortium constabulary convention corporation corp. corp corps
    council court coalition department directorate division duma endowment enterprise exchange federation
    fleet force forces forum foundation front fund government group guard guards holdings hospital inc. inc
    initiative inspectorate institute institution instituto intelligence international journal laboratory
    league legislature ltd. ltd llc limited plc ministry mission mosque movement museum navy network news
    office observatory organization organisation parliament partnership party patrol police post
    press regiment registry school secretariat seminary senate service services society staff state-run studios syndicate synod
    systems team technologies television times tribune tribunal trust union university watch wire works
    airlines airways motors industries partners associates bancorp insurance records pictures entertainment
    herald gazette chronicle observer telegraph mirror magazine daily weekly
    """

  /// Words that begin an organisation's name and are followed by “of” or “for”.
  static let organisationOpeners = """
    academy administration agency alliance assembly association authority bank board bureau center centre chamber
    church college commission committee confederation conference congress council court department directorate
    embassy federation foundation front fund house institute institution league ministry mission museum national
    office order organization organisation parliament party school secretariat society trust union university
    friends sons daughters knights veterans citizens people mothers
    """

  /// Words that end the name of a treaty, an event, a law, a war or a thing.
  static let otherHeads = """
    accord accords act agreement amendment anthem award awards bill bowl campaign championship championships
    code conference constitution convention covenant crisis cup day deal declaration decree doctrine dossier
    festival games initiative law marathon massacre memorandum memo month movement open pact plan prize project protocol
    reform report resolution revolution statute strategy summit talks tour treaty uprising war week
    program programme rebellion siege spring raid rally affair scandal clause rule list index theory
    """

  /// Words that end the name of a place.
  static let placeHeads = """
    airport avenue bay beach boulevard bridge camp canal canyon cape castle cathedral cemetery city coast county
    creek dam delta desert district forest fort gate glacier gulf harbor harbour heights hill hills hotel island
    islands isle isthmus jungle lake lakes lane mountain mountains oblast ocean palace park parish peninsula
    plateau plaza port prefecture province raion rainforest reef region republic ridge river road sea shore square station
    strait street straits territory tower tunnel valley village volcano airfield airbase base arena stadium
    """

  /// Words before a name that make it a place (“Mount Everest”).
  static let placeOpeners = """
    mount mt. lake cape fort port san santa st. saint river gulf strait bay isle rio sierra
    """

  /// Small words inside personal names, between capitalised parts.
  static let nameParticles = """
    de del della delle di da das do dos du d' de-la la le van von der den ter ten zu zur af av bin ibn bint ben al
    el ul ur abu abd ould y e i und of-the san mac
    """

  /// Endings of a personal name after a comma or without one.
  static let nameSuffixes = "jr. jr sr. sr ii iii iv"

  /// Small words that may stand inside the name of an organisation or a treaty.
  static let nameConnectors = "of for and the & on de del des du la le y e"

  /// Groups whose adjective or plural names a member, not the body: left out of mentions.
  static let peopleWords = """
    official officials diplomat diplomats aide aides source sources spokesman spokeswoman spokesperson spokesmen
    spokespeople person people man men woman women adviser advisers advisor advisors analyst analysts expert
    experts lawmaker lawmakers leader leaders minister ministers officer officers soldier soldiers commander
    commanders general generals ambassador ambassadors envoy envoys negotiator negotiators politician politicians
    activist activists reporter reporters journalist journalists correspondent resident residents witness
    witnesses voter voters supporter supporters critic critics opponent opponents protester protesters demonstrator
    demonstrators campaigner campaigners prosecutor prosecutors investigator investigators lawyer lawyers attorney
    attorneys judge judges scientist scientists researcher researchers economist economists historian historians
    doctor doctors nurse nurses teacher teachers student students worker workers farmer farmers trader traders
    investor investors executive executives representative representatives authority authorities member members
    staffer staffers strategist strategists operative operatives pollster pollsters insider insiders observer observers
    veteran veterans survivor survivors relative relatives friend friends neighbor neighbors neighbour neighbours
    colleague colleagues passenger passengers guest guests delegate delegates senator senators congressman
    congressmen congresswoman governor governors mayor mayors deputy deputies mp mps candidate candidates
    nominee nominees ally allies rival rivals counterpart counterparts militant militants rebel rebels separatist
    separatists fighter fighters insurgent insurgents migrant migrants refugee refugees immigrant immigrants
    policeman policemen police cop cops agent agents employee employees consultant consultants donor donors
    organizer organizers organiser organisers scholar scholars professor professors author authors commentator
    commentators columnist columnists pundit pundits insiders individual individuals citizen citizens parent parents
    mother father son daughter wife husband brother sister family couple victim victims suspect suspects
    spokespersons premier president presidents chancellor secretary chairman chairwoman chief director head
    speaker king queen prince princess owner owners founder boss bosses tycoon manager managers coach player players
    user users fan fans viewer viewers reader readers listener listeners crowd crowds locals local insiders
    conservative conservatives liberal liberals progressives progressive moderates democrat republican libertarian
    someone somebody others many some several few one everyone everybody nobody anyone participant participants
    aide-de-camp vice-president policymaker policymakers regulators regulator watchdog watchdogs
    """
}
