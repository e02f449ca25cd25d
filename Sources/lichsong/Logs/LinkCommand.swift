import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

struct LinkCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "link",
      abstract: HelpWords.text(
        vi: "Gắn tay một dòng nhật ký với một lượt phát, hoặc một tên với một chỉ tiêu, ghi vào sổ.",
        en: "Link a row of the logs to a placement by hand, or a title to a line, in the Book."))
  }

  @OptionGroup var plan: PlanArgument
  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dòng nhật ký như lệnh reconcile ghi: truyen-hinh.csv:68.",
        en: "The row as reconcile names it: truyen-hinh.csv:68."), valueName: "row"))
  var row: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dòng này là lượt phát có UID này.", en: "The row shows the placement with this UID."),
      valueName: "uid"))
  var shows: String?
  @Option(
    name: .customLong("makes-good"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dòng này phát bù cho lượt có UID này.", en: "The row makes the placement with this UID good."),
      valueName: "uid"))
  var makesGood: String?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dòng này không thuộc kế hoạch.", en: "The row belongs to nothing that the plan has.")))
  var nothing = false
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Rút lại điều đã nói về dòng này, hoặc về --title; điều cũ vẫn còn trong sổ.",
        en: "Take back what was said of the row, or of --title; it stays in the Book.")))
  var withdraw = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Mọi dòng mang tên này là của chỉ tiêu --line, cả trong nhật ký sau.",
        en: "All rows with this title are of the line --line, in later logs too."), valueName: "title"))
  var title: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Mã chỉ tiêu của --title.", en: "The line of --title, by its id."), valueName: "line"
    ))
  var line: String?
  @Option(
    help: ArgumentHelp(HelpWords.text(vi: "Ai gắn.", en: "Who says so."), valueName: "name"))
  var by: String
  @Option(
    help: ArgumentHelp(HelpWords.text(vi: "Vì sao.", en: "Why."), valueName: "text"))
  var reason: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm ghi vào sổ; mặc định là bây giờ.", en: "When it is recorded; now by default."),
      valueName: "date-time"), transform: LocalTime.argument)
  var at: LocalTime?
  @OptionGroup var logs: LogOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard withdraw ? line == nil : (title == nil) == (line == nil) else {
      throw ValidationError(
        HelpWords.text(vi: "--title và --line đi cùng nhau.", en: "Give --title and --line together."))
    }
    if let title {
      guard row == nil, shows == nil, makesGood == nil, !nothing else {
        throw ValidationError(
          HelpWords.text(
            vi: "--title nói về mọi dòng mang tên đó, không về một dòng.",
            en: "--title is about all rows with that title, not about one row."))
      }
      guard title.contains(where: \.isLetter) else {
        throw ValidationError(
          HelpWords.text(vi: "--title không được trống.", en: "--title must not be empty."))
      }
    } else if row == nil {
      throw ValidationError(
        HelpWords.text(
          vi: "Cần một dòng nhật ký, hoặc --title và --line.", en: "Give a row, or --title and --line."))
    }
    let said = [shows != nil, makesGood != nil, nothing, withdraw].count(where: { $0 })
    guard title != nil && said == (withdraw ? 1 : 0) || title == nil && said == 1 else {
      throw ValidationError(
        HelpWords.text(
          vi: "Cần đúng một trong bốn: --shows UID, --makes-good UID, --nothing, --withdraw.",
          en: "Give exactly one of --shows UID, --makes-good UID, --nothing and --withdraw."))
    }
    for (name, text) in [("--by", by), ("--reason", reason)] where !text.contains(where: { !$0.isWhitespace })
    {
      throw ValidationError(HelpWords.text(vi: "\(name) không được trống.", en: "\(name) must not be empty."))
    }
  }

  func run() throws {
    let folder = try PlanFolder.open(plan.path)
    let working = try folder.files()
    let terms = try logs.terms()
    let subject = row ?? title ?? ""
    if withdraw { return try takeBack(subject, folder, working, terms) }
    let meaning =
      shows.map { StationYear.LinkRequest.Meaning.shows(uid: $0) } ?? makesGood.map { .makesGood(uid: $0) }
      ?? .nothing
    var remarks: [Finding] = []
    let (entries, result) = try folder.book.record { book in
      var year = StationYear(book, working, terms: terms)
      let time = year.utc(at)
      let result =
        if let title, let line {
          year.linking(title: title, line: line, author: by, reason: reason, time: time)
        } else {
          year.linking(
            StationYear.LinkRequest(row: subject, meaning: meaning, author: by, reason: reason, time: time))
        }
      if case .success = result {
        if let title, let line {
          remarks = year.remarks(onLinking: title, to: line)
        } else {
          remarks = year.remarks(
            on: StationYear.LinkRequest(
              row: subject, meaning: meaning, author: by, reason: reason, time: time))
        }
      }
      return ((try? result.get()).map { [$0] } ?? [], result)
    }
    switch result {
    case .success(let statement):
      common.tell(remarks, from: .info)
      RaisedTime.tell(of: entries, asked: [statement], in: common.language)
      try Terminal.show(
        HelpWords.text(
          vi: "Đã gắn “\(subject)”, ghi vào book/\(entries.first?.fileName ?? "").\n",
          en: "Linked “\(subject)” in book/\(entries.first?.fileName ?? "").\n"))
    case .failure(.known):
      try Terminal.show(
        HelpWords.text(
          vi: "“\(subject)” đã được gắn như vậy từ trước.\n", en: "“\(subject)” is linked so already.\n")
      )
    case .failure(.rows(let count)):
      throw ValidationError(
        count == 0
          ? HelpWords.text(
            vi: "Nhật ký không có dòng “\(subject)”; viết như lệnh reconcile ghi, ví dụ truyen-hinh.csv:68.",
            en: "The logs have no row “\(subject)”; write it as reconcile does, such as truyen-hinh.csv:68.")
          : HelpWords.text(
            vi: "“\(subject)” có thể là \(count) dòng; ghi thêm thư mục trước tên tệp.",
            en: "“\(subject)” may be \(count) rows; write the folder before the file's name too."))
    case .failure(.findings(let findings)):
      common.tell(findings, from: .info)
      Terminal.complain(
        HelpWords.text(
          vi: "Chưa ghi liên kết nào.", en: "Nothing was written: the link would not be followed."))
      throw ExitCode(1)
    }
  }

  private func takeBack(
    _ subject: String, _ folder: PlanFolder, _ working: StationFiles?, _ terms: StationYear.Terms
  ) throws {
    let (entries, result) = try folder.book.record { book in
      var year = StationYear(book, working, terms: terms)
      let time = year.utc(at)
      let result =
        title == nil
        ? year.withdrawing(linkOf: subject, author: by, reason: reason, time: time)
        : year.withdrawing(title: subject, author: by, reason: reason, time: time)
      return ((try? result.get()).map { [$0] } ?? [], result)
    }
    switch result {
    case .success(let statement):
      RaisedTime.tell(of: entries, asked: [statement], in: common.language)
      try Terminal.show(
        HelpWords.text(
          vi: "Đã rút lại điều đã nói về “\(subject)”, ghi vào book/\(entries.first?.fileName ?? "").\n",
          en: "Took back what was said of “\(subject)” in book/\(entries.first?.fileName ?? "").\n"))
    case .failure(.unknown):
      throw ValidationError(
        HelpWords.text(
          vi: "Sổ không có điều nào nói bằng tay về “\(subject)”.",
          en: "The Book has nothing that was said by hand of “\(subject)”."))
    case .failure(.holdsNoMore):
      try Terminal.show(
        HelpWords.text(
          vi: "Điều đã nói về “\(subject)” đã được rút lại hoặc thay từ trước.\n",
          en: "What was said of “\(subject)” was taken back or replaced already.\n"))
    case .failure(.findings(let findings)):
      common.tell(findings, from: .info)
      Terminal.complain(HelpWords.text(vi: "Chưa ghi gì.", en: "Nothing was written."))
      throw ExitCode(1)
    }
  }
}
