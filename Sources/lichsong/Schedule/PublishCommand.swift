import ArgumentParser
import CalDAV
import Console
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
        vi: "Phát hành lịch: ghi dự thảo vào sổ, viết các tệp lịch, và nếu cần thì gửi lên máy chủ CalDAV.",
        en:
          "Publish the schedule: record the draft in the Book, write the calendars, and send one to a CalDAV server."
      ),
      discussion: HelpWords.text(
        vi:
          "Không có dự thảo thì chỉ ghi kết quả đã phát và những chỗ đổi lời. Tệp caldav.json cạnh các tệp lịch ghi nhớ những gì "
          + "đã gửi. Sự kiện mà người khác đã sửa hoặc xóa trên máy chủ thì được giữ nguyên và báo lại.",
        en:
          "Without a draft, what became of the placements and changed texts are recorded alone. The file caldav.json "
          + "beside the calendars remembers what was sent. What somebody else changed or deleted on the server stays so, "
          + "and is told."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ của lịch trên máy chủ, không kèm mật khẩu.",
        en: "The address of the calendar on the server, without a password."), valueName: "url"))
  var caldav: String?

  @Option(help: ArgumentHelp(HelpWords.text(vi: "Ai phát hành.", en: "Who publishes."), valueName: "name"))
  var by: String

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm phát hành; mặc định là bây giờ.", en: "When it is published; now by default."),
      valueName: "date-time"), transform: LocalTime.argument)
  var at: LocalTime?

  @Option(
    help: ArgumentHelp(HelpWords.text(vi: "Ghi chú, vì sao.", en: "A comment: why."), valueName: "text"))
  var comment: String?

  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false

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

  /// The address is looked at here: what an option's own reading refuses is printed, a password too.
  func validate() throws {
    guard by.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(HelpWords.text(vi: "--by không được trống.", en: "--by must not be empty."))
    }
    do {
      if let caldav { _ = try CollectionAddress(caldav) }
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
    let address = try caldav.map { try CollectionAddress($0) }
    let credentials = try credentials()
    let (folder, year) = try plan.opened()
    let time = year.utc(at)
    let prepared = Terminal.working(
      Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language
    ) { [year] in
      var year = year
      return year.publication(by: by, at: time, comment: comment)
    }
    // Whoever publishes decides about what the schedule is short of: it is told, and no error of what was given.
    let findings =
      prepared.statements.isEmpty
      ? prepared.findings
      : prepared.findings.map { finding in
        finding.code == .quotaNotMet
          ? Finding(
            finding.code, .warning, at: finding.place, width: finding.width, excerpt: finding.excerpt,
            finding.message, remedy: finding.remedy) : finding
      }
    common.tell(findings)
    guard year.plan != nil, !findings.hasErrors || !prepared.statements.isEmpty else {
      return try common.end(findings)
    }
    if !json, !prepared.statements.isEmpty,
      let short = PublicationReport.shortages(prepared.short, language: common.language)
    {
      Terminal.complain(short)
    }
    var now = year
    if prepared.isDraft, prepared.statements.isEmpty {
      try folder.removeDraft()
      Terminal.complain(
        HelpWords.text(
          vi: "Dự thảo giống hệt lịch đã phát hành; đã xóa dự thảo.",
          en: "The draft is what is published already; the draft was removed."))
    }
    if !prepared.statements.isEmpty {
      do {
        let entries = try folder.book.append(prepared.statements, seen: year.book)
        now = year.adding(entries)
        RaisedTime.tell(of: entries, asked: prepared.statements, in: common.language)
      } catch let overtaken as Book.Overtaken {
        throw Overtaking.refused(overtaken, common.language)
      }
      if prepared.isDraft { try folder.removeDraft() }
    }
    let calendars = try write(&now, to: try CalendarFolder(out ?? folder.calendars))
    if json {
      try Terminal.show(
        PublicationReport.json(
          prepared.report(now.book), findings: findings + calendars, language: common.language),
        for: .program)
    } else {
      try Terminal.show(PublicationReport.text(prepared.report(now.book), language: common.language))
      common.tell(calendars)
    }
    if let address { try send(to: address, credentials, CalendarFolder(out ?? folder.calendars)) }
    try common.end(findings + calendars)
  }

  /// Writes the calendars of what is published.
  private func write(_ year: inout StationYear, to folder: CalendarFolder) throws -> [Finding] {
    let calendarOptions = CalendarOptions()
    return try folder.write(
      PlanningPipeline.calendars(&year, language: common.language, calendarOptions: calendarOptions),
      threads: ProcessInfo.processInfo.activeProcessorCount
    ).findings
  }

  /// Sends a calendar to a server.
  private func send(
    to address: CollectionAddress, _ credentials: DAVConnection.Credentials?, _ folder: CalendarFolder
  ) throws {
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
      try Terminal.show(summary(published.result, at: address) + "\n")
    }
    if let refusal = published.result.refusal {
      Terminal.complain(refusal.words[common.language])
      throw ExitCode(74)
    }
    try common.end(published.findings)
  }

  private func credentials() throws -> DAVConnection.Credentials? {
    guard let user, let passwordFile else { return nil }
    let text = String(decoding: try InputFile.readNamed(passwordFile, as: .text).bytes, as: UTF8.self)
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
