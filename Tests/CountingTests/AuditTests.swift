import Counting
import ScheduleModel
import TestSupport
import Testing

@Suite("The audit of published figures")
struct AuditTests {
  private func ratio(_ part: Int?, _ whole: Int?, _ stated: String) -> PublishedRatio {
    guard let percentage = Percentage(stated) else { preconditionFailure("no percentage \(stated)") }
    return PublishedRatio(
      id: "r", title: "Đạt điểm tối đa", part: part, whole: whole, stated: percentage, says: nil,
      place: .published(9))
  }

  private func sum(_ parts: [String], _ stated: String?) -> PublishedSum {
    PublishedSum(
      id: "s", title: "Tổng số", of: parts, stated: stated.map(Quantity.of), says: nil, place: .published(8))
  }

  private func audit(_ ratio: PublishedRatio) -> (audited: AuditedRatio?, findings: [Finding]) {
    let (audited, findings) = Audit.audit(.sample([], ratios: [ratio]))
    return (audited.ratios.first, findings)
  }

  private func audit(_ figures: [PublishedFigure], _ sum: PublishedSum) -> (
    audited: AuditedSum?, findings: [Finding]
  ) {
    let (audited, findings) = Audit.audit(.sample(figures, sums: [sum]))
    return (audited.sums.first, findings)
  }

  @Test("182 of 222 are 81,98 %: accepted")
  func accepted() {
    let (audited, findings) = audit(ratio(182, 222, "81,98%"))
    #expect(audited?.computed == Percentage("81,98%"))
    #expect(audited?.verdict == .agrees)
    #expect(findings == [])
  }

