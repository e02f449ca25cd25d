import CalendarClients
import Foundation
import TestSupport
import Testing

/// A reform office's half-year; all names and figures are made up.
@Suite("The reform office's whole job, from four spreadsheets to a paper")
struct OfficeJobTests {
  private static let plan = """
    plan: tinh-y
    title: Tuyên truyền cải cách hành chính tỉnh Y năm 2024 (số liệu hư cấu)
    year: 2024
    office: { name: Sở Nội vụ tỉnh Y, above: UBND tỉnh Y, place: Y, signs: [Giám đốc], signer: Người Ký Mẫu }
    units:
      tinh: { name: Tỉnh Y, level: province }
      mot: { name: Huyện Một, level: district, parent: tinh }
      hai: { name: Huyện Hai, level: district, parent: tinh }
      ba: { name: Huyện Ba, level: district, parent: tinh }
      bon: { name: Huyện Bốn, level: district, parent: tinh }
    outlets:
      loa: { name: Truyền thanh cấp huyện, kind: loudspeakers, level: district }
      tv: { name: Truyền hình Y, kind: television, grid: [{ id: toi, dates: [2024-06-20, 2024-11-21], at: "20:15", length: 15m }] }
    lines:
      - { id: tin, title: Tin truyền thanh, form: tin, outlet: loa, quota: 500 tin, scheduled: false, level: district }
      - { id: hoi-nghi, title: Hội nghị, form: hội nghị, outlet: loa, quota: 8 hội nghị, scheduled: false, level: district }
      - { id: toa-dam, title: Tọa đàm, form: tọa đàm, outlet: tv, quota: 2 }

    """

  /// The figures of the two quarters, of the news and of the conferences.
  private static let figures = [
    ("mot", "Huyện Một", ["61", "70"], ["1", "1"]), ("hai", "Huyện Hai", ["52", "hơn 40 tin"], ["0", "1"]),
    ("ba", "Huyện Ba", ["33", "35"], ["1", "0"]),
    ("bon", "Huyện Bốn", ["48", "44"], ["không có số liệu", "1"]),
  ]

  /// A district's own table: a title over all columns, its name beside all rows, each line beside two, and a total.
  private static func spreadsheet(_ unit: String, _ news: [String], _ meetings: [String]) -> [UInt8] {
    let quarters = ["Quý I năm 2024", "Quý II năm 2024"]
    let rows =
      [["BÁO CÁO 6 THÁNG (SỐ LIỆU HƯ CẤU)"], [], ["Đơn vị", "Chỉ tiêu", "Kỳ", "Số liệu"]]
      + [
        [unit, "Tin truyền thanh", quarters[0], news[0]], ["", "", quarters[1], news[1]],
        ["", "Hội nghị", quarters[0], meetings[0]], ["", "", quarters[1], meetings[1]],
        ["Tổng cộng", "", "", "132"], [], ["", "", "", "Người lập biểu"],
      ]
    return OfficeSamples.workbook(
      [("Báo cáo", rows)], merged: ["A1:D1", "A4:A7", "B4:B5", "B6:B7", "A8:C8"])
  }

  @Test("the sums of four districts stand in a DOCX, keep “more than” and say who is missing")
  func consolidated() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    for (id, name, news, meetings) in Self.figures {
      let path = "\(station.folder)/\(id).xlsx"
      try Data(Self.spreadsheet(name, news, meetings)).write(to: URL(filePath: path))
      let imported = try station.run("import", path, "--by", "Văn phòng", "--at", "2024-07-03T08:00")
      #expect(imported.output == "\(path): 4 declared figures recorded.\n", "\(imported.errors)")
      #expect(imported.errors.contains("row 8 “Tổng cộng”, 10 “Người lập biểu”"), "\(imported.errors)")
    }
    let paper = station.folder + "/tong-hop.docx"
    let made = try station.run(
      "consolidate", "--period", "2024-H1", "--number", "12/BC-SNV", "--dated", "2024-07-05", "--out", paper,
      language: "vi")
    #expect(made.status == 0 && made.errors == "", "\(made.errors)")
    let seen = try ClientPrograms.office(URL(filePath: paper))
    #expect(seen.status == 0 && seen.output.contains("TỔNG HỢP SỐ LIỆU"), "\(seen.output)")
    guard RealOffice.isInstalled else { return }
    let text = try RealOffice.text(of: paper, in: station.folder)
    for words in ["hơn 383 tin", "ít nhất 05 hội", "Huyện Bốn", "Số: 12/BC-SNV", "Người Ký Mẫu"] {
      #expect(text.contains(words), "\(words) is not in\n\(text)")
    }
    #expect(!text.contains("132"), "a total row is no figure")
    #expect(try RealOffice.ink(of: paper, in: station.folder) > 0.005)
  }

  @Test("a close whose figures are added of two quarters is confirmed, until one of them is said anew")
  func closedOfParts() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let published = try station.publish(at: "2024-01-05T09:00")
    #expect(published.status == 0, "\(published.errors)")
    try station.write("nhat-ky.csv", "date,time,outlet,line,edition\n2024-06-20,20:15,tv,toa-dam,1\n")
    let log = try station.run("import", station.folder + "/nhat-ky.csv", "--at", "2024-07-01T08:00")
    #expect(log.status == 0, "\(log.errors)")
    for (id, name, news, meetings) in Self.figures.prefix(2) {
      let path = "\(station.folder)/\(id).xlsx"
      try Data(Self.spreadsheet(name, news, meetings)).write(to: URL(filePath: path))
      #expect(try station.run("import", path, "--at", "2024-07-03T08:00").status == 0)
    }
    let closed = try station.run("close", "--period", "2024-H1", "--by", "An", "--at", "2024-07-05T16:00")
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(
      closed.output.contains("Tin truyền thanh (Huyện Hai, quarter 2)"), "\(closed.output)")
    let verified = try station.run("verify")
    #expect(
      verified.status == 0 && verified.output.contains(" confirmed\n"), "\(verified.output)\(verified.errors)"
    )
    // A quarter that is said anew is one difference, of that quarter.
    try station.write("bo-sung.csv", "unit,period,line,value,received\nmot,2024-Q2,tin,72,2024-07-08\n")
    let more = try station.run(
      "import", station.folder + "/bo-sung.csv", "--by", "An", "--at", "2024-07-08T08:00")
    #expect(more.status == 0, "\(more.errors)")
    let outdated = try station.run("verify").output
    #expect(outdated.contains("70 tin") && outdated.contains("72 tin"), "\(outdated)")
    #expect(!outdated.contains("61 tin"), "\(outdated)")
  }
}
