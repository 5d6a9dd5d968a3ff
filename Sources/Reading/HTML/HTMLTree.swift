import CLibXML2

/// A page parsed by libxml2, walked without recursion so that depth does not matter.
final class HTMLTree {
  private let document: htmlDocPtr

  /// Must run once before any thread parses.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses markup as a browser would, repairing what is broken; `nil` if nothing can be made of it.
  init?(_ markup: Markup) {
    guard Self.isReady, !markup.bytes.isEmpty, markup.bytes.count <= Int(Int32.max) else {
      return nil
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    let parsed = markup.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        // Safe: libxml2 reads the bytes during the call and keeps none of them.
        htmlReadMemory(
          characters.baseAddress, Int32(characters.count), nil, markup.encoding, Int32(options))
      }
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit {
    xmlFreeDoc(document)
  }

  /// One element or text of the page; valid as long as the tree is.
  struct Node {
    fileprivate let pointer: xmlNodePtr

    /// Whether this is an element.
    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    /// Whether this is text.
    var isText: Bool {
      pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
    }

    /// The element's name in small letters.
    var name: String {
      pointer.pointee.name.map { String(cString: $0) } ?? ""
    }

    /// Appends the text of a text node.
    func appendText(to bytes: inout [UInt8]) {
      guard let content = pointer.pointee.content else { return }
      // Safe: libxml2 ends its strings with a NUL.
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }

    /// The value of an attribute, or `nil` if it is absent.
    func attribute(_ name: String) -> String? {
      guard let attribute = xmlHasProp(pointer, name) else { return nil }
      var bytes: [UInt8] = []
      var child = attribute.pointee.children
      while let node = child {
        Node(pointer: node).appendText(to: &bytes)
        child = node.pointee.next
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether there are attributes at all.
    var hasAttributes: Bool { pointer.pointee.properties != nil }
  }

  /// What a walk does next after entering a node.
  enum Step {
    case into
    case over
  }

  /// Visits all nodes in the order of the document.
  ///
  /// `leave` is called for each node that was entered with `.into`.
  ///
  /// - Complexity: O(*n*) in the number of nodes; no call stack is used up.
  func walk(enter: (Node) -> Step, leave: (Node) -> Void) {
    guard let root = xmlDocGetRootElement(document) else { return }
    var node = root
    while true {
      if enter(Node(pointer: node)) == .into {
        if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
          node = child
          continue
        }
        leave(Node(pointer: node))
      }
      while true {
        if node == root { return }
        if let next = node.pointee.next {
          node = next
          break
        }
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
          return
        }
        node = parent
        leave(Node(pointer: node))
      }
    }
  }
}
