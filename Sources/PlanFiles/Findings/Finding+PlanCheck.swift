import ScheduleModel

// What can be doubtful in a plan as a whole.
extension Finding {
  static func documentNumberMissing(_ document: PlanDocument) -> Finding {
    let name = document.subject ?? document.issuer ?? document.date?.description ?? "–"
    return Finding(
      .documentNumberMissing, .info, at: document.span,
      Words(vi: "Văn bản \(name.quoted) không có số.", en: "The document \(name.quoted) has no number."),
      remedy: Words("number: …/KH-UBND"))
  }

  static func documentDateMissing(_ document: PlanDocument) -> Finding {
    let name = document.number ?? document.subject ?? document.issuer ?? "–"
    return Finding(
      .documentDateMissing, .info, at: document.span,
      Words(
        vi: "Văn bản \(name.quoted) không có ngày ban hành.", en: "The document \(name.quoted) has no date."),
      remedy: Words(
        vi: "Văn bản có ghi ngày thì thêm date: NĂM-THÁNG-NGÀY; không ghi thì để nguyên.",
        en: "If the document has a date, add date: YEAR-MONTH-DAY; if not, leave it."))
  }

  static func supersededBasis(_ document: PlanDocument) -> Finding {
    Finding(
      .supersededBasis, .warning, at: document.span,
      Words(
        vi: "Nghị quyết 30c/NQ-CP đã hết giai đoạn (2011–2020); từ 2021 là Nghị quyết 76/NQ-CP.",
        en: "Resolution 30c/NQ-CP ended with 2020; from 2021 it is Resolution 76/NQ-CP."),
      remedy: Words("- { number: 76/NQ-CP, date: 2021-07-15, issuer: Chính phủ, role: basis }"))
  }

  static func unquantified(_ line: PlanLine) -> Finding {
    Finding(
      .unquantifiedItem, .info, at: line.span,
      Words(
        vi: "\(line.title.quoted) chưa định lượng: không xếp lịch, không tính tỷ lệ hoàn thành.",
        en: "\(line.title.quoted) has no figure: it is not scheduled and has no completion rate."),
      remedy: Words(
        vi: "Nếu văn bản có nêu số lượng thì thêm, ví dụ: quota: 12 \(line.form)",
        en: "If the document states a figure, add it, such as: quota: 12 \(line.form)"))
  }

  static func quotaWithoutGrid(_ line: PlanLine) -> Finding {
    Finding(
      .quotaWithoutGrid, .warning, at: line.span,
      Words(
        vi: "\(line.title.quoted) có chỉ tiêu nhưng các kênh của nó không có khung giờ nào dùng được, nên "
          + "không xếp lịch được.",
        en: "\(line.title.quoted) has a quota, but its outlets have no grid line that it may use, so it "
          + "cannot be scheduled."),
      remedy: Words(
        vi: "Thêm khung giờ (grid) cho kênh; nếu chỉ theo dõi số lượng thì viết scheduled: false",
        en: "Add a grid to the outlet; where the line is only counted, write scheduled: false"))
  }

  static func languageWithoutGrid(_ languages: [LanguageTag], _ line: PlanLine) -> Finding {
    let vi = languages.map { BroadcastLanguage.name(of: $0, in: .vietnamese) }.joined(separator: ", ")
    let en = languages.map { BroadcastLanguage.name(of: $0, in: .english) }.joined(separator: ", ")
    let tags = languages.map(\.tag).joined(separator: ", ")
    return Finding(
      .languageWithoutGrid, .warning, at: line.span,
      Words(
        vi: "\(line.title.quoted) có bản tiếng \(vi) nhưng không có khung giờ nào phát tiếng đó.",
        en: "\(line.title.quoted) has versions in \(en), but there is no grid line for them."),
      remedy: Words(
        vi:
          "Ghi languages: [\(tags)] ở khung giờ phát tiếng đó; chưa có thì thêm khung giờ như lịch của đài.",
        en:
          "Write languages: [\(tags)] at the grid line that carries them; where there is none, add it as the station "
          + "has it."))
  }

  static func gridLineElsewhere(_ grid: String, outlets: [String], _ line: PlanLine) -> Finding {
    let ids = outlets.joined(separator: ", ")
    return Finding(
      .unknownReference, .error, at: line.span,
      Words(
        vi: "\(line.title.quoted) dùng khung giờ “\(grid)” của kênh khác, không phải của \(ids).",
        en: "\(line.title.quoted) uses the grid line “\(grid)” of another outlet, not of \(ids)."),
      remedy: Words(
        vi: "Chọn khung giờ của \(ids), hoặc đổi kênh.",
        en: "Choose a grid line of \(ids), or change the outlet."))
  }

  /// - Parameter lines: Each lies in the next, and the last in the first.
  static func circularOverlap(_ lines: [PlanLine]) -> Finding {
    let first = lines.min { $0.place < $1.place } ?? lines[0]
    let chain = (lines + lines.prefix(1)).prefix(12).map(\.id).joined(separator: " → ")
    return Finding(
      .circularOverlap, .error, at: first.span,
      Words(
        vi: "\(first.title.quoted) nằm trong chính nó (part-of, embedded-in): \(chain).",
        en: "\(first.title.quoted) lies inside itself (part-of, embedded-in): \(chain)."),
      remedy: Words("part-of: none"))
  }

