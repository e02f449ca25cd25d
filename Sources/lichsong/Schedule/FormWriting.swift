import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

/// Writes the forms on which lower units declare their figures.
struct FormWriting {
  /// The plan's file or folder.
  let plan: String
  /// An `.xlsx` file, or a folder.
  let out: String
  /// The only period that is asked for; `nil` for all.
  let period: String?
  /// The only unit that is asked; `nil` for all.
  let unit: String?
  let common: CommonOptions

  /// Writes them and says what they are.
  func run() throws {
    let year = try PlanFolder.open(plan).year()
    common.tell(year.planFindings)
    guard let plan = year.plan else { throw ExitCode(1) }
    if let unit, plan.unit(unit) == nil {
      let ids = plan.units.map(\.id).joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "Kế hoạch không có đơn vị “\(unit)”; có: \(ids).",
          en: "The plan has no unit “\(unit)”; there are \(ids)."))
    }
    let forms = DeclaredForm.forms(
      of: plan, periods: try periods(of: plan), only: unit, language: common.language)
    guard !forms.isEmpty else {
      Terminal.complain(Self.nobody[common.language])
      throw ExitCode(1)
    }
    let isFile = out.lowercased().hasSuffix(".xlsx")
    let endings = [".docx", ".pdf", ".csv", ".xls", ".ods", ".html", ".yaml", ".txt", ".json"]
    if endings.contains(where: out.lowercased().hasSuffix) {
      throw ValidationError(
        HelpWords.text(
          vi: "Biểu mẫu là tệp .xlsx, hoặc một thư mục: --out bieu-mau.xlsx.",
          en: "A form is an .xlsx file, or a folder of them: --out bieu-mau.xlsx."))
    }
    if isFile {
      let workbook = DeclaredForm.workbook(of: forms, plan: plan, language: common.language)
      try OutputFolder.writeNew(out, octets: WorkbookFile.bytes(of: workbook))
    } else {
      let folder = try OutputFolder(out)
      for form in forms {
        let workbook = DeclaredForm.workbook(of: [form], plan: plan, language: common.language)
        try OutputFolder.writeNew(
          "\(folder.path)/\(form.unit.id).xlsx", octets: WorkbookFile.bytes(of: workbook))
      }
    }
    try Terminal.show(Self.written(forms, to: out, plan: self.plan)[common.language])
  }

  private func periods(of plan: Plan) throws -> [ReportingPeriod] {
    guard let period else { return DeclaredForm.periods(of: plan) }
    return [try PeriodOptions.period(period, of: plan, profile: plan.usualProfile)]
  }

  private static let nobody = Words(
    vi:
      "Không đơn vị nào phải kê khai số liệu: một đơn vị được hỏi về chỉ tiêu có producer là đơn vị đó, hoặc cùng cấp (level) với "
      + "đơn vị, khi đơn vị có đơn vị cấp trên (parent). Chưa ghi gì.",
    en:
      "No unit has figures to declare: a unit is asked about the lines whose producer it is, or that are of its level, "
      + "when it has a parent. Nothing was written.")

  private static func written(_ forms: [DeclaredForm], to out: String, plan: String) -> Words {
    let rows = forms.reduce(0) { $0 + $1.rows.count }
    let isFile = out.lowercased().hasSuffix(".xlsx")
    let files = StatusReport.shellWord(out) + (isFile ? "" : "/*.xlsx")
    let command = "lichsong import \(StatusReport.shellWord(plan)) \(files)"
    return Words(
      vi:
        "Đã ghi \(out): \(forms.count) đơn vị, \(rows) số liệu cần điền.\nKhi nhận lại, ghi vào sổ: \(command)\n",
      en: "Wrote \(out): \(forms.count) \(forms.count == 1 ? "unit" : "units"), \(rows) "
        + "\(rows == 1 ? "figure" : "figures") to fill in.\nWhen it comes back, record it: \(command)\n")
  }
}
