internal import NewsModel
internal import Rules

/// Checks rule files and plugins: loads them, and runs the examples of their rules through the whole
/// pipeline.
public enum RuleFileChecker {
  /// Checks files that are used together.
  ///
  /// A file that cannot be loaded is named, and the others are checked without it.
  ///
  /// - Parameters:
  ///   - paths: The rule files.
  ///   - output: Receives what they print.
  /// - Returns: What there is to say.
  public static func check(
    _ paths: [String], output: @escaping (String) -> Void = { _ in }
  ) -> RuleFindings {
    var findings = RuleFindings()
    var usable: [String] = []
    for path in RuleSources.distinct(paths) {
      do {
        let sources = try RuleSources(paths: [path])
        for plugin in sources.plugins { findings.add(check(plugin)) }
        if findings.isInterrupted { return findings }
        guard !sources.files.isEmpty else { continue }
        _ = try RuleLoader.load(sources)
        usable.append(path)
      } catch let error as RuleLoadingError {
        switch error {
        case .script(let failure) where failure.isInterruption:
          findings.isInterrupted = true
          return findings
        case .script(let failure): findings.findings.append(RuleFinding(failure, path: path))
        // It may need what another file declares.
        case .faults: usable.append(path)
        }
      } catch {
        findings.findings.append(RuleFinding(error, path: path))
      }
    }
    guard !usable.isEmpty else { return findings }
    do throws(RuleLoadingError) {
      let rules = try RuleLoader.load(usable, output: output)
      findings.add(report(on: rules), of: rules.bundle)
    } catch {
      findings.add(error, paths: usable)
    }
    return findings
  }

  /// Checks a plugin: its rules' examples, and those of its manifest.
  public static func check(_ selected: SelectedPlugin) -> RuleFindings {
    var findings = RuleFindings()
    let manifest = selected.plugin.manifest
    do throws(RuleLoadingError) {
      let rules = try RuleLoader.load([], plugins: [selected])
      if case .interrupted? = rules.pluginFailures.first {
        findings.isInterrupted = true
        return findings
      }
      if case .failed(_, let reason)? = rules.pluginFailures.first {
        let lines = reason.split(separator: "\n").map(String.init)
        findings.findings.append(
          RuleFinding(
            at: RulePlace(file: selected.plugin.path), .error, lines.first ?? reason,
            details: Array(lines.dropFirst())))
        return findings
      }
      findings.add(report(on: rules), of: rules.bundle)
      for (index, example) in manifest.examples.enumerated() {
        if let finding = ManifestExample(example, number: index + 1, of: selected).fault(rules) {
          findings.failed += 1
          findings.findings.append(finding)
        } else {
          findings.passed += 1
        }
      }
    } catch {
      findings.add(error, paths: [selected.plugin.path])
    }
    return findings
  }

  /// Explains what a rule makes of a text.
  ///
  /// - Parameters:
  ///   - text: The text; its marks are taken out.
  ///   - name: The rule's name.
  ///   - paths: The rule files.
  /// - Returns: Lines to print, and whether the rule matches and wins.
  /// - Throws: ``RuleLoadingError`` where the files cannot be used, or there is no such rule.
  public static func why(
    _ text: String, rule name: String, in paths: [String]
  ) throws(RuleLoadingError) -> (lines: [String], matches: Bool) {
    let rules = try load(paths)
    // The rules of a plugin are found without its name in front, too.
    guard
      let index = rules.bundle.rules.firstIndex(where: {
        $0.name == name || $0.name.hasSuffix("/" + name)
      })
    else {
      let known = rules.bundle.rules.map(\.name)
      let near = NearestName.of(name, in: known).map { "did you mean '\($0)'?" }
      throw .script(
        Failure(
          "there is no rule '\(name)' in \(paths.joined(separator: " "))",
          hint: near ?? "rules: \(known.joined(separator: ", "))"))
    }
    let plain = (try? MarkedExample(text))?.text ?? text
    return checker(rules).why(plain, rule: index)
  }

  // MARK: - Parts

  /// Loads rule files and plugins; unlike in a run, a plugin that fails is an error.
  public static func load(_ paths: [String]) throws(RuleLoadingError) -> LoadedRules {
    let sources: RuleSources
    do throws(PluginError) { sources = try RuleSources(paths: paths) } catch {
      throw .script(Failure(error.description))
    }
    let rules = try RuleLoader.load(sources)
    if let failure = rules.pluginFailures.first {
      var isInterruption = false
      if case .interrupted = failure { isInterruption = true }
      throw .script(Failure(failure.description, isInterruption: isInterruption))
    }
    return rules
  }

  private static func checker(_ rules: LoadedRules) -> RuleChecker {
    let analyser = RuledAnalyser(rules)
    return RuleChecker(rules.bundle) { text in
      analyser.analyse(ExampleArticle.article(text))
    }
  }

  private static func report(on rules: LoadedRules) -> RuleReport {
    checker(rules).report(on: rules.bundle.examples)
  }
}

/// An example of a manifest: `<<…>>` marks everything that the plugin annotates in it.
private struct ManifestExample {
  let source: String
  let number: Int
  let plugin: SelectedPlugin

  init(_ source: String, number: Int, of plugin: SelectedPlugin) {
    self.source = source
    self.number = number
    self.plugin = plugin
  }

  /// What is wrong with it, or `nil`.
  func fault(_ rules: LoadedRules) -> RuleFinding? {
    let place = RulePlace(file: plugin.plugin.path)
    let name = "plugin '\(plugin.plugin.name)': examples[\(number)]"
    do throws(PatternError) {
      let example = try MarkedExample(source)
      let analysis: Analysis = RuledAnalyser(rules).analyse(ExampleArticle.article(example.text))
      let prefix = "rule \(plugin.plugin.name)/"
      let found = Set(analysis.annotations.filter { $0.by.hasPrefix(prefix) }.map(\.range))
      let expected = Set(
        example.expectations.compactMap(\.range).map { ByteRange($0.lowerBound, $0.upperBound) })
      guard found != expected else { return nil }
      let marks =
        expected.subtracting(found).map { MarkedLine.Mark($0, "expected", stroke: "^") }
        + found.subtracting(expected).map { MarkedLine.Mark($0, "found") }
      return RuleFinding(
        at: place, .error, "\(name) is not marked so",
        details: MarkedLine(example.text, marks: marks).lines)
    } catch {
      return RuleFinding(at: place, .error, "\(name) cannot be read: \(error.message)")
    }
  }
}
