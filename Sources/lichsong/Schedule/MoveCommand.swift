import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct MoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "move",
      abstract: HelpWords.text(
        vi:
          "Dời một lượt phát của dự thảo sang khung khác, xếp một việc chưa có khung, hoặc bỏ ra khỏi khung (--off); không có --to thì liệt kê các khung còn trống.",
        en:
          "Move one placement of the draft to another slot, place a work that is in none, or take one out of its slot (--off); without --to, list the slots with room."
      ))
  }

  @OptionGroup var plan: PlanArgument
  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "UID của lượt phát.", en: "The UID of the placement."), valueName: "uid"))
  var uid: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Khung mới, như truyen-hinh.toi.2018-04-05.", en: "The slot, such as truyen-hinh.toi.2018-04-05."),
      valueName: "slot"))
  var to: String?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Bỏ ra khỏi khung để nhường chỗ, cùng những gì phụ thuộc nó (bản dịch, phát lại); sau đó xếp lại bằng --to.",
        en:
          "Take it out of its slot, so that another has the room, with what follows it (versions, repeats); place it again with --to."
      )))
  var off = false
  @Option(help: ArgumentHelp(HelpWords.text(vi: "Ai dời.", en: "Who moves it."), valueName: "name"))
  var by: String?
  @Option(help: ArgumentHelp(HelpWords.text(vi: "Vì sao.", en: "Why."), valueName: "text"))
  var why: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm; những ngày trước đó đã qua. Mặc định là bây giờ.",
        en: "The time; what lies before it is past. Now by default."), valueName: "date-time"),
    transform: LocalTime.argument)
  var at: LocalTime?
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dời cả khi lịch sau đó trái quy tắc của kế hoạch (chưa phát hành được cho đến khi sửa).",
        en:
          "Move it even where a rule of the plan is broken then (which keeps the draft from being published)."
      )))
  var force = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard off else { return }
    if to != nil {
      throw ValidationError(
        HelpWords.text(vi: "--off không đi với --to.", en: "--off does not go with --to."))
    }
    // The row goes, and with it the place where they would stand.
    if by != nil || why != nil {
      throw ValidationError(
        HelpWords.text(
          vi: "--off không đi với --by và --why: dòng bị bỏ không còn chỗ ghi.",
          en: "--off does not go with --by and --why: the row that goes has no place for them."))
    }
  }

  func run() throws {
    var (folder, year) = try plan.opened()
    guard let plan = year.plan else {
      common.tell(year.planFindings)
      return try common.end(year.planFindings)
    }
    let result = Terminal.working(
      Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language
    ) { [year, uid, to, off, by, why, at] in
      var year = year
      let time = year.utc(at)
      return off
        ? year.takingOut(uid, at: time) : year.moving(uid, to: to, by: by, why: why, at: time)
    }
    func keep(_ draft: ScheduleDraft, _ told: (String) -> Words) throws {
      let breaks = newlyBroken(by: draft, in: year, plan)
      if !force, breaks.hasErrors {
        common.tell(breaks)
        Terminal.complain(
          off
            ? HelpWords.text(
              vi: "Chưa bỏ ra: dự thảo giữ nguyên. Thêm --force để vẫn bỏ ra.",
              en: "Nothing was taken out: the draft is as it was. Add --force to take it out all the same.")
            : HelpWords.text(
              vi:
                "Chưa dời: dự thảo giữ nguyên. Chọn khung khác (bỏ --to để xem các khung còn trống), hoặc thêm --force để "
                + "vẫn dời.",
              en:
                "Nothing was moved: the draft is as it was. Choose another slot (leave out --to to see those with room), or "
                + "add --force to move it all the same."))
        throw ExitCode(1)
      }
      let path = try folder.write(draft.table(plan), base: draft.base.text)
      let words = told(path)
      try Terminal.show(HelpWords.text(vi: words.vi + "\n", en: words.en + "\n"))
      year = try folder.year()
      let broken = year.checked(today: year.utc(at)).filter { $0.code == .draftRule || $0.code == .draftPast }
      common.tell(broken)
      try common.end(broken)
    }
    switch result {
    case .success(.moved(let draft, let old, let new)):
      try keep(draft) { path in
        Words(
          vi: "Đã dời “\(uid)”: \(old.timing.startText) → \(new.timing.startText), trong \(path).",
          en: "Moved “\(uid)”: \(old.timing.startText) → \(new.timing.startText), in \(path).")
      }
    case .success(.placed(let draft, let new)):
      try keep(draft) { path in
        Words(
          vi: "Đã xếp “\(uid)”: \(new.timing.startText), trong \(path).",
          en: "Placed “\(uid)”: \(new.timing.startText), in \(path).")
      }
    case .success(.takenOut(let draft, let placements)):
      try keep(draft) { path in
        let along = placements.dropFirst().map(\.uid).joined(separator: ", ")
        return Words(
          vi: "Đã bỏ “\(uid)” ra khỏi khung, trong \(path)."
            + (along.isEmpty ? "" : " Cùng ra: \(along)."),
          en: "Took “\(uid)” out of its slot, in \(path)."
            + (along.isEmpty ? "" : " With it went \(along)."))
      }
    case .success(.slots(let slots)):
      for slot in slots { try Terminal.show("\(slot.id)  \(slot.timing.startText)\n") }
      if slots.isEmpty {
        Terminal.complain(
          HelpWords.text(vi: "Không còn khung nào trống cho lượt này.", en: "No slot has room for it."))
      }
    case .failure(let refusal):
      common.tell(refusal.findings, from: .info)
      throw ExitCode(1)
    }
  }

  /// What a draft breaks that the one before did not.
  private func newlyBroken(by draft: ScheduleDraft, in year: StationYear, _ plan: Plan) -> [Finding] {
    func broken(_ year: StationYear) -> [Finding] {
      var year = year
      return year.checked(today: year.utc(at)).filter { $0.code == .draftRule || $0.code == .draftPast }
    }
    let name = year.files?.draft?.name ?? "draft.csv"
    let base = InputFile(
      name: year.files?.draftBase?.name ?? "draft-base.txt", bytes: Array(draft.base.text.utf8))
    let after = year.with(draft: InputFile(name: name, bytes: draft.table(plan)), base: base)
    let before = Set(broken(year).map(\.message))
    return broken(after).filter { !before.contains($0.message) }
  }
}
