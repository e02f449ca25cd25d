import ArgumentParser
import Console
import Foundation
import Planning
import Reports
import ScheduleModel
import StationFolder

struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: HelpWords.text(
        vi:
          "Xuất lịch iCalendar cho từng kênh, ngôn ngữ, đơn vị sản xuất, hoặc danh "
          + "mục chương trình XMLTV, JSON-LD.",
        en: "Export iCalendar files, one for each outlet, language and producer; or a "
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
    name: .customLong("by"), parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Thêm lịch cho từng chỉ tiêu (line), đơn vị chủ trì (lead), người phụ trách (person) hoặc chủ đề (topic).",
        en:
          "Further calendars: one for each line, lead unit (lead), responsible person (person) or topic."),
      valueName: "line|lead|person|topic"),
    transform: { text in
      guard let series = CalendarPolicy.Series(rawValue: text) else {
        let all = CalendarPolicy.Series.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          HelpWords.text(
            vi: "không có loại lịch “\(text)”; các loại: \(all).",
            en: "There are no calendars by “\(text)”; there are \(all)."))
      }
      return series
    })
  var further: [CalendarPolicy.Series] = []

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ trang của mỗi lượt phát; UID được thêm vào cuối.",
        en: "The address of a placement's page; its UID is put behind it."), valueName: "url"),
    transform: { text in
      guard CalendarLink.isAddress(text) else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải địa chỉ trang web; viết https://lich.example.vn/luot/.",
            en: "“\(text)” is no web address; write https://lich.example.vn/luot/."))
      }
      return text
    })
  var link: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Số ngày giữ lại sự kiện đã hủy sau ngày của nó; mặc định theo kế hoạch, hoặc 90.",
        en: "How many days after its date a cancelled event stays; as the plan says, or 90."),
      valueName: "days"),
    transform: { text in
      guard let days = Int(text), (0...366).contains(days) else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải số ngày từ 0 đến 366.",
            en: "“\(text)” is not a number of days from 0 to 366."))
      }
      return days
    })
  var kept: Int?

  @Flag(
    name: .customLong("show-cancelled"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Sự kiện đã hủy vẫn hiện ở những phần mềm giấu chúng, như Google Calendar.",
        en: "Let clients that hide cancelled events, as Google Calendar does, show them.")))
  var showsCancelled = false

  @OptionGroup var outcomes: OutcomeOptions

  func run() throws {
    var (_, year) = try plan.opened(try outcomes.terms())
    let (plan, planned) = try self.plan.scheduled(&year, common)
    let schedule = planned.schedule
    let findings = (year.planFindings + planned.findings).withoutRepeats.inFileOrder
    common.tell(findings)
    var calendarOptions = CalendarOptions()
    calendarOptions.revised = revision.revised
    calendarOptions.further = Set(further)
    calendarOptions.link = link
    calendarOptions.keptDays = kept
    calendarOptions.showsCancelled = showsCancelled
    if let listing = PlanningPipeline.listing(
      format, plan, schedule, language: common.language, calendarOptions: calendarOptions)
    {
      try listing.write(to: OutputFolder(out))
      common.tell(listing.findings, from: .info)
      let (count, file) = (listing.count, "\(out)/\(listing.name)")
      try Terminal.say(
        Words(
          vi: "Đã ghi \(count) chương trình vào \(file).",
          en: "Wrote \(count) \(count == 1 ? "programme" : "programmes") to \(file).")[common.language])
      return try common.end(findings)
    }
    let folder = try CalendarFolder(out)
    let held = outcomes.files.isEmpty ? nil : year.held()
    common.tell(held?.findings ?? [])
    let calendars = try folder.write(
      PlanningPipeline.calendars(
        &year, language: common.language, calendarOptions: calendarOptions, showsOutcomes: held != nil),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    common.tell(calendars.findings, from: .info)
    let count = calendars.count
    try Terminal.say(
      Words(
        vi: "Đã ghi \(count) tệp lịch vào \(out).",
        en: "Wrote \(count) \(count == 1 ? "calendar" : "calendars") to \(out).")[
          common.language])
    try common.end(findings + (held?.findings ?? []) + calendars.findings)
  }
}
