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

  /// Fills in the features of a token.
  @inline(__always)
  package mutating func fill(_ window: PartOfSpeechWindow, isSecondPass: Bool) {
    let previous = window.previous
    let beforePrevious = window.beforePrevious
    let here = window.here
    let left = window.left
    let right = window.right
    let leftLeft = window.leftLeft
    let rightRight = window.rightRight
    let first: UInt32 = window.isFirst ? 1 : 0
    let mix = PartOfSpeechForms.mix
    var number = 0
    func salted(_ hash: UInt32) -> UInt32 {
      number += 1
      return mix(hash, UInt32(truncatingIfNeeded: number))
    }
    hashes[0] = salted(here.word)
    hashes[1] = salted(here.suffix1 ^ here.shape)
    hashes[2] = salted(here.suffix2)
    hashes[3] = salted(here.suffix3)
    hashes[4] = salted(here.suffix4)
    hashes[5] = salted(here.prefix3)
    hashes[6] = salted(mix(here.shape, first))
    hashes[7] = salted(here.tail)
    hashes[8] = salted(here.usual)
    hashes[9] = salted(left.word)
    hashes[10] = salted(right.word)
    hashes[11] = salted(leftLeft.word)
    hashes[12] = salted(rightRight.word)
    hashes[13] = salted(previous)
    hashes[14] = salted(mix(previous, beforePrevious))
    hashes[15] = salted(mix(here.word, previous))
    hashes[16] = salted(mix(previous, right.usual))
    hashes[17] = salted(mix(here.usual, previous))
    hashes[18] = salted(mix(mix(here.usual, previous), right.usual))
    hashes[19] = salted(mix(here.word, right.word))
    hashes[20] = salted(mix(left.word, here.word))
    hashes[21] = salted(right.suffix3)
    hashes[22] = salted(left.suffix3)
    hashes[23] = salted(mix(right.usual, rightRight.usual))
    hashes[24] = salted(mix(left.shape, mix(mix(here.shape, first), right.shape)))
    hashes[25] = salted(mix(previous, here.suffix3))
    hashes[26] = salted(mix(here.suffix3, right.usual))
    hashes[27] = salted(mix(here.word, right.usual))
    hashes[28] = salted(mix(mix(here.word, previous), beforePrevious))
    hashes[29] = salted(mix(left.word, right.usual))
    hashes[30] = salted(here.word)
    hashes[31] = salted(mix(here.word, previous))
    hashes[32] = salted(mix(mix(here.usual, previous), right.usual))
    hashes[33] = salted(here.suffix3 ^ here.shape)
    hashes[34] = salted(mix(here.word, right.usual))
    hashes[35] = salted(mix(mix(here.shape, first), previous))
    guard isSecondPass else { return }
    let next = window.next
    hashes[36] = salted(next)
    hashes[37] = salted(mix(next, window.afterNext))
    hashes[38] = salted(mix(here.word, next))
    hashes[39] = salted(mix(previous, next))
    hashes[40] = salted(mix(mix(here.word, previous), next))
    hashes[41] = salted(mix(here.suffix3, next))
    hashes[42] = salted(mix(here.usual, mix(previous, next)))
    hashes[43] = salted(mix(here.usual, mix(next, window.afterNext)))
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
