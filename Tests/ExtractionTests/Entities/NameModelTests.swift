import CModels
import Language
import NewsModel
import Testing

@testable import Extraction

@Suite struct NameModelTests {
  /// Names with their types, as an article with this model gives them.
  static func names(_ text: String, _ model: NameModel = .embedded) -> [String] {
    var statements = StatementModel.none
    statements.names = model
    let analysis = ArticleAnalyser(options: ExtractionOptions(model: statements)).analyse(
      Article(id: "a", path: "a", text: text))
    return analysis.entities.map { "\($0.name): \($0.type.rawValue)" }
  }

  /// A file whose weights are all the same for a class.
  static func file(_ weights: [NameClass: Int8]) -> [UInt8] {
    let row = NameClass.allCases.map { weights[$0] ?? 0 }
    let rows = (0..<16).flatMap { _ in row }
    return NameModelFile.file(rows: rows, bucketBits: 4, scale: 1)
  }

  @Test("the weights in the program are whole and fit its features")
  func embedded() throws {
    // Safe: the C side returns a constant array and its size.
    let bytes = Array(
      UnsafeRawBufferPointer(start: sayso_name_weights(), count: sayso_name_weights_size()))
    #expect(bytes.count < 1 << 20)
    #expect(throws: Never.self) { try NameModel(bytes: bytes) }
  }

  @Test(
    "tells invented names apart by their words and surroundings",
    arguments: [
      (
        "Quarvel Systems said on Monday that it had bought a maker of lamps.",
        ["Quarvel Systems: organisation"]
      ),
      (
        "A spokeswoman for the firm, Ilsa Bren, said the plant would close.", ["Ilsa Bren: person"]
      ),
      (
        "Shares of Ostrava Foods fell. Ostrava Foods employs 900 people in Kelmouth.",
        ["Ostrava Foods: organisation", "Kelmouth: place"]
      ),
      (
        "Ysolde Farn, 52, teaches at the Brackwell Academy.",
        ["Ysolde Farn: person", "Brackwell Academy: organisation"]
      ),
      (
        "He was born in Drosk, near Lake Ember, and joined the Harvest Party.",
        ["Drosk: place", "Lake Ember: place", "Harvest Party: organisation"]
      ),
      ("In the poll Marine Le Pen was ahead.", ["Marine Le Pen: person"]),
    ])
  func types(_ text: String, _ names: [String]) {
    #expect(Self.names(text) == names)
  }

  @Test("what the weights say decides, also that something is no name")
  func decides() throws {
    let text = "On Monday they met Tulvar Brenzik for an hour."
    let place = try NameModel(bytes: Self.file([.place: 9]))
    #expect(Self.names(text, place) == ["Tulvar Brenzik: place"])
    let nothing = try NameModel(bytes: Self.file([.noName: 9]))
    #expect(Self.names(text, nothing).isEmpty)
    #expect(Self.names(text, .none) == ["Tulvar Brenzik: other"])
  }

  @Test("names of the gazetteer stay what they are")
  func gazetteer() throws {
    let nothing = try NameModel(bytes: Self.file([.noName: 9]))
    #expect(
      Self.names("Norway and NATO met in Lisbon.", nothing)
        == ["Norway: place", "NATO: organisation", "Lisbon: place"])
  }

  @Test("a file that is damaged, cut short or for other features is refused with the reason")
  func refusals() {
    let file = Self.file([:])
    #expect(throws: ModelFileError.notAModel(expected: "SaysoNam")) {
      try NameModel(bytes: Array("plain text".utf8))
    }
    #expect(throws: ModelFileError.truncated(neededBytes: file.count, foundBytes: 60)) {
      try NameModel(bytes: Array(file.prefix(60)))
    }
    #expect(throws: ModelFileError.invalid(field: "length")) { try NameModel(bytes: file + [0]) }
    var damaged = file
    damaged[40] ^= 1
    #expect(throws: ModelFileError.damaged) { try NameModel(bytes: damaged) }
    var other = file
    other[16] ^= 1
    #expect(throws: ModelFileError.invalid(field: "features: it was trained for other ones")) {
      try NameModel(bytes: other)
    }
    var newer = file
    newer[8] = 9
    #expect(throws: ModelFileError.unsupportedVersion(found: 9, supported: 1)) {
      try NameModel(bytes: newer)
    }
  }

  @Test("options with other models of names are other options")
  func fingerprints() throws {
    var model = StatementModel.embedded
    #expect(model.fingerprint.isEmpty)
    model.names = .none
    #expect(model != .embedded && model.fingerprint == "no names")
    model.names = try NameModel(bytes: Self.file([.place: 9]))
    let same = try NameModel(bytes: Self.file([.place: 9]))
    #expect(model.names == same && same != .embedded && same != .none)
    var rules = StatementModel.none
    rules.names = .none
    #expect(rules.fingerprint == "no model, no names")
  }
}
