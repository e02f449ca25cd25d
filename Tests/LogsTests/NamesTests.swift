import Logs
import ScheduleModel
import TestSupport
import Testing

@Suite("Names as people write them")
struct NamesTests {
  private static let plan = Plan.sample(
    [.sample("a", "Cải cách hành chính", aliases: ["Nhịp cầu công dân"]), .sample("b", "Nông thôn mới")],
    further: [
      .sample("tua-chua", "Đài Truyền thanh - Truyền hình huyện Tủa Chùa"),
      .sample("ubnd", "Ủy ban nhân dân thành phố Lai Châu"),
      .sample("lai-chau", "Đài Truyền thanh thành phố Lai Châu"),
    ])

  @Test(
    "outlets are found whatever their case, marks, dashes, blanks and abbreviations",
    arguments: [
      "đài truyền thanh – truyền hình huyện tủa chùa", "ĐÀI TT-TH H. TỦA CHÙA",
      "Đài  Truyền\u{A0}thanh Truyền hình H.Tủa Chùa", "Dai truyen thanh va truyen hinh huyen Tua Chua",
    ])
  func outlets(name: String) {
    let log = read("date,outlet\n2018-03-06,\(name)\n", plan: Self.plan)
    #expect(log.log.entries.map(\.outlet) == ["tua-chua"] && log.findings == [])
  }

  @Test("Uỷ and Ủy are one, and TP. is thành phố")
  func marks() {
    for name in ["Uỷ ban nhân dân TP. Lai Châu", "UBND thành phố Lai Châu", "UBND Tp Lai Châu"] {
      #expect(
        read("date,outlet\n2018-03-06,\(name)\n", plan: Self.plan).log.entries.map(\.outlet) == ["ubnd"])
    }
  }

  @Test("TT is what the plan has: truyền thanh, trung tâm, thị trấn, thông tin")
  func severalMeanings() {
    for name in ["Đài TT TP. Lai Châu", "Đài TT thành phố Lai Châu", "dai tt tp lai chau"] {
      #expect(
        read("date,outlet\n2018-03-06,\(name)\n", plan: Self.plan).log.entries.map(\.outlet) == ["lai-chau"])
    }
    let both = Plan.sample(
      [], further: [.sample("x", "Truyền thanh Vũ Thư"), .sample("y", "Thị trấn Vũ Thư")])
    #expect(read("date,outlet\n2018-03-06,TT Vũ Thư\n", plan: both).log.entries.map(\.outlet) == [])
  }

  @Test("a name that several outlets have once it is folded names none")
  func ambiguous() {
    let plan = Plan.sample([], further: [.sample("x", "Đài xã Lập"), .sample("y", "Đài xã Lấp")])
    let log = read("date,outlet\n2018-03-06,dai xa lap\n2018-03-07,Đài xã Lấp\n", plan: plan)
    #expect(log.log.entries.map(\.outlet) == ["y"] && log.log.rowsLeftOut == 1)
  }

  @Test("a line is named by its title or by what the station calls it")
  func lines() {
    let text = "date,outlet,line\n2018-03-06,bao,nông thôn mới\n2018-03-07,bao,NHỊP CẦU CÔNG DÂN\n"
    #expect(read(text, plan: Self.plan).log.entries.map(\.line) == ["b", "a"])
  }

  @Test("the capitals of TCVN3, which are small letters, name an outlet all the same")
  func capitals() {
    // “đài huyện tủa chùa” in TCVN 5712 (ABC), rows with enough words to recognise it by.
    let plan = Plan.sample([], further: [.sample("q", "Đài huyện Ấm Thượng")])
    let name: [UInt8] = [
      0xAE, 0xB5, 0x69, 0x20, 0x68, 0x75, 0x79, 0xD6, 0x6E, 0x20, 0xCA, 0x6D, 0x20, 0x74, 0x68, 0xAD, 0xEE,
      0x6E, 0x67,
    ]
    var bytes = Array("date,outlet\n".utf8)
    for day in 1...9 { bytes += Array("2018-03-0\(day),".utf8) + name + Array("\n".utf8) }
    #expect(
      AsRunReader.read([("log.csv", bytes)], plan: plan).log.entries.map(\.outlet)
        == Array(repeating: "q", count: 9))
  }
}

@Suite("Titles that no line bears")
struct UnknownTitleTests {
  private static let plan = Plan.sample([
    .sample("a", "Cải cách hành chính"), .sample("b", "Nông thôn mới", on: .each(["bao"])),
  ])

  @Test("an import says once which they are, how many rows bear them, and what comes nearest")
  func told() {
    let rows = (1...9).map { "2018-03-0\($0),truyen-hinh,\($0 < 7 ? "CM CCHC" : "Phim truyện")\n" }.joined()
    let imported = ImportedRows(
      "date,outlet,title\n" + rows + "2018-03-10,bao,Nông thôn mới\n", plan: Self.plan)
    #expect(
      imported.titles == [
        "log:1:1 ^1 warning LOG_TITLES_UNKNOWN: Titles of no line: 2, in 9 rows: “CM CCHC” (6; nearest: a), “Phim truyện” "
          + "(3). → If that is meant, say so once for all logs: lichsong link PLAN --title 'CM CCHC' --line a --by NAME "
          + "--reason WHY; or add it to the line's aliases."
      ])
    let settled = Plan.sample([.sample("a", "Cải cách hành chính", aliases: ["CM CCHC"])])
    #expect(
      ImportedRows("date,outlet,title\n" + rows, plan: settled).titles == [
        "log:1:1 ^1 info LOG_TITLES_UNKNOWN: Titles of no line: 1, in 3 rows: “Phim truyện” (3). → Nothing needs to be "
          + "done about programmes outside the plan."
      ])
  }

  @Test("a row of links whose reason begins like a signature is a row all the same")
  func reasonLikeASignature() {
    let table =
      "link,uid,date,outlet,by,reason\nnothing,,2018-04-05,bao,Giám đốc đài,Xác nhận qua điện thoại\n"
    let (links, findings) = LinkReader.read(Array(table.utf8), file: "links.csv", plan: Self.plan)
    #expect(links.map(\.meaning) == [.nothing] && findings == [])
  }

  @Test("a table of titles needs no column for placements, and a row that shows one needs it")
  func tableOfTitles() {
    let table =
      "liên kết,title,line,by,reason\ntitles,CM CCHC,a,Lò Văn A,tên tắt\nshows,CM CCHC,a,Lò Văn A,đài nói\n"
    let (links, findings) = LinkReader.read(Array(table.utf8), file: "links.csv", plan: Self.plan)
    #expect(links.map(\.titledLine) == ["a"])
    #expect(findings.map { $0.place?.line } == [3])
  }

  @Test("a link about a title names its line, and stands in the table of links")
  func link() {
    let table = "link,uid,title,line,by,reason\ntitles,,CM CCHC,a,Lò Văn A,tên tắt của đài\ntitles,,X,,A,B\n"
    let (links, findings) = LinkReader.read(Array(table.utf8), file: "links.csv", plan: Self.plan)
    #expect(links.map(\.titledLine) == ["a"] && links.first?.row.title == "CM CCHC")
    #expect(findings.map(\.message.en) == ["This link is not followed: the title or its line is missing."])
    let again = LinkReader.read(LinkFile.table(of: links[0]), file: "links.csv", plan: Self.plan)
    #expect(again.links.map(\.meaning) == [.titles(line: "a")] && again.findings == [])
  }
}
