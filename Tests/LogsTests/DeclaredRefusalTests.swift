import Logs
import ScheduleModel
import TestSupport
import Testing

/// Units, lines and figures are made up.
@Suite("What keeps a declared figure from being added is told with its own remedy")
struct DeclaredRefusalTests {
  private static let plan = Plan.sample(
    [.sample("bao-cao", "Báo cáo gửi về tỉnh", form: "báo cáo"), .sample("tin", "Bản tin", form: "bản tin")],
    units: [named("tinh", "Tỉnh A"), named("huyen-y", "Huyện Y")])

  private static func named(_ id: String, _ name: String) -> AdminUnit {
    AdminUnit(id: id, name: name, level: .district, validity: .always, planMode: nil, place: .plan(3))
  }

  private func read(_ rows: String, header: String = "unit,period,line,value") -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    DeclaredReader.read(
      Array("\(header)\n\(rows)\n".utf8), file: "k.csv", plan: Self.plan, profile: .calendarYear)
  }

  @Test(
    "“không” is no number: none, or nothing known, which only the unit can tell",
    arguments: ["Không báo cáo", "không", "không có"])
  func none(value: String) {
    let (figures, findings) = read("huyen-y,2018-Q1,bao-cao,\(value)")
    #expect(figures == [])
    #expect(
      findings.map(\.message.vi) == [
        "Không đọc được dòng này và không cộng: “\(value)” có thể là 0, cũng có thể là không có số liệu."
      ])
    #expect(
      findings.map(\.remedy?.vi) == [
        "Hỏi lại đơn vị: đã đếm và không có gì thì ghi 0 báo cáo; không đếm thì ghi: không có số liệu."
      ])
    #expect(read("huyen-y,2018-Q1,bao-cao,0").figures.map(\.quantity?.value) == [0])
    #expect(read("huyen-y,2018-Q1,bao-cao,không có số liệu").figures.map(\.quantity) == [nil])
  }

  @Test("a figure of another year is not recorded where no report would ever show it")
  func otherYear() {
    let (figures, findings) = read("huyen-y,Quý I năm 2017,tin,4\nhuyen-y,Quý I năm 2018,tin,4")
    #expect(figures.map(\.period.description) == ["2018-Q1"])
    #expect(
      findings.map { told($0) } == [
        "k.csv:2:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: “Quý I năm 2017” lies outside "
          + "2018, the year of the plan. → If the year was copied wrongly, copy it again from the report; import figures of "
          + "another year into the plan of that year."
      ])
  }

  @Test("a place that two units are named by is told with both")
  func twoUnits() {
    let plan = Plan.sample(
      [.sample("tin", "Bản tin", form: "bản tin")],
      units: [Self.named("hoa-binh", "Huyện Hòa Bình"), Self.named("tp", "Thành phố Hòa Bình")])
    let findings = DeclaredReader.read(
      Array("unit,period,line,value\nHòa Bình,2018-Q1,tin,4\nTP Hoà Bình,2018-Q1,tin,5\n".utf8),
      file: "k.csv",
      plan: plan, profile: .calendarYear
    ).findings
    #expect(
      findings.map { told($0) } == [
        "k.csv:2:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: the plan has more than one unit "
          + "“Hòa Bình” (write the id: hoa-binh, tp). → Write the id of the unit that the report means."
      ])
  }

  @Test("a remark by which another unit's figure lies in this one asks for “includes”")
  func includedInWords() {
    let header = "unit,period,line,value,includes,note"
    let (figures, findings) = read(
      """
      tinh,2018-Q1,tin,102,,trong đó huyện Y 62
      tinh,2018-Q2,tin,102,huyen-y,trong đó huyện Y 62
      tinh,2018-Q3,tin,102,không,đã gồm cả Huyện Y?
      tinh,2018-Q4,tin,102,,trong đó tin ảnh 20
      """, header: header)
    #expect(figures.map(\.period.description) == ["2018-Q2", "2018-Q3", "2018-Q4"])
    #expect(
      findings.map { told($0) } == [
        "k.csv:2:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: “trong đó huyện Y 62” says that "
          + "figures of another unit are in this one, and “includes” is empty. → Write in “includes” the units whose figures are "
          + "in this one, as the report says; where there are none, write: none. If the report is not clear, ask the unit."
      ])
  }

  @Test("a figure with what lies in it is refused, and told where each belongs")
  func figureWithPart() {
    let findings = read("tinh,2018-Q1,tin,\"102 bản tin, trong đó huyện Y 62\"").findings
    #expect(findings.count == 1)
    #expect(
      findings.first?.remedy?.en
        == "Write the whole figure of the report alone into the value. What is in it goes into a column “note”; where it is the "
        + "figure of another unit, name that unit in a column “includes”.")
  }

  @Test(
    "each cause has a remedy of its own",
    arguments: [
      (
        "UBND huyện Y,2018-Q1,tin,4", "the plan has no unit “UBND huyện Y” (did you mean “Huyện Y”?)",
        "If it is “Huyện Y”, write that; if not, write a unit's id or its exact name in the plan; add a new unit to the "
          + "plan's units."
      ),
      (
        "huyen-y,2018-Q1,ban tinn,4", "the plan has no line “ban tinn” (did you mean “Bản tin”?)",
        "If it is “Bản tin”, write that; if not, write a line's id or its exact title in the plan: bao-cao, tin."
      ),
      (
        "huyen-y,9 tháng đầu năm,tin,4",
        "“9 tháng đầu năm” is quarters 1 to 3 together, which is no period of a report (write it like 2018, 2018-H1, "
          + "2018-Q3, 2018-04)",
        "Write a row for each period; if the report has only the sum, ask the unit for the figure of each."
      ),
      (
        "huyen-y,tuần 3,tin,4",
        "“tuần 3” is no period of CALENDAR_YEAR (write it like 2018, 2018-H1, 2018-Q3, 2018-04)",
        "Write the period in one of these forms, or: Quý I, 6 tháng đầu năm, Tháng 4; if it is not clear, ask the unit."
      ),
      (
        "huyen-y,2018-Q1,tin,", "the value is missing (where there is none, write “no data”)", nil
      ),
    ] as [(String, String, String?)])
  func remedies(row: String, wrong: String, remedy: String?) {
    let findings = read(row).findings
    guard let remedy else { return #expect(findings.map(\.code) == [.declaredNotFilled]) }
    #expect(findings.map(\.message.en) == ["This row cannot be read and is not added: \(wrong)."])
    #expect(findings.map(\.remedy?.en) == [remedy])
  }

  @Test("sums over units and the names of those who sign hold no data, and are told once")
  func noData() {
    let (figures, findings) = read(
      "huyen-y,2018-Q1,tin,4,\nToàn tỉnh,2018-Q1,tin,33,\nCẤP HUYỆN,,,33,\nNguyễn Văn A,,,,Trần Thị B",
      header: "unit,period,line,value,author")
    #expect(figures.count == 1)
    #expect(
      findings.map(\.message.en) == [
        "Titles, totals, signatures or notes, not read as data: row 3 “Toàn tỉnh”, 4 “CẤP HUYỆN”, 5 “Nguyễn Văn A”."
      ])
  }

  @Test(
    "hours on a line of bulletins, a unit in its own figure and a day to come are refused, in the Book they stay"
  )
  func impossible() throws {
    let header = "unit,period,line,value,received,includes"
    let rows =
      "huyen-y,2018-Q1,tin,5 giờ,,\nhuyen-y,2018-Q1,tin,4,2018-04-09,\nhuyen-y,2018-Q1,tin,4,,Huyện Y"
    let bytes = Array("\(header)\n\(rows)\n".utf8)
    let today = CivilDay.of("2018-04-08")
    let (figures, findings) = DeclaredReader.read(
      bytes, file: "k.csv", plan: Self.plan, profile: .calendarYear, today: today)
    #expect(figures == [])
    #expect(
      findings.map { told($0) } == [
        "k.csv:2:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: 5 hours cannot be added on the line "
          + "“Bản tin”, which counts bản tin. → If the line or what is counted was copied wrongly, copy it again from the "
          + "report; if the report says so, ask the unit for its figure of bản tin, and leave the value of this row empty until "
          + "it answers.",
        "k.csv:3:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: the day of receipt 09/04/2018 is "
          + "still to come: today is 08/04/2018. → Write the day on which the report was received; leave it empty if "
          + "that is not known.",
        "k.csv:4:1 ^1 error DECLARED_ROW_BROKEN: This row cannot be read and is not added: “includes” names the reporting unit "
          + "itself, “Huyện Y”. → Name in “includes” only other units whose figures this one has in it, as the report says; "
          + "where there are none, write: none.",
      ])
    let recorded = DeclaredReader.recorded(
      Array("row,\(header)\n2,\(rows.replacing("\n", with: "\n2,"))\n".utf8), source: "k.csv",
      plan: Self.plan,
      profile: .calendarYear)
    #expect(recorded.figures.count == 3, "\(recorded.findings)")
  }

  @Test("a remark is no evidence")
  func remark() {
    let figures = read("huyen-y,2018-Q1,tin,4,đã gửi bản giấy", header: "unit,period,line,value,ghi chú")
      .figures
    #expect(figures.map(\.evidence) == [nil])
    #expect(figures.map(\.note) == ["đã gửi bản giấy"])
  }
}
