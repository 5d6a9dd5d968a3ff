/// Eight labels at once.
public typealias LabelVector = SIMD8<Float>

/// Exponential and logarithm without a mathematics library: the same bits on every machine.
public enum VectorMath {
  /// A score that means *impossible*.
  ///
  /// Finite, so that sums of it stay ordered; its exponential is zero.
  public static let impossible: Float = -1e30

  /// The exponentials of eight numbers, relative error below 3 × 10⁻⁷; below -87 it is zero.
  ///
  /// Reduction by powers of two and the polynomial of Cephes’ `expf` (Moshier).
  @inlinable
  public static func exp(_ x: LabelVector) -> LabelVector {
    let lowest = LabelVector(repeating: -87)
    let highest = LabelVector(repeating: 88)
    let clamped = x.replacing(with: lowest, where: x .< lowest)
      .replacing(with: highest, where: x .> highest)
    // Adding 1.5 × 2²³ rounds to an integer and leaves it in the low bits.
    let magic = LabelVector(repeating: 12_582_912)
    let shifted = clamped * 1.442_695_04 + magic
    let power = shifted - magic
    var r = clamped - power * 0.693_359_375
    r = r - power * -2.121_944_4e-4
    var p = LabelVector(repeating: 1.987_569_15e-4)
    p = p * r + 1.398_199_95e-3
    p = p * r + 8.333_452e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 0.166_666_65
    p = p * r + 0.5
    p = p * (r * r) + r + 1
    // Safe: both are eight lanes of 32 bits, and every bit pattern is a valid integer.
    let bits = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &+ (127 &- 0x4b40_0000)
    // Safe: the exponent lies in 1...254 because the argument was clamped.
    let scale = unsafeBitCast(bits &<< 23, to: LabelVector.self)
    return (p * scale).replacing(with: 0, where: x .< lowest)
  }

  /// The exponential of one number.
  @inlinable
  public static func exp(_ x: Float) -> Float { exp(LabelVector(repeating: x))[0] }

  /// The natural logarithm of a positive number, error below 10⁻⁷.
  ///
  /// The series of the inverse hyperbolic tangent on a mantissa in 0.70…1.42.
  public static func log(_ x: Double) -> Double {
    precondition(x > 0, "only a positive number has a logarithm")
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var series = 1.0 / 11
    for divisor in [9.0, 7, 5, 3, 1] { series = series * square + 1 / divisor }
    return exponent * 0.693_147_180_559_945_3 + 2 * t * series
  }
}
