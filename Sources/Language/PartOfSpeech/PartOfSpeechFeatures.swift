/// The features of one token in its sentence, each a hash.
///
/// First the features that both passes use, then those that only texts tagged by hand teach, then those
/// on the tags to the right, which only the second pass knows.
package struct PartOfSpeechFeatures: Sendable {
  /// How many features all texts teach.
  package static let sharedCount = 30
  /// How many features the first pass uses.
  package static let firstPassCount = 36
  /// How many features the second pass uses.
  package static let count = 44
  /// The hashes.
  package var hashes = InlineArray<44, UInt32>(repeating: 0)

  /// Creates empty features, to be filled again and again.
  package init() {}

  /// Fills in all features of a token.
  @inline(__always)
  package mutating func fill(_ window: PartOfSpeechWindow, isSecondPass: Bool) {
    fillWord(window.here)
    fillContext(window, isSecondPass: isSecondPass)
  }

  /// Fills in the features that depend on the word alone.
  @inline(__always)
  mutating func fillWord(_ form: PartOfSpeechForms.Form) {
    let mix = PartOfSpeechForms.mix
    hashes[0] = mix(form.word, 1)
    hashes[1] = mix(form.suffix1 ^ form.shape, 2)
    hashes[2] = mix(form.suffix2, 3)
    hashes[3] = mix(form.suffix3, 4)
    hashes[4] = mix(form.suffix4, 5)
    hashes[5] = mix(form.prefix3, 6)
    hashes[7] = mix(form.tail, 8)
    hashes[8] = mix(form.usual, 9)
    hashes[30] = mix(form.word, 31)
    hashes[33] = mix(form.suffix3 ^ form.shape, 34)
  }

  /// Fills in the other features of a token.
  @inline(__always)
  mutating func fillContext(_ window: PartOfSpeechWindow, isSecondPass: Bool) {
    let previous = window.previous
    let beforePrevious = window.beforePrevious
    let here = window.here
    let left = window.left
    let right = window.right
    let leftLeft = window.leftLeft
    let rightRight = window.rightRight
    let first: UInt32 = window.isFirst ? 1 : 0
    let mix = PartOfSpeechForms.mix
    hashes[6] = mix(mix(here.shape, first), 7)
    hashes[9] = mix(left.word, 10)
    hashes[10] = mix(right.word, 11)
    hashes[11] = mix(leftLeft.word, 12)
    hashes[12] = mix(rightRight.word, 13)
    hashes[13] = mix(previous, 14)
    hashes[14] = mix(mix(previous, beforePrevious), 15)
    hashes[15] = mix(mix(here.word, previous), 16)
    hashes[16] = mix(mix(previous, right.usual), 17)
    hashes[17] = mix(mix(here.usual, previous), 18)
    hashes[18] = mix(mix(mix(here.usual, previous), right.usual), 19)
    hashes[19] = mix(mix(here.word, right.word), 20)
    hashes[20] = mix(mix(left.word, here.word), 21)
    hashes[21] = mix(right.suffix3, 22)
    hashes[22] = mix(left.suffix3, 23)
    hashes[23] = mix(mix(right.usual, rightRight.usual), 24)
    hashes[24] = mix(mix(left.shape, mix(mix(here.shape, first), right.shape)), 25)
    hashes[25] = mix(mix(previous, here.suffix3), 26)
    hashes[26] = mix(mix(here.suffix3, right.usual), 27)
    hashes[27] = mix(mix(here.word, right.usual), 28)
    hashes[28] = mix(mix(mix(here.word, previous), beforePrevious), 29)
    hashes[29] = mix(mix(left.word, right.usual), 30)
    hashes[31] = mix(mix(here.word, previous), 32)
    hashes[32] = mix(mix(mix(here.usual, previous), right.usual), 33)
    hashes[34] = mix(mix(here.word, right.usual), 35)
    hashes[35] = mix(mix(mix(here.shape, first), previous), 36)
    guard isSecondPass else { return }
    let next = window.next
    hashes[36] = mix(next, 37)
    hashes[37] = mix(mix(next, window.afterNext), 38)
    hashes[38] = mix(mix(here.word, next), 39)
    hashes[39] = mix(mix(previous, next), 40)
    hashes[40] = mix(mix(mix(here.word, previous), next), 41)
    hashes[41] = mix(mix(here.suffix3, next), 42)
    hashes[42] = mix(mix(here.usual, mix(previous, next)), 43)
    hashes[43] = mix(mix(here.usual, mix(next, window.afterNext)), 44)
  }

  /// Calls a function with the number of each feature that ``fillWord(_:)`` fills in.
  @inline(__always)
  static func forEachOfWord(_ body: (Int) -> Void) {
    for index in 0..<6 { body(index) }
    body(7)
    body(8)
    body(30)
    body(33)
  }

  /// Calls a function with the number of each feature that ``fillContext(_:isSecondPass:)`` fills in.
  @inline(__always)
  static func forEachOfContext(isSecondPass: Bool, _ body: (Int) -> Void) {
    body(6)
    for index in 9..<30 { body(index) }
    for index in 31..<33 { body(index) }
    for index in 34..<(isSecondPass ? count : firstPassCount) { body(index) }
  }

  /// Replaces the features that name the word itself.
  package mutating func hideWord() {
    for number in [0, 15, 19, 20, 27, 28, 30, 31, 34, 38, 40] { hashes[number] = 0xffff_ffff }
  }
}

/// A token's form with its neighbours' and the tags around it, within the sentence.
package struct PartOfSpeechWindow: Sendable {
  package var leftLeft: PartOfSpeechForms.Form
  package var left: PartOfSpeechForms.Form
  package var here: PartOfSpeechForms.Form
  package var right: PartOfSpeechForms.Form
  package var rightRight: PartOfSpeechForms.Form
  /// Whether the token is the first word of its sentence, opening marks left aside.
  package var isFirst: Bool
  /// The tags around it as raw values: 255 beyond the sentence; in the first pass the right ones too.
  package var beforePrevious: UInt32
  package var previous: UInt32
  package var next: UInt32
  package var afterNext: UInt32
}
