import Reports
import ScheduleModel
import Testing

struct SolveReportTests {
  private static let report = SolveReport(
    rows: [
      .init(.shortage, value: 0, bound: 0), .init(.deviation, value: 10_957, bound: 10_900),
      .init(.squares, value: 66_935_176_609, bound: 66_935_176_608),
      .init(.preference, value: 1_058, bound: 0),
      .init(.moves, value: 0, bound: 0),
    ], placed: 2_205, wanted: 2_206, milliseconds: 1_042, isCutShort: true)

  @Test("a solved instance is a table of objectives, and what is not proven is a gap, rounded up")
  func english() {
    #expect(
      Self.report.text(.english) == """
        Objective                            Value           Bound  Gap
        ──────────────────────────  ──────────────  ──────────────  ───────
        Not placed (units)                       0               0  optimal
        Largest deviation (pieces)          10.957          10.900  0.53%
        Squares of deviations       66,935,176,609  66,935,176,608  0.01%
        Preference cost                      1,058               0  100.00%
        Moved from the published                 0               0  optimal
        Placed 2,205 of 2,206 units in 1.042 seconds.
        The search was ended before it was done; this is the best schedule found so far.

        """)
  }

  @Test("in Vietnamese the comma parts the decimals")
  func vietnamese() {
    #expect(
      Self.report.text(.vietnamese) == """
        Mục tiêu                          Đạt được        Cận dưới  Chênh lệch
        ──────────────────────────  ──────────────  ──────────────  ──────────
        Chưa xếp được (lượt)                     0               0  tối ưu
        Lệch nhiều nhất (lượt)              10,957          10,900  0,53%
        Tổng bình phương độ lệch    66.935.176.609  66.935.176.608  0,01%
        Mức kém ưa thích                     1.058               0  100,00%
        Đổi so với lịch đã công bố               0               0  tối ưu
        Đã xếp 2.205 trên 2.206 lượt trong 1,042 giây.
        Việc tìm kiếm dừng trước khi xong; đây là lịch tốt nhất đã tìm được.

        """)
  }
}
