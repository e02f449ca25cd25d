import PlanFiles
public import ScheduleModel

extension NewPlan {
  /// The outlet of a plan that begins with the openings of somebody's calendar.
  public struct FirstOutlet: Sendable {
    /// The id, made of the name.
    public let id: String
    /// The name.
    public let name: String
    /// What sort of outlet it is.
    public let kind: Outlet.Kind

    /// An outlet by its name.
    public init(name: String, kind: Outlet.Kind) {
      var taken: Set<String> = []
      id = PlanText.id(of: name, taken: &taken)
      self.name = name
      self.kind = kind
    }
  }

  /// A plan with one outlet and one line to change, which passes `check`; its comments say what to change.
  public static func blank(_ heading: Heading, language: ReaderLanguage) -> NewPlan {
    NewPlan(text(heading, nil, language: language))
  }

  /// A plan whose one outlet opens as somebody's calendar says, with one line to change.
  ///
  /// - Parameters:
  ///   - grid: The openings, each with the title of its event.
  ///   - findings: What was not understood of the calendar.
  public static func calendar(
    _ heading: Heading, of outlet: FirstOutlet, _ grid: [(line: GridLine, title: String)],
    findings: [Finding],
    language: ReaderLanguage
  ) -> NewPlan {
    guard !grid.isEmpty else { return NewPlan(refused: findings) }
    return NewPlan(
      text(heading, (outlet, grid), language: language),
      decisions: [
        Words(
          vi: "Chỉ tiêu trong kế hoạch này chỉ là mẫu: thay bằng các chỉ tiêu thật, mỗi chỉ tiêu một khối.",
          en: "The line of this plan is a sample: put the real lines in its place, one block for each.")
      ], findings: findings)
  }

  private static func text(
    _ heading: Heading, _ start: (outlet: FirstOutlet, grid: [(line: GridLine, title: String)])?,
    language: ReaderLanguage
  ) -> String {
    let year = heading.year
    func say(_ vi: String, _ en: String, indent: Int = 0) -> String {
      PlanText.comment(Words(vi: vi, en: en)[language], indent: indent)
    }
    let title =
      heading.title
      ?? Words(vi: "Kế hoạch tuyên truyền năm \(year)", en: "Communication plan \(year)")[language]
    var text = say(
      "Kế hoạch năm \(year). Sửa từng chỗ có dấu ←, \(PlanText.check.vi)",
      "The plan for \(year). Change what is marked ←, \(PlanText.check.en)")
    text += say(
      "Mã (id) chỉ gồm chữ a–z không dấu, số và gạch nối. Ngày viết \(year)-03-15.",
      "Ids have letters a–z, digits and hyphens. Days are written \(year)-03-15.")
    text += "plan: \(heading.id)\n"
    text += "title: \(PlanText.quoted(title))\n"
    text += "year: \(year)\n"
    text += say(
      "← Cơ quan ban hành và người ký, in trên các văn bản; điền rồi bỏ dấu # ở đầu dòng",
      "← Who issues and signs the papers; fill it in and take away the # before it")
    text += PlanText.comment(
      "office: { name: SỞ NỘI VỤ, above: UBND TỈNH, place: Nơi ban hành, signs: [GIÁM ĐỐC], signer: Họ và tên, recipients: [UBND tỉnh, \"Lưu: VT\"] }"
    )
    text += "outlets:\n"
    text += say("← Kênh phát: mã, tên và loại", "← What carries output: id, name and kind", indent: 2)
    text += say(
      "  (television, radio, loudspeakers, newspaper, website, social-page, outdoor, print, event)",
      "  (television, radio, loudspeakers, newspaper, website, social-page, outdoor, print, event)", indent: 2
    )
    let outlet = start?.outlet.id ?? "truyen-hinh"
    let name =
      start?.outlet.name ?? Words(vi: "Truyền hình tỉnh", en: "Provincial television")[language]
    text += "  \(outlet):\n"
    text += "    name: \(PlanText.quoted(name))\n"
    text += "    kind: \((start?.outlet.kind ?? .television).rawValue)\n"
    text += "    grid:\n"
    text += say(
      "← Khung giờ: MO thứ Hai … SU Chủ nhật; giờ phát; thời lượng",
      "← When it opens: MO Monday … SU Sunday; the hour; the length", indent: 6)
    if let start {
      // Its first lines are those of the outlet, which are there already.
      let lines = PlanFragment.grid(start.grid.map { ($0.line, $0.title) }, of: outlet)
        .split(separator: "\n").dropFirst(3)
      text += lines.map { $0 + "\n" }.joined()
    } else {
      text += "      - { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }\n"
    }
    if let days = NationalCalendar.newYearDays(of: year) {
      text += "blackouts:\n"
      text += say(
        "← Ngày nghỉ: mồng 1 đến mồng 3 Tết; sửa theo thông báo nghỉ Tết",
        "← Days without output: the three days of Tết; change them as they are announced", indent: 2)
      text +=
        "  - { name: Tết Nguyên đán, from: \(days.lowerBound), to: \(days.upperBound.advanced(by: -1)) }\n"
    }
    text += "lines:\n"
    text += say(
      "← Chỉ tiêu: mã, tên, hình thức, kênh, số giao cả năm; mỗi chỉ tiêu một khối như dưới đây",
      "← A line of the plan: id, title, form, outlet, the year's figure; one block like this for each",
      indent: 2)
    text += "  - id: chuyen-muc\n"
    text +=
      "    title: \(PlanText.quoted(NewPlan.sampleTitle[language]))\n"
    text += "    form: chuyên mục\n"
    text += "    outlet: \(outlet)\n"
    text += "    quota: \(NewPlan.sampleQuota)\n"
    return text
  }
}
