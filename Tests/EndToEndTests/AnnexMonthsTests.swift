import Foundation
import TestSupport
import Testing

/// A made-up annex.
@Suite("An annex that shares the year out over columns of months")
struct AnnexMonthsTests {
  private func made(_ rows: String, _ language: String) throws -> (plan: String, told: String, output: String)
  {
    let folder = NSTemporaryDirectory() + "lichsong-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let head = "STT,Nội dung,Hình thức,Cả năm,T1,T2,T3,T4,T5,T6,T7,T8,T9,T10,T11,T12\n"
    try Data((head + rows).utf8).write(to: URL(filePath: "\(folder)/pl.csv"))
    let made = try Command(
      "new", "\(folder)/kh", "--annex", "\(folder)/pl.csv", "--year", "2027", "--lang", language)
    let text = (try? String(contentsOfFile: "\(folder)/kh/plan.yaml", encoding: .utf8)) ?? ""
    return (text, made.errors.replacing(folder + "/", with: ""), made.output)
  }

  @Test("the year's figure and each month are the line's; without the year's figure the months make it")
  func shared() throws {
    let (plan, told, output) = try made(
      """
      1,Chuyên mục trên truyền hình,chuyên mục,24 chuyên mục,2,2,2,2,2,2,2,2,2,2,2,2
      2,Tin trên phát thanh,tin,,,,3,3,-,,0,,,,,

      """, "vi")
    #expect(plan.contains("quota: \"24 chuyên mục\"") && plan.contains("quota: \"6 tin\""), "\(plan)")
    #expect(
      plan.contains(
        "months: { 1: 2.., 2: 2.., 3: 2.., 4: 2.., 5: 2.., 6: 2.., 7: 2.., 8: 2.., 9: 2.., 10: 2.., 11: 2.., 12: 2.. }"
      ))
    #expect(
      plan.contains(
        "months: { 1: 0, 2: 0, 3: 3.., 4: 3.., 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 0, 11: 0, 12: 0 }"))
    #expect(!told.contains("ANNEX_NOT_UNDERSTOOD") && !output.contains("T1"), "\(told)\(output)")
  }

  @Test("months that do not make the year, or are no numbers, are kept in the note and told")
  func differ() throws {
    let (plan, told, _) = try made(
      """
      1,Bài trên báo in,bài,10 bài,1,1,1,1,1,,,,,,,
      2,Tin trên báo in,tin,9 tin,vài,1,,,,,,,,,,

      """, "en")
    #expect(
      told.contains(
        "“Bài trên báo in”: the months make 5, and the year's figure is 10 bài; the figures of the months"),
      "\(told)")
    #expect(told.contains("“T1: vài” is not understood"), "\(told)")
    #expect(plan.contains("T1: 1; T2: 1; T3: 1; T4: 1; T5: 1") && plan.contains("T2: 1; T1: vài"), "\(plan)")
    #expect(!plan.contains("months:"))
  }
}
