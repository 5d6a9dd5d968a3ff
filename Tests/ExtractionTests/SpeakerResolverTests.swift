import NewsModel
import SaysoTestSupport
import Testing

@testable import Extraction

/// Sources as written, marked with the speaker they stand for; resolved in text order.
@Suite("SpeakerResolver")
struct SpeakerResolverTests {
  static func speakers(
    of marked: String, aliases: [ExtractionOptions.Alias] = []
  ) -> [(label: String, speaker: Speaker?)] {
    let text = MarkedText(marked)
    let options = ExtractionOptions(aliases: aliases)
    let article = Article(id: "t", path: "t.txt", text: text.text)
    var analysis = ArticleAnalyser(options: options).analyse(article)
    let context = ExtractionContext(analysis, options: options)
    MentionStage().run(&analysis, context)
    var resolver = SpeakerResolver(analysis, context)
    return text.spans.map { span in
      (span.label, resolver.resolve(source: analysis.tokens.tokens(in: span.range)))
    }
  }

  @Test(
    "names the speaker that a source stands for",
    arguments: [
      // Names, titles, appositions.
      "[Norwegian Defence Minister Lars Berg|Lars Berg] spoke. [Mr. Berg|Lars Berg] left.",
      "[Norway's defence minister, Lars Berg|Lars Berg], said so.",
      "[Ana Lopez, a Danish analyst with the Harlow Institute|Ana Lopez], said so.",
      "[The Reuters news agency|Reuters] said so. [The Kremlin|Kremlin] agreed.",
      "[The Russian government|Russian government] and others spoke.",
      "[Ana Lopez (Labour Party)|Ana Lopez] spoke for the Labour Party. [Senator Lars Berg (Oslo)|Lars Berg] left.",
      // Members of a party are not the party.
      "[Some Democrats|Some Democrats] left. [Democrats|Democratic Party] stayed. [The Democrats|Democratic Party] won.",
      "[The Ohio Republican|Ohio Republican] spoke. [The GOP|Republican Party] agreed.",
      // Cities and countries.
      "It rained, according to [Kiev|Ukraine].",
      "[France and Germany|France; Germany] said so.",
      "[The US and its allies|United States; US allies] refused. However, [they|United States; US allies] agreed to talk.",
      // He, she, it.
      "[President Ruiz|Ruiz] met Ana Lopez. [He|Ruiz] said little; [she|Ana Lopez] said more.",
      "[The Kremlin|Kremlin] said Ruiz had called Pavel Orlov. [It|Kremlin] confirmed the date.",
      "[Norway|Norway] announced cuts. Since the annexation of Crimea, [it|Norway] has accused NATO.",
      // Who.
      "The row between Orlov and [Ana Lopez|Ana Lopez], [who|Ana Lopez] accused him, went on.",
      // Descriptions: the nearest in a relative clause, else by office.
      "US president Tom Reed spoke. It was the first summit since a 2018 meeting with Carl Moss in "
        + "Oslo, where [the American leader|Carl Moss] said he agreed. [The US president|Tom Reed] left.",
      "Mexican President Ana Lopez met President Tom Reed. [The Mexican leader|Ana Lopez] spoke.",
      "Chancellor Ulla Brandt met Senator Tom Reed. [The senator|Tom Reed] said no.",
      // Documents.
      "“We go,” [the White House|White House] said in a statement. Reed was firm, [the statement|White House] said.",
      "[The draft treaty Moscow submitted|Russia] asks for guarantees.",
      "[A statement from the Kremlin|Kremlin] said so. [The Kremlin's readout|Kremlin] agreed.",
      "The Harlow Institute said in a poll it rose. [Exit polls|Exit polls] differ.",
      // Bodies by kind.
      "NATO met. [The alliance|NATO] denied it.",
      "The Trask administration fell. [The administration|Trask administration] had said so.",
      "President Tom Reed spoke. [The administration|Reed administration] is ready.",
      // Whoever spoke last without a name is “he”, not the man named before.
      "[Pavel Orlov|Pavel Orlov] said no. [A driver|driver] said the bridge shook. [He|driver] felt it, he said.",
      "[Pavel Orlov|Pavel Orlov] left. [A witness|witness] said [he|witness] saw Orlov run. [He|witness] said Orlov waved.",
      "[A police officer|police officer] said so. Pavel Orlov left the site. [He|Pavel Orlov] said no.",
      "[The health minister|health minister] said the ward would close. It is old, [the minister|health minister] said. "
        + "Prime Minister Aldo Renn came.",
      // Offices and people without names stay so.
      "[Russia’s deputy foreign minister|Russia’s deputy foreign minister] said so.",
      "[Two diplomats|Two diplomats] said so. It was late, [the diplomats|Two diplomats] said.",
      "[U.S. and NATO officials|U.S. and NATO officials] said so.",
      "[A spokesman for Tom Reed|spokesman for Tom Reed] said so.",
      "[Tom Reed's lawyer|Tom Reed's lawyer] said so.",
    ])
  func names(_ marked: String) {
    let speakers = Self.speakers(of: marked)
    #expect(speakers.map { $0.speaker?.name ?? "nobody" } == speakers.map(\.label), "\(marked)")
  }

  @Test(
    "says how the speaker is referred to",
    arguments: [
      ("[Russia’s deputy foreign minister|office] said so.", Speaker.Form.office),
      ("[a senior administration official|unnamed] said so.", .unnamed),
      ("[the Baltic foreign ministers|offices] said so.", .office),
      ("[two former ministers|unnamed] said so.", .unnamed),
      ("The dead were few, according to [Kyiv|metonym].", .metonym),
      ("[the readout|document] said so.", .document),
      ("[Lars Berg|name] said so.", .name),
      ("[NATO|organisation] said so.", .organisation),
    ])
  func forms(_ marked: String, _ form: Speaker.Form) {
    #expect(Self.speakers(of: marked).first?.speaker?.form == form)
  }

  @Test("lists who an office could be and never chooses")
  func candidates() throws {
    let speakers = Self.speakers(
      of: "Deputy Foreign Minister Ivan Orlov left. [Russia’s deputy foreign minister|x] spoke.")
    let speaker = try #require(speakers.first?.speaker)
    #expect(speaker.form == .office)
    #expect(speaker.candidates == ["Ivan Orlov"])
  }

  @Test("leaves a pronoun without an antecedent unknown")
  func unknown() {
    #expect(Self.speakers(of: "[She|x] said so.").first?.speaker == nil)
    #expect(Self.speakers(of: "[It|x] said so.").first?.speaker == nil)
  }

  @Test("follows an analyst's alias and marks it")
  func alias() throws {
    let speakers = Self.speakers(
      of: "Dana Kule left. [the minister|x] said so.",
      aliases: [.init(phrase: "the minister", entity: "Dana Kule")])
    let speaker = try #require(speakers.first?.speaker)
    #expect(speaker.name == "Dana Kule")
    #expect(speaker.isAnalystInference)
  }
}
