import Foundation
import Testing

/// An invented commune: loudspeakers without hours, an exhibition of five days, a night programme and its repeats.
@Suite("The openings of an invented commune, from the plan to the report")
struct OpeningStoryTests {
  private static let plan = """
    plan: xa-tu-dat
    title: Tuyên truyền ở một xã tự đặt (số liệu minh họa)
    year: 2027
    revised: 2027-01-04
    blackouts: [{ name: Tết, from: 2027-02-05, to: 2027-02-09 }]
    outlets:
      loa:
        name: Đài truyền thanh xã
        kind: loudspeakers
        grid:
          - { id: sang, rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR" }
          - { id: chieu, rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR", length: 15m }
          - { id: toi, rule: FREQ=WEEKLY;BYDAY=SU, at: "19:00" }
          - { id: khuya, dates: [2027-12-31], at: 24 giờ, length: 10m }
      nha: { name: Nhà văn hóa xã, kind: event, grid: [{ id: trien-lam, dates: [2027-05-10], lasts: 5d }] }
    lines:
      - id: cm
        title: Cải cách hành chính
        form: chuyên mục
        outlet: loa
        quota: 48 chuyên mục
        grid: [sang]
        length: 10m
        repeats: { after: 0d, within: 0d, grid: [chieu] }
        counts: [{ count: minutes }]
      - { id: tin, title: Tin ngắn, form: tin, outlet: loa, quota: 24 tin, grid: [toi] }
      - { id: nam, title: Chào năm mới, form: chương trình, outlet: loa, quota: 1 chương trình, grid: [khuya] }
      - { id: tl, title: Triển lãm, form: triển lãm, outlet: nha, quota: 1 triển lãm }
    """
  private static let log = """
    ngày,giờ,kênh,tên,thời lượng
    04/01/2027,,loa,Cải cách hành chính kỳ 1,10
    13/01/2027,,loa,Cải cách hành chính kỳ 2,
    10/01/2027,19:02,loa,Tin ngắn số 1,
    24/01/2027,,loa,Tin ngắn số 2,
    10/05/2027,,nha,Triển lãm,
    12/05/2027,,nha,Triển lãm,
    14/05/2027,,nha,Triển lãm,
    01/01/2028,00:00:05,loa,Chào năm mới,10

    """

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.plan.utf8).write(to: folder.appending(path: "plan.yaml"))
    try Data(Self.log.utf8).write(to: folder.appending(path: "nhat-ky.csv"))
    try body(folder.path)
  }

  private struct Page: Decodable {
    struct Row: Decodable { let uid, start, end: String }
    let placements: [Row]
  }

  @Test("nobody is asked for an hour or a length, and none is made up")
  func allocate() throws {
    try inFolder { folder in
      for language in ["vi", "en"] {
        let told = try Command("check", folder, "--lang", language)
        #expect(told.status == 0)
        #expect(!told.output.contains("Cách sửa") && !told.output.contains("remedy"))
      }
      let run = try Command("allocate", folder, "--json")
      let page = try JSONDecoder().decode(Page.self, from: Data(run.output.utf8))
      let rows = Dictionary(page.placements.map { ($0.uid, "\($0.start) \($0.end)") }) { first, _ in first }
      #expect(page.placements.count == 122)
      #expect(rows["xa-tu-dat.cm.1.vi@lichsong"] == "2027-01-04 2027-01-05")
      #expect(rows["xa-tu-dat.cm.1.vi.repeat.loa@lichsong"] == "2027-01-04 2027-01-05")
      #expect(rows["xa-tu-dat.tin.1.vi@lichsong"] == "2027-01-10T19:00 2027-01-10T19:00")
      #expect(rows["xa-tu-dat.tl.1.vi@lichsong"] == "2027-05-10 2027-05-15")
      #expect(rows["xa-tu-dat.nam.1.vi@lichsong"] == "2027-12-31T24:00 2028-01-01T00:10")
    }
  }

  @Test("the month's schedule says that no hour is stated, in both languages")
  func month() throws {
    try inFolder { folder in
      let vietnamese = try Command("allocate", folder, "--month", "1", "--width", "1000").output
      let english = try Command("allocate", folder, "--month", "1", "--width", "1000", "--lang", "en").output
      func cells(_ text: String) -> [[Substring]] {
        text.split(separator: "\n").filter { $0.contains("04/01/2027") }.map { line in
          line.split(separator: "  ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
        }
      }
      #expect(
        cells(vietnamese).map { $0.prefix(3) } == [
          ["Thứ Hai, 04/01/2027", "không nêu giờ", "10 phút"],
          ["Thứ Hai, 04/01/2027", "không nêu giờ", "10 phút"],
        ])
      #expect(
        cells(english).map { $0.prefix(3) } == [
          ["Mon, 04/01/2027", "no hour stated", "10 min"], ["Mon, 04/01/2027", "no hour stated", "10 min"],
        ])
    }
  }

  @Test("in the calendars a day without an hour is an event of that day, an exhibition one of five")
  func calendars() throws {
    try inFolder { folder in
      #expect(try Command("publish", folder, "--by", "An", "--at", "2027-01-04T08:00").status == 0)
      let loud = try String(contentsOfFile: folder + "/calendars/outlet-loa.ics", encoding: .utf8)
      let hall = try String(contentsOfFile: folder + "/calendars/outlet-nha.ics", encoding: .utf8)
      func times(_ uid: String, in text: String) -> [Substring] {
        guard let start = text.range(of: "UID:\(uid)\r\n") else { return [] }
        return text[start.upperBound...].split(separator: "\r\n").prefix { !$0.hasPrefix("SUMMARY") }
          .filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }
      }
      #expect(
        times("xa-tu-dat.cm.1.vi@lichsong", in: loud)
          == ["DTSTART;VALUE=DATE:20270104", "DTEND;VALUE=DATE:20270105"])
      #expect(
        times("xa-tu-dat.tin.1.vi@lichsong", in: loud) == ["DTSTART;TZID=Asia/Ho_Chi_Minh:20270110T190000"])
      #expect(
        times("xa-tu-dat.nam.1.vi@lichsong", in: loud) == [
          "DTSTART;TZID=Asia/Ho_Chi_Minh:20280101T000000", "DTEND;TZID=Asia/Ho_Chi_Minh:20280101T001000",
        ])
      #expect(
        times("xa-tu-dat.tl.1.vi@lichsong", in: hall)
          == ["DTSTART;VALUE=DATE:20270510", "DTEND;VALUE=DATE:20270515"])
    }
  }

  @Test("rows with and without an hour are found, minutes are counted at least, the exhibition is one work")
  func report() throws {
    struct Report: Decodable {
      struct Row: Decodable {
        let line: String
        let aired: Int?
      }
      let lines: [Row]
    }
    try inFolder { folder in
      _ = try Command("publish", folder, "--by", "An", "--at", "2027-01-04T08:00")
      let log = folder + "/nhat-ky.csv"
      #expect(try Command("import", folder, log, "--by", "An", "--at", "2028-01-02T08:00").status == 0)
      let data = try Command("report", folder, "--period", "2027", "--format", "json").output
      let page = try JSONDecoder().decode(Report.self, from: Data(data.utf8))
      let aired = Dictionary(page.lines.map { ($0.line, $0.aired) }) { first, _ in first }
      #expect(aired == ["cm": 2, "tin": 2, "nam": 1, "tl": 1])
      let vietnamese = try Command("report", folder, "--period", "2027", "--width", "1000").output
      #expect(vietnamese.contains("ít nhất 10"))
      #expect(vietnamese.contains("1 không ghi thời lượng"))
      let english = try Command("report", folder, "--period", "2027", "--width", "1000", "--lang", "en")
        .output
      #expect(english.contains("at least 10"))
    }
  }
}
