import NewsModel

/// Names in capitals brought into ordinary capitalisation.
enum OrdinaryCase {
  /// Words that stay small inside names of places and people.
  static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "les", "el",
    "al",
    "of", "the", "and", "on", "upon", "sur", "au", "aux", "van", "von", "der", "den", "ter", "ten",
    "bin",
    "ibn", "ben", "bint", "y", "e", "es", "am", "an", "zu", "na", "nad",
  ]

  /// A place: "RIO DE JANEIRO" is "Rio de Janeiro", "PORT-AU-PRINCE" "Port-au-Prince".
  static func place(_ name: String) -> String {
    guard !name.unicodeScalars.contains(where: { $0.properties.isLowercase }) else { return name }
    return recased(name)
  }

  /// A person's name, initials of two letters left alone.
  ///
  ///     OrdinaryCase.person("JAMES B. MCDONALD")   // "James B. McDonald"
  static func person(_ name: String) -> String {
    guard !name.unicodeScalars.contains(where: { $0.properties.isLowercase }) else { return name }
    return recased(name, isPerson: true)
  }

  private static func recased(_ name: String, isPerson: Bool = false) -> String {
    var result = ""
    var word = ""
    var isFirst = true
    func close() {
      guard !word.isEmpty else { return }
      result += recasedWord(word, isFirst: isFirst, isPerson: isPerson)
      isFirst = false
      word = ""
    }
    for scalar in name.unicodeScalars {
      if scalar == " " || scalar == "-" || scalar == "\u{a0}" || scalar == "." {
        if scalar == "." {
          word.unicodeScalars.append(scalar)
          close()
        } else {
          close()
          result.unicodeScalars.append(scalar)
        }
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    close()
    return result
  }

  private static func recasedWord(_ word: String, isFirst: Bool, isPerson: Bool) -> String {
    let small = word.lowercased()
    if !isFirst, particles.contains(small) { return small }
    if isPerson, !isFirst, word.utf8.count == 2, !small.utf8.contains(where: vowels.contains) {
      return word
    }
    var capital = ""
    var isStart = true
    for scalar in small.unicodeScalars {
      capital += isStart ? scalar.properties.titlecaseMapping : String(scalar)
      // O'BRIEN, N'DJAMENA
      isStart = (scalar == "'" || scalar == "\u{2019}") && capital.unicodeScalars.count <= 2
    }
    if isPerson, capital.hasPrefix("Mc"), capital.utf8.count > 4 {
      let rest = capital.dropFirst(2)
      return "Mc" + rest.prefix(1).uppercased() + rest.dropFirst()
    }
    return capital
  }

  private static let vowels: Set<UInt8> = Set("aeiouy".utf8)

  /// The words of a range, folded and joined by one space.
  static func folded(_ bytes: [UInt8], _ range: ByteRange) -> String {
    var line = LineWords()
    line.fill(bytes, range)
    return line.words.indices.map { String(decoding: line.spelling($0), as: UTF8.self) }
      .joined(separator: " ")
  }

  /// The ASCII letters from an offset on, made small.
  static func letters(_ bytes: [UInt8], from start: Int, before end: Int) -> [UInt8] {
    var letters: [UInt8] = []
    var index = start
    while index < end, (0x61...0x7a).contains(bytes[index] | 0x20), letters.count < 12 {
      letters.append(bytes[index] | 0x20)
      index += 1
    }
    return letters
  }
}
