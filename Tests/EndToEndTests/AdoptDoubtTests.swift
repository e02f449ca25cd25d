import Foundation
import Testing

/// A made-up station's calendar, with what programs and people write into it when something does not go out.
@Suite("What may not go out is not adopted in silence")
struct AdoptDoubtTests {
  private static let plan = """
    plan: x
    title: X (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: TV, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m }] }
      radio: { name: Radio, kind: radio, grid: [{ id: sang, rule: FREQ=DAILY, at: "06:00", length: 15m }] }
    lines:
      - { id: a, title: "Phóng sự “Quê mình”", form: phóng sự, outlet: tv, quota: 2 }
      - { id: b, title: Phóng sự quê, form: phóng sự, outlet: radio, also-on: [tv], quota: 2 }
      - { id: c, title: Tin chung, form: tin, outlets: [radio, tv], quota: 2 }

    """

  private func event(_ uid: String, _ lines: String) -> String {
    "BEGIN:VEVENT\nUID:\(uid)\nDTSTAMP:20260101T000000Z\n\(lines)\nEND:VEVENT\n"
  }

  private func adopted(_ events: [String], _ arguments: String...) throws -> (output: String, errors: String)
  {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Dai mau//VI\n" + events.joined() + "END:VCALENDAR\n"
    try station.write("lich.ics", text.replacing("\n", with: "\r\n"))
    let command = try Command(
      program: Command.path,
      ["adopt", station.folder + "/lich.ics", "--plan", station.folder + "/plan.yaml", "--lang", "vi"]
        + arguments)
    return (command.output, command.errors.replacing(station.folder + "/", with: ""))
  }

  @Test("an occurrence that is off, a cancelled and a tentative event are no openings")
  func grid() throws {
    let time = "DTSTART;TZID=Asia/Ho_Chi_Minh:202603"
    let (output, errors) = try adopted(
      [
        event("a", "\(time)05T201500\nDURATION:PT15M\nRRULE:FREQ=WEEKLY;COUNT=5\nSUMMARY:A"),
        event(
          "a",
          "\(time)12T201500\nRECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20260312T201500\nDURATION:PT15M\nSUMMARY:A - nghỉ\\, không phát"
        ),
        event("b", "\(time)06T190000\nDURATION:PT15M\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Cancelled: B"),
        event("c", "\(time)07T180000\nDURATION:PT15M\nSTATUS:TENTATIVE\nSUMMARY:C"),
        event("d", "\(time)08T170000\nDURATION:PT15M\nSUMMARY:Nghỉ hè vui khỏe"),
      ], "--as", "grid", "--outlet", "tv")
    #expect(
      output == """
        outlets:
          tv:
            grid:
              # A
              - id: a
                rule: FREQ=WEEKLY;BYDAY=TH
                except:
                - 2026-03-12
                at: "20:15"
                length: 15m
                from: 2026-03-05
                to: 2026-04-02
              # Nghỉ hè vui khỏe
              - id: nghi-he-vui-khoe
                dates:
                - 2026-03-08
                at: "17:00"
                length: 15m

        """)
    #expect(
      errors.contains(
        "cảnh báo[CALENDAR_LEFT_OUT]: “A - nghỉ, không phát”: tiêu đề nói là nghỉ, không phát, nên bị bỏ qua: 12/03/2026."
      ), "\(errors)")
    #expect(errors.contains("“Cancelled: B”: tiêu đề nói là đã hủy hoặc hoãn, nên bị bỏ qua:"))
    #expect(errors.contains("“C”: lịch ghi là mới dự kiến (STATUS:TENTATIVE), nên bị bỏ qua: 07/03/2026."))
  }

  @Test("a day that is off closes; one that is cancelled or tentative does not")
  func blackouts() throws {
    let (output, errors) = try adopted(
      [
        event("a", "DTSTART;VALUE=DATE:20260902\nSUMMARY:Nghỉ lễ"),
        event("b", "DTSTART;VALUE=DATE:20260903\nSUMMARY:Canceled: Nghỉ bù"),
        event("c", "DTSTART;VALUE=DATE:20260904\nSTATUS:TENTATIVE\nSUMMARY:Nghỉ thêm"),
      ], "--as", "blackouts")
    #expect(output == "blackouts:\n  - name: Nghỉ lễ\n    from: 2026-09-02\n    to: 2026-09-02\n")
    #expect(
      errors.contains("“Canceled: Nghỉ bù”: tiêu đề nói là đã hủy hoặc hoãn, nên bị bỏ qua: 03/09/2026."))
    #expect(
      errors.contains("“Nghỉ thêm”: lịch ghi là mới dự kiến (STATUS:TENTATIVE), nên bị bỏ qua: 04/09/2026."))
  }

  @Test("titles are compared as in logs; a line of another outlet is named, not its neighbour")
  func pins() throws {
    let (output, errors) = try adopted(
      [
        event(
          "a", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500\nDURATION:PT15M\nSUMMARY:PHÓNG SỰ \"Quê mình\""),
        event("b", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260306T201500\nDURATION:PT15M\nSUMMARY:Phóng sự quê"),
        event("c", "DTSTART;TZID=Asia/Ho_Chi_Minh:20260307T201500\nDURATION:PT15M\nSUMMARY:Tin chung"),
      ], "--as", "pins", "--outlet", "tv")
    #expect(
      output == """
        lines:
          # Phóng sự “Quê mình”
          - id: a
            pins:
            - on: 2026-03-05
              grid: toi
          # Tin chung
          - id: c
            pins:
            - on: 2026-03-07
              grid: toi

        """)
    #expect(
      errors == """
        lich.ics:11:1: cảnh báo[CALENDAR_UNMATCHED]: “Phóng sự quê” là chỉ tiêu “b”, nhưng lượt đầu của chỉ tiêu này phát trên radio, không phải tv.
          Cách sửa: Nếu lịch là của kênh kia, chạy lại với --outlet radio, hoặc bỏ --outlet.

        1 cảnh báo

        """)
  }
}
