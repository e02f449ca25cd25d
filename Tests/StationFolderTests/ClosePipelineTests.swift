import Digests
import Foundation
import Reconciliation
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("A closed period stays as it was closed")
struct ClosePipelineTests {
  @Test("a period is closed once; asked again, nothing is written")
  func closeTwice() throws {
    try ClosingFolder.with { folder in
      let first = try folder.close("2026-Q1", by: "Lê Văn A")
      #expect(first.state == .closed && first.difference == nil)
      let record = try #require(first.record)
      #expect(record.close.stamp.sequence == 1 && record.close.stamp.number == 0)
      #expect(record.close.stamp.previous == nil && record.close.asOf == .of("2026-03-30"))
      #expect(record.close.figures.first?.values[.aired] == 2 && record.close.rows.count == 3)
      let again = try folder.close("2026-Q1")
      #expect(again.state == .unchanged && again.record == record)
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
    }
  }

  @Test("nobody closes a period that is not over, or without a name")
  func refusals() throws {
    try ClosingFolder.with { folder in
      let early = try folder.close("2026-Q2", by: "A", at: "2026-06-30T23:59")
      #expect(early.state == .refused && early.findings.map(\.code) == [.closeTooEarly])
      #expect(try folder.close("2026-Q1").state == .unsigned)
      #expect(try folder.verify() == [])
    }
  }

  @Test("a log that ends before the period does is told")
  func shortLog() throws {
    try ClosingFolder.with { folder in
      let outcome = try folder.close("2026-Q1", by: "A")
      #expect(outcome.findings.map(\.code).contains(.closeLogShort))
      let whole = try folder.close("2026-H1", by: "A", at: "2026-07-02T09:00", asOf: "2026-06-30")
      #expect(!whole.findings.map(\.code).contains(.closeLogShort))
      #expect(whole.record?.close.stamp.previous == outcome.record?.digest)
    }
  }

  @Test("whichever cell of whichever counted row is changed, it is found, and so is a row that is gone")
  func everyChange_isFound() throws {
    try ClosingFolder.with { folder in
      _ = try folder.close("2026-Q1", by: "A")
      let lines = ClosingFolder.log.split(separator: "\n").map(String.init)
      let others = [
        "date": "2026-03-17", "time": "20:00", "outlet": "phat-thanh", "line": "", "edition": "9",
        "title": "Khác", "minutes": "12", "evidence": "phiếu số 2",
      ]
      let names = lines[0].split(separator: ",").map(String.init)
      for row in 1..<lines.count {
        for (column, name) in names.enumerated() {
          var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          let other = try #require(others[name])
          guard cells[column] != other else { continue }
          cells[column] = other
          var changed = lines
          changed[row] = cells.joined(separator: ",")
          try folder.write("as-run/dai.csv", changed.joined(separator: "\n") + "\n")
          #expect(try folder.verify() == ["2026-Q1 rows-changed"], "\(name) of row \(row)")
          #expect(try folder.findings().contains(.closeRowsChanged))
        }
        var fewer = lines
        fewer.remove(at: row)
        try folder.write("as-run/dai.csv", fewer.joined(separator: "\n") + "\n")
        #expect(try folder.verify() == ["2026-Q1 rows-changed"], "without row \(row)")
      }
      try folder.write("as-run/dai.csv", ClosingFolder.log)
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
    }
  }

  @Test("rows in another order, and under another name once they are in the ledger, are the same rows")
  func sameRowsElsewhere() throws {
    try ClosingFolder.with { folder in
      let record = try #require(try folder.close("2026-Q1", by: "A").record)
      let lines = ClosingFolder.log.split(separator: "\n").map(String.init)
      let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
      try folder.write("as-run/dai.csv", turned)
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
      try folder.write("as-run/dai.csv", ClosingFolder.log)
      try folder.importLog("as-run/dai.csv", at: "2026-04-11T09:00")
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
      #expect(try folder.close("2026-Q1").record == record)
    }
  }

  @Test("late rows restate a period with their difference, and never change it silently")
  func lateRows() throws {
    try ClosingFolder.with { folder in
      let first = try #require(try folder.close("2026-Q1", by: "A").record)
      let late = "2026-03-23,19:00,truyen-hinh,cai-cach,3,Cải cách,15,phiếu số 9\n"
      try folder.write("as-run/dai.csv", ClosingFolder.log + late)
      #expect(try folder.verify() == ["2026-Q1 outdated"])
      #expect(try folder.findings() == [.closeOutdated])
      let differs = try folder.close("2026-Q1", by: "A")
      #expect(differs.state == .differs && differs.record == first)
      let restated = try folder.close(
        "2026-Q1", by: "B", at: "2026-05-04T09:00", reason: "Đài gửi thêm")
      let record = try #require(restated.record)
      #expect(restated.state == .closed && record.close.stamp.number == 1)
      #expect(record.close.stamp.previous == first.digest && record.close.stamp.reason == "Đài gửi thêm")
      let difference = try #require(restated.difference)
      #expect(difference.rows.count == 1)
      let aired = difference.figures.first { $0.measure == .aired }
      #expect(aired?.before == "2" && aired?.after == "3")
      #expect(try folder.verify() == ["2026-Q1 restated", "2026-Q1 confirmed"])
    }
  }

