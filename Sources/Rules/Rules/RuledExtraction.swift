public import Extraction
public import NewsModel

/// The extraction together with a bundle's rules: an article in, everything found in it out.
///
/// First the article is analysed with the bundle's cues and aliases; where a pattern of boilerplate matches,
/// it is analysed again without those paragraphs; then the rules run, and what they emit of the kinds that
/// the model knows (``RuleProducts``) becomes part of the model.
///
/// It is used by one thread at a time.
public final class RuledExtraction {
  /// What the bundle declares.
  public let bundle: RuleBundle
  private let analyser: ArticleAnalyser
  private let marker: BoilerplateMarker?
  private let engine: RuleEngine

  /// Compiles a bundle.
  ///
  /// - Parameters:
  ///   - bundle: The rules.
  ///   - options: Further cues and aliases, over which the bundle's prevail, and the model of statements.
  /// - Throws: ``RuleFaults`` where a pattern is too large.
  public init(
    _ bundle: RuleBundle, beside options: ExtractionOptions = ExtractionOptions()
  ) throws(RuleFaults) {
    self.bundle = bundle
    let own = bundle.extractionOptions
    analyser = ArticleAnalyser(
      options: ExtractionOptions(
        cues: options.cues + own.cues, aliases: options.aliases + own.aliases,
        model: options.model))
    do throws(RuleSetError) {
      engine = try RuleEngine(bundle.rules)
    } catch {
      throw RuleFaults([RuleFault(error.description, at: RulePlace())])
    }
    do throws(PatternError) {
      marker =
        bundle.boilerplate.isEmpty
        ? nil : try BoilerplateMarker(bundle.boilerplate.map(\.pattern))
    } catch {
      throw RuleFaults([RuleFault(error, patternAt: RulePlace(), of: "boilerplate")])
    }
  }

  /// What an action makes of a match.
  public typealias Action = (Rule, PatternMatch, MatchText, Analysis) -> ActionOutcome

  /// Analyses an article and runs the rules on it.
  public func analyse(
    _ article: Article, action: Action = { _, _, _, _ in .keep([:]) }
  ) -> (analysis: Analysis, run: RuleRun) {
    var analysis = extract(article)
    let run = run(on: &analysis, action: action)
    return (analysis, run)
  }

  /// The extraction alone, with cues, aliases and boilerplate.
  public func extract(_ article: Article) -> Analysis {
    let analysis = analyser.analyse(article)
    guard let marked = marker?.marked(analysis) else { return analysis }
    return analyser.analyse(marked)
  }

  /// Runs the rules on an article whose extraction is done.
  @discardableResult
  public func run(
    on analysis: inout Analysis, action: Action = { _, _, _, _ in .keep([:]) }
  ) -> RuleRun {
    guard !engine.rules.isEmpty else { return RuleRun() }
    let article = analysis
    let run = engine.run(on: &analysis) { [engine] rule, match, text in
      action(engine.rules[rule], match, text, article)
    }
    RuleProducts.add(run, of: engine.rules, to: &analysis)
    return run
  }
}