  @Test("101.907 of 240.659 are 42,34 %, not 41,34 %: both are kept, the difference is told")
  func mismatch() {
    let (audited, findings) = audit(ratio(101_907, 240_659, "41,34%"))
    #expect(audited?.ratio.stated == Percentage("41,34%"))
    #expect(audited?.computed == Percentage("42,34%"))
    #expect(audited?.verdict == .differs)
    #expect(
      findings == [
        Finding(
          .percentMismatch, .error, at: .published(9),
          Words(
            vi: "“Đạt điểm tối đa”: báo cáo ghi 41,34%, tính lại 101.907/240.659 = 42,34%, "
              + "chênh 1,00 điểm phần trăm.",
            en:
              "“Đạt điểm tối đa”: 41.34% stated, 101,907/240,659 = 42.34% recomputed, difference 1.00 points."
          ),
          remedy: Words(
            vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
            en: "Check against the source's own data; both figures are kept."))
      ])
  }

  @Test("a percentage is right when it is rounded half up or cut off, and the verdict says which")
  func roundedOrCutOff() {
    // 2/3 = 66,666…; 339/429 = 79,02…; 1/4 = 25.
    let verdicts = [
      "66,65%", "66,66%", "66,67%", "66,68%", "66,6%", "66,7%", "66,5%", "67%", "66%", "65%", "68%",
    ]
    .map { "\($0) \(audit(ratio(2, 3, $0)).audited?.verdict?.rawValue ?? "none")" }
    #expect(
      verdicts == [
        "66,65% differs", "66,66% cut-off", "66,67% rounded", "66,68% differs", "66,6% cut-off",
        "66,7% rounded",
        "66,5% differs", "67% rounded", "66% cut-off", "65% differs", "68% differs",
      ])
    let whole = ["79%", "78%", "80%"].map { audit(ratio(339, 429, $0)).audited?.verdict }
    #expect(whole == [.agrees, .differs, .differs])
    #expect(audit(ratio(1, 4, "25,0%")).audited?.verdict == .agrees)
  }

  @Test(
    "a percentage without part and whole is by the report; so is one whose numbers make no sense",
    arguments: [(nil, nil), (5, nil), (nil, 5), (5, 0), (-5, 5), (1, Int.max)] as [(Int?, Int?)])
  func notRecomputable(part: Int?, whole: Int?) {
    let (audited, findings) = audit(ratio(part, whole, "100%"))
    #expect(audited?.computed == nil)
    #expect(audited?.verdict == nil)
    let isNamed = part != nil || whole != nil
    #expect(
      findings == [
        Finding(
          .percentNotRecomputable, .info, at: .published(9),
          Words(
            vi:
              "“Đạt điểm tối đa”: 100% theo báo cáo; \(isNamed ? "không đủ số chính xác để tính lại." : "không có số để tính lại.")",
            en:
              "“Đạt điểm tối đa”: 100% by the report; \(isNamed ? "its part and its whole are not both exact, and cannot be compared." : "there is nothing to recompute.")"
          ))
      ])
  }

  @Test("998 and 1.201 make 2.199, with the shares 45,38 % and 54,62 %")
  func levels() {
    let figures: [PublishedFigure] = [
      .sample("tinh", "998 lượt", level: .province), .sample("huyen", "1.201 lượt", level: .district),
    ]
    let (audited, findings) = audit(figures, sum(["tinh", "huyen"], "2.199 lượt"))
    #expect(audited?.computed == .of("2.199 lượt"))
    #expect(audited?.shares?.map { $0.text(in: .vietnamese) } == ["45,38%", "54,62%"])
    #expect(audited?.verdict == .agrees)
    #expect(findings == [])
  }

  @Test("2 and 129 make 131; a stated sum that does not is refused")
  func sums() {
    let figures: [PublishedFigure] = [.sample("huyen", "2 diễn đàn"), .sample("xa", "129 diễn đàn")]
    #expect(audit(figures, sum(["huyen", "xa"], "131 diễn đàn")).audited?.verdict == .agrees)
    let (audited, findings) = audit(figures, sum(["huyen", "xa"], "132 diễn đàn"))
    #expect(audited?.verdict == .differs)
    #expect(audited?.computed == .of("131 diễn đàn"))
    #expect(
      findings == [
        Finding(
          .sumMismatch, .error, at: .published(8),
          Words(
            vi: "“Tổng số”: báo cáo ghi 132, cộng các phần được 131, chênh 1; "
              + "không đưa ra tổng khi các phần không khớp.",
            en:
              "“Tổng số”: 132 stated, the parts make 131, difference 1; no total is given while they differ."),
          remedy: Words(
            vi: "Đối chiếu từng phần với số liệu gốc; cả hai số được giữ lại.",
            en: "Check each part against the source's own data; both figures are kept."))
      ])
  }

  @Test(
    "a sum is held against its parts by what both claim",
    arguments: [
      ("970 tin", "hơn 970 tin", .differs), ("971 tin", "hơn 970 tin", .compatible),
      ("hơn 970 tin", "970 tin", .differs), ("hơn 970 tin", "hơn 970 tin", .agrees),
      ("hơn 564 tin", "hơn 574 tin", .differs), ("hơn 970 tin", "1.000 tin", .compatible),
      ("970 tin", "ít nhất 970 tin", .compatible), ("969 tin", "ít nhất 970 tin", .differs),
      ("970 tin", "gần 970 tin", .differs), ("960 tin", "gần 970 tin", .compatible),
      ("600 tin", "gần 970 tin", .differs), ("960 tin", "khoảng 970 tin", .compatible),
      ("600 tin", "khoảng 970 tin", .differs), ("gần 970 tin", "hơn 970 tin", .differs),
      ("khoảng 980 tin", "hơn 970 tin", .compatible), ("0 tin", "gần 0 tin", .compatible),
      ("12 - 15 tin", "12 - 15 tin", .agrees), ("12 - 15 tin", "12 - 16 tin", .differs),
      ("12 - 15 tin", "14 tin", .compatible), ("12 - 15 tin", "16 tin", .differs),
      ("hàng chục tin", "50 tin", nil), ("90 phút", "1 giờ 30 phút", .agrees),
    ] as [(String, String, AuditVerdict?)])
  func claims(part: String, stated: String, verdict: AuditVerdict?) {
    #expect(audit([.sample("a", part)], sum(["a"], stated)).audited?.verdict == verdict)
  }

  @Test("shares are rounded half up each, and are none without an exact sum")
  func shares() {
    func shares(_ parts: [String]) -> [String]? {
      let figures = parts.enumerated().map { PublishedFigure.sample("\($0)", $1) }
      return audit(figures, sum(figures.map(\.id), nil)).audited?.shares?.map { $0.text(in: .english) }
    }
    #expect(shares(["1 tin", "1 tin", "1 tin"]) == ["33.33%", "33.33%", "33.33%"])
    #expect(shares(["1 tin", "15 tin"]) == ["6.25%", "93.75%"])
    #expect(shares(["1 tin", "hơn 2 tin"]) == nil)
    #expect(shares(["0 tin", "0 tin"]) == nil)
  }

  @Test("a part without data leaves the sum open, and a sum that nobody states is only worked out")
  func openSums() {
    let figures: [PublishedFigure] = [.sample("a", "5 tin"), .sample("b", nil)]
    let (audited, findings) = audit(figures, sum(["a", "b"], "5 tin"))
    #expect(audited.map { [$0.computed == nil, $0.shares == nil, $0.verdict == nil] } == [true, true, true])
    #expect(findings == [])
    let unstated = audit([.sample("a", "5 tin"), .sample("b", "hơn 6 tin")], sum(["a", "b"], nil)).audited
    #expect(unstated?.computed == .of("hơn 11 tin"))
    #expect(unstated?.verdict == nil)
    #expect(audit([.sample("a", "5 tin")], sum(["a", "gone"], "5 tin")).audited?.computed == nil)
  }

  @Test(
    "figures that are not exact, not split, without data or perhaps inside another are told, in file order")
  func figures() {
    let figures: [PublishedFigure] = [
      .sample("Diễn đàn", "131 diễn đàn", at: 1),
      .sample("Cấp huyện", "hơn 600 tin, bài, ảnh", level: .district, at: 2),
      .sample("Cấp xã", nil, level: .commune, at: 3),
      .sample("Lượt", "2.199 lượt", mayInclude: ["Diễn đàn", "Cấp huyện", "gone"], at: 4),
      .sample("Khác", nil, at: 5),
    ]
    let findings = Audit.audit(.sample(figures)).findings
    #expect(
      findings.map { told($0, in: .vietnamese) } == [
        "published.yaml:2:1 ^1 info APPROXIMATE: “Cấp huyện”: “hơn 600 tin, bài, ảnh” không phải là số chính xác; "
          + "tổng có số này cũng không chính xác.",
        "published.yaml:2:1 ^1 info COMPOUND_UNIT: “Cấp huyện”: “hơn 600 tin, bài, ảnh” là một số chung "
          + "cho nhiều hình thức, không tách được.",
        "published.yaml:3:1 ^1 info LEVEL_MISSING: Cấp xã: không có số liệu; đây không phải là 0.",
        "published.yaml:4:1 ^1 warning POSSIBLE_DOUBLE_COUNT: “Lượt” có thể đã gồm “Diễn đàn”, “Cấp huyện”; "
          + "các số này không được cộng với nhau.",
      ])
    #expect(
      findings.map { told($0) } == [
        "published.yaml:2:1 ^1 info APPROXIMATE: “Cấp huyện”: “more than 600 tin, bài, ảnh” is no exact figure, "
          + "and no sum with it is.",
        "published.yaml:2:1 ^1 info COMPOUND_UNIT: “Cấp huyện”: “more than 600 tin, bài, ảnh” is one count over "
          + "several forms and cannot be split.",
        "published.yaml:3:1 ^1 info LEVEL_MISSING: Commune: no data, which is not 0.",
        "published.yaml:4:1 ^1 warning POSSIBLE_DOUBLE_COUNT: “Lượt” may include “Diễn đàn”, “Cấp huyện”; "
          + "they are not added to each other.",
      ])
  }

  @Test(
    "a list that the source breaks off with an ellipsis is told to be incomplete; an ellipsis inside is not")
  func brokenOffLists() {
    func codes(_ says: String) -> [FindingCode] {
      let figure = PublishedFigure(
        id: "a", title: "Bài viết", line: nil, level: nil, quantity: Quantity(4, CountingUnit(["bài"])),
        mayInclude: [], says: says, place: .published(1))
      return Audit.audit(.sample([figure])).findings.map(\.code)
    }
    #expect(
      codes("các bài viết: “Vào tận làng bản”, “Hiệu quả ngày tình nguyện vì dân”…") == [
        .ellipsisList, .notInWords,
      ])
    #expect(codes("4 bài viết: “Vào tận làng bản”...;") == [.ellipsisList])
    #expect(codes("4 pa nô… áp phích, tờ gấp về cải cách hành chính") == [])
  }

  @Test("a sum by level tells the deeper level that it lacks, and one that adds what may be inside is told")
  func sumsToDoubt() {
    let figures: [PublishedFigure] = [
      .sample("tinh", "998 lượt", level: .province, at: 1),
      .sample("huyen", "1.201 lượt", level: .district, mayInclude: ["dien-dan"], at: 2),
      .sample("dien-dan", "129 lượt", level: .commune, at: 3),
    ]
    let byLevel = audit(figures, sum(["tinh", "huyen"], "2.199 lượt")).findings.filter {
      $0.place == .published(8)
    }
    #expect(
      byLevel == [
        Finding(
          .levelMissing, .info, at: .published(8),
          Words(
            vi:
              "Tổng “Tổng số” không có phần của cấp xã; không rõ phần này nằm trong cấp trên hay bị bỏ sót.",
            en: "The sum “Tổng số” has no part for the level commune: whether it lies in the level above "
              + "or was left out is not said."))
      ])
    let all = audit(figures, sum(["tinh", "huyen", "dien-dan"], nil)).findings.filter {
      $0.place == .published(8)
    }
    #expect(
      all == [
        Finding(
          .possibleDoubleCount, .warning, at: .published(8),
          Words(
            vi: "Tổng “Tổng số” cộng “huyen” với “dien-dan”, mà số trước có thể đã gồm số sau.",
            en: "The sum “Tổng số” adds “dien-dan” to “huyen”, which may include them."))
      ])
  }
}
