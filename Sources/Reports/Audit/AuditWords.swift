import ScheduleModel

/// The words of the audit report.
enum AuditWords {
  static let title = Words(vi: "KIỂM TRA SỐ LIỆU ĐÃ CÔNG BỐ", en: "AUDIT OF PUBLISHED FIGURES")
  static let proposed = Words(
    vi: "Chưa có người xác nhận: các so sánh dưới đây chưa phải là kết luận.",
    en: "Nobody has confirmed these figures: no comparison below is a verdict.")
  static let source = Words(vi: "Nguồn", en: "Source")
  static let sums = Words(vi: "Các tổng", en: "Sums")
  static let ratios = Words(vi: "Các tỷ lệ", en: "Percentages")
  static let nothing = Words(
    vi: "Không có tổng, tỷ lệ, tần suất hay khoảng thời gian nào để kiểm tra.",
    en: "There is no sum, percentage, frequency or interval to check.")
  static let frequencies = Words(vi: "Số lượng so với tần suất", en: "Counts against frequencies")
  static let intervals = Words(vi: "Khoảng thời gian", en: "Intervals")

  static let part = Words(vi: "Thành phần", en: "Part")
  static let figure = Words(vi: "Số liệu", en: "Figure")
  static let share = Words(vi: "Tỷ trọng", en: "Share")
  static let noData = Words(vi: "không có số liệu", en: "no data")
  static let content = Words(vi: "Nội dung", en: "Content")
  static let numerator = Words(vi: "Phần", en: "Part")
  static let whole = Words(vi: "Toàn thể", en: "Whole")
  static let stated = Words(vi: "Công bố", en: "Stated")
  static let computed = Words(vi: "Tính lại", en: "Recomputed")
  static let verdict = Words(vi: "Kết luận", en: "Verdict")
  static let frequency = Words(vi: "Tần suất", en: "Frequency")
  static let from = Words(vi: "Từ ngày", en: "From")
  static let through = Words(vi: "Đến hết ngày", en: "Through")
  static let expected = Words(vi: "Suy ra", en: "Implied")
  static let countNotStated = Words(vi: "nguồn không nêu số", en: "the source states no count")
  static let place = Words(vi: "Vị trí", en: "Place")

  static let figures = Words(vi: "Số liệu đọc được", en: "Figures as read")
  static let asStated = Words(vi: "Lời của nguồn", en: "The source's words")
  static let period = Words(vi: "Kỳ", en: "Period")
  static let hours = Words(vi: "Giờ trong ngày", en: "Hours of a day")
  static let products = Words(vi: "Các tích", en: "Products")
  static let shares = Words(vi: "Các tỷ lệ phải cộng thành 100%", en: "Percentages that should make 100%")
  static let factors = Words(vi: "Thừa số", en: "Factors")
  static let fromHour = Words(vi: "Từ", en: "From")
  static let toHour = Words(vi: "Đến", en: "To")

  static let agrees = Words(vi: "khớp", en: "agrees")
  static let differs = Words(vi: "KHÔNG KHỚP", en: "DIFFERS")
  static let rounded = Words(vi: "khớp, đã làm tròn", en: "agrees, rounded")
  static let cutOff = Words(vi: "khớp, cắt bớt chứ không làm tròn", en: "agrees, cut off, not rounded")
  static let compatible = Words(
    vi: "không mâu thuẫn, nhưng không phải cùng một số", en: "no contradiction, but not the same figure")
  static let inWords = Words(
    vi: "không so được: có số liệu bằng chữ", en: "cannot be compared: a figure is in words")

  /// Why a figure is not compared: it has no number, or is a rate.
  static func incomparable(_ quantity: Quantity?) -> Words {
    quantity?.rate == nil
      ? inWords
      : Words(
        vi: "không so được: số liệu là tần suất, không phải tổng số",
        en: "cannot be compared: the figure is a rate, not a total")
  }

  /// A verdict in words.
  static func verdict(_ verdict: AuditVerdict) -> Words {
    switch verdict {
    case .agrees: agrees
    case .rounded: rounded
    case .cutOff: cutOff
    case .compatible: compatible
    case .differs: differs
    }
  }

  static func unlike(_ reason: Words) -> Words {
    Words(vi: "không cộng được: \(reason.vi)", en: "cannot be added: \(reason.en)")
  }

  static let otherUnit = Words(
    vi: "không so được: khác đơn vị tính", en: "cannot be compared: the units differ")
  static let notStated = Words(vi: "nguồn không nêu tổng", en: "the source states no sum")
  static let partMissing = Words(
    vi: "không tính lại được: có thành phần thiếu số liệu",
    en: "cannot be recomputed: a part has no data")
  static let partUnread = Words(
    vi: "không tính lại được: có thành phần chưa đọc được",
    en: "cannot be recomputed: a part was not understood")
  static let unread = Words(vi: "chưa đọc được", en: "not understood")
  static let unknown = Words(vi: "không có mã này", en: "no such figure")
  static let noTerms = Words(
    vi: "chưa thấy hai số của tỷ lệ này", en: "the two figures of this percentage are not found")
  static let inexact = Words(
    vi: "không so được: có số không phải số chính xác", en: "cannot be compared: a figure is not exact")
  static let onlyPercent = Words(
    vi: "không tính lại được: nguồn chỉ nêu tỷ lệ",
    en: "cannot be recomputed: the source states only the percentage")
}
