import NewsModel
import Testing

@testable import Rules

@Suite struct SegmentStructureTests {
  static let texts = [
    "[Ann Lee|PERSON] said: [“We go to [Rome|PLACE]”|quoted]\nThe end.", "",
    "[“Again”|quoted]\n[Rome|PLACE] slept.",
  ]

  static func segment() -> (PostingSegment, Lexicon) {
    let corpus = SmallQueryCorpus(texts.map(PatternMatcherTests.text), segments: 1)
    return (corpus.segments()[0].postings, corpus.lexicon())
  }

  @Test("is the same before and after it is stored")
  func roundTrip() throws {
    let (segment, _) = Self.segment()
    let structure = try #require(segment.structure)
    #expect(structure.sentences.count > 3)
    #expect(structure.quotations.count == 2)
    #expect(structure.count(ofType: "PLACE") == 2)
    #expect(structure.count(ofType: "ENTITY") == 3)
    #expect(structure.count(ofType: "Quantity") == nil)
    #expect(SegmentStructure(structure.encoded, tokenCount: segment.tokenCount) == structure)
  }

  @Test("gives the words of all articles, each with its own borders")
  func text() throws {
    let (segment, lexicon) = Self.segment()
    let text = try #require(segment.text(lexicon: lexicon))
    let corpus = SmallQueryCorpus(Self.texts.map(PatternMatcherTests.text), segments: 1)
    #expect(text.text.documents.count == 3)
    for (article, tokens) in text.text.documents.enumerated() {
      let alone = corpus.queryText(ofArticle: article)
      #expect(
        tokens.map(text.text.tokens.word)
          == alone.text.tokens.words.indices.map(alone.text.tokens.word))
      #expect(Array(text.borders[tokens.lowerBound...tokens.upperBound]) == alone.borders)
      #expect(Array(text.text.entityCodes[tokens]) == alone.text.entityCodes)
    }
  }

  @Test("refuses damaged bytes and never traps")
  func refusesDamage() throws {
    let (segment, lexicon) = Self.segment()
    let bytes = try #require(segment.structure).encoded
    var random = SplitMix(seed: 5)
    var refused = 0
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0...random.below(3) {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      if random.below(4) == 0 { damaged.removeLast(random.below(damaged.count)) }
      guard let read = SegmentStructure(damaged, tokenCount: segment.tokenCount) else {
        refused += 1
        continue
      }
      let mended = PostingSegment(
        articleStarts: segment.articleStarts, words: segment.words, lemmas: segment.lemmas,
        tags: segment.tags, structure: read)
      _ = mended?.text(lexicon: lexicon)
    }
    #expect(refused > 1000)
    #expect(SegmentStructure([], tokenCount: 3) == nil)
    #expect(SegmentStructure(Array(bytes.dropLast()), tokenCount: segment.tokenCount) == nil)
  }
}
