import ArgumentParser
import CalDAV
import Foundation
import Planning
import Reports
import ScheduleModel
import StationFolder

struct PublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: HelpWords.text(
        vi: "Đưa một lịch lên máy chủ CalDAV, chỉ gửi những gì đã thay đổi.",
        en: "Write a calendar to a CalDAV server, only what changed."),
      discussion: HelpWords.text(
        vi:
          "Lịch được xuất vào thư mục --out như lệnh export, rồi gửi từ đó. Tệp caldav.json ở đó ghi nhớ những gì "
          + "đã gửi. Sự kiện mà người khác đã sửa hoặc xóa trên máy chủ thì được giữ nguyên và báo lại.",
        en: "The calendars are exported to the folder of --out as export does, and sent from there; its file "
          + "caldav.json remembers what was sent. What somebody else changed or deleted on the server stays so, "
          + "and is told."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ của lịch trên máy chủ, không kèm mật khẩu.",
        en: "The address of the calendar on the server, without a password."), valueName: "url"))
  var caldav: String

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Lịch nào: tên tệp không có .ics, như outlet-truyen-hinh.",
        en: "Which calendar: a file's name without .ics, such as outlet-truyen-hinh."), valueName: "name"))
  var calendar = "year"

  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Tên người dùng trên máy chủ.", en: "The user on the server."), valueName: "name"))
  var user: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp có mật khẩu ở dòng đầu.", en: "A file with the password in its first line."),
      valueName: "file"))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục của các tệp lịch; mặc định là calendars trong thư mục của kế hoạch.",
        en: "The folder of the calendars; calendars in the plan's folder by default."), valueName: "folder"))
  var out: String?

  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi đè cả những gì người khác đã sửa hoặc xóa trên máy chủ.",
        en: "Put right what others changed or deleted on the server, too.")))
  var overwrite = false

  @OptionGroup var revision: RevisionOption
  @OptionGroup var outcomes: OutcomeOptions

  /// The address is looked at here: what an option's own reading refuses is printed, a password too.
  func validate() throws {
    do {
      _ = try CollectionAddress(caldav)
    } catch .credentials {
      throw ValidationError(
        HelpWords.text(
          vi:
            "địa chỉ ở --caldav có tên hoặc mật khẩu, mà ai cũng xem được danh sách lệnh đang chạy; bỏ ra và dùng "
            + "--user TÊN --password-file TỆP.",
          en:
            "The address of --caldav holds a name or a password, and everybody can see which commands run; take "
            + "it out, and use --user NAME --password-file FILE."))
    } catch {
      throw ValidationError(
        HelpWords.text(
          vi: "địa chỉ ở --caldav không dùng được; viết như https://may-chu.vn/dav/ban-bien-tap/lich/.",
          en:
            "The address of --caldav cannot be used; write it like https://example.vn/dav/editors/calendar/.")
      )
    }
    guard (user == nil) == (passwordFile == nil) else {
      throw ValidationError(
        HelpWords.text(
          vi: "--user và --password-file phải đi cùng nhau.",
          en: "--user and --password-file belong together."))
    }
  }

  func run() throws {
    let address = try CollectionAddress(caldav)
    let credentials = try credentials()
    let (plans, year) = try plan.planned(common)
    common.tell(year.findings)
    guard let plan = year.plan, let schedule = year.schedule else { return try common.end(year.findings) }
    var wishes = CalendarWishes()
    wishes.revised = revision.revised
    let folder = try CalendarFolder(out ?? plans.calendars)
    let held = try outcomes.reconciled(plans, plan, schedule)
    common.tell(held?.findings ?? [])
    let calendars = try folder.write(
      PlanningPipeline.calendars(plan, schedule, held, language: common.language, wishes: wishes))
    common.tell(calendars.findings)
    let names = try folder.calendarNames()
    guard try names.contains(calendar) || folder.hasPublished(calendar, to: address) else {
      let list = names.joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "không có lịch “\(calendar)”; các lịch: \(list).",
          en: "There is no calendar “\(calendar)”; there are \(list)."))
    }
    let name = calendar
    let published = try Terminal.working(
      Words(vi: "Đang gửi…", en: "Publishing…"), in: common.language
    ) { try folder.publish(name, to: address, credentials, overwrites: overwrite) }
    common.tell(published.findings, from: .info)
    if published.result.refusal == nil || published.result.isAnythingDone {
      print(summary(published.result, at: address))
    }
    if let refusal = published.result.refusal {
      Terminal.complain(refusal.words[common.language])
      throw ExitCode(74)
    }
    try common.end(
      year.findings + (held?.findings ?? []) + calendars.findings + published.findings)
  }

  private func credentials() throws -> DAVConnection.Credentials? {
    guard let user, let passwordFile else { return nil }
    let text = String(decoding: try InputFile.read(passwordFile).bytes, as: UTF8.self)
    let password = text.split(omittingEmptySubsequences: false) { $0.isNewline }.first.map(String.init) ?? ""
    guard !password.isEmpty else {
      throw ValidationError(
        HelpWords.text(
          vi: "\(passwordFile) không có mật khẩu ở dòng đầu.",
          en: "\(passwordFile) has no password in its first line."))
    }
    return DAVConnection.Credentials(user: user, password: password)
  }

  private func summary(_ result: CalendarCollection.Result, at address: CollectionAddress) -> String {
    let (made, changed, gone, same) = (result.created, result.replaced, result.removed, result.unchanged)
    let place = address.url.absoluteString
    return Words(
      vi: "\(place): thêm \(made), sửa \(changed), bỏ \(gone), giữ nguyên \(same).",
      en: "\(place): \(made) added, \(changed) changed, \(gone) removed, \(same) as they were.")[
        common.language]
  }
}
