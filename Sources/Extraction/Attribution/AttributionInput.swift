package import Language
package import NewsModel

/// What the attribution model is given of an article: its tokens and its pairs of quotation marks.
package struct AttributionInput {
  /// The tokens with lemmas and parts of speech.
  package var tokens: TokenColumns
  /// Pairs of quotation marks, marks included, sorted.
  package var quotations: [ByteRange]

  /// Prepares an article as the extraction does.
  package init(_ article: Article, language: LanguageAnalyser) {
    let tokens = language.analyse(
      article.text, paragraphs: ArticleAnalyser.paragraphs(of: article))
    var analysis = Analysis(article: article, tokens: tokens)
    QuotationStage().run(&analysis, ExtractionContext(analysis, options: ExtractionOptions()))
    self.tokens = tokens
    quotations = analysis.quotations
  }
}
