import ArgumentParser

@main
struct Sayso: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sayso", abstract: "Who said what, who reported it, and where the reports differ.")
}
