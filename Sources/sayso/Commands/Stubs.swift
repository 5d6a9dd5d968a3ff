import ArgumentParser
import Scripting
import Store

/// `sayso stubs`: what scripts can use, for editors and readers.
struct Stubs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stubs",
    abstract: "Write what scripts can use, for an editor or as a page to read.",
    discussion: """
      The stubs tell lua-language-server the types of corpus, quotes and all else, so that an editor completes
      and checks scripts. Both forms come from the declarations that also answer ?name at the prompt.

      EXAMPLES
        sayso stubs > ~/.local/share/sayso/sayso.lua
        sayso stubs --format markdown > lua.md
      """
  )

  /// The forms in which the reference is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case lua, markdown
  }

  @Option(help: "One of \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .lua

  func run() throws {
    let snapshot = try CorpusStore.inMemory().snapshot()
    switch format {
    case .lua: Output.write(ScriptReference.stubs(on: snapshot))
    case .markdown: Output.write(ScriptReference.markdown(on: snapshot))
    }
  }
}
