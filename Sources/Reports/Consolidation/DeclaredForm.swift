public import ScheduleModel

/// The form on which a lower unit declares its figures: lines and periods are filled in, and only the cells to fill are
/// open. What comes back is read as declared figures as it is.
public struct DeclaredForm: Hashable, Sendable {
  /// The unit that fills it in.
  public let unit: AdminUnit
  /// Its rows.
  public let rows: [Row]

  /// A figure that is asked for.
  public struct Row: Hashable, Sendable {
    /// The period, in words that name no other.
    public let period: ReportingPeriod
    /// The line.
    public let line: PlanLine
  }

  let plan: Plan
  let language: ReaderLanguage

  /// The forms of a plan, one for each unit that should report, in the plan's order.
  ///
  /// - Parameters:
  ///   - periods: The periods that are asked for; a unit that does not exist in one is not asked for it.
  ///   - only: The id of the only unit that gets a form; `nil` for all.
  public static func forms(
    of plan: Plan, periods: [ReportingPeriod], only: String?, language: ReaderLanguage
  ) -> [DeclaredForm] {
    plan.units.filter { only == nil || $0.id == only }.compactMap { unit in
      let rows = periods.flatMap { period in
        plan.lines.filter { line in plan.reporters(of: line, in: period.days).contains { $0.id == unit.id } }
          .map { Row(period: period, line: $0) }
      }
      return rows.isEmpty ? nil : DeclaredForm(unit: unit, rows: rows, plan: plan, language: language)
    }
  }

  /// An example of a figure in parts, where a line of the form counts several things together: “12 tin, 3 bài”.
  public var partsSample: String? {
    rows.map(\.line.countedUnit).first { $0.isCompound }.map { "12 \($0.forms[0]), 3 \($0.forms[1])" }
  }

  /// The periods that a form asks for when nobody says: the reports of the profile, else the quarters and its
  /// stretches.
  public static func periods(of plan: Plan) -> [ReportingPeriod] {
    let profile = plan.usualProfile
    let quarters = (1...profile.shape.parts(of: 3)).map { ReportingPeriod.Part.quarter($0) }
    let parts = profile.parts.isEmpty ? quarters : profile.parts.map(profile.shape.first(named:))
    let stretches = profile.stretches.filter { $0.year == plan.year }.map {
      ReportingPeriod.Part.stretch($0.id)
    }
    return (parts + stretches).compactMap { ReportingPeriod($0, of: plan.year, profile: profile) }
  }

