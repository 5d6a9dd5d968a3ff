import Foundation
import Synchronization

/// Ctrl-C as a flag that long work looks at between two articles, so that finished work is kept.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed since ``watch()``.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Makes Ctrl-C (and a polite kill) set the flag; a second Ctrl-C ends the process at once.
  static func watch() {
    let handler: @convention(c) (Int32) -> Void = { signal in
      if Interruption.requested.exchange(true, ordering: .relaxed) { _exit(128 + signal) }
    }
    signal(SIGINT, handler)
    signal(SIGTERM, handler)
    signal(SIGPIPE, SIG_IGN)
  }
}
