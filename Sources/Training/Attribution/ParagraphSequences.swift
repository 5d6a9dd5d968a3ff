internal import Extraction
internal import Language
internal import NewsModel

/// The paragraphs of labelled articles as training sequences, once for every annotator.
struct ParagraphSequences: TrainingSequences {
  private let corpus: AttributionCorpus
  private let templates: FeatureTemplates
  private var items: [Item] = []

  private struct Item {
    var document: Int
    var version: Int
    var paragraph: Int
  }

  /// Collects the paragraphs of some of a corpus’ articles.
  init(
    _ corpus: AttributionCorpus, templates: FeatureTemplates,
    where isIncluded: (_ document: Int) -> Bool = { _ in true }
  ) {
    self.corpus = corpus
    self.templates = templates
    for document in corpus.documents.indices where isIncluded(document) {
      let evidence = corpus.documents[document].evidence
      for version in corpus.documents[document].labels.indices {
        for paragraph in 0..<evidence.tokens.paragraphCount
        where !evidence.tokens.paragraph(paragraph).isEmpty {
          items.append(Item(document: document, version: version, paragraph: paragraph))
        }
      }
    }
  }

  var count: Int { items.count }

  func load(_ index: Int, into sequence: inout FeatureSequence, labels: inout [UInt8]) {
    let item = items[index]
    let document = corpus.documents[item.document]
    document.evidence.load(item.paragraph, templates, into: &sequence)
    labels.removeAll(keepingCapacity: true)
    labels.append(
      contentsOf: document.labels[item.version][document.evidence.tokens.paragraph(item.paragraph)])
  }
}
