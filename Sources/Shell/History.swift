internal import CReadline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What was typed, in this session and those before.
///
/// An input of several lines is one entry. The file can be read by its owner only: questions about an
/// unpublished story are nobody else's business.
struct History {
  private static let maximumEntries = 10_000

  /// The file, or `nil` where there is no place for one.
  let path: String?

  /// Opens the history; without a file it lasts as long as the session.
  init(path: String?) {
    guard let path else {
      self.path = nil
      return
    }
    Self.makeFolders(of: path)
    let failure = creadline_load_history(path, Int32(Self.maximumEntries))
    self.path = failure == 0 ? path : nil
  }

  /// Adds an input, unless it repeats the one before.
  func add(_ input: String) { creadline_add_history(input, path) }

  /// The last inputs, oldest first, with their numbers from 1.
  func last(_ count: Int) -> [(number: Int, input: String)] {
    let total = Int(creadline_history_count())
    return (max(0, total - count)..<total).compactMap { index in
      creadline_history_entry(Int32(index)).map { (index + 1, String(cString: $0)) }
    }
  }

  /// `$XDG_DATA_HOME/sayso/history`, by default `~/.local/share/sayso/history`.
  static func defaultPath(_ environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") {
      return folder + "/sayso/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/share/sayso/history"
  }

  private static func makeFolders(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      // Fails where the folder is there already, which is as well.
      mkdir(folder, 0o700)
    }
  }
}
