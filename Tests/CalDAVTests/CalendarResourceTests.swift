import Testing

@testable import CalDAV

@Suite("A published calendar cut into resources")
struct CalendarResourceTests {
  private static let zone =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0700\r\nEND:STANDARD\r\n"
    + "END:VTIMEZONE\r\n"
  private static let event =
    "BEGIN:VEVENT\r\nUID:p.a.1.vi@lichsong\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500\r\n"
    + "SUMMARY:Một dòng r\r\n ất dài\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
  private static let task =
    "BEGIN:VTODO\r\nUID:todo-p.a.1.hmn@lichsong\r\nDUE;VALUE=DATE:20260304\r\nBEGIN:VALARM\r\n"
    + "TRIGGER:-PT1H\r\nEND:VALARM\r\nSTATUS:CANCELLED\r\nEND:VTODO\r\n"
  private static let head =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lich Song//lichsong//VI\r\nMETHOD:PUBLISH\r\n"
    + "X-LICHSONG-FLOOR:3\r\n"

  private func resources(_ parts: String...) -> [CalendarResource] {
    CalendarResource.resources(of: Array((Self.head + parts.joined() + "END:VCALENDAR\r\n").utf8))
  }

  @Test("each event and task is a calendar of its own, with its zone, without METHOD, octet for octet")
  func onePerUID() {
    let resources = resources(Self.zone, Self.event, Self.task)
    #expect(resources.map(\.name) == ["p.a.1.vi.ics", "todo-p.a.1.hmn.ics"])
    #expect(resources.map(\.kind) == [.event, .task])
    #expect(resources.map(\.isCancelled) == [false, true])
    let head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lich Song//lichsong//VI\r\n"
    #expect(
      resources.map { String(decoding: $0.octets, as: UTF8.self) } == [
        head + Self.zone + Self.event + "END:VCALENDAR\r\n", head + Self.task + "END:VCALENDAR\r\n",
      ])
  }

  @Test("what is not ours, has no end, or stands there a second time is no resource")
  func others() {
    func event(_ uid: String) -> String { "BEGIN:VEVENT\r\nUID:\(uid)\r\nEND:VEVENT\r\n" }
    let resources = resources(
      event("hop@example.vn"), event("@lichsong"), event("../a@lichsong"), event("A%2F@lichsong"), Self.event,
      Self.event, "BEGIN:VEVENT\r\nUID:p.a.2.vi@lichsong\r\n")
    #expect(resources.map(\.uid) == ["p.a.1.vi@lichsong"])
  }

  @Test("a server's own order, folds and head say the same; another word does not")
  func digest() {
    func digest(_ event: String, _ head: String = "BEGIN:VCALENDAR\r\n") -> ResourceDigest {
      ResourceDigest(Array((head + event + "END:VCALENDAR\r\n").utf8))
    }
    let own = digest(Self.event)
    #expect(
      own
        == digest(
          "BEGIN:VEVENT\nDTSTART;TZID=Asia/Ho_Chi_Minh:20260305T\n\t201500\nSTATUS:CONFIRMED\nSUMMARY:Một dòng rất dài\n"
            + "UID:p.a.1.vi@lichsong\nEND:VEVENT\n", "BEGIN:VCALENDAR\r\nPRODID:x\r\n" + Self.zone))
    #expect(own != digest(Self.event.replacing("CONFIRMED", with: "CANCELLED")))
    #expect(own != digest(Self.event.replacing("dài", with: "dai")))
  }
}
