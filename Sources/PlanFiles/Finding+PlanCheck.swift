import ScheduleModel

// What can be doubtful in a plan as a whole.
extension Finding {
  static func documentNumberMissing(_ document: PlanDocument) -> Finding {
    let name = document.subject ?? document.issuer ?? "?"
    return Finding(
      .documentNumberMissing, .info, at: document.place,
      Words(vi: "Văn bản “\(name)” không có số.", en: "The document “\(name)” has no number."),
      remedy: Words("number: …/KH-UBND"))
  }

  static func documentDateMissing(_ document: PlanDocument) -> Finding {
    let name = document.number ?? document.subject ?? "?"
    return Finding(
      .documentDateMissing, .info, at: document.place,
      Words(vi: "Văn bản “\(name)” không có ngày ban hành.", en: "The document “\(name)” has no date."),
      remedy: Words("date: 2018-04-04"))
  }

  static func supersededBasis(_ document: PlanDocument) -> Finding {
    Finding(
      .supersededBasis, .warning, at: document.place,
      Words(
        vi: "Nghị quyết 30c/NQ-CP đã hết giai đoạn (2011–2020); từ 2021 là Nghị quyết 76/NQ-CP.",
        en: "Resolution 30c/NQ-CP ended with 2020; from 2021 it is Resolution 76/NQ-CP."),
      remedy: Words("- { number: 76/NQ-CP, date: 2021-07-15, issuer: Chính phủ, role: basis }"))
  }

  static func unquantified(_ line: PlanLine) -> Finding {
    Finding(
      .unquantifiedItem, .info, at: line.place,
      Words(
        vi: "“\(line.title)” chưa định lượng: không xếp lịch, không tính tỷ lệ hoàn thành.",
        en: "“\(line.title)” has no figure: it is not scheduled and has no completion rate."),
      remedy: Words("quota: 12 \(line.form)"))
  }

  static func quotaWithoutGrid(_ line: PlanLine) -> Finding {
    Finding(
      .quotaWithoutGrid, .warning, at: line.place,
      Words(
        vi:
          "“\(line.title)” có chỉ tiêu nhưng các kênh của nó không có khung giờ nào dùng được, nên không xếp lịch được.",
        en:
          "“\(line.title)” has a quota, but its outlets have no grid line that it may use, so it cannot be scheduled."
      ),
      remedy: Words(
        vi: "Thêm khung giờ (grid) cho kênh; nếu chỉ theo dõi số lượng thì viết scheduled: false",
        en: "Add a grid to the outlet; where the line is only counted, write scheduled: false"))
  }

  static func languageWithoutGrid(_ language: LanguageTag, _ line: PlanLine) -> Finding {
    let vi = BroadcastLanguage.name(of: language, in: .vietnamese)
    let en = BroadcastLanguage.name(of: language, in: .english)
    return Finding(
      .languageWithoutGrid, .warning, at: line.place,
      Words(
        vi: "“\(line.title)” có bản tiếng \(vi) nhưng không có khung giờ tiếng \(vi).",
        en: "“\(line.title)” has versions in \(en), but there is no grid line in \(en)."),
      remedy: Words(
        "- { id: tieng-\(language), rule: FREQ=WEEKLY;BYDAY=SA, at: \"05:30\", length: 30m, languages: [\(language)] }"
      ))
  }

  static func gridLineElsewhere(_ grid: String, _ line: PlanLine) -> Finding {
    Finding(
      .unknownReference, .error, at: line.place,
      Words(
        vi: "Khung giờ “\(grid)” không thuộc các kênh của “\(line.title)”.",
        en: "The grid line “\(grid)” does not belong to the outlets of “\(line.title)”."),
      remedy: Words(
        vi: "Chọn khung giờ của các kênh: \(line.outlets.ids.joined(separator: ", ")).",
        en: "Choose one of the outlets: \(line.outlets.ids.joined(separator: ", "))."))
  }

  static func circularOverlap(_ line: PlanLine) -> Finding {
    Finding(
      .circularOverlap, .error, at: line.place,
      Words(
        vi: "“\(line.title)” nằm trong chính nó (part-of hoặc embedded-in đi vòng).",
        en: "“\(line.title)” lies inside itself (part-of or embedded-in goes round)."),
      remedy: Words("part-of: none"))
  }

  static func partsPassQuota(_ host: PlanLine, parts: Int, quota: Quantity) -> Finding {
    Finding(
      .partsPassQuota, .error, at: host.place,
      Words(
        vi: "Các phần của “\(host.title)” cộng lại \(parts), nhiều hơn chỉ tiêu \(quota.value) của nó.",
        en: "The parts of “\(host.title)” add up to \(parts), more than its quota of \(quota.value)."),
      remedy: Words(
        vi: "Tăng chỉ tiêu, hoặc ghi part-of: none ở phần đếm riêng.",
        en: "Raise the quota, or write part-of: none where a part is counted apart."))
  }

  static func districtEnded(_ unit: AdminUnit) -> Finding {
    Finding(
      .unitNotValidOnDate, .warning, at: unit.place, width: unit.id.count,
      Words(
        vi: "“\(unit.name)” là cấp huyện; từ 01/7/2025 không còn cấp huyện.",
        en: "“\(unit.name)” is of the district level, which ended on 1 July 2025."),
      remedy: Words("valid: { to: 2025-06-30, successor: … }"))
  }

  static func unitNotValid(_ unit: AdminUnit, _ days: Range<CivilDay>) -> Finding {
    let last = days.upperBound.advanced(by: -1)
    let successor = unit.validity.successor.map { " → \($0)" } ?? ""
    return Finding(
      .unitNotValidOnDate, .warning, at: unit.place, width: unit.id.count,
      Words(
        vi:
          "“\(unit.name)” không tồn tại suốt thời gian kế hoạch (\(days.lowerBound) – \(last))\(successor).",
        en: "“\(unit.name)” does not exist all through the plan (\(days.lowerBound) – \(last))\(successor)."),
      remedy: Words(
        vi: "Giao phần sau cho đơn vị kế thừa thành một chỉ tiêu riêng (from/to), và báo cáo hai phần.",
        en: "Give the rest to the successor as a line of its own (from/to), and report the two parts."))
  }
}
