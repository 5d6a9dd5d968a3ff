import Foundation
import TerminalTestSupport
import Testing

@Suite("Transcripts of the prompt")
struct TranscriptTests {
  @Test("are what the prompt does", arguments: ["prompt-in-a-pipe.md"])
  func transcript(name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Transcripts/\(name)").path
    var transcript = try GoldenTranscript(path)
    for step in try transcript.run(in: "/tmp") where !GoldenTranscript.isUpdating {
      #expect(step.written == step.now)
    }
  }
}
