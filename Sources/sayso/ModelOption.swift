import ArgumentParser
import Extraction
import Foundation

/// `--model FILE`: statements by another model than the program's own, or by the rules alone.
struct ModelOption: ParsableArguments {
  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      "A model made by sayso train, or none: the rules alone, faster.", valueName: "file"),
    completion: .file(extensions: ["bin"]))
  var path: String?

  @OptionGroup var names: NameModelOption

  /// The bytes of a file that an option names.
  ///
  /// - Throws: A validation error that names option and file.
  static func bytes(ofFile path: String, for option: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("\(option) \(path): the file cannot be read")
    }
    return [UInt8](data)
  }

  /// Reads the models.
  ///
  /// - Throws: A validation error that names the file and what is wrong with it.
  func load() throws -> StatementModel {
    var model = try statements()
    model.names = try names.load()
    return model
  }

  private func statements() throws -> StatementModel {
    guard let path else { return .embedded }
    if path == "none" { return .none }
    let bytes = try Self.bytes(ofFile: path, for: "--model")
    do {
      return try StatementModel(bytes: bytes)
    } catch {
      throw ValidationError("--model \(path): \(error)")
    }
  }
}

/// `--name-model FILE`: types of names by another model than the program's own, or by the rules alone.
struct NameModelOption: ParsableArguments {
  @Option(
    name: .customLong("name-model"),
    help: ArgumentHelp(
      "A model made by sayso train names, or none: types of names by rules alone.",
      valueName: "file"),
    completion: .file(extensions: ["bin"]))
  var path: String?

  /// Reads the model.
  ///
  /// - Throws: A validation error that names the file and what is wrong with it.
  func load() throws -> NameModel {
    guard let path else { return .embedded }
    if path == "none" { return .none }
    let bytes = try ModelOption.bytes(ofFile: path, for: "--name-model")
    do {
      return try NameModel(bytes: bytes)
    } catch {
      throw ValidationError("--name-model \(path): \(error)")
    }
  }
}
