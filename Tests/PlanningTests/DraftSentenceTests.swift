import ScheduleModel
import TestSupport
import Testing

@testable import Planning

@Suite("Sums and percentages in the sentences of a draft")
struct DraftSentenceTests {
  /// What a text proposes, then what is told of it.
  private func read(_ text: String) throws -> [String] {
    let (found, findings) = ReportDraftReader.read(InputFile(name: "du-thao.txt", bytes: Array(text.utf8)))
    let draft = try #require(found)
    func figure(_ id: String) -> String {
      draft.published.figure(id)?.quantity.map { ReportDraft.text($0, .vietnamese) } ?? "–"
    }
    let sums = draft.published.sums.map { sum in
      "\(draft.places[sum.id]?.vi ?? "–"): \(sum.stated.map { ReportDraft.text($0, .vietnamese) } ?? "–") = "
        + sum.of.map(figure).joined(separator: " + ") + (draft.doubts[sum.id] == nil ? "" : " (?)")
    }
    let ratios = draft.published.ratios.map { ratio in
      "\(draft.places[ratio.id]?.vi ?? "–"): \(ratio.stated.text(in: .vietnamese)) = "
        + (draft.terms[ratio.id] ?? []).map(figure).joined(separator: " / ")
    }
    return sums + ratios + findings.map { "\($0.place?.line ?? 0) \($0.message.vi)" }
  }

  @Test(
    "a sentence is understood whole",
    arguments: [
      ("Đạt 85,5% kế hoạch (171/200 tin).", "dòng 1: 85,5% = 171 tin / 200 tin"),
      ("Tổng số 200 tin, bài; trong đó 120 tin, 75 bài.", "dòng 1: 200 tin, bài = 120 tin + 75 bài (?)"),
      (
        "Cấp tỉnh 12 hội nghị, cấp huyện 8 hội nghị, cấp xã 30 hội nghị; tổng cộng 52 hội nghị.",
        "dòng 1: 52 hội nghị = 12 hội nghị + 8 hội nghị + 30 hội nghị"
      ),
      (
        "Cấp tỉnh 12 hội nghị; cấp huyện 8 hội nghị; tổng cộng 20 hội nghị.",
        "dòng 1: 20 hội nghị = 12 hội nghị + 8 hội nghị"
      ),
      (
        "Thực hiện 180 tin, bài, đạt 95% kế hoạch năm (200 tin, bài).",
        "dòng 1: 95% = 180 tin, bài / 200 tin, bài"
      ),
      ("Đăng tải 200 tin bài, gồm: 120 tin, 75 bài.", "dòng 1: 200 tin, bài = 120 tin + 75 bài"),
      ("Cả năm 50 kỳ (20 kỳ phát thanh, 25 kỳ truyền hình).", "dòng 1: 50 kỳ = 20 kỳ + 25 kỳ (?)"),
      ("Thực hiện 45 kỳ/50 kỳ, đạt 95%.", "dòng 1: 95% = 45 kỳ / 50 kỳ"),
      (
        "Toàn tỉnh có 120 tin, trong đó: 90 tin truyền hình, 40 tin phát thanh.",
        "dòng 1: 120 tin = 90 tin + 40 tin"
      ),
    ])
  func understood(text: String, expected: String) throws {
    #expect(try read(text) == [expected])
  }

