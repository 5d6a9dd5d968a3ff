/// What all HTML that Sayso writes has in common.
enum HTMLText {
  /// Keeps a text from being read as markup.
  static func escape(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      // HTML has no place for the other control characters, not even escaped.
      case "\u{0}"..<" ", "\u{7f}"..<"\u{a0}": output += "\u{fffd}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// A page of its own that loads nothing from anywhere.
  static func page(title: String, style: String = "", body: String) -> String {
    beginning(title: title, style: style) + body + end
  }

  /// A page as far as its body.
  static func beginning(title: String, style: String = "") -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escape(title))</title>
    <style>
    \(baseStyle)\(style)</style>
    </head>
    <body>

    """
  }

  /// A page after its body.
  static let end = "</body>\n</html>\n"

  private static let baseStyle = """
    body { font: 16px/1.5 Georgia, serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
      color: #222; background: #fff; }
    table { border-collapse: collapse; font: 14px/1.4 system-ui, sans-serif; }
    th, td { border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: left;
      vertical-align: top; }
    th { border-bottom: 2px solid #888; }
    .right { text-align: right; font-variant-numeric: tabular-nums; }
    .place, .remark { color: #666; font-size: .85em; }
    .missing { color: #aaa; }
    ins { background: #dff5e1; text-decoration: none; }
    del { background: #fbe0e0; }

    """
}
