import ArgumentParser
import Extraction
import Foundation
import Reporting
import Rules
import Scripting
import Shell
import Store

/// Rule files and plugins named on the command line.
enum RuleFiles {
  /// Runs what loads rules; faults are shown as the prompt shows them, and end the program.
  static func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as RuleLoadingError {
      let usesColour = Terminal.usesColour(STDERR_FILENO)
      let text = FailureText.text(error.failure, usesColour: usesColour)
      FileHandle.standardError.write(Data(text.utf8))
      throw error.failure.isInterruption ? ExitCode.interrupted : ExitCode.failure
    }
  }

  /// The corpus with what the rules find; actions that fail are named on standard error.
  static func apply(
    _ sources: RuleSources, to snapshot: CorpusSnapshot, model: StatementModel
  ) throws -> RuleApplication {
    let result = try reporting { try RuleApplication(sources, to: snapshot, model: model) }
    for failure in result.failures { Output.note("sayso: \(failure.description)") }
    report(result.plugins)
    return result
  }

  /// Says on standard error what came of plugins; those that were not selected share a line.
  static func report(_ results: [PluginResult]) {
    var others: [String] = []
    for result in PluginCatalogue().completed(results) {
      if result.outcome == .notSelected {
        others.append(result.plugin)
      } else {
        Output.note("sayso: \(result.description)")
      }
    }
    guard !others.isEmpty else { return }
    let names = others.map { "'\($0)'" }.joined(separator: ", ")
    Output.note(
      "sayso: \(others.count == 1 ? "plugin" : "plugins") \(names): \(PluginOutcome.notSelected)")
  }

  /// What a store keeps of the rules it was made with: another text of the files, another fingerprint.
  static func fingerprint(of sources: RuleSources, _ pool: RuledAnalyserPool?) -> String {
    guard let pool else { return "" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    for file in sources.files { add(FileManager.default.contents(atPath: file) ?? Data()) }
    for selected in sources.plugins {
      add(selected.plugin.source.utf8)
      for (name, value) in selected.options.sorted(by: { $0.key < $1.key }) {
        add("\(name)=\(value)".utf8)
      }
    }
    // Lists and attributes may come from files of their own.
    for list in pool.bundle.lists { for entry in list.entries { add(entry.utf8) } }
    for attribute in pool.bundle.attributes {
      for (word, value) in attribute.values.sorted(by: { $0.key < $1.key }) {
        add("\(word)=\(value)".utf8)
      }
    }
    return " rules " + String(hash, radix: 16)
  }
}
