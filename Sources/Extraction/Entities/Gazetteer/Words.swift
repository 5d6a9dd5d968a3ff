extension Gazetteer {
  /// Words that no name begins with, though a sentence does.
  static let functionWords = """
    a an the this that these those some any each every either neither no none all both half such what which whose
    who whom whoever whatever whichever i you he she it we they me him her us them my your his its our their mine
    yours hers ours theirs myself yourself himself herself itself ourselves themselves
    and or but nor so yet for if unless until till while whereas although though because since as than whether when
    whenever where wherever why how once after before during about above across against along alongside amid among
    amongst around at behind below beneath beside besides between beyond by despite down except following from in
    inside into like near of off on onto opposite out outside over past per regarding round through throughout to
    toward towards under underneath unlike up upon versus via with within without be am is are was were been being
    have has had having do does did doing done would shall should could must ought not n't
    however meanwhile separately moreover furthermore nevertheless nonetheless therefore thus hence otherwise instead
    indeed also too even still just only now then here there today tomorrow yesterday tonight again already always
    never ever often sometimes usually perhaps maybe recently earlier later lately soon finally eventually initially
    previously afterwards afterward additionally similarly likewise consequently accordingly overall specifically
    particularly especially generally typically apparently reportedly allegedly presumably obviously clearly certainly
    surely of course yes no okay ok oh well please thank thanks let lets let's much least fewer
    enough plus minus according asked told speaking talking addressing responding referring noting citing
    given based asked regardless due owing thanks ahead apart aside back away together forward rather quite
    almost nearly roughly approximately about least
    everyone everybody everything someone somebody something anyone anybody anything nobody nothing
    there's that's it's he's she's what's who's here's i'm i've i'd i'll we're we've we'd we'll they're they've you're
    you've don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't
    latest usd eur gbp rmb cny jpy rub uah chf cad aud inr allied internet gmt est edt utc bst ok tv
    ' “ ” ‘ ’ advertisement related read click share subscribe sign comments comment watch listen view copyright photo
    image video source join follow please update updated breaking exclusive opinion analysis editorial via
    """

  /// Words that begin a name only inside a sentence: “New”, “First”, “Will”.
  static let looseWords = """
    first second third last next new old former latter early late big great good bad high low young black white blue
    red golden little two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions
    will may might can mark rich art bill grace hope faith rose june april august summer winter spring autumn major
    minor general special more most less united national international federal central public private people men
    women children young old many several few another one ones both other others free open
    conservative liberal republican democratic former current senior federal local state
    """

  /// Titles, offices and common nouns that a headline or a sentence start writes large.
  static let commonNouns = """
    talks tensions summit sanctions troops officials sources leaders protests protesters voters polls poll report
    reports statement police war peace deal crisis election elections campaign debate vote economy trade oil gas
    prices market markets stocks shares climate health court judge law bill tax taxes budget school schools students
    teachers women men children family families world country countries nation nations state states city cities
    house home news story press media live day week month year years time times morning night monday call calls
    meeting visit trip plan plans news attack attacks bomb killing shooting fire storm flood death deaths missile
    missiles nuclear weapons forces army military soldiers border borders security threat threats invasion power
    critics experts analysts aides allies rivals supporters opponents republicans relations ties support money
    """

  /// Verbs that only somebody who has a will or a voice can be the subject of, by lemma.
  static let volitionVerbs = """
    say tell ask add announce argue accuse acknowledge admit agree affirm allege assert assure believe blame
    call charge claim comment complain concede conclude condemn confirm consider contend criticize criticise decide
    declare decline defend demand denounce deny describe disagree dismiss dispute emphasize emphasise estimate
    expect explain express fear hint hope indicate inform insist intend invite lament maintain mention note offer
    oppose order pledge point praise predict promise propose protest question reaffirm recall recognize recognise
    recommend refuse reiterate reject remark repeat reply report request respond retort reveal signal speak state
    stress submit suggest support suspect threaten think underline underscore urge vow want warn welcome wish worry
    accept act agree aim allow annex appear approve arm attack attempt back ban begin block boycott break bring
    build buy cancel capture cease change choose claim close commit compromise continue control cooperate cut deal
    delay deliver deploy deport detain develop dispatch do draw drop earmark ease end enter escalate expel fail
    fight figure find focus fund get give go grant halt help hold host ignore impose increase insist interfere
    invade invest join keep launch lead leave lift like look make manage meddle meet mobilise mobilize move need
    negotiate occupy open overlook pay persuade plan play plot prefer prepare press prevent prompt provide provoke
    publish pull punish push put ratify react reach receive reconsider recruit reduce regard release remain remove
    renew require resist resume retaliate return ruled rule sanction scrap see seek seem seize sell send set share
    shift show shoot sign speed spend stand start station step stick stop strengthen strike struggle suspend take
    talk target tighten train trust try turn use view violate vote wage wait walk watch weigh win withdraw withhold
    work amass annul arrest assist authorise authorize avoid beef bolster bomb broker champion clamp concentrate
    cosy court deem deepen deter disregard embrace endorse engage ensure evacuate exert explore extend favor favour
    finance foment forge hail harden heed hesitate initiate intensify intervene isolate itch justify lash lobby
    loathe mass match mediate mull nationalise nationalize normalise normalize object offset oblige orchestrate
    outlaw outline overplay pin portray pour present pressure presume proceed proclaim project pursue quarrel
    rebuff rebuke reckon reconcile regret reimpose rely repeal replace rescind reserve resent respect restrict retain
    revive revoke risk roll sabotage scale scramble scuttle side soften sponsor stage steer step-up stoke summon
    supply surrender tolerate tout treat undermine unveil uphold veto yield know understand fret downplay
    """

  /// Verbs whose object is somebody who can answer, by lemma.
  static let addressVerbs = """
    urge ask tell inform warn accuse assure blame call condemn criticize criticise notify press pressure persuade
    convince implore beg challenge advise remind caution threaten sanction punish provoke antagonize antagonise
    anger alarm irritate infuriate embarrass deter contain confront isolate appease reassure support back help arm
    thank praise fault rebuke chide scold invite implicate finger suspect trust oppose defy outrage irk upset
    worry rattle unnerve unsettle please engage lobby pester entice exhort enrage force prompt allow lead
    """

  /// Nouns that a government has and a city has not.
  static let governmentNouns = """
    accusation accusations act action actions administration aggression agenda aim aims aid allegation allegations ally
    allies ambassador ambassadors ambition ambitions ambiguity annexation answer answers anger announcement approach approval
    argument arguments armies arms army arsenal aspirations assertion assertions assessment assistance attempt attempts attitude
    authority backing behavior behaviour bid blessing bluff calculations calculus call calls campaign capabilities capitulation
    chief claim claims clients commitment commitments complaint complaints concern concerns concession concessions condemnation
    conduct conditions consent consul control cooperation counter-offer counterpart crackdown credibility criticism
    decision decisions defeat defence defense defences defenses delegation demand demands denial denials desire desires
    determination diplomacy diplomat diplomats disinformation displeasure dominance efforts effort embassy embargo
    enemies enemy envoy envoys expansion explanation explanations failure fears fleet forces foreign frustration
    goal goals government grip hand hands handling help hopes hostility influence initiative insistence inability
    intelligence intent intention intentions interest interests interference intervention intrusion invasion involvement
    isolation jets justification leaders leadership leverage lies line logic loyalty manoeuvres maneuvers
    meddling message messages military military's minister ministers mission missile missiles mistake mistakes motive motives
    move moves narrative navy negotiator negotiators nuclear objection objections objective objectives occupation
    offer offers operation operations opinion opposition order orders outrage part partner partners patience perspective
    plan plans pledge pledges ploy policies policy position positions posture power preparations presence pressure priorities
    priority programme program promise promises propaganda proposal proposals protest protests provocation provocations
    proxies proxy pullout pursuit reaction readiness reaction reasons reassurances refusal rejection relations relationship
    relationships reluctance reply request requests resistance resolve response responses responsibility restraint
    retaliation rhetoric right rights rival rivals role rule sanctions satisfaction security sentiment side signal
    signals sovereignty stance statement statements strategic strategy strength support suspicion suspicions tactics
    talks terms territorial thinking threat threats ties tone top troop troops trust unwillingness version view views vote
    war warning warnings warplanes wars weapons willingness wish wishes withdrawal words worries
    """

  /// Nouns of relation: “ties with Moscow”, “pressure on Kyiv”.
  static let relationNouns = """
    relations relation relationship relationships ties tie tensions tension talks talk war wars conflict dispute disputes
    rift row deal deals agreement agreements pact alliance alliances cooperation confrontation standoff stand-off
    negotiations negotiation dialogue contacts contact diplomacy rivalry friendship links link feud détente detente
    trust mistrust differences rapprochement trade hostilities hostility sanctions pressure support aid assistance
    help backing message messages signal signals warning warnings threat threats letter ultimatum demands demand concessions
    response answer appeal appeals criticism anger leverage exchange exchanges channel channels ceasefire truce
    accusations accusation allegations intelligence weapons arms border allegiance loyalty cooperation understanding
    blow challenge rebuke victory defeat embargo embargoes measures
    """

  /// Verbs of talking and writing that name people as their subject, by form.
  static let speechForms = """
    said says say told tells tell added adds argued argues acknowledged admitted announced answered asked asks
    asserted believes called claimed claims commented complained conceded concluded confirmed contended criticized
    criticised declared declined denied denies described emphasized emphasised estimated explained expressed
    hinted indicated insisted insists joked maintained mentioned noted notes observed pledged pointed predicted
    promised proposed proposes quipped reaffirmed recalled refused reiterated rejected remarked repeated replied
    reported responded revealed saying shouted signaled signalled spoke stated stressed suggested suggests testified
    thinks thought threatened tweeted tweets underlined underscored urged urges vowed vows wants warned warns
    welcomed wrote writes posted adding recalls thinks
    """

  /// Days of the week.
  static let weekdays = "monday tuesday wednesday thursday friday saturday sunday"

  /// Months, with their usual abbreviations; the number stands after `=`.
  static let months = """
    january=1 jan=1 jan.=1 february=2 feb=2 feb.=2 march=3 mar.=3 april=4 apr=4 apr.=4 may=5 june=6 jun.=6 july=7 jul.=7
    august=8 aug=8 aug.=8 september=9 sept=9 sept.=9 sep.=9 october=10 oct=10 oct.=10 november=11 nov=11 nov.=11 december=12
    dec=12 dec.=12
    """
}
