import ScheduleModel

extension Finding {
  /// What to do about it in a form or a pasted range, where days are written as people write them, and as the help beside the field has
  /// them.
  var formRemedy: Words? {
    guard let remedy = deskRemedy, code == .badDate else { return deskRemedy }
    guard !remedy.vi.contains("năm-tháng-ngày") else {
      return Words(
        vi: "Viết ngày/tháng/năm, ví dụ: 15/03/2026.", en: "Write day/month/year, such as 15/03/2026.")
    }
    return Words(vi: Self.withPlainDays(remedy.vi), en: Self.withPlainDays(remedy.en))
  }

  private static func withPlainDays(_ text: String) -> String {
    text.replacing(/\d{4}-\d{2}-\d{2}/) { match in
      CivilDay(iso: String(match.output))?.forPeople ?? String(match.output)
    }
  }
}
