public import ScheduleModel

extension NewPlan {
  /// A plan with one outlet and one line to change, which passes `check`; its comments say what to change.
  public static func blank(_ heading: Heading, language: ReaderLanguage) -> NewPlan {
    let year = heading.year
    func say(_ vi: String, _ en: String, indent: Int = 0) -> String {
      PlanText.comment(Words(vi: vi, en: en)[language], indent: indent)
    }
    let title =
      heading.title
      ?? Words(vi: "Kế hoạch tuyên truyền năm \(year)", en: "Communication plan \(year)")[language]
    var text = say(
      "Kế hoạch năm \(year). Sửa từng chỗ có dấu ←, rồi chạy: lichsong check THƯ-MỤC",
      "The plan for \(year). Change what is marked ←, then run: lichsong check FOLDER")
    text += say(
      "Mã (id) chỉ gồm chữ a–z không dấu, số và gạch nối. Ngày viết \(year)-03-15.",
      "Ids have letters a–z, digits and hyphens. Days are written \(year)-03-15.")
    text += "plan: \(heading.id)\n"
    text += "title: \(PlanText.quoted(title))\n"
    text += "year: \(year)\n"
    text += "outlets:\n"
    text += say("← Kênh phát: mã, tên và loại", "← What carries output: id, name and kind", indent: 2)
    text += say(
      "  (television, radio, loudspeakers, newspaper, website, social-page, outdoor, print, event)",
      "  (television, radio, loudspeakers, newspaper, website, social-page, outdoor, print, event)", indent: 2
    )
    text += "  truyen-hinh:\n"
    text +=
      "    name: \(PlanText.quoted(Words(vi: "Truyền hình tỉnh", en: "Provincial television")[language]))\n"
    text += "    kind: television\n"
    text += "    grid:\n"
    text += say(
      "← Khung giờ: MO thứ Hai … SU Chủ nhật; giờ phát; thời lượng",
      "← When it opens: MO Monday … SU Sunday; the hour; the length", indent: 6)
    text += "      - { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }\n"
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
      "    title: \(PlanText.quoted(Words(vi: "Chuyên mục “Cải cách hành chính”", en: "Column “Administrative reform”")[language]))\n"
    text += "    form: chuyên mục\n"
    text += "    outlet: truyen-hinh\n"
    text += "    quota: 12 kỳ\n"
    return NewPlan(text)
  }
}
