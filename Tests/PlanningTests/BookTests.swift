import ScheduleModel
import Testing

@testable import Planning

@Suite("A Book is a chain of texts")
struct BookTests {
  private func entry(
    _ comment: String, at time: String = "2026-01-05T02:00", after: [BookEntry] = [],
    kind: BookEntry.Kind = .link
  ) -> BookEntry {
    BookEntry(
      BookEntry.Head(
        kind: kind, time: SamplePlan.utc(time), author: "An", comment: comment, after: after.map(\.id)),
      body: Array("link,uid\n".utf8))
  }

  @Test("an entry is a head of keys, an empty line and its body, and reads back as the same")
  func text() throws {
    var head = BookEntry.Head(
      kind: .log, time: SamplePlan.utc("2026-04-02T01:00:05"), author: "Trần Thị B",
      comment: "quý I\n(bổ sung)",
      after: ["b", "a"], notes: ["source": "nhat-ky.csv"])
    let entry = BookEntry(head, body: Array("row\n".utf8))
    #expect(
      String(decoding: entry.bytes, as: UTF8.self) == """
        # lichsong: book/1
        # kind: log
        # time: 2026-04-02T01:00:05Z
        # author: Trần Thị B
        # comment: quý I (bổ sung)
        # after: a
        # after: b
        # source: nhat-ky.csv
        # size: 4
        # sha256: \(entry.bodyDigest)

        row

        """)
    let again = try #require(BookEntry(bytes: entry.bytes))
    head.comment = "quý I (bổ sung)"
    head.after = ["a", "b"]
    #expect(again == entry && again.head == head && Array(again.body) == Array("row\n".utf8))
    #expect(entry.fileName == "20260402T010005Z-log-\(entry.id.prefix(12)).csv" && entry.bodyLine == 12)
  }

  @Test("no octet of an entry can be changed, added or left out without its file being told")
  func everyOctet() {
    let entry = entry("một")
    for index in entry.bytes.indices {
      var changed = entry.bytes
      changed[index] = changed[index] == 0x31 ? 0x32 : 0x31
      for bytes in [changed, Array(entry.bytes.prefix(index)), entry.bytes + [0x0A]] {
        guard
          case .failure(let damage) = BookEntry.reading(
            InputFile(name: "book/\(entry.fileName)", bytes: bytes))
        else {
          Issue.record("octet \(index)")
          continue
        }
        #expect([.bookEntryDamaged, .bookEntryNewer].contains(damage.finding.code))
      }
    }
    let renamed = BookEntry.reading(
      InputFile(name: "book/20260105T020000Z-link-000000000000.csv", bytes: entry.bytes))
    #expect(throws: BookEntry.Damage.self) { try renamed.get() }
  }

  @Test("entries stand after those that they name, others by time, in whatever order they are read")
  func order() {
    let first = entry("1")
    let mine = entry("2", at: "2026-03-01T00:00", after: [first])
    let theirs = entry("3", at: "2026-02-01T00:00", after: [first])
    let joined = entry("4", at: "2026-01-06T00:00", after: [mine, theirs])
    let all = [joined, mine, first, theirs]
    for seed in 0..<24 {
      var shuffled = all
      for index in shuffled.indices { shuffled.swapAt(index, (index * 7 + seed) % shuffled.count) }
      let book = Book(shuffled)
      #expect(book.entries.map(\.head.comment) == ["1", "3", "2", "4"] && book.newest == [joined.id])
      #expect(book.upTo([mine.id]).entries.map(\.head.comment) == ["1", "2"])
    }
    #expect(Set(Book([first, mine, theirs]).newest) == [mine.id, theirs.id])
  }

  @Test("a predecessor that is missing is told with the entry that names it, and the others hold")
  func missing() {
    let first = entry("1")
    let second = entry("2", at: "2026-01-06T02:00", after: [first])
    let third = entry("3", at: "2026-01-07T02:00", after: [second])
    let book = Book([first, third], path: "F/book")
    #expect(book.entries.map(\.head.comment) == ["1", "3"])
    #expect(book.findings.map(\.code) == [.bookEntryMissing])
    #expect(
      book.findings.first?.message.en
        == "The Book lacks entry “\(second.id.prefix(12))”, which this one follows; the other entries still count."
    )
    #expect(book.findings.first?.place?.file == "F/book/\(third.fileName)")
  }

  @Test(
    "a new entry is a second later than what it stands after, and a cut at a day goes by the station's clock")
  func time() {
    let first = entry("1", at: "2026-01-05T17:30")
    let book = Book([first])
    let statement = Book.Statement(
      BookEntry.Head(kind: .link, time: SamplePlan.utc("2026-01-05T10:00"), author: "B"), body: [])
    let more = book.following([statement, statement])
    #expect(more.map(\.head.time.utcText) == ["2026-01-05T17:30:01Z", "2026-01-05T17:30:02Z"])
    #expect(more.map(\.head.after) == [[first.id], [more[0].id]])
    let clock = StationClock(zone: "Asia/Ho_Chi_Minh")
    let whole = book.adding(more)
    #expect(whole.knownOn(CivilDay(iso: "2026-01-05") ?? .init(daysSince1970: 0), clock: clock).isEmpty)
    #expect(
      whole.knownOn(CivilDay(iso: "2026-01-06") ?? .init(daysSince1970: 0), clock: clock).entries.count == 3)
  }

  @Test("wall time and UTC go to and fro, in the hours of summer time too")
  func clock() {
    let paris = StationClock(zone: "Europe/Paris")
    #expect(paris.utc(SamplePlan.utc("2026-07-01T12:00")) == SamplePlan.utc("2026-07-01T10:00"))
    #expect(paris.utc(SamplePlan.utc("2026-03-29T02:30")) == SamplePlan.utc("2026-03-29T01:30"), "in the gap")
    #expect(
      paris.utc(SamplePlan.utc("2026-10-25T02:30")) == SamplePlan.utc("2026-10-25T00:30"), "the first of two")
    #expect(paris.local(SamplePlan.utc("2026-01-01T00:00")) == SamplePlan.utc("2026-01-01T01:00"))
  }
}
