public import Extraction
internal import NewsModel

/// Everything that rule files and the prompt teach Sayso, checked and ready to run: a plain value.
///
/// `RuleLoader` in `Scripting` makes one from Lua files; ``RuleEngine`` runs its rules, and
/// ``extractionOptions`` hand its cues and aliases to the extraction. Each part keeps the file and line that
/// declares it.
///
///     let bundle = try RuleBundle(declarations, tokenise: cut)
///     bundle.rules.map(\.name)                      // ["troop_count"]
///     bundle.examples(of: "troop_count")            // what it must and must not match
///     try RuleEngine(bundle.rules).run(on: &analysis)
public struct RuleBundle: Sendable {
  /// A pattern whose paragraphs are boilerplate.
  public struct Boilerplate: Sendable, Hashable {
    /// What such a paragraph holds.
    public var pattern: Pattern
    /// Where the pattern begins.
    public var place: RulePlace
  }

  /// What was declared, as written.
  public private(set) var declarations: RuleDeclarations
  /// The rules in the order of the files.
  public internal(set) var rules: [Rule] = []
  /// The patterns of boilerplate in the order of the files.
  public private(set) var boilerplate: [Boilerplate] = []
  /// The names that patterns of the analyst's own files may use: lists, definitions, types.
  public private(set) var environment: PatternEnvironment
  /// The same for each plugin.
  private var environments: [String: PatternEnvironment] = [:]

  /// The names that a rule's pattern may use: those of its plugin, or of the analyst's own files.
  public func environment(ofRule name: String) -> PatternEnvironment {
    let owner = declarations.rules.first { $0.name == name }?.owner ?? ""
    return environments[owner] ?? environment
  }

  /// The lists.
  public var lists: [RuleDeclarations.List] { declarations.lists }
  /// The named patterns.
  public var definitions: [RuleDeclarations.Definition] { declarations.definitions }
  /// The attributes of words.
  public var attributes: [RuleDeclarations.Attribute] { declarations.attributes }
  /// The cues.
  public var cues: [RuleDeclarations.Cue] { declarations.cues }
  /// The aliases.
  public var aliases: [RuleDeclarations.Alias] { declarations.aliases }
  /// All examples in the order of the rules, of each `matches` first, then `rejects`, then `todo`.
  public var examples: [RuleExample] { declarations.rules.flatMap(\.examples) }

  /// The examples of a rule.
  public func examples(of rule: String) -> [RuleExample] {
    declarations.rules.first { $0.name == rule }?.examples ?? []
  }

  /// Whether nothing is declared.
  public var isEmpty: Bool { declarations.isEmpty }

  /// Parses and checks what was declared.
  ///
  /// - Parameters:
  ///   - declarations: What was declared.
  ///   - knownTypes: Further types that `@TYPE` may name, because the corpus holds annotations of them.
  ///   - tokenise: Cuts a literal as the article's text is cut.
  /// - Throws: ``RuleFaults`` with every fault: patterns, names used twice, unknown captures, circles.
  public init(
    _ declarations: RuleDeclarations, knownTypes: [String] = [],
    tokenise: @escaping @Sendable (String) -> [String]
  ) throws(RuleFaults) {
    self.declarations = declarations
    var faults = RuleNameCheck.faults(in: declarations)
    var types = knownTypes + declarations.rules.compactMap(\.type)
    if !declarations.aliases.isEmpty { types.append(AliasPlaces.type) }
    for owner in declarations.owners {
      environments[owner] = PatternEnvironment(
        lists: Dictionary(
          declarations.lists.filter { $0.owner == owner }.map { ($0.name, $0.entries) },
          uniquingKeysWith: { first, _ in first }),
        definitions: Dictionary(
          declarations.definitions.filter { $0.owner == owner }.map { ($0.name, $0.pattern) },
          uniquingKeysWith: { first, _ in first }),
        types: types,
        attributes: declarations.attributes.filter { $0.owner == owner }.map {
          TokenAttribute($0)
        }, tokenise: tokenise)
    }
    for attribute in declarations.attributes {
      guard let word = attribute.values.keys.sorted().first(where: { tokenise($0).count != 1 })
      else { continue }
      faults.append(
        RuleFault(
          "attribute '\(attribute.name)': '\(word)' is not one word", at: attribute.place,
          hint: "an attribute belongs to one token; a list may hold phrases"))
    }
    let environments = environments
    let own = environments[""] ?? PatternEnvironment(types: types, tokenise: tokenise)
    environment = own
    func names(_ owner: String) -> PatternEnvironment { environments[owner] ?? own }
    for definition in declarations.definitions {
      do throws(PatternError) {
        try PatternParser.check(
          definition.pattern, named: definition.name, in: names(definition.owner))
      } catch {
        faults.append(
          RuleFault(error, patternAt: definition.place, of: "define '\(definition.name)'"))
      }
    }
    for declared in declarations.boilerplate {
      do throws(PatternError) {
        boilerplate.append(
          Boilerplate(
            pattern: try Pattern(declared.pattern, in: names(declared.owner)),
            place: declared.place))
      } catch {
        faults.append(RuleFault(error, patternAt: declared.place, of: "boilerplate"))
      }
    }
    for declared in declarations.rules {
      do throws(RuleFaults) {
        rules.append(try Rule(declared, in: names(declared.owner)))
      } catch { faults += error.faults }
    }
    if faults.isEmpty {
      do throws(RuleSetError) {
        _ = try RuleStages.stages(of: rules)
      } catch {
        faults.append(RuleFault(error.description, at: place(of: error)))
      }
    }
    if !faults.isEmpty { throw RuleFaults(faults) }
  }

  /// A bundle without anything in it.
  public static func empty(tokenise: @escaping @Sendable (String) -> [String]) -> RuleBundle {
    RuleBundle(
      declarations: RuleDeclarations(), environment: PatternEnvironment(tokenise: tokenise))
  }

  private init(declarations: RuleDeclarations, environment: PatternEnvironment) {
    self.declarations = declarations
    self.environment = environment
  }

  /// What the extraction needs to know: cues and aliases.
  public var extractionOptions: ExtractionOptions {
    ExtractionOptions(
      cues: cues.map { cue in
        ExtractionOptions.Cue(
          cue.phrase, isNoun: cue.isNoun, act: cue.act.flatMap(Quote.Act.init(rawValue:)))
      },
      aliases: aliases.map { alias in
        ExtractionOptions.Alias(
          phrase: alias.phrase, entity: alias.entity,
          type: alias.type.flatMap(EntityType.init(rawValue:)) ?? .person,
          articleID: alias.article)
      })
  }

  private func place(of error: RuleSetError) -> RulePlace {
    var name: String?
    switch error {
    case .duplicate(let rule): name = rule
    case .cycle(let names): name = names.first
    case .pattern(let rule, _): name = rule
    }
    return declarations.rules.first { $0.name == name }?.place ?? RulePlace()
  }
}
