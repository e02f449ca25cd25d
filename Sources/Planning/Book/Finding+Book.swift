public import ScheduleModel

extension Finding {
  /// A predecessor of an entry is not there.
  static func bookEntryMissing(_ id: String, before entry: BookEntry, in path: String) -> Finding {
    let short = id.prefix(BookEntry.shortLength)
    return Finding(
      .bookEntryMissing, .error, at: SourcePlace(file: "\(path)/\(entry.fileName)", line: 1),
      Words(
        vi: "Sổ thiếu mục “\(short)” mà mục này đứng sau; các mục còn lại vẫn được dùng.",
        en: "The Book lacks entry “\(short)”, which this one follows; the other entries still count."),
      remedy: Words(
        vi:
          "Chép lại tệp có mã “\(short)” trong tên, từ bản sao lưu hoặc từ thư mục của người đã ghi mục đó.",
        en:
          "Bring back the file with “\(short)” in its name, from a backup or from the folder of whoever recorded it."
      ))
  }

  /// An entry is not as it was recorded.
  public static func bookEntryDamaged(file: String) -> Finding {
    Finding(
      .bookEntryDamaged, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi:
          "Mục này của sổ không còn như khi ghi (bị sửa hoặc chép dở) nên không được dùng; các mục khác vẫn được dùng.",
        en:
          "This entry of the Book is not as it was recorded (edited, or copied in part), and is not used; the others are."
      ),
      remedy: Words(
        vi:
          "Lấy lại tệp từ bản sao lưu. Điều cần sửa thì ghi bằng mục mới: lichsong import, link, publish hoặc close --restate.",
        en:
          "Bring the file back from a backup. What is to be corrected is recorded as a new entry: lichsong import, link, "
          + "publish, or close --restate."))
  }

  /// An entry was written by a newer program.
  public static func bookEntryNewer(_ format: String, file: String) -> Finding {
    Finding(
      .bookEntryNewer, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Mục này của sổ do phiên bản mới hơn của chương trình ghi (dạng “\(format)”).",
        en: "This entry of the Book was written by a newer version of the program (format “\(format)”)."),
      remedy: Words(
        vi: "Dùng phiên bản mới của lichsong.", en: "Use the newer version of lichsong."))
  }

  /// Entries that another folder got only when the two were joined.
  ///
  /// - Parameter day: The day whose end is looked at; `nil` for the whole Book.
  static func bookJoinedLater(_ late: [Book.LateEntry], on day: CivilDay?, clock: StationClock) -> Finding {
    func who(_ entry: BookEntry) -> String { entry.head.author.isEmpty ? "–" : entry.head.author }
    func when(_ entry: BookEntry) -> String { "\(clock.local(entry.head.time).day.forPeople)" }
    let shown = late.prefix(5).map { late in
      Words(
        vi:
          "\(late.entry.fileName) (\(who(late.entry)), \(when(late.entry))), mà “\(late.unseenBy.shortID)” của "
          + "\(who(late.unseenBy)) ngày \(when(late.unseenBy)) chưa thấy",
        en: "\(late.entry.fileName) (\(who(late.entry)), \(when(late.entry))), not seen by "
          + "“\(late.unseenBy.shortID)” of \(who(late.unseenBy)) on \(when(late.unseenBy))")
    }
    let more = late.count - shown.count
    let head =
      day.map {
        Words(
          vi: "Đến hết ngày \($0.forPeople) không phải thư mục nào cũng có các mục này của sổ",
          en: "At the end of \($0) not every folder had these entries of the Book")
      }
      ?? Words(
        vi: "Có mục của sổ được ghi ở một thư mục và về sau mới ghép vào thư mục khác",
        en: "Entries of the Book were recorded in one folder and joined into another later")
    return Finding(
      .bookJoinedLater, day == nil ? .info : .warning,
      Words(
        vi: "\(head.vi): " + shown.map(\.vi).joined(separator: "; ")
          + (more > 0 ? "; và \(more) mục nữa." : "."),
        en: "\(head.en): " + shown.map(\.en).joined(separator: "; ")
          + (more > 0 ? "; and \(more) more." : ".")),
      remedy: Words(
        vi: day == nil
          ? "Không cần làm gì; --known-on và --since tính theo ngày ghi mục, không theo ngày ghép."
          : "Số liệu tính cả các mục này, theo ngày ghi chứ không theo ngày ghép; người ở thư mục kia khi đó chưa có.",
        en: day == nil
          ? "Nothing needs to be done; --known-on and --since go by the day of recording, not of joining."
          : "The figures count them, by the day of recording, not of joining; the other folder did not have them then."
      ))
  }

  /// A Book belongs to another plan.
  static func bookOfOtherPlan(_ id: String, working: String, at place: SourcePlace) -> Finding {
    Finding(
      .bookOfOtherPlan, .error, at: place,
      Words(
        vi: "Sổ trong thư mục này là của kế hoạch “\(id)”, còn tệp kế hoạch ghi “\(working)”.",
        en: "The Book in this folder is of the plan “\(id)”, and the plan file says “\(working)”."),
      remedy: Words(
        vi: "Ghi lại “plan: \(id)” trong tệp kế hoạch, hoặc lập thư mục riêng cho kế hoạch mới.",
        en: "Write “plan: \(id)” in the plan file again, or make a folder of its own for the new plan."))
  }

  /// A folder that is taken in is of another plan than the one that it would replace.
  ///
  /// - Parameters:
  ///   - id: The plan of the folder.
  ///   - kept: The plan that is there.
  static func folderOfOtherPlan(_ id: String, kept: String, at place: SourcePlace) -> Finding {
    Finding(
      .bookOfOtherPlan, .error, at: place,
      Words(
        vi: "Thư mục này là của kế hoạch “\(id)”, còn kế hoạch và sổ trong kho là “\(kept)”.",
        en: "This folder is of the plan “\(id)”, and the plan and its Book in the store are “\(kept)”."),
      remedy: Words(
        vi: "Chọn thư mục của kế hoạch “\(kept)”, hoặc đưa thư mục này vào kho dưới tên ngắn khác.",
        en: "Choose the folder of the plan “\(kept)”, or take this folder in under another short name."))
  }
}
