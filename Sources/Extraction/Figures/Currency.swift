internal import NewsModel

/// Names and signs of currencies.
enum Currency {
  /// The code of a sign or code in front of an amount: “$”, “USD”.
  static func code(before token: Int, _ words: ArticleWords) -> String? {
    let shape = words.shape(token)
    // A sign, or letters that are all large.
    guard shape.isDisjoint(with: .letter) || !shape.isDisjoint(with: [.allCapitals, .initial])
    else { return nil }
    return signs[words.tokens.word(token)]
  }

  /// The code of a name or code behind an amount: “euros”, “EUR”.
  static func code(after token: Int, _ words: ArticleWords) -> String? {
    if words.shape(token).contains(.allCapitals) { return signs[words.tokens.word(token)] }
    guard words.tag(token).isNoun else { return nil }
    return names[words.tokens.lower(token)]
  }

  private static let signs: [String: String] = [
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH",
    "₹": "INR", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "JPY": "JPY", "RUB": "RUB", "UAH": "UAH", "INR": "INR", "CNY": "CNY", "RMB": "CNY",
    "CHF": "CHF", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "SEK": "SEK", "NOK": "NOK",
    "PLN": "PLN", "TRY": "TRY", "BRL": "BRL", "ZAR": "ZAR", "MXN": "MXN", "KRW": "KRW",
  ]

  private static let names: [String: String] = [
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "pounds": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rupee": "INR", "rupees": "INR",
    "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN", "lira": "TRY",
    "francs": "CHF", "franc": "CHF", "kronor": "SEK", "kroner": "NOK", "rand": "ZAR",
    "pesos": "MXN", "peso": "MXN", "reais": "BRL", "won": "KRW", "cents": "USD",
  ]
}
