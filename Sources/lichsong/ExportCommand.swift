import ArgumentParser
import Foundation
import Planner
import Reports
import ScheduleModel

struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: HelpWords.text(
        vi:
          "Xuất lịch iCalendar cho từng kênh, ngôn ngữ, đơn vị sản xuất, nối tiếp lần công bố trước; hoặc danh "
          + "mục chương trình XMLTV, JSON-LD.",
        en: "Export iCalendar files, one for each outlet, language and producer, over the earlier ones; or a "
          + "programme guide as XMLTV or JSON-LD."))
  }

  @OptionGroup var plan: PlanArgument
  @OptionGroup var common: CommonOptions
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục đích.", en: "The folder to write into."), valueName: "folder"))
  var out: String

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "ics: các tệp lịch; xmltv hoặc jsonld (schema.org): một tệp danh mục chương trình phát sóng.",
        en: "ics: calendars; xmltv or jsonld (schema.org): one file, the guide to what is broadcast."),
      valueName: "ics|xmltv|jsonld"),
    transform: { text in
      guard text == "ics" || ScheduleListing.formats.contains(text) else {
        let formats = (["ics"] + ScheduleListing.formats).joined(separator: ", ")
        throw ValidationError(
          HelpWords.text(
            vi: "không có định dạng “\(text)”; các định dạng: \(formats).",
            en: "There is no format “\(text)”; there are \(formats)."))
      }
      return text
    })
  var format = "ics"

  @OptionGroup var revision: RevisionOption
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thêm lịch cho từng chỉ tiêu (line), đơn vị chủ trì (lead) hoặc người phụ trách (person).",
        en: "Further calendars: one for each line, lead unit (lead) or responsible person (person)."),
      valueName: "line|lead|person"),
    transform: { text in
      guard CalendarWishes.feeds.contains(text) else {
        let feeds = CalendarWishes.feeds.joined(separator: ", ")
        throw ValidationError(
          HelpWords.text(
            vi: "không có loại lịch “\(text)”; các loại: \(feeds).",
            en: "There are no calendars by “\(text)”; there are \(feeds)."))
      }
      return text
    })
  var further: [String] = []

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ trang của mỗi lượt phát; UID được thêm vào cuối.",
        en: "The address of a placement's page; its UID is put behind it."), valueName: "url"))
  var link: String?

  func run() throws {
    let (_, year) = try plan.planned(common)
    common.tell(year.findings)
    guard let plan = year.plan, let schedule = year.schedule else { return try common.end(year.findings) }
    var wishes = CalendarWishes()
    wishes.revised = revision.revised
    wishes.further = Set(further)
    wishes.link = link
    if let listing = PlanningPipeline.listing(
      format, plan, schedule, language: common.language, wishes: wishes)
    {
      try listing.write(to: OutputFolder(out))
      common.tell(listing.findings, from: .info)
      let (count, file) = (listing.count, "\(out)/\(listing.name)")
      print(
        Words(
          vi: "Đã ghi \(count) chương trình vào \(file).",
          en: "Wrote \(count) \(count == 1 ? "programme" : "programmes") to \(file).")[common.language])
      return try common.end(year.findings)
    }
    let folder = try CalendarFolder(out)
    let calendars = PlanningPipeline.calendars(
      plan, schedule, language: common.language, over: folder, wishes: wishes)
    try folder.write(calendars, threads: ProcessInfo.processInfo.activeProcessorCount)
    common.tell(calendars.findings, from: .info)
    let count = calendars.count
    print(
      Words(
        vi: "Đã ghi \(count) tệp lịch vào \(out).",
        en: "Wrote \(count) \(count == 1 ? "calendar" : "calendars") to \(out).")[
          common.language])
    try common.end(year.findings + calendars.findings)
  }
}
