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

  /// The bytes of a file that an option names.
  ///
  /// - Throws: A validation error that names option and file.
  static func bytes(ofFile path: String, for option: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("\(option) \(path): the file cannot be read")
    }
    return [UInt8](data)
  }

  /// Reads the model.
  ///
  /// - Throws: A validation error that names the file and what is wrong with it.
  func load() throws -> StatementModel {
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
