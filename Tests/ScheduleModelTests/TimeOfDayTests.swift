import Foundation
import ScheduleModel
import Testing

struct TimeOfDayTests {
  @Test(
    "the forms that plans and logs use are read",
    arguments: [
      ("20:15", 20, 15, 0), ("9:05", 9, 5, 0), ("09:05", 9, 5, 0), ("20:15:30", 20, 15, 30),
      ("00:00", 0, 0, 0), ("23:59:59", 23, 59, 59), ("24:00", 24, 0, 0), ("24:00:00", 24, 0, 0),
      ("18h45", 18, 45, 0), ("18H45", 18, 45, 0), ("18h", 18, 0, 0), ("0h", 0, 0, 0), ("24h", 24, 0, 0),
      ("24h00", 24, 0, 0), ("8h5", 8, 5, 0), ("18 giờ 45", 18, 45, 0), ("18 GIỜ 45", 18, 45, 0),
      ("18 giờ", 18, 0, 0), ("24 giờ", 24, 0, 0), ("18 giờ 45 phút", 18, 45, 0), ("18giờ45phút", 18, 45, 0),
      ("18g45", 18, 45, 0), ("18 gio 45 phut", 18, 45, 0), ("18h45p", 18, 45, 0), ("18h45 ph", 18, 45, 0),
      ("20h00’", 20, 0, 0), ("20h00'", 20, 0, 0), ("20h00′", 20, 0, 0), (" 20 : 15 ", 20, 15, 0),
      ("18\u{A0}giờ\u{A0}45", 18, 45, 0), ("18 h 45", 18, 45, 0),
    ])
  func form_isRead(text: String, hour: Int, minute: Int, second: Int) {
    #expect(TimeOfDay(text)?.seconds == hour * 3600 + minute * 60 + second)
  }

  @Test("a decomposed text (NFD), as some editors write it, is the same time")
  func decomposed_isRead() {
    for text in ["18 giờ 45", "18 giờ 45 phút", "24 giờ"] {
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(decomposed.utf8) != Array(text.utf8))
      #expect(TimeOfDay(decomposed) == TimeOfDay(text))
      #expect(TimeOfDay(decomposed) != nil)
    }
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", " ", "20", "2015", "20.15", "20,15", "20-15", "20:", ":15", "20:1", "20:5", "20:15:3", "20:15:",
      "20:15:30:00", "24:01", "24:00:01", "24h01", "24 giờ 30", "25:00", "25h", "99h", "12:60", "12h60",
      "12:00:60", "-1:00", "+1:00", "1 8h45", "18h4 5", "2 0:15", "h", "h45", "h20", "giờ 18", "gi ờ",
      "18 gi ờ",
      "18h45h", "18h:45", "18:h45", "18h45:00", "20:15’", "20’", "45 phút", "18h45’’", "18h45'30", "18h45p30",
      "6 giờ sáng", "6 giờ kém 5", "8pm", "20:15 PM", "20:15Z", "20:15+07", "018:15", "20:015", "１８h45",
      "18h٤٥", "noon", "20:15\u{0}", "18h45.", "20::15",
    ])
  func other_isRefused(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test("each minute of the day is the same in every form, and its printed form reads back")
  func everyMinute_agreesInAllForms() {
    var firstFailure: String?
    for minute in 0..<1440 {
      let (hours, minutes) = (minute / 60, minute % 60)
      let two = String(format: "%02d", minutes)
      let printed = String(format: "%02d:%02d", hours, minutes)
      let forms = [printed, "\(hours)h\(two)", "\(hours)h\(two)’", "\(hours) giờ \(two)", "\(printed):00"]
      let read = forms.map { TimeOfDay($0)?.seconds }
      let agrees = read == Array(repeating: minute * 60, count: forms.count)
      if !agrees || TimeOfDay(printed)?.description != printed, firstFailure == nil { firstFailure = printed }
    }
    #expect(firstFailure == nil)
  }

  @Test("seconds run from 0 to 86,400, which is 24:00")
  func seconds_haveLimits() {
    #expect(TimeOfDay(seconds: -1) == nil)
    #expect(TimeOfDay(seconds: 0) == .midnight)
    #expect(TimeOfDay(seconds: 86_400)?.description == "24:00")
    #expect(TimeOfDay(seconds: 86_401) == nil)
    #expect(TimeOfDay(seconds: 86_399)?.description == "23:59:59")
  }

  @Test("earlier times come first")
  func order_isByTime() {
    let times = ["24 giờ", "9:05", "0h", "20:15:30", "20:15"].compactMap { TimeOfDay($0) }
    #expect(times.sorted().map(\.description) == ["00:00", "09:05", "20:15", "20:15:30", "24:00"])
  }
}
