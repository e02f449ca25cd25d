import Allocation
import ScheduleModel
import TestSupport
import Testing

@testable import lichsong_engine

@Suite("No bytes make the reader of instances trap")
struct HostileInstanceTests {
  @Test("a tiny instance, broken in any place, gets an answer")
  func mutations() {
    var random = SeededRandom(seed: 3)
    let sound = Array(TinyInstance().text.utf8)
    let tokens: [String] = [
      "-", "1e308", "9223372036854775807", "-9223372036854775808", "null", "[]", "{}", "\"\"", "\\", "\"",
      "[", "}",
      ",", "0", "-1", "365", "1000000", "true", "\u{0}", "\\ud800", "104",
    ]
    var answers = 0
    for _ in 0..<2_000 {
      var bytes = sound
      for _ in 0..<random.int(1...3) {
        let at = random.int(0...bytes.count - 1)
        switch random.int(0...4) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: random.pick(tokens).utf8, at: at)
        case 3: bytes.removeSubrange(at..<min(at + random.int(1...40), bytes.count))
        default: replaceNumber(in: &bytes, near: at, with: random.pick(tokens))
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      let (instance, findings) = InstanceFile.read(bytes, file: "a.json")
      if (instance == nil) == findings.hasErrors, findings.count <= 201 { answers += 1 }
    }
    #expect(answers == 2_000)
  }

  /// Puts something in the place of a number, so that what is read stays JSON more often.
  private func replaceNumber(in bytes: inout [UInt8], near start: Int, with token: String) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = bytes[start...].firstIndex(where: digits.contains) else { return }
    let end = bytes[first...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: token.utf8)
  }
}
