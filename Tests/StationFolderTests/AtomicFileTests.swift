import Foundation
import Planning
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("A file is written whole or not at all")
struct AtomicFileTests {
  @Test("octets may come one after the other or by their offset, and nothing is seen before the end")
  func pieces() throws {
    try withTestFolder { folder in
      let file = try AtomicFile(folder + "/a.txt")
      try file.append(Array("Lịch ".utf8))
      try file.append(Array("Sóng".utf8))
      try file.write(Array("l".utf8), at: 0)
      #expect(!FileManager.default.fileExists(atPath: folder + "/a.txt"))
      try file.finish()
      #expect(try text(folder + "/a.txt") == "lịch Sóng")
      #expect(try names(in: folder) == ["a.txt"])
    }
  }

  @Test("a file that is discarded, or forgotten, leaves the old one and nothing beside it")
  func discarded() throws {
    try withTestFolder { folder in
      try AtomicFile.write(folder + "/a.txt", Array("old".utf8))
      let discarded = try AtomicFile(folder + "/a.txt")
      try discarded.append(Array("new".utf8))
      discarded.discard()
      func forget() throws { try AtomicFile(folder + "/a.txt").append(Array("new".utf8)) }
      try forget()
      #expect(try text(folder + "/a.txt") == "old")
      #expect(try names(in: folder) == ["a.txt"])
    }
  }

  @Test("what killed runs left, however much, is no hindrance and is cleared up; what is in use stays")
  func leftovers() throws {
    try withTestFolder { folder in
      for number in 0..<150 {
        try Data().write(to: URL(filePath: folder + "/.lichsong-\(getpid())-\(number).part"))
      }
      for other in [".lichsong-notes.part", ".lichsong-1-2-3.part", ".a.txt.part", "lichsong-1-2.part"] {
        try Data().write(to: URL(filePath: folder + "/" + other))
      }
      let used = try AtomicFile(folder + "/used.txt")
      let killed = try AtomicFile(folder + "/killed.txt")
      killed.abandon()
      _ = try OutputFolder(folder)
      let left = try names(in: folder)
      #expect(left.filter { $0.hasPrefix(".lichsong-\(getpid())-") }.count == 1)
      #expect(left.count == 5)
      try used.append(Array("whole".utf8))
      try used.finish()
      #expect(try text(folder + "/used.txt") == "whole")
    }
  }

  @Test("a name may be as long as the system allows, and a replaced file keeps its owner and permissions")
  func namesAndPermissions() throws {
    try withTestFolder { folder in
      let path = folder + "/" + String(repeating: "a", count: 251) + ".txt"
      try AtomicFile.write(path, [1])
      #expect(chmod(path, 0o640) == 0)
      try AtomicFile.write(path, [2])
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
      // Only the administrator can give a file to somebody else.
      if geteuid() == 0 {
        #expect(chown(path, 1, 1) == 0)
        try AtomicFile.write(path, [3])
        #expect(stat(path, &status) == 0 && status.st_uid == 1 && status.st_gid == 1)
      }
      let refusal = #expect(throws: FileRefusal.self) { try AtomicFile.write(path + "b", [3]) }
      #expect(refusal?.code == ENAMETOOLONG)
    }
  }

  @Test("a symbolic link stays, and the file that it names is written, even when it is not there yet")
  func links() throws {
    try withTestFolder { folder in
      _ = try OutputFolder(folder + "/archive")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/report.txt", withDestinationPath: "archive/2026.txt")
      for content in ["first", "second"] {
        try OutputFolder.write(folder + "/report.txt", content)
        #expect(try text(folder + "/archive/2026.txt") == content)
      }
      #expect(SymbolicLink(folder + "/report.txt")?.target == "archive/2026.txt")
      #expect(try names(in: folder + "/archive") == ["2026.txt"])

      try FileManager.default.createSymbolicLink(
        atPath: folder + "/gone.txt", withDestinationPath: "nowhere/2026.txt")
      let gone = #expect(throws: FileRefusal.self) { try OutputFolder.write(folder + "/gone.txt", "x") }
      #expect(
        gone?.words.en
          == "Cannot write \(folder)/gone.txt: the link \(folder)/gone.txt points to nowhere/2026.txt, which is not "
          + "there; connect the drive or correct the link.")
      try FileManager.default.createSymbolicLink(atPath: folder + "/o", withDestinationPath: "o")
      let circle = #expect(throws: FileRefusal.self) { try OutputFolder.write(folder + "/o", "x") }
      #expect(circle?.code == ELOOP)
    }
  }

  @Test("a pipe and a device are written to, not replaced")
  func devices() throws {
    try withTestFolder { folder in
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let end = open(pipe, O_RDWR | O_CLOEXEC)
      defer { close(end) }
      try OutputFolder.write(pipe, "through the pipe")
      var room = [UInt8](repeating: 0, count: 100)
      let count = read(end, &room, room.count)
      #expect(String(decoding: room.prefix(max(0, count)), as: UTF8.self) == "through the pipe")
      #expect(try names(in: folder) == ["pipe"])

      for name in ["null", "full"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "/dev/" + name)
      }
      try OutputFolder.write(folder + "/null", "nowhere")
      let full = #expect(throws: FileRefusal.self) { try OutputFolder.write(folder + "/full", "x") }
      #expect(full?.words.en == "Cannot write \(folder)/full: the disk is full.")
      for name in ["null", "full"] { #expect(SymbolicLink("\(folder)/\(name)")?.target == "/dev/" + name) }
      var status = stat()
      #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }
  }

  @Test("an open descriptor is written to where it stands, so that a log that is appended to stays")
  func descriptors() throws {
    try withTestFolder { folder in
      try Data("before\n".utf8).write(to: URL(filePath: folder + "/log"))
      let descriptor = open(folder + "/log", O_WRONLY | O_APPEND | O_CLOEXEC)
      defer { close(descriptor) }
      for path in ["/dev/fd/\(descriptor)", "/proc/self/fd/\(descriptor)"] {
        try OutputFolder.write(path, "\(descriptor)\n")
      }
      #expect(try text(folder + "/log") == "before\n\(descriptor)\n\(descriptor)\n")
    }
  }

  @Test("a record is never replaced: the same content is taken, another one refused")
  func records() throws {
    try withTestFolder { folder in
      let ledger = RecordFolder("ledger", ofPlanIn: folder)
      try ledger.locked {
        try ledger.add("a.csv", [1])
        try ledger.add("a.csv", [1])
        #expect(throws: FileRefusal(.write, folder + "/ledger/a.csv", .taken)) {
          try ledger.add("a.csv", [2])
        }
      }
      #expect(try InputFile.read(folder + "/ledger/a.csv").bytes == [1])
    }
  }

  @Test("a folder is never removed in place of a file")
  func removing() throws {
    try withTestFolder { folder in
      _ = try OutputFolder(folder + "/year.ics/below")
      #expect(throws: FileRefusal.self) { try OutputFolder(folder).remove("year.ics") }
      #expect(FileManager.default.fileExists(atPath: folder + "/year.ics/below"))
    }
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
