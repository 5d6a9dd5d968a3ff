/// The weights of a part-of-speech model, a row for each pass and bucket.
///
/// Those that are part of the program are read where they lie: they are two megabytes, of which a short run needs
/// but a part.
package struct PartOfSpeechRows: @unchecked Sendable {
  // Safe: nobody ever changes the bytes.
  private let constant: UnsafeRawPointer?
  private let owned: [PartOfSpeechModel.Row]

  /// The number of rows.
  package let count: Int

  /// Takes over rows.
  package init(_ rows: [PartOfSpeechModel.Row]) {
    constant = nil
    owned = rows
    count = rows.count
  }

  /// Looks at bytes that stay what and where they are for as long as the program runs.
  init(constant bytes: UnsafeRawBufferPointer) {
    constant = bytes.baseAddress
    owned = []
    count = bytes.count / MemoryLayout<PartOfSpeechModel.Row>.size
  }

  /// Calls a function with the bytes of all rows.
  @inline(__always)
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if let constant {
      return body(
        UnsafeRawBufferPointer(
          start: constant, count: count * MemoryLayout<PartOfSpeechModel.Row>.size))
    }
    return owned.withUnsafeBytes(body)
  }

  /// A row.
  subscript(index: Int) -> PartOfSpeechModel.Row {
    withUnsafeBytes {
      $0.loadUnaligned(
        fromByteOffset: index * MemoryLayout<PartOfSpeechModel.Row>.size,
        as: PartOfSpeechModel.Row.self)
    }
  }
}
