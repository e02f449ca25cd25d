import CalendarClients
import Foundation
import Testing

@Suite("Publishing to a CalDAV server")
struct PublishTests {
  @Test(
    "what a client reads is the schedule, through moves, cancellations, restorations, swaps and others' edits"
  )
  func lifeOfACalendar() throws {
    let server = try CalDAVServer()
    defer { server.stop() }
    let editor = try Editor(server, calendar: "lich")
    try server.edit(editor.calendar, "put", "hop.ics", "hop@example.vn")
    func sequence(_ uid: String) throws -> Int? {
      try server.contents(of: editor.calendar).events.first { $0.uid == uid }?.sequence
    }

    try editor.plan(a: ["03-05", "04-02", "05-07"], b: ["03-12", "04-09"])
    let first = try editor.publish(on: "02-01")
    #expect(first.status == 0)
    #expect(first.sent == "\(editor.calendar): 8 added, 0 changed, 0 removed, 0 as they were.")
    try editor.expectWhatIsPlanned()
    #expect(try server.contents(of: editor.calendar).tasks == ["todo-nho.c.1.hmn@lichsong"])

    let again = try editor.publish(on: "02-02")
    #expect(
      again.output.hasPrefix("Everything is published already; the Book stays as it is.\n"), "\(again.output)"
    )
    #expect(again.sent == "\(editor.calendar): 0 added, 0 changed, 0 removed, 8 as they were.")

    try editor.replan(a: ["03-06", "04-02", "05-07"], b: ["03-12", "04-09"])
    #expect(try editor.publish(on: "02-03").written == ["nho.a.1.vi.ics"])
    try editor.expectWhatIsPlanned()
    #expect(try sequence("nho.a.1.vi@lichsong") == 1 && sequence("nho.a.2.vi@lichsong") == 0)

    try editor.replan(a: ["03-06", "04-02", "05-07"], b: ["03-12"])
    #expect(try editor.publish(on: "02-04").written == ["nho.b.2.vi.ics"])
    try editor.expectWhatIsPlanned()
    #expect(try server.contents(of: editor.calendar).cancelled == ["nho.b.2.vi@lichsong"])

    try editor.replan(a: ["03-06", "04-02", "05-07"], b: ["03-12", "04-09"])
    #expect(try editor.publish(on: "02-05").written == ["nho.b.2.vi.ics"])
    try editor.expectWhatIsPlanned()
    #expect(try sequence("nho.b.2.vi@lichsong") == 2, "what is restored goes on counting")
    #expect(try server.contents(of: editor.calendar).cancelled == [])

    try editor.replan(a: ["03-06", "04-09", "05-07"], b: ["03-12", "04-02"])
    #expect(try editor.publish(on: "02-06").written == ["nho.a.2.vi.ics", "nho.b.2.vi.ics"])
    try editor.expectWhatIsPlanned()

