import ArgumentParser
import Foundation
import Reporting
import Rules
import Scripting
import Store

/// `sayso rules`: tests, lists and explains rule files.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Test, list and explain rule files.",
    discussion: """
      Rule files are Lua; docs/rules-walkthrough.md shows how to write one in ten minutes, docs/patterns.md
      describes the patterns. Each rule carries examples of what it must match and what not.

      EXAMPLES
        sayso rules check rules/*.lua
        sayso rules check --format json rules/military.lua
        sayso rules check rules/military.lua --on archive.sayso
        sayso rules why rules/military.lua troop_count "up to 30,000 soldiers"
      """,
    subcommands: [RulesCheck.self, RulesList.self, RulesWhy.self]
  )
}

/// `sayso rules check`: runs the examples of rule files.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the examples of rule files through the whole pipeline.",
    discussion: """
      The files are used together. What a rule's matches say must match exactly so, what its rejects say must
      not, and no other rule may take an example away; a todo is reported and never fails. The exit code is 1
      where something is broken.

      With --on a corpus, what is odd about the patterns in view of it is said too: words and lemmas that do not
      occur, captures that nothing uses, a beginning that matches nearly everywhere, aliases for articles that are
      not there. That never fails.

      EXAMPLES
        sayso rules check rules/*.lua
        sayso rules check rules/military.lua --on archive.sayso
        sayso rules check --format json rules/military.lua      for editors: file, line, column, message
      """
  )

  @Argument(help: "The rule files.", completion: .file(extensions: ["lua"]))
  var files: [String]

  @Option(
    name: .customLong("on"), parsing: .singleValue,
    help: "Files, folders or a store to see the patterns in view of; repeat it for several.")
  var corpus: [String] = []

  @Option(help: "table for people, or json, csv, md, html with a row for each finding.")
  var format: TableFormat = .table

  func run() throws {
    var findings = RuleFileChecker.check(files, output: Output.note)
    if !corpus.isEmpty, !findings.isInterrupted {
      let snapshot = try Corpus.open(corpus).snapshot()
      let remarks: [RuleFinding]
      do { remarks = try RuleFileChecker.remarks(files, on: snapshot) } catch let error
        as RuleLoadingError
      { throw RulesCommand.failure(error) }
      findings.findings += remarks
      findings.remarks = remarks.count
    }
    findings.show(as: format)
    if findings.isInterrupted { throw ExitCode.interrupted }
    if !findings.isSuccess { throw ExitCode.failure }
  }
}

extension RuleFindings {
  /// Writes the findings to standard output; the numbers go to standard error.
  func show(as format: TableFormat) {
    if format == .table {
      for finding in findings { Output.write(finding.description + "\n") }
    } else {
      var table = Table(
        columns: ["file", "line", "column", "severity", "rule", "message", "details"])
      for finding in findings {
        table.append([
          .text(finding.file), .integer(finding.line), .integer(finding.column),
          .text(finding.severity.rawValue), finding.rule.map { .text($0) } ?? .missing,
          .text(finding.message), .text(finding.details.joined(separator: "\n")),
        ])
      }
      Output.write(table.rendered(as: format))
    }
    Output.note(isInterrupted ? "interrupted" : summary)
  }
}

/// `sayso rules list`: what rule files declare.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show what rule files declare.",
    discussion: """
      EXAMPLES
        sayso rules list rules/*.lua
        sayso rules list --format json rules/military.lua
      """
  )

  @Argument(help: "The rule files.", completion: .file(extensions: ["lua"]))
  var files: [String]

  @Option(help: "One of \(TableFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: TableFormat = .table

  func run() throws {
    let bundle = try RulesCommand.load(files).bundle
    var table = Table(columns: ["kind", "name", "emits", "examples", "place", "definition"])
    func add(
      _ kind: String, _ name: String, emits: String? = nil, examples: Int? = nil,
      _ place: RulePlace, _ definition: String
    ) {
      table.append([
        .text(kind), .text(name), emits.map { .text($0) } ?? .missing,
        examples.map { .integer($0) } ?? .missing, .text(place.description),
        .text(definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
      ])
    }
    for rule in bundle.rules {
      add(
        "rule", rule.name, emits: rule.emission?.type,
        examples: bundle.examples(of: rule.name).count,
        RulePlace(file: rule.file, line: rule.line), rule.pattern.source)
    }
    for list in bundle.lists {
      add("list", "$" + list.name, list.place, list.entries.joined(separator: " | "))
    }
    for definition in bundle.definitions {
      add("define", "$" + definition.name, definition.place, definition.pattern)
    }
    for attribute in bundle.attributes {
      let values = Set(attribute.values.values).sorted().joined(separator: " | ")
      add(
        "attribute", attribute.name, attribute.place, "\(attribute.values.count) words: \(values)")
    }
    for cue in bundle.cues { add("cue", cue.phrase, cue.place, cue.act ?? "") }
    for alias in bundle.aliases { add("alias", alias.phrase, alias.place, alias.entity) }
    for boilerplate in bundle.boilerplate {
      add("boilerplate", "", boilerplate.place, boilerplate.pattern.source)
    }
    Output.write(table.rendered(as: format, options: Terminal.renderingOptions()))
  }
}

/// `sayso rules why`: why a rule matches a text or does not.
struct RulesWhy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a rule matches a text, or how far it came.",
    discussion: """
      Shows what the captures had, where the pattern stopped, what it needs next and how far away that is, and
      a change that would help. All rules of the file run, so that a match that another rule takes shows too.
      The exit code is 1 where the rule does not match.

      EXAMPLES
        sayso rules why rules/military.lua troop_count "up to 30,000 naval support soldiers"
      """
  )

  @Argument(help: "The rule file.", completion: .file(extensions: ["lua"]))
  var file: String

  @Argument(help: "The rule's name.")
  var rule: String

  @Argument(help: "The text; without it, standard input.")
  var text: String?

  func run() throws {
    let text = try text ?? RulesCommand.standardInput()
    let answer: (lines: [String], matches: Bool)
    do throws(RuleLoadingError) {
      answer = try RuleFileChecker.why(text, rule: rule, in: [file])
    } catch {
      throw RulesCommand.failure(error)
    }
    Output.write(answer.lines.joined(separator: "\n") + "\n")
    if !answer.matches { throw ExitCode.failure }
  }
}

extension RulesCommand {
  /// Loads rule files, or ends with what is wrong with them.
  static func load(_ files: [String]) throws -> LoadedRules {
    do throws(RuleLoadingError) { return try RuleFileChecker.load(files) } catch {
      throw failure(error)
    }
  }

  /// Writes what is wrong, and gives the exit code for it.
  static func failure(_ error: RuleLoadingError) -> ExitCode {
    Output.note(error.description)
    return error.failure.isInterruption ? .interrupted : .failure
  }

  static func standardInput() throws -> String {
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("standard input is not UTF-8 text")
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
