/// A file that holds one article or many, and how it is to be read.
public struct SourceFile: Hashable, Sendable {
  /// How the bytes of a source are to be read.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Plain text or Markdown: one article.
    case text
    /// HTML or XHTML: one article.
    case html
    /// JSON Lines: one article per line.
    case jsonl
  }

  /// The path as the user would write it, or `-` for standard input.
  public var path: String
  /// How the bytes are to be read.
  public var format: Format

  /// Creates a source.
  public init(path: String, format: Format) {
    self.path = path
    self.format = format
  }
}

extension SourceFile.Format {
  /// The format that a file name's extension stands for, or `nil` if it stands for none.
  ///
  ///     SourceFile.Format(pathExtension: "HTM")   // .html
  public init?(pathExtension: String) {
    switch pathExtension.lowercased() {
    case "txt", "text", "md": self = .text
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// The format that the first bytes of a source look like.
  ///
  /// A brace opens JSON Lines, a document type or a tag of a page's frame opens HTML; all else is text.
  /// Byte order marks and UTF-16 are seen through.
  public init(sniffing bytes: some Sequence<UInt8>) {
    // Dropping NULs and the marks in front makes UTF-16 Latin text look like ASCII.
    let head = bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }
      .drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
    if head.first == UInt8(ascii: "{") {
      self = .jsonl
      return
    }
    let lower = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
    let openings = [
      "<!doctype", "<html", "<head", "<body", "<?xml", "<article", "<div", "<p>", "<!--",
    ]
    self = openings.contains { lower.hasPrefix($0) } ? .html : .text
  }
}
