import Foundation
import Reporting

/// One line on standard error that is redrawn while long work goes on; silent where nobody looks.
struct ProgressLine {
  private let isShown = Terminal.isTerminal(STDERR_FILENO)
  private let started = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  /// Redraws the line, at most ten times a second.
  ///
  /// - Parameters:
  ///   - done: Articles or files finished.
  ///   - total: How many there are, or `nil` while nobody knows.
  ///   - detail: What else to say, in a few words.
  mutating func update(done: Int, total: Int?, detail: String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100), done != total { return }
    lastDrawn = now
    let seconds = Self.seconds(now - started)
    let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
    var line = "\(done)"
    if let total, total > 0 {
      let filled = min(20, done * 20 / total)
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 20 - filled)
      line = "\(bar) \(done)/\(total)"
      if rate > 0, done < total { line += " · \(Self.clock((total - done) / rate)) left" }
    }
    line += " · \(rate)/s"
    if !detail.isEmpty { line += " · \(detail)" }
    FileHandle.standardError.write(Data("\r\u{1b}[K\(line)".utf8))
  }

  /// Takes the line away.
  func clear() {
    guard isShown, lastDrawn != nil else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func clock(_ seconds: Int) -> String {
    seconds < 90 ? "\(seconds) s" : seconds < 5400 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
  }
}