  @Test("a correction in the ledger is late data, and the close before it still comes out")
  func correction() throws {
    try ClosingFolder.with { folder in
      try folder.importLog("as-run/dai.csv", at: "2026-04-02T09:00")
      _ = try folder.close("2026-Q1", by: "A")
      try folder.write(
        "as-run/sua.csv", "replaces,time,reason\ndai.csv:2,20:10,ghi nhầm giờ\n")
      try folder.importLog("as-run/sua.csv", at: "2026-04-12T09:00")
      #expect(try folder.verify() == ["2026-Q1 outdated"])
      let restated = try folder.close("2026-Q1", by: "A", at: "2026-04-13T09:00", reason: "đính chính")
      #expect(restated.difference?.figures.map(\.measure) == [.late])
      #expect(try folder.verify() == ["2026-Q1 restated", "2026-Q1 confirmed"])
    }
  }

  @Test("an amended plan leaves what was closed alone, unless the plan of today is asked for")
  func amendedPlan() throws {
    try ClosingFolder.with { folder in
      let record = try #require(try folder.close("2026-Q1", by: "A").record)
      try folder.write(
        "plan.yaml", ClosingFolder.plan.replacingOccurrences(of: "quota: 12", with: "quota: 24"))
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
      #expect(try folder.close("2026-Q1").record == record)
      let restated = try folder.close(
        "2026-Q1", by: "A", at: "2026-05-04T09:00", reason: "Quyết định số 9", planOfToday: true)
      let planned = restated.difference?.figures.first { $0.measure == nil }
      #expect(planned?.before == "12 chuyên mục" && planned?.after == "24 chuyên mục")
      #expect(try folder.verify() == ["2026-Q1 restated", "2026-Q1 confirmed"])
    }
  }

  @Test("a record that was edited, taken out or forged is found, and nothing is closed over it")
  func forgery() throws {
    try ClosingFolder.with { folder in
      let first = try #require(try folder.close("2026-Q1", by: "A").record)
      let second = try #require(try folder.close("2026-H1", by: "A", at: "2026-07-02T09:00").record)
      let text = try String(contentsOfFile: first.file, encoding: .utf8)
      let forged = text.replacingOccurrences(
        of: "line,cai-cach,,,,12 chuyên mục,3,2,", with: "line,cai-cach,,,,12 chuyên mục,3,3,")
      #expect(forged != text)

      try Data(forged.utf8).write(to: URL(filePath: first.file))
      #expect(try folder.findings().contains(.closeDamaged))
      #expect(try folder.close("2026-04", by: "A", at: "2026-07-02T09:00").state == .refused)

      try FileManager.default.removeItem(atPath: first.file)
      #expect(try folder.findings() == [.closeChainBroken])

      let key = Digest.sha256(Array(forged.utf8)).prefix(8)
      let renamed = "\(folder.path)/closes/001-2026-Q1-\(key).csv"
      try Data(forged.utf8).write(to: URL(filePath: renamed))
      #expect(try folder.findings() == [.closeChainBroken, .closeContradicted])

      // The last of the chain has no later one that tells; what was printed does.
      try FileManager.default.removeItem(atPath: second.file)
      #expect(try folder.findings(certified: [String(first.digest.prefix(16))]).contains(.closeChainBroken))
      try FileManager.default.removeItem(atPath: renamed)
      try Data(text.utf8).write(to: URL(filePath: first.file))
      #expect(try folder.findings(certified: [first.digest]) == [])
    }
  }

  @Test("what a close rests on is missed when it is gone or altered")
  func keptFiles() throws {
    try ClosingFolder.with { folder in
      _ = try folder.close("2026-Q1", by: "A")
      let kept = folder.path + "/closes/kept"
      for name in try FileManager.default.contentsOfDirectory(atPath: kept) {
        let bytes = try Data(contentsOf: URL(filePath: "\(kept)/\(name)"))
        try (bytes + Data("#".utf8)).write(to: URL(filePath: "\(kept)/\(name)"))
        #expect(try folder.verify() == ["2026-Q1 unknown"])
        #expect(try folder.findings() == [.closeDamaged])
        try bytes.write(to: URL(filePath: "\(kept)/\(name)"))
      }
      #expect(try folder.verify() == ["2026-Q1 confirmed"])
    }
  }

  @Test("a report on a closed period says when its figures are others")
  func report() throws {
    try ClosingFolder.with { folder in
      _ = try folder.close("2026-Q1", by: "A")
      #expect(try folder.reportFindings("2026-Q1") == [])
      try folder.write(
        "as-run/dai.csv",
        ClosingFolder.log + "2026-03-23,19:00,truyen-hinh,cai-cach,3,Cải cách,15,phiếu số 9\n")
      #expect(try folder.reportFindings("2026-Q1") == [.closeOutdated])
      #expect(try folder.reportFindings("2026-Q2") == [])
    }
  }
}
