extension Gazetteer {
  /// Numbers in words with their value.
  static let numberWords = """
    zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
    sixty=60 seventy=70 eighty=80 ninety=90 dozen=12
    """

  /// Words that multiply the number before them.
  static let scales = """
    hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 bn=1000000000 mn=1000000
    tn=1000000000000 mln=1000000 bln=1000000000 lakh=100000 crore=10000000
    """

  /// Plurals that give no exact number.
  static let pluralScales =
    "dozens hundreds thousands millions billions trillions tens scores lakhs crores"

  /// Ordinals with their value.
  static let ordinals = """
    first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
    thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
    """

  /// Units of time, singular and plural.
  static let timeUnits = """
    second seconds minute minutes hour hours day days week weeks month months year years decade decades century
    centuries weekend weekends fortnight quarter quarters
    """

  /// Parts of a day and seasons: “this morning”, “last summer”.
  static let dayParts = """
    morning afternoon evening night noon midnight dawn spring summer autumn fall winter season
    """

  /// Words that stand for a day by themselves.
  static let dayWords = "today yesterday tomorrow tonight"

  /// Words in front of a number that make it inexact; longer ones are put together from these.
  static let approximations = """
    about around some nearly almost roughly approximately estimated over under more less fewer least most up many
    close above below just exceeding circa
    """
}
