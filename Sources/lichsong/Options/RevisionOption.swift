import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

/// The time of a revision on the command line.
struct RevisionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Thời điểm sửa kế hoạch, ghi vào các sự kiện đã thay đổi; mặc định là ngày `revised` của kế hoạch.",
        en: "When the plan was revised, the stamp of events that changed; the plan's `revised` by default."),
      valueName: "date-time"),
    transform: { text in
      guard let revision = CalendarOptions.Revision(text) else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải ngày giờ; viết 2026-11-21T09:00 hoặc 2026-11-21.",
            en: "“\(text)” is not a time; write 2026-11-21T09:00 or 2026-11-21."))
      }
      return revision
    })
  var revised: CalendarOptions.Revision?
}