    // Others edit two events, of which one moves in the plan, delete one, and edit one that nothing happens to.
    try server.edit(editor.calendar, "retitle", "nho.a.1.vi.ics")
    try server.edit(editor.calendar, "retitle", "nho.a.3.vi.ics")
    try server.edit(editor.calendar, "delete", "nho.b.1.vi.ics")
    try editor.replan(a: ["03-07", "04-10", "05-07"], b: ["03-12", "04-02"])
    let contested = try editor.publish(on: "02-07")
    #expect(contested.status == 1)
    #expect(contested.written == ["nho.a.2.vi.ics"])
    #expect(
      contested.errors.contains(
        "error[COLLECTION_CHANGED]: Somebody else has changed 2 events at \(editor.calendar), which stay as they are: "
          + "nho.a.1.vi@lichsong, nho.a.3.vi@lichsong."))
    #expect(
      contested.errors.contains(
        "error[COLLECTION_CHANGED]: Somebody else has deleted 1 event at \(editor.calendar), which was not sent again: "
          + "nho.b.1.vi@lichsong."))
    let overwritten = try editor.publish(on: "02-07", "--overwrite")
    #expect(overwritten.status == 0)
    #expect(overwritten.written == ["nho.a.1.vi.ics", "nho.a.3.vi.ics", "nho.b.1.vi.ics"])
    try editor.expectWhatIsPlanned()

    // What was sent is found again when the record is lost.
    try editor.replan(a: ["03-07", "04-10"], b: ["03-12", "04-02"])
    #expect(try editor.publish(on: "02-08").written == ["nho.a.3.vi.ics"])
    try editor.damageTheRecord()
    let found = try editor.publish(on: "02-08")
    #expect(found.sent == "\(editor.calendar): 0 added, 0 changed, 0 removed, 8 as they were.")
    #expect(found.errors.contains("warning[COLLECTION_RECORD_DAMAGED]"))
    #expect(found.written == [])
    try editor.expectWhatIsPlanned()

    // A cancelled event goes 90 days after its day, with the next publication.
    #expect(try server.contents(of: editor.calendar).cancelled == ["nho.a.3.vi@lichsong"])
    try editor.plan(a: ["03-07", "04-10"], b: ["03-12", "04-02"], film: "Phim tài liệu")
    #expect(
      try editor.publish(on: "12-01").written == [
        "nho.a.3.vi.ics", "nho.c.1.hmn.ics", "nho.c.1.vi.ics", "todo-nho.c.1.hmn.ics",
      ])
    #expect(try server.contents(of: editor.calendar).cancelled == [])
    #expect(try server.contents(of: editor.calendar).events.contains { $0.uid == "hop@example.vn" })
  }

  @Test("editors see on the server what became of each placement, as far as the recorded logs reach")
  func outcomes() throws {
    let server = try CalDAVServer()
    defer { server.stop() }
    let editor = try Editor(server, calendar: "lich")
    try editor.plan(a: ["03-05", "04-02"], b: ["03-12"])
    #expect(try editor.publish(on: "02-01").status == 0)
    try editor.record("2026-03-06,tv,20:15,a,1,", on: "03-15")
    let known = try editor.publish(on: "03-15")
    #expect(known.status == 0, "\(known.errors)")
    #expect(known.written == ["nho.a.1.vi.ics"], "no log tells of 12 March yet")
    let titles = try server.contents(of: editor.calendar).events.map(\.title)
    #expect(titles.contains { $0.hasPrefix("Aired on another day (2026-03-06)") }, "\(titles)")
    try editor.record("2026-03-12,tv,20:15,,,Phim truyện", on: "03-16")
    #expect(try editor.publish(on: "03-16").written == ["nho.b.1.vi.ics"], "12 March was missed")
  }

  @Test("a server that refuses is told plainly in both languages, and no message has the password")
  func refusals() throws {
    let server = try CalDAVServer()
    defer { server.stop() }
    let editor = try Editor(server, calendar: "lich")
    try editor.plan(a: ["03-05"], b: ["03-12"])
    func told(_ address: String, _ arguments: String..., language: String = "en") throws -> String {
      let command = try Command(
        program: Command.path,
        ["publish", editor.folder, "--caldav", address, "--lang", language] + Self.signed + arguments)
      #expect(command.status == 74)
      #expect(!(command.output + command.errors).contains("Bí-mật"))
      return command.errors.replacing(address, with: "URL").split(separator: "\n").last.map(String.init) ?? ""
    }
    let (user, file) = (["--user", "anna"], ["--password-file", server.passwordFile])
    let wrong = server.folder.appending(path: "log").path
    #expect(
      try told(editor.calendar)
        == "Cannot publish to URL: the server asks for a name and a password; add --user NAME --password-file FILE."
    )
    #expect(
      try told(editor.calendar, user[0], user[1], "--password-file", wrong)
        == "Cannot publish to URL: the name or the password is wrong; check --user and the file of --password-file."
    )
    #expect(
      try told(editor.calendar, user[0], user[1], "--password-file", wrong, language: "vi")
        == "Không gửi được lịch đến URL: tên hoặc mật khẩu không đúng; kiểm tra --user và tệp ở --password-file."
    )
    #expect(
      try told(server.home + "khac/", user[0], user[1], file[0], file[1])
        == "Cannot publish to URL: there is no calendar at this address; create it on the server first, or correct "
        + "the address.")
    #expect(
      try told(server.home, user[0], user[1], file[0], file[1])
        == "Cannot publish to URL: this is no CalDAV calendar; give the address of the calendar itself, not of the "
        + "account.")
    #expect(
      try told("http://127.0.0.1:1/")
        == "Cannot publish to URL: no server answers there; check the address, the port and the network.")
    #expect(
      try told(editor.calendar.replacing("http:", with: "https:"))
        .hasPrefix("Cannot publish to URL: the connection cannot be secured: "))
  }

  @Test("each way in which a server refuses has its own sentence and exit status")
  func statuses() throws {
    let server = try RefusingServer()
    let folder = FileManager.default.temporaryDirectory.appending(path: "refused-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      server.stop()
      try? FileManager.default.removeItem(at: folder)
    }
    try Editor.write(a: ["03-05"], b: ["03-12"], into: folder.path)
    func told(_ path: String) throws -> [String] {
      let address = server.address + path
      let command = try Command(
        program: Command.path,
        ["publish", folder.path, "--caldav", address, "--lang", "en", "--out", folder.path + "/calendars"]
          + Self.signed)
      let lines = command.errors.replacing(address, with: "URL").split(separator: "\n").map(String.init)
      return ["\(command.status)"] + lines.filter { $0.contains("URL") }
    }
    func refused(_ why: String) -> [String] { ["74", "Cannot publish to URL: \(why)."] }
    #expect(
      try told("/list/403/")
        == refused("this user must not write to that calendar; ask for the right, or use another --user"))
    #expect(
      try told("/list/405/")
        == refused("the server at this address does not speak CalDAV (status 405); check the address"))
    #expect(
      try told("/list/200/")
        == refused("this is no CalDAV calendar; give the address of the calendar itself, not of the account"))
    #expect(
      try told("/list/503/")
        == refused("the server has a problem (status 503); try again later, what was sent is remembered"))
    #expect(
      try told("/list/301/")
        == refused(
          "the server says that it has moved to \(server.address)/elsewhere/; give that address with --caldav"
        ))
    #expect(
      try told("/list/broken/")
        == refused(
          "the server's answer cannot be understood; check that the address is that of a CalDAV calendar"))
    let tasks =
      "note[COLLECTION_WITHOUT_TASKS]: The calendar at URL takes no tasks (VTODO), so 1 task of work before air was "
      + "not sent."
    #expect(
      try told("/put/507/") == ["74", tasks]
        + refused("the server has no room left for it; make room, then run it again").dropFirst())
    let uids = "nho.a.1.vi@lichsong, nho.b.1.vi@lichsong, nho.c.1.hmn@lichsong, nho.c.1.vi@lichsong."
    #expect(
      try told("/put/412/") == [
        "1",
        "error[COLLECTION_CHANGED]: Somebody else has changed 4 events at URL, which stay as they are: \(uids)",
        tasks,
      ])
    #expect(
      try told("/put/415/") == [
        "1", "error[COLLECTION_REFUSED]: The server at URL does not take 4 events (status 415): \(uids)",
        tasks,
      ])
    #expect(try told("/put/201/") == ["0", tasks])
  }

  @Test("four requests are on their way at once; what was done beside one that is refused is remembered")
  func atOnce() throws {
    let server = try RefusingServer()
    let folder = FileManager.default.temporaryDirectory.appending(path: "at-once-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      server.stop()
      try? FileManager.default.removeItem(at: folder)
    }
    try Editor.write(a: ["03-05"], b: ["03-12"], into: folder.path)
    func publish(_ path: String) throws -> (Command, sent: Int) {
      let out = folder.path + "/" + path
      let command = try Command(
        program: Command.path,
        ["publish", folder.path, "--caldav", "\(server.address)/put/\(path)/", "--lang", "en", "--out", out]
          + Self.signed)
      let record = try String(contentsOfFile: out + "/caldav.json", encoding: .utf8)
      return (command, record.components(separatedBy: "@lichsong\"").count - 1)
    }
    let (together, all) = try publish("together")
    #expect(together.status == 0 && all == 4, "\(together.errors)")
    let (full, done) = try publish("second-full")
    #expect(full.status == 74 && done == 3, "\(full.errors)")
    #expect(full.errors.contains("the server has no room left for it; make room, then run it again."))
  }

  @Test(
    "an address with a password in it, or none at all, is wrong usage, and is not repeated",
    arguments: [
      (["--caldav", "https://anna:7391@example.vn/"], "The address of --caldav holds a name or a password"),
      (["--caldav", "ftp://7391.example.vn/"], "The address of --caldav cannot be used"),
      (["--caldav", "https://example.vn/", "--user", "7391"], "--user and --password-file belong together"),
    ])
  func wrongUsage(arguments: [String], says: String) throws {
    let command = try Command(
      program: Command.path, ["publish", "schedules/tan-hong-2020", "--lang", "en"] + Self.signed + arguments)
    #expect(command.status == 64)
    #expect(command.errors.hasPrefix("Error: \(says)"))
    #expect(!command.errors.contains("7391"))
  }

  /// Who publishes, and when: before anything of the small plan is past.
  private static let signed = ["--by", "An", "--at", "2026-02-01T09:00"]

  /// Somebody who edits a small plan and publishes it.
  private final class Editor {
    let server: CalDAVServer
    let calendar: String
    /// The days of lines a and b.
    private var days: (a: [String], b: [String]) = ([], [])

    var folder: String { server.folder.appending(path: "plan").path }

    init(_ server: CalDAVServer, calendar: String) throws {
      self.server = server
      self.calendar = try server.calendar(calendar)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A plan of two lines with a work on each of these days, and a film with a Hmong version.
    func plan(a: [String], b: [String], film: String = "Phim") throws {
      days = (a, b)
      try Self.write(a: a, b: b, film: film, into: folder)
    }

    /// Changes the plan and makes a draft of the year from February on.
    func replan(a: [String], b: [String], _ location: SourceLocation = #_sourceLocation) throws {
      try plan(a: a, b: b)
      let draft = try Command("allocate", folder, "--from", "2026-02-01", "--lang", "en")
      #expect(draft.status == 0, "\(draft.errors)", sourceLocation: location)
    }

    static func write(a: [String], b: [String], film: String = "Phim", into folder: String) throws {
      func pins(_ days: [String]) -> String { days.map { "2026-\($0)" }.joined(separator: ", ") }
      let text = """
        plan: nho
        title: Kế hoạch nhỏ
        year: 2026
        outlets:
          tv:
            name: Truyền hình tỉnh
            kind: television
            grid:
              - { id: toi, rule: FREQ=DAILY, from: 2026-03-01, at: "20:15", length: 15m }
              - { id: mong, dates: [2026-06-06], at: "5:30", length: 15m, languages: [Mông] }
        lines:
          - { id: a, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: \(a.count), pins: [\(pins(a))] }
          - { id: b, title: Phóng sự, form: phóng sự, outlet: tv, quota: \(b.count), pins: [\(pins(b))] }
          - { id: c, title: \(film), form: phim, outlet: tv, quota: 1, pins: [2026-05-19],
              versions: { into: [Mông], after: 7d } }

        """
      try Data(text.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
    }

    /// Records a row of a log.
    func record(_ row: String, on day: String) throws {
      let log = server.folder.appending(path: "log.csv").path
      try Data("date,outlet,time,line,edition,title\n\(row)\n".utf8).write(to: URL(filePath: log))
      let command = try Command("import", folder, log, "--by", "An", "--at", "2026-\(day)T08:00")
      #expect(command.status == 0, "\(command.errors)")
    }

    /// What a publication did.
    struct Published {
      let status: Int32
      let output: String
      let errors: String
      /// The resources that the server was asked to write or delete, each once, in order of their names.
      let written: [String]

      /// What was sent to the server, in words.
      var sent: String? { output.split(separator: "\n").last.map(String.init) }
    }

    func publish(on day: String, _ arguments: String...) throws -> Published {
      let before = try server.written(in: calendar).count
      let command = try Command(
        program: Command.path,
        [
          "publish", folder, "--by", "An", "--at", "2026-\(day)T09:00", "--caldav", calendar, "--user",
          "anna",
          "--password-file", server.passwordFile, "--lang", "en",
        ] + arguments)
      return Published(
        status: command.status, output: command.output, errors: command.errors,
        written: try server.written(in: calendar).dropFirst(before).sorted())
    }

    func damageTheRecord() throws {
      try Data("{".utf8).write(to: URL(filePath: folder + "/calendars/caldav.json"))
    }

    /// Expects that a client finds a work on each day of the plan, and the film, and nothing else of ours.
    func expectWhatIsPlanned(_ location: SourceLocation = #_sourceLocation) throws {
      func evening(_ day: String) -> [String] { ["2026-\(day)T13:15:00Z", "2026-\(day)T13:30:00Z"] }
      func works(_ line: String, _ days: [String]) -> [[String]] {
        days.enumerated().map { ["nho.\(line).\($0.offset + 1).vi@lichsong"] + evening($0.element) }
      }
      let film = [
        ["nho.c.1.hmn@lichsong", "2026-06-05T22:30:00Z", "2026-06-05T22:45:00Z"],
        ["nho.c.1.vi@lichsong"] + evening("05-19"),
      ]
      let read = try server.contents(of: calendar).events.filter { $0.uid.hasSuffix("@lichsong") }
        .map { [$0.uid, $0.start, $0.end] }
      #expect(read == works("a", days.a) + works("b", days.b) + film, sourceLocation: location)
    }
  }
}