  @Test(
    "numbers that are not understood are listed with line and words, and the others are read all the same")
  func leftOver() throws {
    let text = """
      BÁO CÁO KẾT QUẢ TUYÊN TRUYỀN
      Đã phát 1.200 tin. Lượt xem tăng 12%
      so với cùng kỳ. Có 1,201 người dự.
      1. Kết quả chung
      Đạt 85,5% kế hoạch (171/200 tin).
      Ngày 15/01/2019 ban hành Kế hoạch số 44/KH-UBND.
      """
    #expect(
      try read(text) == [
        "dòng 5: 85,5% = 171 tin / 200 tin",
        "2 3 số trong câu chữ không thuộc tổng, tỷ lệ nào hiểu được nên chưa kiểm tra: dòng 2 “Đã phát 1.200 tin”; dòng 2 "
          + "“Lượt xem tăng 12%”; dòng 3 “Có 1,201”.",
      ])
    let further = """
      Cả năm 50 kỳ chuyên mục mới. Trong năm 2018 có 24 kỳ chuyên mục cải cách.
      Bình quân 2 kỳ/3 tháng, 12 tin/5 xã. Tháng 3 phát 7 tin.
      """
    let told = try read(further)
    #expect(
      told == [
        "1 6 số trong câu chữ không thuộc tổng, tỷ lệ nào hiểu được nên chưa kiểm tra: dòng 1 “Cả năm 50 kỳ chuyên mục mới”; "
          + "dòng 1 “có 24 kỳ chuyên mục cải cách”; dòng 2 “Bình quân 2 kỳ”; dòng 2 “tháng, 12 tin”; dòng 2 “5 xã”; dòng 2 "
          + "“phát 7 tin”."
      ])
    #expect(
      try read("Đã phát 12 tin.\n") == [
        "1 1 số trong câu chữ không thuộc tổng, tỷ lệ nào hiểu được nên chưa kiểm tra: dòng 1 “Đã phát 12 tin”."
      ])
  }

  @Test("a title is not joined to the sentence below it; a wrapped sentence is")
  func titles() throws {
    let text = """
      Kết quả quý I
      Thực hiện 180 tin, bài, đạt 95% kế hoạch
      năm (200 tin, bài).
      """
    #expect(try read(text) == ["dòng 2: 95% = 180 tin, bài / 200 tin, bài"])
  }

  @Test(
    "what is among a figure may stand on the next line, or in a list below it",
    arguments: [
      ("Tổng số 200 tin, bài.\nTrong đó: 120 tin, 75 bài.", "dòng 1: 200 tin, bài = 120 tin + 75 bài (?)"),
      ("Đã phát 200 tin, bài;\ntrong đó 120 tin, 80 bài.", "dòng 1: 200 tin, bài = 120 tin + 80 bài"),
      (
        "Đã phát 200 tin, bài, trong đó:\n- 120 tin;\n- 80 bài.",
        "dòng 1: 200 tin, bài = 120 tin + 80 bài"
      ),
      ("Đã đăng 200 tin, bài, gồm:\n+ 120 tin;\n+ 80 bài.", "dòng 1: 200 tin, bài = 120 tin + 80 bài"),
      // Items without a sign at their end, and a figure that no sign ends.
      (
        "Tổ chức 12 hội nghị, gồm:\n- 5 hội nghị\n- 6 hội nghị",
        "dòng 1: 12 hội nghị = 5 hội nghị + 6 hội nghị"
      ),
      (
        "Tổng số: 350 tin\nTrong đó: Truyền hình 200 tin, phát thanh 140 tin",
        "dòng 1: 350 tin = 200 tin + 140 tin (?)"
      ),
      (
        "Toàn tỉnh phát 340 tin, trong đó:\n- Truyền hình: 200 tin\n- Phát thanh: 140 tin",
        "dòng 1: 340 tin = 200 tin + 140 tin"
      ),
    ])
  func nextLine(text: String, expected: String) throws { #expect(try read(text) == [expected]) }

  @Test("with an empty line between, or nothing among it, a line stays its own")
  func apart() throws {
    #expect(try read("Đã phát 200 tin, bài.\n\nTrong đó: 120 tin, 75 bài.").count == 1)
    #expect(try read("Đã phát 200 tin:\n- 120 tin;\n- 80 bài.").allSatisfy { !$0.contains("=") })
  }

  @Test("“trong đó” larger than the whole is told in a sentence too")
  func partAboveWhole() throws {
    #expect(
      try read(
        "Kết quả\nTổ chức 3 hội nghị, trong đó 5 hội nghị trực tuyến; đạt 80% kế hoạch (4/5 hội nghị).") == [
          "dòng 2: 80% = 4 hội nghị / 5 hội nghị",
          "2 dòng 2: số thuộc “trong đó” là 5 hội nghị trực tuyến, lớn hơn số chung 3 hội nghị (dòng 2).",
        ])
  }

  @Test(
    "numbers that belong to nothing are quoted with the draft's own characters",
    arguments: [
      ("Giải quyết 125 trên 200 hồ sơ.", "Giải quyết 125 trên 200 hồ sơ"),
      ("Kinh phí bố trí 900 triệu đồng.", "Kinh phí bố trí 900 triệu đồng"),
      ("Kinh phí 1,5 tỷ đồng.", "Kinh phí 1,5 tỷ đồng"),
      // A blank may part thousands or two numbers.
      ("Toàn tỉnh phát 2 199 lượt.", "2 199"),
      ("Có 182/222 đơn vị báo cáo.", "Có 182/222 đơn vị"),
      ("Tổng kinh phí, không tính đối ứng, 1.200 triệu đồng.", "không tính đối ứng, 1.200 triệu đồng"),
    ])
  func quotes(text: String, quoted: String) throws {
    #expect(
      try read(text) == [
        "1 1 số trong câu chữ không thuộc tổng, tỷ lệ nào hiểu được nên chưa kiểm tra: dòng 1 “\(quoted)”."
      ])
  }

  @Test("amounts of money are added, whatever their powers of ten")
  func money() throws {
    #expect(
      try read("Tổng kinh phí 1,5 tỷ đồng, gồm: 900 triệu đồng, 500 triệu đồng.").first
        == "dòng 1: 1.500.000.000 đồng = 900.000.000 đồng + 500.000.000 đồng")
  }

  @Test("“6 tháng đầu năm” is a time and no figure, and stays whole in a label")
  func halfYear() throws {
    let text =
      "BÁO CÁO KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026\n6 tháng đầu năm, toàn tỉnh có 182/222 đơn vị báo cáo, đạt 82%."
    let (found, findings) = ReportDraftReader.read(InputFile(name: "du-thao.txt", bytes: Array(text.utf8)))
    #expect(findings.isEmpty, "\(findings.map(\.message.vi))")
    let draft = try #require(found)
    #expect(draft.published.figures.map(\.title).first == "6 tháng đầu năm toàn tỉnh")
    #expect(
      draft.published.figures.map { $0.quantity?.text(in: .vietnamese) } == ["182 đơn vị", "222 đơn vị"])
  }
}
