/// One step of FTRL-proximal for a single weight, with its own learning rate and a pull towards zero
/// (McMahan et al., 2013).
///
/// ``FollowTheRegularisedLeader`` takes the same step for the labels of a sequence model at once.
struct ProximalStep {
  private let inverseAlpha: Float
  private let smoothing: Float
  private let l1: Float

  init(alpha: Float, beta: Float, l1: Float, l2: Float) {
    inverseAlpha = 1 / alpha
    smoothing = beta / alpha + l2
    self.l1 = l1
  }

  /// Moves a weight against a gradient.
  ///
  /// - Parameters:
  ///   - weight: The weight.
  ///   - sum: Its sum of adjusted gradients.
  ///   - square: Its sum of squared gradients.
  ///   - gradient: The gradient of this step.
  @inline(__always)
  func move(
    _ weight: inout Float, sum: inout Float, square: inout Float, against gradient: Float
  ) {
    let old = square
    let new = old + gradient * gradient
    let root = new.squareRoot()
    let adjusted = sum + gradient - (root - old.squareRoot()) * inverseAlpha * weight
    square = new
    sum = adjusted
    // Shrinks towards zero by l1: what lies within ±l1 becomes zero.
    let beyond = max(adjusted - l1, 0) + min(adjusted + l1, 0)
    weight = -beyond / (root * inverseAlpha + smoothing)
  }
}
