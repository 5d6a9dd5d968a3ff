/// Hashes of feature values: cheap, the same on every machine, good in all bits.
///
/// Values are first turned into 64-bit keys (``key(of:)-(Span<UInt8>)``), once for each word; a template
/// then joins the keys of its parts by one multiplication each (``join(_:_:)``) and is finished once
/// (``feature(_:)``). The mixing constants are those of SplitMix64 (Steele, Lea and Flood, 2014).
public enum FeatureHash {
  /// The key of a byte string (FNV-1a, then mixed).
  @inlinable
  public static func key(of bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return mixed(hash)
  }

  /// The key of a string's UTF-8 bytes.
  @inlinable
  public static func key(of string: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in string.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return mixed(hash)
  }

  /// The key of a small number.
  @inlinable
  public static func key(of number: some FixedWidthInteger) -> UInt64 {
    mixed(UInt64(truncatingIfNeeded: number) &+ 0x9e37_79b9_7f4a_7c15)
  }

  /// The seed of a template, from its number in the list of templates.
  @inlinable
  public static func seed(ofTemplate number: Int) -> UInt64 {
    mixed(UInt64(truncatingIfNeeded: number + 1) &* 0x9e37_79b9_7f4a_7c15)
  }

  /// Joins a further part to a hash; the order of parts matters.
  @inlinable
  public static func join(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    let product = (hash ^ key) &* 0xbf58_476d_1ce4_e5b9
    return product ^ (product >> 29)
  }

  /// The feature of a finished hash.
  @inlinable
  public static func feature(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (hash &* 0x94d0_49bb_1331_11eb) >> 32)
  }

  /// Spreads every bit over all bits.
  @inlinable
  public static func mixed(_ value: UInt64) -> UInt64 {
    var hash = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
