import Glibc

/// Finds the files to read in what a user names.
///
/// A file that is named is always taken; a folder is searched to the bottom for files with a known
/// extension. Hidden files and folders in it are passed over, links are followed, and no file is taken twice.
public enum SourceFinder {
  /// The sources at some paths, and what is wrong with the others.
  ///
  /// - Returns: The files in the order of the paths, those of a folder sorted by name, byte by byte; `-`
  ///   stands for standard input, its format being seen from its bytes later.
  /// - Complexity: O(*n* log *n*) in the number of entries of the folders.
  public static func files(
    at paths: [String]
  ) -> (files: [SourceFile], failures: [ReadingFailure]) {
    var search = Search()
    for path in paths { search.add(path) }
    return (search.files, search.failures)
  }

  /// A file or folder as the system knows it, whatever it is called.
  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private struct Search {
    var files: [SourceFile] = []
    var failures: [ReadingFailure] = []
    private var taken: Set<Identity> = []
    private var searched: Set<Identity> = []

    mutating func add(_ path: String) {
      if path == "-" {
        files.append(SourceFile(path: path, format: .text))
        return
      }
      var information = stat()
      guard stat(path, &information) == 0 else {
        failures.append(
          errno == ENOENT || errno == ENOTDIR
            ? .missing(path: path) : .unreadable(path: path, reason: FileBytes.lastError()))
        return
      }
      if information.st_mode & S_IFMT == S_IFDIR {
        addFolder(path, identity(of: information))
      } else if taken.insert(identity(of: information)).inserted {
        let format = SourceFile.Format(pathExtension: Self.pathExtension(of: path))
        files.append(SourceFile(path: path, format: format ?? Self.sniff(path)))
      }
    }

    private mutating func addFolder(_ root: String, _ identity: Identity) {
      let filesBefore = files.count
      let failuresBefore = failures.count
      // What another path has led to already is neither taken again nor missed.
      let searchedBefore = searched
      var holdsTaken = false
      // A stack of its own: folders may lie deeper than calls may.
      var pending: [(path: String, identity: Identity)] = [(root, identity)]
      while let folder = pending.popLast() {
        if let format = SourceFile.Format(pathExtension: Self.pathExtension(of: folder.path)),
          folder.path != root, !searched.contains(folder.identity), isFile(folder.path)
        {
          if taken.insert(folder.identity).inserted {
            files.append(SourceFile(path: folder.path, format: format))
          } else {
            holdsTaken = true
          }
          continue
        }
        guard searched.insert(folder.identity).inserted else {
          holdsTaken = holdsTaken || searchedBefore.contains(folder.identity)
          continue
        }
        pending += entries(of: folder.path).reversed()
      }
      if files.count == filesBefore, failures.count == failuresBefore, !holdsTaken {
        failures.append(.nothingFound(path: root))
      }
    }

    private func isFile(_ path: String) -> Bool {
      var information = stat()
      return stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFDIR
    }

    /// The folders and known files in a folder, sorted by name.
    private mutating func entries(of folder: String) -> [(path: String, identity: Identity)] {
      guard let stream = opendir(folder) else {
        failures.append(.unreadable(path: folder, reason: FileBytes.lastError()))
        return []
      }
      defer { closedir(stream) }
      var names: [[UInt8]] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name.first != UInt8(ascii: ".") { names.append(name) }
      }
      names.sort { $0.lexicographicallyPrecedes($1) }
      let prefix = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
      var found: [(path: String, identity: Identity)] = []
      for name in names {
        guard let name = String(validating: name, as: UTF8.self) else {
          let shown = prefix + String(decoding: name, as: UTF8.self)
          failures.append(.unreadable(path: shown, reason: "its name is not UTF-8"))
          continue
        }
        let path = prefix + name
        var information = stat()
        guard stat(path, &information) == 0 else {
          if SourceFile.Format(pathExtension: Self.pathExtension(of: name)) != nil {
            failures.append(.unreadable(path: path, reason: FileBytes.lastError()))
          }
          continue
        }
        let isFolder = information.st_mode & S_IFMT == S_IFDIR
        let isKnown = SourceFile.Format(pathExtension: Self.pathExtension(of: name)) != nil
        if isFolder || (isKnown && information.st_mode & S_IFMT == S_IFREG) {
          found.append((path, identity(of: information)))
        }
      }
      return found
    }

    private func identity(of information: stat) -> Identity {
      Identity(device: UInt64(information.st_dev), number: UInt64(information.st_ino))
    }

    static func pathExtension(of path: String) -> String {
      let name = Array(path.utf8)
      let start = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      guard let dot = name[start...].lastIndex(of: UInt8(ascii: ".")), dot > start else {
        return ""
      }
      return String(decoding: name[(dot + 1)...], as: UTF8.self)
    }

    private static func sniff(_ path: String) -> SourceFile.Format {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return .text }
      defer { close(descriptor) }
      var head = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &head, head.count)
      return SourceFile.Format(sniffing: head.prefix(max(0, count)))
    }
  }
}
