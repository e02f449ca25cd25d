import Foundation
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("Whatever happens after a close")
struct CloseHistoryTests {
  /// What can happen to a station's year, in any order.
  private enum Event: CaseIterable {
    case log, correction, withdrawal, link, amendment, close, restate
  }

  @Test(
    "no close ever changes, each comes out of what it was made of, and only the latest is held against today",
    arguments: 1...40)
  func randomHistory(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    try ClosingFolder.with { folder in
      var time = try #require(LocalTime("2026-07-02T09:00"))
      func later() -> String {
        time = LocalTime(seconds: time.seconds + 3_600)
        return time.description
      }
      try folder.importLog("as-run/dai.csv", at: later())
      var texts: [String: Data] = [:]
      var edition = 3
      for step in 0..<14 {
        let period = ["2026-Q1", "2026-H1", "2026-02"][next(3)]
        switch Event.allCases[next(Event.allCases.count)] {
        case .log:
          let day = padded(1 + next(28))
          try folder.write(
            "as-run/l\(step).csv",
            "date,time,outlet,line,edition,title\n2026-0\(1 + next(6))-\(day),19:00,truyen-hinh,cai-cach,\(edition),Cải cách\n"
          )
          edition += 1
          try folder.importLog("as-run/l\(step).csv", at: later())
        case .correction:
          try folder.write(
            "as-run/c\(step).csv", "replaces,time,reason\ndai.csv:\(2 + next(2)),20:\(padded(next(60))),sửa\n"
          )
          try folder.importLog("as-run/c\(step).csv", at: later())
        case .withdrawal:
          try folder.write(
            "as-run/w\(step).csv", "replaces,status,reason\ndai.csv:\(2 + next(3)),withdrawn,nhầm\n")
          try folder.importLog("as-run/w\(step).csv", at: later())
        case .link:
          try folder.write(
            "links.csv",
            "link,uid,date,outlet,title,by,reason\nshows,vi-du.cai-cach.\(1 + next(3)).vi@lichsong,2026-03-30,truyen-hinh,Một chương trình khác,A,xem băng\n"
          )
        case .amendment:
          let plan = ClosingFolder.plan.replacingOccurrences(of: "quota: 12", with: "quota: \(12 + next(12))")
          try folder.write("plan.yaml", plan)
        case .close: _ = try folder.close(period, by: "A", at: later())
        case .restate:
          _ = try folder.close(period, by: "A", at: later(), reason: "thêm", planOfToday: next(2) == 0)
        }
        let records = try folder.records()
        for (name, bytes) in texts { #expect(records[name] == bytes, "\(name) changed at step \(step)") }
        texts = records
        var latest: Set<String> = []
        for (name, result) in try folder.verifiedByPeriod().reversed() {
          let isLatest = latest.insert(name).inserted
          #expect(
            isLatest ? ["confirmed", "outdated"].contains(result) : result == "restated", "\(name) \(result)")
        }
      }
      #expect(try folder.findings().allSatisfy { $0 == .closeOutdated })
    }
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension ClosingFolder {
  /// The records, by name, as they stand on the disk.
  fileprivate func records() throws -> [String: Data] {
    let folder = path + "/closes"
    guard FileManager.default.fileExists(atPath: folder) else { return [:] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
  }

  fileprivate func verifiedByPeriod() throws -> [(String, String)] {
    try verify().map { text in
      let parts = text.split(separator: " ").map(String.init)
      return (parts[0], parts[1])
    }
  }
}
