import Foundation
import TestSupport

/// A plan's folder whose units report figures, for tests of what becomes of them.
struct DeclaredStory {
  let folder: String

  /// Two communes report on a line that counts two forms together, and on one that counts bulletins.
  static let plan = """
    plan: tinh-a
    title: Kế hoạch tỉnh A
    year: 2026
    units:
      tinh: { name: Tỉnh A, level: province }
      an-phu: { name: Xã An Phú, level: commune, parent: tinh }
      binh-hoa: { name: Xã Bình Hòa, level: commune, parent: tinh }
    outlets: { loa: { name: Loa xã, kind: loudspeakers, level: commune } }
    lines:
      - { id: tin-bai, title: Tin bài, form: "tin, bài", outlet: loa, quota: "100 tin, bài", scheduled: false }
      - { id: ban-tin, title: Bản tin, form: bản tin, outlet: loa, quota: 50, scheduled: false }
    """

  static func with(_ work: (DeclaredStory) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let story = DeclaredStory(folder: folder)
    try story.write("plan.yaml", plan)
    try work(story)
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, Array(text.utf8))
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The text of the only entry of declared figures.
  func entries() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book").sorted()
    return try names.filter { $0.contains("-declared-") }.map {
      try String(contentsOfFile: "\(folder)/book/\($0)", encoding: .utf8)
    }
  }
}
