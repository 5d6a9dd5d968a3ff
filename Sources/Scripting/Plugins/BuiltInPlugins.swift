internal import CPlugins

/// The plugins that are in the program itself, so that they are there wherever it is copied to.
enum BuiltInPlugins {
  /// Their names and texts, sorted by name.
  static var sources: [(name: String, source: String)] {
    // Safe: the C target gives an array of constants of this length.
    UnsafeBufferPointer(start: sayso_built_in_plugins(), count: sayso_built_in_plugin_count()).map {
      let bytes = UnsafeBufferPointer(start: $0.source, count: $0.count)
      return (String(cString: $0.name), String(decoding: bytes, as: UTF8.self))
    }
  }
}
