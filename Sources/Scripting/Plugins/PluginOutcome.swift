internal import NewsModel
internal import Rules
internal import Store

/// What came of a plugin in a run.
public enum PluginOutcome: Sendable, Hashable, CustomStringConvertible {
  /// It ran; `found` annotations are its own.
  case ran(found: Int)
  /// It ran, and nothing matched.
  case foundNothing
  /// It could not be loaded, or its actions failed and nothing came of it.
  case failed(String)
  /// Nobody asked for it.
  case notSelected

  /// The outcome in words.
  public var description: String {
    switch self {
    case .ran(0): "ran"
    case .ran(let found): "ran, \(found) found"
    case .foundNothing: "found nothing"
    case .failed(let reason): "failed: \(reason)"
    case .notSelected: "not selected"
    }
  }
}

/// What came of one of the plugins that were asked for.
public struct PluginResult: Sendable, Hashable, CustomStringConvertible {
  /// The plugin's name.
  public var plugin: String
  /// What came of it.
  public var outcome: PluginOutcome

  /// The result in one line.
  public var description: String { "plugin '\(plugin)': \(outcome)" }
}

/// Counts what plugins find, article by article.
struct PluginTally: Sendable {
  private let names: [String]
  /// Plugins that emit nothing, but teach cues, aliases or boilerplate.
  private let silent: Set<String>
  private var counts: [String: Int] = [:]
  private var failures: [String: String] = [:]

  /// Creates a tally for the plugins of a run.
  init(_ selected: [SelectedPlugin], _ bundle: RuleBundle, failed: [PluginError]) {
    names = selected.map(\.plugin.name)
    let emitting = Set(
      bundle.rules.filter { $0.emission != nil }.compactMap { Self.plugin(ofRule: $0.name) })
    silent = Set(names).subtracting(emitting)
    for case .failed(let plugin, let reason) in failed { failures[plugin] = reason }
  }

  /// Counts the annotations of an article.
  mutating func add(_ analysis: Analysis) {
    for annotation in analysis.annotations { add(annotationBy: annotation.by) }
  }

  /// Counts an annotation by what made it: `rule money/sign_before`.
  mutating func add(annotationBy maker: String) {
    guard maker.hasPrefix("rule "), let plugin = Self.plugin(ofRule: String(maker.dropFirst(5)))
    else { return }
    counts[plugin, default: 0] += 1
  }

  /// Notes why actions failed.
  mutating func add(_ failed: [RuleActionFailure]) {
    for failure in failed {
      guard let plugin = Self.plugin(ofRule: failure.rule), failures[plugin] == nil else {
        continue
      }
      failures[plugin] = failure.description
    }
  }

  /// Counts the annotations of a corpus.
  mutating func add(_ snapshot: CorpusSnapshot) throws {
    let makers = try snapshot.columns(of: .annotations).text("by")
    for row in 0..<makers.count {
      if let maker = makers[row] { add(annotationBy: maker) }
    }
  }

  /// What came of each selected plugin, in order.
  var results: [PluginResult] {
    names.map { name in
      let found = counts[name] ?? 0
      if found > 0 { return PluginResult(plugin: name, outcome: .ran(found: found)) }
      if let reason = failures[name] { return PluginResult(plugin: name, outcome: .failed(reason)) }
      return PluginResult(
        plugin: name, outcome: silent.contains(name) ? .ran(found: 0) : .foundNothing)
    }
  }

  private static func plugin(ofRule name: String) -> String? {
    name.firstIndex(of: "/").map { String(name[..<$0]) }
  }
}
