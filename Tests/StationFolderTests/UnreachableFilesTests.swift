import Foundation
import Planning
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("What cannot be reached is refused, and not taken for empty")
struct UnreachableFilesTests {
  @Test("a link to a drive that is not connected is refused in every place of a plan's folder")
  func brokenLinks() throws {
    for name in ["book", "as-run", "declared", "published.yaml", "links.csv", "as-run/a.csv"] {
      try withPlan { folder in
        _ = try OutputFolder(folder + "/as-run")
        if name == "as-run" { try FileManager.default.removeItem(atPath: folder + "/as-run") }
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "/mnt/gone")
        let refusal = #expect(throws: FileRefusal.self, "\(name)") {
          _ = try PlanFolder.open(folder).year()
        }
        #expect(refusal?.reason == .brokenLink("\(folder)/\(name)", to: "/mnt/gone"), "\(name)")
        #expect(
          refusal?.words.vi
            == "Không đọc được \(refusal?.path ?? ""): liên kết \(folder)/\(name) trỏ đến /mnt/gone, nơi đó hiện không "
            + "có; kiểm tra ổ đĩa hoặc sửa liên kết.", "\(name)")
      }
    }
  }

  @Test("nothing is recorded in a folder that a link names but is not there")
  func brokenLedger() throws {
    try withPlan { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/ledger", withDestinationPath: folder + "/gone")
      #expect(throws: FileRefusal.self) { try record(in: folder) }
      #expect(!FileManager.default.fileExists(atPath: folder + "/gone"))
      try FileManager.default.createDirectory(
        atPath: folder + "/gone", withIntermediateDirectories: false)
      try record(in: folder)
      #expect(FileManager.default.fileExists(atPath: folder + "/gone/a.csv"))
    }
  }

  private func record(in folder: String) throws {
    let ledger = RecordFolder("ledger", ofPlanIn: folder)
    try ledger.locked { try ledger.add("a.csv", [1]) }
  }

  @Test("a folder without permission is refused", .enabled(if: geteuid() != 0))
  func noPermission() throws {
    try withPlan { folder in
      _ = try OutputFolder(folder + "/as-run")
      #expect(chmod(folder + "/as-run", 0) == 0)
      defer { chmod(folder + "/as-run", 0o755) }
      let refusal = #expect(throws: FileRefusal.self) { try PlanFolder.open(folder).files() }
      #expect(refusal?.code == EACCES)
    }
  }

  @Test("what is not there at all is none")
  func none() throws {
    try withPlan { folder in
      let files = try PlanFolder.open(folder).files()
      #expect(files.logs.isEmpty && files.links == nil && files.published == nil && files.mappings == nil)
      #expect(try PlanFolder.open(folder).recorded().isEmpty)
    }
  }

  @Test("a pipe among the logs is refused at once", .timeLimit(.minutes(1)))
  func pipe() throws {
    try withPlan { folder in
      _ = try OutputFolder(folder + "/as-run")
      #expect(mkfifo(folder + "/as-run/a.csv", 0o600) == 0)
      let refusal = #expect(throws: FileRefusal.self) { try PlanFolder.open(folder).files() }
      #expect(
        refusal?.words.en
          == "Cannot read \(folder)/as-run/a.csv: this is a pipe or a device, a regular file is needed.")
      #expect(throws: FileRefusal(.read, "/dev/null", .notAFile)) { try InputFile.read("/dev/null") }
      #expect(try InputFile.readNamed("/dev/null").bytes.isEmpty)
    }
  }

  @Test("a plan of 2 GB, and one that is a folder, are refused before they are read")
  func largePlan() throws {
    try withPlan { folder in
      #expect(truncate(folder + "/plan.yaml", 1 << 31) == 0)
      let large = #expect(throws: FileRefusal.self) { try PlanFolder.open(folder).files() }
      #expect(
        large?.words.en
          == "Cannot read \(folder)/plan.yaml: the file is too large; at most 64 MB are read of such a file.")
      try FileManager.default.removeItem(atPath: folder + "/plan.yaml")
      _ = try OutputFolder(folder + "/plan.yaml")
      let isFolder = #expect(throws: FileRefusal.self) { try PlanFolder.open(folder).files() }
      #expect(
        isFolder?.words.en == "Cannot read \(folder)/plan.yaml: this is a folder, a file is needed.")
      let endless = #expect(throws: FileRefusal.self) { try InputFile.readNamed("/dev/zero", as: .text) }
      #expect(endless?.reason == .tooLarge(limit: 1 << 26))
    }
  }

  @Test("the usual error numbers have a sentence in both languages, and a name cannot forge a line")
  func sentences() {
    let codes = [
      ENOENT, EACCES, EPERM, ENOSPC, EDQUOT, EISDIR, ENOTDIR, EEXIST, EROFS, EFBIG, ELOOP, ENAMETOOLONG,
      ESTALE, EIO,
      EMFILE, ENFILE, ENOMEM, EPIPE, EBADF, EBUSY, ETXTBSY, ENXIO, ENODEV, ENOTEMPTY, EINVAL, ENOLCK, EXDEV,
      EOPNOTSUPP, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENOTCONN, ESPIPE,
    ]
    for code in codes {
      let words = FileRefusal(.write, "a", code: code).words
      #expect(!words.en.contains("error \(code)") && !words.vi.contains("số \(code)"), "\(code)")
    }
    #expect(FileRefusal(.read, "a", code: 9_999).words.en == "Cannot read a: the system reports error 9999.")
    #expect(
      FileRefusal(.read, "a\nOK\u{1B}[2J\u{202E}", code: EIO).words.en.hasPrefix(
        #"Cannot read a\u{A}OK\u{1B}[2J\u{202E}: the disk"#))
  }

  private func withPlan(_ work: (String) throws -> Void) throws {
    try withTestFolder { folder in
      try OutputFolder.write(folder + "/plan.yaml", "plan: x")
      try work(folder)
    }
  }
}
