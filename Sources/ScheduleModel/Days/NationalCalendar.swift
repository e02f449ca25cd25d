/// Days that every Vietnamese schedule has to know: Tết, Giỗ Tổ and state mourning.
///
/// Shipped as data, because the lunar calendar of Vietnam is reckoned at UTC+7 and differs from China's in
/// some years (Tết 2030: 2 February, in China the 3rd), and because mourning is declared, not reckoned. The
/// tests reckon the lunar days again from the moon and the sun.
public enum NationalCalendar {
  /// The years for which Tết and Giỗ Tổ are shipped.
  public static let years = 2018...2030

  /// Mùng 1 Tết, or `nil` outside ``years``.
  public static func newYear(of year: Int) -> CivilDay? { lunarDays[year]?.newYear }

  /// Giỗ Tổ Hùng Vương (10 March of the lunar calendar), or `nil` outside ``years``.
  public static func ancestorsDay(of year: Int) -> CivilDay? { lunarDays[year]?.ancestors }

  /// The three days of Tết, half-open, or `nil` outside ``years``. The days off around them are announced
  /// yearly and belong into the plan's blackouts.
  public static func newYearDays(of year: Int) -> Range<CivilDay>? {
    newYear(of: year).map { $0..<$0.advanced(by: 3) }
  }

  /// The days of state mourning that begin in a year, with the name of the person.
  public static func mourning(of year: Int) -> [(name: String, days: Range<CivilDay>)] {
    mourningDays.compactMap { row in
      guard row.year == year, let first = CivilDay(year: row.year, month: row.month, day: row.day) else {
        return nil
      }
      return (row.name, first..<first.advanced(by: 2))
    }
  }

  private static let lunarDays: [Int: (newYear: CivilDay, ancestors: CivilDay)] = {
    let rows: [(Int, (Int, Int), (Int, Int))] = [
      (2018, (2, 16), (4, 25)), (2019, (2, 5), (4, 14)), (2020, (1, 25), (4, 2)), (2021, (2, 12), (4, 21)),
      (2022, (2, 1), (4, 10)), (2023, (1, 22), (4, 29)), (2024, (2, 10), (4, 18)), (2025, (1, 29), (4, 7)),
      (2026, (2, 17), (4, 26)), (2027, (2, 6), (4, 16)), (2028, (1, 26), (4, 4)), (2029, (2, 13), (4, 23)),
      (2030, (2, 2), (4, 12)),
    ]
    var days: [Int: (newYear: CivilDay, ancestors: CivilDay)] = [:]
    for (year, newYear, ancestors) in rows {
      guard let first = CivilDay(year: year, month: newYear.0, day: newYear.1),
        let second = CivilDay(year: year, month: ancestors.0, day: ancestors.1)
      else { preconditionFailure("a shipped day of \(year) does not exist") }
      days[year] = (first, second)
    }
    return days
  }()

  private static let mourningDays: [(year: Int, month: Int, day: Int, name: String)] = [
    (2018, 3, 20, "Phan Văn Khải"), (2018, 9, 26, "Trần Đại Quang"), (2018, 10, 6, "Đỗ Mười"),
    (2019, 5, 3, "Lê Đức Anh"), (2020, 8, 14, "Lê Khả Phiêu"), (2024, 7, 25, "Nguyễn Phú Trọng"),
    (2025, 4, 4, "Khamtay Siphandone"), (2025, 5, 24, "Trần Đức Lương"),
  ]
}
