/// Words that carry grammar rather than content, and the commonest verbs of saying.
enum FunctionWords {
  static let all: Set<String> = Set(
    """
    a about above after again against all also am an and any are aren as at be because been before
    being below between both but by can cannot could did do does doing don down during each else
    ever every few for from further had has have having he her here hers herself him himself his
    how however i if in into is it its itself just may me might more most must my myself neither
    never no nor not now of off on once one only or other our ours ourselves out over own per same
    shall she should since so some such than that the their theirs them themselves then there these
    they this those though through to too under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yet you your yours
    yourself yourselves n't 's 'll 're 've 'd 'm
    say said says tell told add note mr mrs ms dr mr. mrs. ms. dr.
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
