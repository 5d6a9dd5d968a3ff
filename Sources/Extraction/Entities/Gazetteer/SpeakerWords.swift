extension Gazetteer {
  /// Texts that speak for whoever issued them, by lemma.
  static let documents = """
    statement readout account communique communiqué release transcript letter memo memorandum document draft report
    note summary announcement declaration proclamation dispatch cable email e-mail tweet post message resolution
    manifesto proposal paper filing complaint lawsuit indictment affidavit ruling order decision opinion brief motion
    study survey poll analysis assessment review audit article story editorial column book blog advertisement ad
    video recording website press-release bulletin notice invitation text treaty agreement bill law dossier file
    petition circular decree budget
    """

  /// Texts that a body issues about its own acts: without an owner they belong to whoever spoke last.
  static let bodyDocuments = """
    statement readout account communique communiqué release transcript announcement declaration letter document
    dispatch press-release bulletin notice
    """

  /// Bodies that speak, by lemma.
  static let bodies = """
    administration agency alliance army association authority bank bloc board bureau cabinet campaign charity church
    coalition commission committee company consortium corporation council country court delegation department
    embassy federation firm force foundation fund government group institute institution intelligence kingdom
    league legislature magazine manufacturer maker media military ministry mission monitor movement nation navy network
    newspaper office organisation organization outlet panel paper parliament party police presidency press
    publication publisher regime regulator republic retailer school secretariat senate service side staff state station
    superpower team think-tank tribunal union university watchdog website white channel broadcaster tabloid weekly daily
    airline carrier operator supplier producer bureau squad unit division
    """

  /// What may follow a medium's name without changing who it is: “the TASS news agency”.
  static let bodyAppositions = """
    news agency service newspaper magazine website channel network station group company daily weekly broadcaster
    publication outlet wire press
    """

  /// People who stay unnamed unless the article names them, by lemma.
  static let unnamedPeople = """
    official diplomat source aide adviser advisor person man woman witness insider people observer staffer operative
    employee resident lawmaker expert analyst critic supporter opponent
    """
}
