public import NewsModel
internal import Rules

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

/// Counts what plugins find, article by article.
public struct PluginTally: Sendable {
  private let names: [String]
  /// Plugins that emit nothing, but teach cues, aliases or boilerplate.
  private let silent: Set<String>
  private var counts: [String: Int] = [:]
  private var failures: [String: String] = [:]

  /// Creates a tally for the plugins of a run.
  public init(_ selected: [SelectedPlugin], _ rules: LoadedRules) {
    names = selected.map(\.plugin.name)
    let emitting = Set(
      rules.bundle.rules.filter { $0.emission != nil }.compactMap { Self.plugin(ofRule: $0.name) })
    silent = Set(names).subtracting(emitting)
    for case .failed(let plugin, let reason) in rules.pluginFailures { failures[plugin] = reason }
  }

  /// Counts the annotations of an article.
  public mutating func add(_ analysis: Analysis) {
    for annotation in analysis.annotations { add(annotationBy: annotation.by) }
  }

  /// Counts an annotation by what made it: `rule money/sign_before`.
  public mutating func add(annotationBy maker: String) {
    guard maker.hasPrefix("rule "), let plugin = Self.plugin(ofRule: String(maker.dropFirst(5)))
    else { return }
    counts[plugin, default: 0] += 1
  }

  /// Notes why actions failed.
  public mutating func add(_ failed: [RuleActionFailure]) {
    for failure in failed {
      guard let plugin = Self.plugin(ofRule: failure.rule), failures[plugin] == nil else {
        continue
      }
      failures[plugin] = failure.description
    }
  }

  /// The outcome of each selected plugin, in order.
  public var outcomes: [(plugin: String, outcome: PluginOutcome)] {
    names.map { name in
      let found = counts[name] ?? 0
      if found > 0 { return (name, .ran(found: found)) }
      if let reason = failures[name] { return (name, .failed(reason)) }
      return (name, silent.contains(name) ? .ran(found: 0) : .foundNothing)
    }
  }

  private static func plugin(ofRule name: String) -> String? {
    name.firstIndex(of: "/").map { String(name[..<$0]) }
  }
}
