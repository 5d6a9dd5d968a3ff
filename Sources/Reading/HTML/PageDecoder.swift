import NewsModel

/// The markup of a page and the encoding that the parser is to read it in.
struct Markup {
  var bytes: [UInt8]
  /// A name that libxml2 and iconv know.
  var encoding = "UTF-8"
  var notes: [Note] = []
}

/// Finds out how the bytes of a page are encoded.
///
/// A byte order mark decides, then whether the bytes are valid UTF-8, then what the page itself says; a page
/// that is not UTF-8 and says nothing is Windows-1252.
enum PageDecoder {
  /// The markup, or why the bytes are no page.
  static func decode(_ bytes: [UInt8], path: String) -> Result<Markup, ReadingFailure> {
    let hasMark =
      bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
      || bytes.starts(with: [0xef, 0xbb, 0xbf])
    if !hasMark, BinarySignature.kind(of: bytes) == nil,
      BinarySignature.controlCharacters(in: bytes) == nil, !bytes.contains(0),
      let name = statedEncoding(bytes), !isWesternOrUTF8(name),
      String(validating: bytes, as: UTF8.self) == nil
    {
      let note = Note(.reencoded, nil, "read as \(name), as the page says")
      return .success(Markup(bytes: bytes, encoding: name, notes: [note]))
    }
    return TextDecoder.decode(bytes, path: path).map {
      Markup(bytes: $0.bytes, notes: $0.markupNotes)
    }
  }

  private static func isWesternOrUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8", "iso-8859-1", "windows-1252", "latin1", "us-ascii", "ascii", "cp1252"]
      .contains(name)
  }

  /// The encoding that a `meta` element or an XML declaration names, in small letters.
  private static func statedEncoding(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x20 })
    let text = String(decoding: head, as: UTF8.self).lowercased()
    for key in ["charset=", "encoding="] {
      guard let range = text.range(ofASCII: key) else { continue }
      let rest = text.utf8[range.upperBound...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      let name = rest.prefix {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x5f
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}

extension TextDecoder.Decoded {
  /// The notes for a page, whose text has other positions than its markup.
  var markupNotes: [Note] {
    var seen: Set<Note.Kind> = []
    return notes.compactMap { note in
      seen.insert(note.kind).inserted ? Note(note.kind, nil, note.text) : nil
    }
  }
}

extension String {
  /// Where an ASCII string stands first.
  fileprivate func range(ofASCII needle: String) -> Range<String.Index>? {
    let pattern = Array(needle.utf8)
    var index = utf8.startIndex
    while index != utf8.endIndex {
      if utf8[index...].starts(with: pattern) {
        return index..<utf8.index(index, offsetBy: pattern.count)
      }
      index = utf8.index(after: index)
    }
    return nil
  }
}
