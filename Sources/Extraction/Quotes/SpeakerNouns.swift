/// Common nouns that can, or cannot, be the source of a statement.
enum SpeakerNouns {
  /// Whether a lemma names people or a body that speaks.
  static func isSpeaker(_ lemma: String) -> Bool {
    if people.contains(lemma) || bodies.contains(lemma) { return true }
    // Agent nouns: spokesman, lawmaker, economist, senator, chairwoman, …
    return agentEndings.contains { lemma.count > $0.count + 2 && lemma.hasSuffix($0) }
      && !agentExceptions.contains(lemma)
  }

  /// Whether a lemma names one person, rather than a body or a number of people.
  static func isPerson(_ lemma: String) -> Bool { isSpeaker(lemma) && !bodies.contains(lemma) }

  private static let agentEndings = [
    "man", "woman", "men", "women", "person", "people", "ist", "maker", "leader", "ician", "crat",
    "holder", "keeper", "ologist", "ee", "tor", "ser", "rer", "yer", "cher", "ter", "ker", "ner",
  ]
  private static let agentExceptions: Set<String> = [
    "matter", "letter", "number", "power", "offer", "order", "paper", "computer", "factor",
    "committee", "degree", "water", "winter", "quarter", "disaster", "register", "character",
    "chapter", "centre", "center", "weather", "sector", "monitor", "corner", "dinner", "manner",
    "banner", "tree", "coffee", "list", "mist", "fee", "knee", "guarantee", "filter", "helicopter",
    "theater", "marker", "sticker", "laser", "cancer", "poster", "encounter", "counter",
    "newsletter", "twitter",
  ]

  /// People.
  static let people: Set<String> = [
    "activist", "adviser", "advisor", "agent", "aide", "ally", "ambassador", "analyst", "attorney",
    "author", "boss", "brother", "campaigner", "candidate", "captain", "chair", "chief", "child",
    "citizen", "coach", "colleague", "commander", "commissioner", "correspondent", "counterpart",
    "critic", "daughter", "defendant", "delegate", "democrat", "deputy", "diplomat", "director",
    "doctor", "driver", "envoy", "executive", "expert", "family", "farmer", "father", "friend",
    "general", "governor", "guest", "head", "historian", "host", "husband", "insider", "investor",
    "judge", "justice", "king", "lawyer", "leader", "lawmaker", "legislator", "mayor", "member",
    "minister", "moderator", "mother", "negotiator", "neighbor", "neighbour", "nominee", "nurse",
    "observer", "officer", "official", "opponent", "owner", "parent", "participant", "partner",
    "patient", "pilot", "player", "politician", "president", "prime", "priest", "producer",
    "professor", "prosecutor", "protester", "queen", "rebel", "refugee", "reporter",
    "representative", "republican", "researcher", "resident", "rival", "scientist", "secretary",
    "senator", "sister", "soldier", "son", "source", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strategist", "student", "supporter", "surrogate", "surgeon", "teacher", "team",
    "veteran", "victim", "viewer", "voter", "wife", "witness", "woman", "man", "girl", "boy",
    "worker", "writer", "billionaire", "businessman", "mogul", "american", "russian", "liberal",
    "conservative", "many", "some", "other", "others", "most", "few", "several", "both", "two",
    "three", "one", "people", "person", "columnist", "editor", "journalist", "manager", "chairman",
    "chairwoman", "congressman", "congresswoman", "pollster", "economist", "scholar", "detective",
    "sheriff", "pastor", "bishop", "pope", "actor", "actress", "star", "singer", "celebrity",
    "engineer", "passenger", "customer", "survivor", "bystander", "relative", "uncle", "aunt",
    "cousin", "builder", "clerk", "guard", "inspector", "trader", "paramedic", "commuter", "tenant",
    "landlord", "accountant", "consultant", "immigrant", "migrant", "applicant", "medic", "rescuer",
    "ceo",
  ]

  /// Bodies that speak.
  static let bodies: Set<String> = [
    "administration", "agency", "alliance", "army", "association", "authority", "bank", "board",
    "bloc", "bureau", "cabinet", "campaign", "charity", "church", "city", "coalition", "commission",
    "committee", "company", "congress", "council", "country", "court", "delegation", "department",
    "embassy", "firm", "foundation", "government", "group", "intelligence", "institute",
    "kingdom", "league", "legislature", "magazine", "media", "military", "ministry", "monitor",
    "movement", "nation", "network", "newspaper", "office", "opposition", "organisation",
    "organization", "outlet", "palace", "panel", "paper", "parliament", "party", "police",
    "publication", "regime", "regulator", "republic", "school", "senate", "service", "side",
    "staff",
    "state", "station", "television", "tribunal", "union", "university", "watchdog", "website",
    "white", "world", "press", "industry", "community", "establishment", "faction", "left", "right",
    "public", "crowd", "audience", "jury", "team", "camp", "site", "airline", "airport", "brigade",
    "clinic", "club", "college", "consortium", "federation", "hospital", "museum", "navy",
    "secretariat", "society",
  ]

  /// Texts that speak for somebody.
  static let documents: Set<String> = [
    "account", "affidavit", "agreement", "analysis", "announcement", "article", "assessment",
    "bill",
    "blog", "book", "briefing", "cable", "complaint", "communique", "communiqué", "data",
    "declaration", "document", "draft", "editorial", "email", "e-mail", "essay", "estimate",
    "filing",
    "finding", "headline", "indictment", "interview", "law", "lawsuit", "leaflet", "letter", "memo",
    "memorandum", "message", "note", "notice", "opinion", "page", "petition", "piece", "poll",
    "post", "proposal", "projection", "readout", "record", "release", "report", "research",
    "resolution", "review", "ruling", "speech", "statement", "statistic", "story", "study",
    "submission", "survey", "text", "transcript", "treaty", "tweet", "verdict", "warrant",
  ]

  /// Things and events that show or mean something, but say nothing.
  static let inanimate: Set<String> = [
    "remark", "comment", "move", "decision", "event", "behaviour", "behavior", "annexation",
    "action", "attack", "incident", "result", "outcome", "fact", "sign", "evidence", "situation",
    "development", "crisis", "war", "trend", "pattern", "history", "experience", "success",
    "failure", "absence", "presence", "rise", "fall", "increase", "decline", "change", "problem",
    "issue", "question", "answer", "reason", "idea", "plan", "approach", "strategy", "policy",
    "effort", "attempt", "case", "example", "number", "figure", "price", "cost", "market", "share",
    "stock", "silence", "tone", "gesture", "visit", "trip", "meeting", "summit", "talk", "call",
    "debate", "race", "election", "victory", "defeat", "loss", "vote", "day", "week", "month",
    "year", "time", "moment", "thing", "way", "step", "response", "reaction", "test", "risk",
    "threat", "tension", "conflict", "violence", "protest", "strike", "weather", "storm",
  ]
}
