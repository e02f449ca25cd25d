import Foundation
import Testing

@Suite("The broadcast schedule on paper")
struct BroadcastPaperTests {
  private static let plan = """
    plan: dai-mau
    title: Đài Mẫu năm 2027 (số liệu minh họa)
    year: 2027
    outlets:
      tv:
        name: Truyền hình
        kind: television
        grid:
          - { id: toi, rule: FREQ=WEEKLY;BYDAY=MO, at: "20:15", length: 15m }
          - { id: mong, rule: FREQ=WEEKLY;BYDAY=FR, at: "19:00", length: 15m, languages: [Mông] }
    translators:
      to-mong: { name: Giàng A Mẫu, per-week: 1 }
    lines:
      - id: ps
        title: Phóng sự
        form: phóng sự
        outlet: tv
        quota: 51
        length: 5 - 7 phút
        person: Trần Văn Mẫu
        versions: { into: [Mông], after: 2d, translator: { Mông: to-mong } }

    """

  @Test("a version is its translator's, a length is both its ends, and the signature has a line before it")
  func week() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let paper = try station.run("report", "--layout", "schedule", "--week", "2027-03-01", language: "vi")
      .output
    let rows = paper.split(separator: "\n").map { line in
      line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    #expect(
      rows.filter { $0.contains("Truyền hình") }.map { [$0[0], $0[2], $0[$0.count - 1]] } == [
        ["Thứ Hai,", "05 - 07", "Trần Văn Mẫu"], ["Thứ Sáu,", "05 - 07", "Giàng A Mẫu"],
      ], "\(paper)")
    #expect(rows.contains(["Cộng: 02 lượt phát, đăng."]), "\(paper)")
  }
}
