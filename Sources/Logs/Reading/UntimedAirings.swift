public import ScheduleModel

/// The works that the schedule airs several times on one day of an outlet without an hour.
///
/// Rows of such airings say the same, and none repeats the other: first run and repeat of the loudspeakers, morning and
/// afternoon.
public struct UntimedAirings: Sendable {
  private struct Work: Hashable {
    let outlet: String
    let day: CivilDay
    let language: LanguageTag
    let line: String
    let edition: Int
  }

  private struct Column: Hashable {
    let outlet: String
    let day: CivilDay
    let language: LanguageTag
    let line: String
  }

  private var times: [Work: Int] = [:]
  /// The most of one edition, for rows that name none.
  private var most: [Column: Int] = [:]

  /// Those of a schedule.
  public init(_ placements: [Placement]) {
    for placement in placements {
      guard case .allDay(let day) = placement.timing else { continue }
      let work = Work(
        outlet: placement.outlet, day: day, language: placement.language, line: placement.line,
        edition: placement.edition)
      times[work, default: 0] += 1
    }
    times = times.filter { $0.value > 1 }
    for (work, count) in times {
      let column = Column(outlet: work.outlet, day: work.day, language: work.language, line: work.line)
      most[column] = max(most[column] ?? 0, count)
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { times.isEmpty }

  /// How many airings rows that all say what this one does may tell of; 1 where no more are planned.
  ///
  /// - Parameter recognised: The line to which the row belongs, and its edition.
  func most(of entry: AsRunEntry, _ recognised: LineRecogniser.Recognised) -> Int {
    guard entry.time == nil, entry.status == .aired, entry.uid == nil, let line = recognised.onlyLine else {
      return 1
    }
    let day = entry.broadcastDay
    if let edition = recognised.edition {
      let work = Work(
        outlet: entry.outlet, day: day, language: entry.language, line: line, edition: edition)
      return times[work] ?? 1
    }
    return most[Column(outlet: entry.outlet, day: day, language: entry.language, line: line)] ?? 1
  }
}

extension LogRecord {
  /// The row once more, as the airing of that number on its day.
  func again(airing number: Int) -> LogRecord {
    var copy = self
    copy.other += (other.isEmpty ? "" : "; ") + "airing=\(number)"
    return copy
  }
}

/// Rows of one log that say what an earlier one says, and are airings of their own.
struct FurtherAirings {
  private var first: (entry: AsRunEntry, earlier: SourcePlace, most: Int, place: LogPlace)?
  private var rows = 0

  /// Takes one more.
  mutating func note(_ entry: AsRunEntry, _ earlier: SourcePlace, most: Int, _ place: LogPlace) {
    first = first ?? (entry, earlier, most, place)
    rows += 1
  }

  /// What there is to tell of them; `nil` without any.
  var finding: Finding? {
    first.map { .rowsAiredAgain($0.entry, $0.earlier, most: $0.most, rows: rows, $0.place) }
  }
}

extension Finding {
  /// Equal rows without an hour that are airings of their own, told once for each file.
  static func rowsAiredAgain(
    _ entry: AsRunEntry, _ earlier: SourcePlace, most: Int, rows: Int, _ at: LogPlace
  ) -> Finding {
    let day = entry.broadcastDay.forPeople
    func figure(_ number: Int) -> Words {
      Words(vi: grouped(number, in: .vietnamese), en: grouped(number, in: .english))
    }
    let (planned, all) = (figure(most), figure(rows))
    return Finding(
      .logRowRepeated, .info, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi:
          "Dòng này giống hệt dòng \(earlier.line) của “\(earlier.file)”; lịch ngày \(day) có \(planned.vi) lượt của "
          + "cùng một kỳ, không nêu giờ, nên dòng này được tính là một lượt phát nữa."
          + (rows == 1 ? "" : " Số dòng như vậy của tệp: \(all.vi)."),
        en:
          "This row is the same as line \(earlier.line) of “\(earlier.file)”; the schedule of \(day) has \(planned.en) "
          + "airings of one edition without an hour, so it counts as one more."
          + (rows == 1 ? "" : " Such rows of the file: \(all.en).")),
      remedy: Words(
        vi:
          "Đối chiếu nhật ký gốc của đài: là một lượt phát bị ghi hai lần thì chỉ giữ một dòng; đúng là phát thêm thì không cần sửa.",
        en:
          "See the station's own log: if one airing is noted twice, keep one of the rows; if it went out again, nothing needs "
          + "to be done."
      ))
  }
}