  static func partsPassQuota(_ host: PlanLine, parts: Int, quota: Quantity) -> Finding {
    Finding(
      .partsPassQuota, .error, at: host.span,
      Words(
        vi:
          "Các phần của \(host.title.quoted) cộng lại \(parts), nhiều hơn chỉ tiêu \(quota.text(in: .vietnamese, unit: false)) của nó.",
        en:
          "The parts of \(host.title.quoted) add up to \(parts), more than its quota of \(quota.text(in: .english, unit: false))."
      ),
      remedy: host.basis == .result
        ? Words(
          vi: "Ghi part-of: none ở phần đếm riêng.", en: "Write part-of: none where a part is counted apart.")
        : Words(
          vi: "Đối chiếu các số với kế hoạch đã ký; phần nào đếm riêng thì ghi part-of: none.",
          en: "Compare the figures with the signed plan; write part-of: none where a part is counted apart."))
  }

  static func partUnlike(_ line: PlanLine, _ host: PlanLine) -> Finding {
    func unit(_ line: PlanLine) -> String { line.quota?.unit.description ?? "" }
    return Finding(
      .partUnlike, .warning, at: line.span,
      Words(
        vi:
          "\(line.title.quoted) nằm trong \(host.title.quoted) (part-of) nhưng tính bằng “\(unit(line))”, không phải "
          + "“\(unit(host))”; số này không trừ vào chỉ tiêu kia.",
        en:
          "\(line.title.quoted) lies inside \(host.title.quoted) (part-of) but is counted in “\(unit(line))”, not in "
          + "“\(unit(host))”; it takes nothing of that figure."),
      remedy: Words(
        vi: "Ghi part-of: none ở \(line.id), hoặc xem lại đơn vị tính của hai chỉ tiêu.",
        en: "Write part-of: none in \(line.id), or see whether the units of both lines are right."))
  }

  static func districtEnded(_ unit: AdminUnit) -> Finding {
    Finding(
      .unitNotValidOnDate, .warning, at: unit.span,
      Words(
        vi: "\(unit.name.quoted) là cấp huyện; từ 01/7/2025 không còn cấp huyện.",
        en: "\(unit.name.quoted) is of the district level, which ended on 1 July 2025."),
      remedy: Words("valid: { to: 2025-06-30, successor: … }"))
  }

  static func parentNotHigher(_ unit: AdminUnit, _ parent: AdminUnit) -> Finding {
    Finding(
      .unitParent, .error, at: unit.span,
      Words(
        vi:
          "\(unit.name.quoted) không thể thuộc địa bàn \(parent.name.quoted): đơn vị đó ở cấp thấp hơn.",
        en: "\(unit.name.quoted) cannot lie in \(parent.name.quoted), whose level is lower."),
      remedy: Words(
        vi: "Ghi parent là đơn vị cấp trên trực tiếp, hoặc sửa level.",
        en: "Let parent be the unit above it, or correct the level."))
  }

  static func parentCircle(_ unit: AdminUnit, _ parent: AdminUnit) -> Finding {
    Finding(
      .unitParent, .error, at: unit.span,
      Words(
        vi: "\(unit.name.quoted) thuộc \(parent.name.quoted), mà đơn vị đó lại nằm trong chính địa bàn này.",
        en: "\(unit.name.quoted) lies in \(parent.name.quoted), which lies in it again."),
      remedy: Words(
        vi: "Bỏ parent của đơn vị cấp cao nhất.", en: "Leave out the parent of the highest of them."))
  }

  static func unitNotValid(_ unit: AdminUnit, _ days: Range<CivilDay>) -> Finding {
    let (first, last) = (days.lowerBound.forPeople, days.upperBound.advanced(by: -1).forPeople)
    let successor = unit.validity.successor.map { " → \($0)" } ?? ""
    return Finding(
      .unitNotValidOnDate, .warning, at: unit.span,
      Words(
        vi:
          "\(unit.name.quoted) không tồn tại suốt thời gian kế hoạch (\(first) – \(last))\(successor).",
        en:
          "\(unit.name.quoted) does not exist all through the plan (\(first) – \(last))\(successor)."
      ),
      remedy: beginning(unit, within: days)
        ?? Words(
          vi: "Giao phần sau cho đơn vị kế thừa thành một chỉ tiêu riêng (from/to), và báo cáo hai phần.",
          en: "Give the rest to the successor as a line of its own (from/to), and report the two parts."))
  }

  /// What to do of a unit that begins within the plan and lasts: it has no later part to hand over.
  private static func beginning(_ unit: AdminUnit, within days: Range<CivilDay>) -> Words? {
    guard let from = unit.validity.from, days.contains(from),
      unit.validity.through.map({ $0.advanced(by: 1) >= days.upperBound }) ?? true
    else { return nil }
    return Words(
      vi: "Chỉ tiêu của đơn vị bắt đầu cùng đơn vị: ghi vào chỉ tiêu from: \(from)",
      en: "The unit's lines begin with it: write in them from: \(from)")
  }
}

extension PlanLine {
  /// What a finding about the line as a whole lies under.
  var span: SourceSpan { SourceSpan(place, under: id) }
}

extension AdminUnit {
  fileprivate var span: SourceSpan { SourceSpan(place, under: id) }
}

extension PlanDocument {
  /// Under what it is cited by.
  fileprivate var span: SourceSpan {
    SourceSpan(place, under: number ?? subject ?? issuer ?? date?.description ?? " ")
  }
}
