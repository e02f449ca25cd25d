import Logs
import ScheduleModel

/// What people fixed by hand in a draft, which the next draft takes over.
struct HandMoves {
  /// The rows whose slot can be read, in the draft's order.
  private(set) var rows: [(row: ScheduleDraft.Row, place: SourcePlace)] = []
  /// What became of rows that cannot be taken over.
  private(set) var findings: [Finding] = []

  /// How many rows people fixed, moved or changed.
  var count: Int { rows.count + findings.count }

  /// - Parameters:
  ///   - file: The table of the draft.
  ///   - published: What was published, by UID.
  init(
    _ file: InputFile, plan: Plan, slots: [Slot], published: [String: PublishedPlacement]
  ) {
    let (table, broken) = DraftTable.read(file.bytes, file: file.name)
    findings = broken
    let reader = DraftRowReader(plan: plan, slots: slots, published: published)
    for row in table ?? [] {
      switch reader.read(row) {
      case .success(let read): if read.isFixed { rows.append((read, row.place)) }
      case .failure(let fault): if row.isByHand { findings.append(.draftMoveLost(row, fault.finding)) }
      }
    }
  }
}

extension DraftTable.Row {
  /// Whether somebody fixed the row, or changed its slot or the day on which it begins.
  fileprivate var isByHand: Bool {
    guard cells["fixed"] == nil, let slot = cells["slot"], slot == cells["drafted"] ?? slot else {
      return true
    }
    return start.map { !slot.hasSuffix(".\($0.day)") } ?? true
  }
}

extension HandMoves {
  /// The placements that a re-plan begins with, those that were fixed by hand where they were put.
  struct Overlay {
    /// The published placements and second attempts, and new ones that were fixed by hand.
    fileprivate(set) var all: [(placement: Placement, againOf: String?)]
    /// The rows that are to stay.
    fileprivate(set) var kept: [(row: ScheduleDraft.Row, place: SourcePlace)] = []
    /// The rows that cannot stay, and why.
    fileprivate(set) var lost: [(row: ScheduleDraft.Row, place: SourcePlace, why: MoveLoss)] = []
  }

  /// Puts what was fixed by hand where it was put, as far as its day is still open.
  ///
  /// - Parameters:
  ///   - start: The year up to the first open day, as published.
  ///   - root: For a UID that under which `start` has the work.
  func overlay(
    on all: [(placement: Placement, againOf: String?)], _ start: YearSoFar, root: (String) -> String
  ) -> Overlay {
    var overlay = Overlay(all: all)
    let numbers = Dictionary(
      all.enumerated().map { ($1.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    for (row, place) in rows {
      let new = row.placement
      let number = numbers[new.uid]
      let old = number.map { all[$0].placement }
      let isUnmoved = old.map { $0.slot == new.slot && $0.timing == new.timing } ?? false
      let work = root(row.againOf ?? new.uid)
      func lose(_ why: MoveLoss) { if !isUnmoved { overlay.lost.append((row, place, why)) } }
      if let old, !start.isOpen(old) {
        lose(.past(old.timing.day))
      } else if start.unknown.contains(work) {
        lose(.notLogged)
      } else if let day = start.aired[work] {
        lose(.aired(day))
      } else if !start.isOpen(new) {
        lose(.past(new.timing.day))
      } else {
        if let number { overlay.all[number].placement = new } else { overlay.all.append((new, row.againOf)) }
        overlay.kept.append((row, place))
      }
    }
    return overlay
  }
}

/// Why a placement that was moved by hand is not kept where it was put.
enum MoveLoss {
  /// Its day is over, as published or as moved.
  case past(CivilDay)
  /// It has aired.
  case aired(CivilDay)
  /// It is a second attempt, and no log tells yet whether the first one aired.
  case notLogged
  /// The plan does not ask for it, or its rules do not allow it there.
  case notAllowed
}

extension Finding {
  /// A row of the earlier draft that was fixed by hand and cannot be read.
  fileprivate static func draftMoveLost(_ row: DraftTable.Row, _ why: Finding) -> Finding {
    let uid = row.cells["uid"] ?? ""
    return Finding(
      .draftMoveLost, .warning, at: row.place, excerpt: row.excerpt,
      Words(
        vi: "Lượt “\(uid)” đặt tay trong dự thảo trước không giữ được: \(why.message.vi)",
        en: "“\(uid)”, which the earlier draft has by hand, is not kept: \(why.message.en)"),
      remedy: again(uid))
  }

  /// A placement that was fixed by hand in the earlier draft and lies elsewhere in the new one.
  ///
  /// - Parameter new: Where it lies now; `nil` where it has no slot.
  static func draftMoveLost(
    _ row: ScheduleDraft.Row, at place: SourcePlace, _ loss: MoveLoss, from: CivilDay, now new: Placement?
  ) -> Finding {
    let who = row.by.map { Words(vi: " (\($0))", en: " (by \($0))") } ?? Words("")
    let why =
      switch loss {
      case .past(let day):
        Words(
          vi: "ngày \(day.forPeople) ở trước ngày \(from.forPeople)", en: "\(day) lies before \(from)")
      case .aired(let day): Words(vi: "đã phát ngày \(day.forPeople)", en: "it aired on \(day)")
      case .notLogged:
        Words(
          vi: "chưa có nhật ký cho biết lần đầu đã phát hay chưa",
          en: "no log tells yet whether the first attempt aired")
      case .notAllowed:
        Words(
          vi: "kế hoạch nay không cho phép hoặc không còn yêu cầu",
          en: "the plan does not allow it there now, or does not ask for it")
      }
    let result =
      new.map { Words(vi: "nay ở “\($0.slot)”", en: "it lies in “\($0.slot)” now") }
      ?? Words(vi: "nay không có khung nào", en: "it has no slot now")
    return Finding(
      .draftMoveLost, .warning, at: place,
      Words(
        vi:
          "Lượt “\(row.placement.uid)” đặt tay vào “\(row.placement.slot)”\(who.vi) không giữ được: \(why.vi); "
          + "\(result.vi).",
        en:
          "“\(row.placement.uid)”, put into “\(row.placement.slot)” by hand\(who.en), is not kept there: \(why.en); "
          + "\(result.en)."),
      remedy: again(row.placement.uid))
  }

  /// A first draft of the year would run over what people fixed in the one that is there.
  static func draftMovesWouldBeLost(_ count: Int, _ file: String, from day: CivilDay) -> Finding {
    Finding(
      .draftMoveLost, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Dự thảo này có \(count) dòng đặt tay; lập lại cả năm bằng --draft thì mất.",
        en: "This draft has \(count) \(count == 1 ? "row" : "rows") fixed by hand, which --draft would lose."),
      remedy: Words(
        vi:
          "Giữ các dòng đó: lichsong allocate KẾ-HOẠCH --from \(day). Nếu không cần, xóa tệp dự thảo trước.",
        en: "Keep them: lichsong allocate PLAN --from \(day). If they are not wanted, delete the draft first."
      ))
  }

  private static func again(_ uid: String) -> Words {
    Words(
      vi: "Xem các khung còn trống và đặt lại: lichsong move KẾ-HOẠCH \(uid)",
      en: "See the slots with room, and put it elsewhere: lichsong move PLAN \(uid)")
  }
}
