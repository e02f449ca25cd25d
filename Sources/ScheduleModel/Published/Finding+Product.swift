extension Finding {
  /// A product of which a factor is no exact number, or that is beyond any number that is read.
  public static func productNotRecomputable(
    _ title: String, _ stated: Quantity, at place: SourcePlace
  ) -> Finding {
    Finding(
      .percentNotRecomputable, .info, at: place,
      Words(
        vi:
          "“\(title)”: \(stated.text(in: .vietnamese)) theo báo cáo; có thừa số không phải là số chính xác, hoặc tích quá lớn, "
          + "nên không tính lại được.",
        en:
          "“\(title)”: \(stated.text(in: .english)) by the report; a factor is no exact number, or the product is too large, so "
          + "it cannot be recomputed."))
  }
}
