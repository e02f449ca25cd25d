import Foundation
import Testing

/// A plan's folder of its own, removed afterwards.
struct Station {
  static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 4 }

    """

  /// The third work, on 13 March.
  static let third = "vi-du.cm.3.vi@lichsong"

  let folder: String

  init(plan: String = Station.plan) throws {
    folder = FileManager.default.temporaryDirectory.path + "/lichsong-book-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write("plan.yaml", plan)
  }

  /// A copy that somebody else works on.
  init(copying other: Station) throws {
    folder = other.folder + "-copy"
    try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  func replace(_ old: String, _ new: String, in name: String) throws {
    let text = try text(name)
    #expect(text.contains(old))
    try write(name, text.replacing(old, with: new))
  }

  /// Runs a command in English on the folder, which is written FOLDER in what it prints.
  func run(_ name: String, _ arguments: String..., language: String = "en") throws -> Command {
    try Command(program: Command.path, [name, folder] + arguments + ["--lang", language])
  }

  func publish(by author: String = "An", at time: String) throws -> Command {
    try run("publish", "--by", author, "--at", time)
  }

  /// Publishes what the plan gives.
  func publishFirst() throws {
    #expect(try publish(at: "2026-01-05T09:00").status == 0)
  }

  /// What `check` says.
  func checked(_ language: String = "en") throws -> String {
    try run("check", language: language).output.replacing(folder, with: "FOLDER")
  }

  /// The names of the Book's files.
  func entries(_ kind: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/book").filter {
      $0.contains("-\(kind)")
    }.sorted()
  }

  /// The first digits of an entry's id, as its file has them.
  func id(_ entry: String) -> String { String(entry.prefix { $0 != "." }.suffix(12)) }

  /// Moves a placement and publishes that.
  func move(_ uid: String, to slot: String, by author: String, at time: String) throws {
    let moved = try run("move", uid, "--to", slot, "--by", author, "--at", time)
    #expect(moved.status == 0, "\(moved.errors)")
    let published = try publish(by: author, at: time)
    #expect(
      published.output.hasPrefix("Published: 0 added, 1 moved, 0 withdrawn, 0 updated;"),
      "\(published.errors)")
  }

  /// The lines of the event with a UID.
  static func event(_ uid: String, in calendar: String) -> String {
    calendar.components(separatedBy: "BEGIN:VEVENT\r\n").first { $0.contains("UID:\(uid)\r\n") } ?? ""
  }
}