  /// The periods for which a form is offered: those that are asked for when nobody says, and the year.
  public static func offered(of plan: Plan) -> [ReportingPeriod] {
    let asked = periods(of: plan)
    let year = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile)
    return asked + [year].compactMap(\.self).filter { !asked.contains($0) }
  }

  /// A workbook of forms, a sheet for each.
  public static func workbook(of forms: [DeclaredForm], plan: Plan, language: ReaderLanguage) -> Workbook {
    var taken: Set<String> = []
    return Workbook(
      title: FormWords.title(plan)[language], created: plan.revised,
      sheets: forms.map { form in
        var name = sheetName(form.unit.name)
        if name.isEmpty || !taken.insert(FoldedText(name).text).inserted {
          name = String(form.unit.id.prefix(31))
          var number = 2
          while !taken.insert(FoldedText(name).text).inserted {
            name = "\(form.unit.id.prefix(27))-\(number)"
            number += 1
          }
        }
        return form.sheet(named: name)
      })
  }

  /// A name that programs take for a sheet.
  private static func sheetName(_ name: String) -> String {
    let taken = name.visible().filter { !"[]:*?/\\'!".contains($0) }
    var short = ""
    for character in taken {
      guard short.utf16.count + character.utf16.count <= 31 else { break }
      short.append(character)
    }
    return short.split(separator: " ").joined(separator: " ")
  }

  /// The periods that it asks for, each once.
  private var periods: [ReportingPeriod] {
    rows.map(\.period).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func sheet(named name: String) -> Workbook.Sheet {
    let columns = FormWords.columns.map {
      Workbook.Column(heading: $0.heading[language], width: $0.width)
    }
    let cells = rows.map { row -> [Workbook.Cell] in
      [
        .text(unitName), .text(periodName(row.period)), .text(lineName(row.line)),
        .text(row.line.countedUnit.description),
      ] + Array(repeating: .open, count: columns.count - 4)
    }
    return Workbook.Sheet(
      name: name, columns: columns, fixedColumns: 0, rows: cells, language: language,
      above: [FormWords.title(plan)[language], FormWords.head(unit)[language]]
        + periods.map { FormWords.days($0, of: unit)[language] } + [FormWords.howTo[language]])
  }

  // MARK: - Names that are read back

  var unitName: String {
    Self.name(of: unit.id, unit.name, among: plan.units.map { ($0.id, $0.name) })
  }

  func lineName(_ line: PlanLine) -> String {
    Self.name(
      of: line.id, line.title,
      among: plan.lines.flatMap { line in ([line.title] + line.aliases).map { (line.id, $0) } })
  }

  /// The name, or the id where the name means another thing too.
  private static func name(of id: String, _ name: String, among things: [(id: String, name: String)])
    -> String
  {
    let isAnID = things.contains { $0.id != id && FoldedText($0.id) == FoldedText(name) }
    return !isAnID && NameIndex(things).id(named: name) == id ? name : id
  }

  /// “Quý I năm 2025”; where the words are no period that is read, as options name it.
  func periodName(_ period: ReportingPeriod) -> String {
    let words = period.name.vi
    let isStretch = period.profile.stretches.contains { $0.name == words }
    let read = ReportingPeriod.spelled(words, in: plan.year)
    guard language == .vietnamese, isStretch || (read?.part == period.part && read?.year == period.year)
    else {
      return "\(period)"
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The words of the form; the headings are those that declared figures are read by.
enum FormWords {
  static let columns: [(heading: Words, width: Int)] = [
    (Words(vi: "Đơn vị", en: "Unit"), 24), (Words(vi: "Kỳ báo cáo", en: "Period"), 18),
    (Words(vi: "Chỉ tiêu", en: "Line"), 36), (Words(vi: "Đơn vị tính", en: "Counted in"), 16),
    (Words(vi: "Số liệu", en: "Value"), 22), (Words(vi: "Minh chứng", en: "Evidence"), 26),
    (Words(vi: "Người báo cáo", en: "Author"), 20), (Words(vi: "Gồm cả", en: "Includes"), 18),
    (Words(vi: "Ngày nhận", en: "Received"), 13), (Words(vi: "Ghi chú", en: "Note"), 26),
  ]

  static func title(_ plan: Plan) -> Words {
    Words(vi: "Biểu số liệu: \(plan.title)", en: "Form for figures: \(plan.title)")
  }

  static func head(_ unit: AdminUnit) -> Words {
    Words(vi: "Đơn vị báo cáo: \(unit.name)", en: "Reporting unit: \(unit.name)")
  }

  /// “Quý I năm 2026: từ ngày 15/12/2025 đến hết ngày 14/03/2026; hạn gửi 20/03/2026”: what is counted in a period.
  static func days(_ period: ReportingPeriod, of unit: AdminUnit) -> Words {
    let (first, last) = (period.days.lowerBound, period.days.upperBound.advanced(by: -1))
    let due = period.due(for: unit.level)
    let name = period.name.vi.prefix(1).uppercased() + period.name.vi.dropFirst()
    return Words(
      vi: "\(name): từ ngày \(first.forPeople) đến hết ngày \(last.forPeople)"
        + (due.map { "; hạn gửi ngày \($0.forPeople)" } ?? ""),
      en: "\(period.name.en): from \(first.forPeople) to \(last.forPeople), both included"
        + (due.map { "; due on \($0.forPeople)" } ?? ""))
  }

  static let howTo = Words(
    vi:
      "Chỉ điền các ô màu vàng. Số liệu: 12; hơn 600; 12 - 15; chưa có thì ghi: không có số liệu. Gồm cả: các đơn vị đã nằm "
      + "trong số này, cách nhau bằng dấu chấm phẩy, hoặc: không. Ngày nhận do nơi nhận ghi.",
    en:
      "Fill in the yellow cells only. Value: 12; hơn 600; 12 - 15; where there is none: no data. Includes: the units whose "
      + "figures this one has already, parted by semicolons, or: none. Received is for the office that receives it."
  )
}
