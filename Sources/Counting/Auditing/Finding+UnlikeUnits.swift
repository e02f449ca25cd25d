import ScheduleModel

/// Figures of a report that are held against each other and do not count the same thing.
extension Finding {
  static func unlikeParts(_ ratio: PublishedRatio, _ part: CountingUnit, _ whole: CountingUnit) -> Finding {
    Finding(
      .unlikeFigures, .error, at: ratio.place,
      Words(
        vi:
          "“\(ratio.title)”: báo cáo ghi \(ratio.stated.text(in: .vietnamese)), nhưng phần đếm \(part) còn tổng đếm \(whole), "
          + "nên không có tỷ lệ.",
        en:
          "“\(ratio.title)”: \(ratio.stated.text(in: .english)) stated, but the part counts \(part) and the whole \(whole), of "
          + "which there is no percentage."),
      remedy: compare)
  }

  static func unlikeFactors(_ product: PublishedProduct) -> Finding {
    func units() -> String {
      product.units.map { $0.map(\.description) ?? "–" }.joined(separator: " × ")
    }
    return Finding(
      .unlikeFigures, .error, at: product.place,
      Words(
        vi:
          "“\(product.title)”: báo cáo ghi \(product.stated.text(in: .vietnamese)), nhưng các thừa số đếm \(units()), nên tích "
          + "không thể tính bằng \(product.stated.unit).",
        en:
          "“\(product.title)”: \(product.stated.text(in: .english)) stated, but its factors count \(units()), which makes no "
          + "\(product.stated.unit)."),
      remedy: compare)
  }

  static func unlikeFrequency(_ figure: PublishedFigure) -> Finding {
    let unit = figure.quantity?.unit.description ?? "–"
    let says = figure.frequency?.says ?? "–"
    return Finding(
      .unlikeFigures, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)”: số liệu đếm \(unit), còn tần suất “\(says)” đếm thứ khác, nên không so được.",
        en:
          "“\(figure.title)”: the figure counts \(unit), and the frequency “\(says)” something else, so they are not compared."
      ),
      remedy: compare)
  }

  static func sumInOtherUnit(_ sum: PublishedSum, stated: Quantity, computed: Quantity) -> Finding {
    Finding(
      .unlikeFigures, .error, at: sum.place,
      Words(
        vi:
          "“\(sum.title)”: báo cáo ghi tổng là \(stated.text(in: .vietnamese)), còn các phần cộng lại là "
          + "\(computed.text(in: .vietnamese)).",
        en:
          "“\(sum.title)”: the total is stated as \(stated.text(in: .english)), and the parts make "
          + "\(computed.text(in: .english))."),
      remedy: compare)
  }

  private static let compare = Words(
    vi: "Đối chiếu với trang nguồn: số hay đơn vị tính đã chép sai; nguồn ghi như vậy thì giữ nguyên.",
    en:
      "Compare with the source: a number or a unit was copied wrongly; where the source has it so, leave it as it is."
  )
}
