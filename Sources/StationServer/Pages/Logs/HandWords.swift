import Planning
import Reports
import ScheduleModel

/// The words about what was said by hand.
struct HandWords {
  private let known: YearReading.Known
  private let language: ReaderLanguage

  init(_ known: YearReading.Known, _ language: ReaderLanguage) {
    self.known = known
    self.language = language
  }

  /// What was said.
  func what(_ subject: HandStatement.Subject) -> String {
    switch subject {
    case .row(_, .shows(let uid)):
      Words(vi: "Dòng này là \(placement(uid))", en: "The row is \(placement(uid))")[language]
    case .row(_, .makesGood(let uid)):
      Words(vi: "Dòng này phát bù cho \(placement(uid))", en: "The row makes good \(placement(uid))")[
        language]
    case .row:
      Words(vi: "Dòng này không thuộc kế hoạch", en: "The row belongs to nothing that the plan has")[language]
    case .title(let title, let line):
      Words(
        vi: "Mọi dòng tên “\(title.visible())” là của “\(name(ofLine: line))”",
        en: "All rows titled “\(title.visible())” are of “\(name(ofLine: line))”")[language]
    case .correction(_, _, isWithdrawal: true):
      Words(vi: "Dòng này không phát: rút khỏi nhật ký", en: "The row did not air: taken out of the log")[
        language]
    case .correction: Words(vi: "Đính chính một dòng nhật ký", en: "A row of the logs is corrected")[language]
    case .broadcast: Words(vi: "Lượt phát nhập tay", en: "A broadcast entered by hand")[language]
    case .takenBack: Words(vi: "Rút lại điều đã nói", en: "What was said is taken back")[language]
    }
  }

  /// Why, as its author wrote it; what the program wrote is told in the reader's language.
  func reason(_ text: String) -> String {
    text == "imported again"
      ? Words(
        vi: "tệp nhật ký được nhập lại với giá trị khác", en: "the log was imported again with other values")[
          language] : text.visible()
  }

  /// Of which row it was said.
  func about(_ subject: HandStatement.Subject) -> String {
    switch subject {
    case .row(let row, _): text(row)
    case .title: Words(vi: "Cả trong nhật ký sau này.", en: "In later logs too.")[language]
    case .correction(let former, let row, _):
      Words(vi: "Thay cho dòng \(former.visible())", en: "In place of the row \(former.visible())")[language]
        + (text(row).isEmpty ? "" : ": \(text(row))")
    case .broadcast(let row, let evidence):
      text(row)
        + (evidence.map { " · \(Words(vi: "minh chứng", en: "evidence")[language]): \($0.visible())" } ?? "")
    case .takenBack: ""
    }
  }

  /// Whether it holds, and what it means for the count.
  func state(_ said: HandStatement) -> String {
    switch said.standing {
    case .replaced:
      return Words(
        vi: "không còn hiệu lực: sau đó đã nói khác", en: "holds no more: something else was said later")[
          language]
    case .takenBack: return Words(vi: "đã rút lại", en: "taken back")[language]
    case .notFollowed:
      return Words(
        vi: "chưa có tác dụng: nhật ký không còn dòng này, hoặc lịch không còn lượt đó",
        en: "without effect: the logs do not have the row, or the schedule does not have the placement")[
          language]
    case .holds: break
    }
    if case .takenBack = said.subject { return Words(vi: "có hiệu lực", en: "holds")[language] }
    guard let effect = said.effect else { return Words(vi: "có hiệu lực", en: "holds")[language] }
    return self.effect(effect)[language]
  }

  private func effect(_ effect: HandStatement.Effect) -> Words {
    switch effect {
    case .shows(let placement, let outcome) where outcome.countsAsAired:
      return Words(
        vi: "tính: \(describe(placement)) \(outcome.name.vi)",
        en: "counts: \(describe(placement)) \(outcome.name.en)")
    case .shows(let placement, let outcome):
      return Words(
        vi: "không tính: \(describe(placement)) \(outcome.name.vi)",
        en: "does not count: \(describe(placement)) \(outcome.name.en)")
    case .makesGood(let placement):
      return Words(
        vi: "tính: phát bù cho \(describe(placement))", en: "counts: makes good \(describe(placement))")
    case .countsNowhere: return Words(vi: "không tính vào đâu", en: "counts nowhere")
    case .unplanned(let line?):
      let name = name(ofLine: line)
      return Words(
        vi: "tính cho “\(name)”, ngoài lịch", en: "counts for “\(name)”, outside the schedule")
    case .unplanned(nil):
      return Words(vi: "không tính: không thuộc chỉ tiêu nào", en: "does not count: of no line")
    case .rows(let count, let placed):
      return Words(
        vi:
          "\(grouped(count, in: .vietnamese)) dòng mang tên này, \(grouped(placed, in: .vietnamese)) dòng khớp với lịch",
        en:
          "\(counted(count, "row")) with the title, \(grouped(placed, in: .english)) found in the schedule")
    }
  }

  /// The class of its frame.
  func kind(_ said: HandStatement) -> String {
    switch said.standing {
    case .holds: "done"
    case .replaced, .takenBack: "shifted"
    case .notFollowed: "missed"
    }
  }

  private func name(ofLine line: String) -> String { known.plan.title(ofLine: line, in: language).visible() }

  private func placement(_ uid: String) -> String {
    known.planned.schedule.placements.first { $0.uid == uid }.map(describe) ?? uid.visible()
  }

  private func describe(_ placement: Placement) -> String {
    name(ofLine: placement.line) + " " + PageWords.edition(placement.edition)[language] + ", "
      + placement.timing.text(in: language)
  }

  private func text(_ row: EntryLink.RowDescription) -> String {
    [
      row.day.map { $0.forPeople + (row.time.map { " \($0)" } ?? "") },
      row.outlet.map { known.plan.name(ofOutlet: $0, in: language).visible() },
      row.title.map { "“\($0.visible())”" },
      row.file.map { Words(vi: "dòng/tệp \($0.visible())", en: "row/file \($0.visible())")[language] },
    ].compactMap(\.self).joined(separator: " · ")
  }
}
