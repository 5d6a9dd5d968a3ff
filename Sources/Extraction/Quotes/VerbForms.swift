/// The written forms of English verbs, made from their lemma.
///
/// A lemmatiser goes from form to lemma and must guess; the cue lexicon goes the other way and need
/// not.
enum VerbForms {
  /// All forms of a verb in lower case, the lemma first.
  ///
  ///     VerbForms.all(of: "deny")   // ["deny", "denies", "denied", "denying"]
  ///
  /// For a verb whose final consonant may be doubled both spellings are given.
  static func all(of lemma: String) -> [String] {
    var forms = [lemma]
    let bytes = Array(lemma.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return forms }
    let stem = String(lemma.dropLast())
    let beforeLast = bytes[bytes.count - 2]
    let endsInConsonantY = last == UInt8(ascii: "y") && !isVowel(beforeLast)
    if endsInConsonantY {
      forms.append(stem + "ies")
    } else if ["s", "x", "z", "ch", "sh"].contains(where: lemma.hasSuffix) {
      forms.append(lemma + "es")
    } else {
      forms.append(lemma + "s")
    }
    if let irregular = irregular[lemma] {
      forms += irregular
    } else if last == UInt8(ascii: "e") {
      forms.append(lemma + "d")
    } else if endsInConsonantY {
      forms.append(stem + "ied")
    } else {
      forms.append(lemma + "ed")
    }
    if last == UInt8(ascii: "e"), beforeLast != UInt8(ascii: "e"), lemma != "be" {
      forms.append(stem + "ing")
    } else {
      forms.append(lemma + "ing")
    }
    if doubles(bytes) {
      let doubled = lemma + String(decoding: [last], as: UTF8.self)
      forms += [doubled + "ed", doubled + "ing"]
    }
    return forms
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    [0x61, 0x65, 0x69, 0x6f, 0x75].contains(byte)
  }

  /// Whether a lemma ends in one vowel and one consonant: admit, refer, quip.
  private static func doubles(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 3, let last = bytes.last, !isVowel(last) else { return false }
    if [UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(last) { return false }
    let vowel = bytes[bytes.count - 2]
    let before = bytes[bytes.count - 3]
    return isVowel(vowel) && (!isVowel(before) || before == UInt8(ascii: "u") && bytes.count == 4)
  }

  private static let irregular: [String: [String]] = [
    "say": ["said"], "tell": ["told"], "write": ["wrote", "written"], "think": ["thought"],
    "feel": ["felt"], "know": ["knew", "known"], "swear": ["swore", "sworn"],
    "speak": ["spoke", "spoken"], "hear": ["heard"], "find": ["found"], "see": ["saw", "seen"],
    "seek": ["sought"], "plead": ["pleaded", "pled"], "forecast": ["forecast"],
    "foresee": ["foresaw", "foreseen"], "understand": ["understood"], "mean": ["meant"],
    "make": ["made"], "put": ["put"], "go": ["went", "gone"], "begin": ["began", "begun"],
    "read": ["read"], "lay": ["laid"], "give": ["gave", "given"], "hold": ["held"],
    "take": ["took", "taken"], "set": ["set"], "rebut": ["rebutted"],
    "choose": ["chose", "chosen"],
    "sing": ["sang", "sung"], "overhear": ["overheard"], "rewrite": ["rewrote", "rewritten"],
    "retell": ["retold"], "come": ["came"], "meet": ["met"],
  ]
}
