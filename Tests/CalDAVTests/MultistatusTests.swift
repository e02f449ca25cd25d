import Foundation
import ScheduleModel
import Testing

@testable import CalDAV

@Suite("Answers of servers")
struct MultistatusTests {
  @Test("states, texts and kinds are read whatever the prefixes, and what has no value is none")
  func read() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav">
        <d:response><d:href>https://example.vn/dav/l%E1%BB%8Bch/</d:href>
          <d:propstat><d:prop><d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>
            <cal:supported-calendar-component-set><cal:comp name="VEVENT"/><cal:comp name="VJOURNAL"/>
            </cal:supported-calendar-component-set></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
          <d:propstat><d:prop><d:getetag>"none"</d:getetag></d:prop><d:status>HTTP/1.1 404 Not Found</d:status>
          </d:propstat></d:response>
        <d:response><d:href>
            /dav/l%E1%BB%8Bch/a.1.vi.ics
          </d:href><d:propstat><d:prop><d:getetag>"a&quot;1"</d:getetag>
            <cal:calendar-data><![CDATA[BEGIN:VCALENDAR
      A & B]]></cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
      </d:multistatus>
      """
    let responses = try #require(Multistatus(Data(text.utf8))).responses
    #expect(responses.map(\.path) == ["/dav/lịch", "/dav/lịch/a.1.vi.ics"])
    #expect(responses.map(\.name) == ["lịch", "a.1.vi.ics"])
    #expect(responses.map(\.isCalendar) == [true, false])
    #expect(responses.map(\.components) == [["VEVENT", "VJOURNAL"], nil])
    #expect(responses.map(\.etag) == [nil, "\"a\"1\""])
    #expect(responses.map(\.calendar) == [nil, "BEGIN:VCALENDAR\nA & B"])
  }

  @Test(
    "what is no multistatus, is cut off, has a document type or is not in UTF-8 is not read",
    arguments: [
      "", "<html/>", "<multistatus xmlns=\"DAV:\">", "{\"a\": 1}",
      "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><multistatus xmlns=\"DAV:\">&a;</multistatus>",
      "<multistatus xmlns=\"DAV:\">\u{0}</multistatus>",
    ])
  func unreadable(text: String) {
    #expect(Multistatus(Data(text.utf8)) == nil)
    #expect(Multistatus(Data(text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })) == nil)
  }

  @Test("an address has a slash at its end, and neither user, password, query nor fragment")
  func addresses() throws {
    #expect(try CollectionAddress("https://a.vn/x").url.absoluteString == "https://a.vn/x/")
    #expect(
      try CollectionAddress("http://a.vn/l%E1%BB%8Bch/").url.absoluteString == "http://a.vn/l%E1%BB%8Bch/")
    for text in ["a.vn/x", "ftp://a.vn/", "https:///x", "https://a.vn/?x", "https://a.vn/#x", ""] {
      #expect(throws: CollectionAddress.Mistake.noAddress) { try CollectionAddress(text) }
    }
    #expect(throws: CollectionAddress.Mistake.credentials) { try CollectionAddress("https://u@a.vn/") }
    #expect(try CollectionAddress("http://a.vn/").isOpen)
    #expect(try !CollectionAddress("https://a.vn/").isOpen)
    #expect(try !CollectionAddress("http://127.0.0.1:5232/").isOpen)
  }

  @Test("what a server does not take is told with its status, and tasks that it has no room for too")
  func findings() {
    var result = CalendarCollection.Result()
    #expect(Finding.findings(of: result, at: "URL") == [])
    result.refused = [("b", 415), ("a", 409)]
    result.tasksLeftOut = 1
    let findings = Finding.findings(of: result, at: "URL")
    #expect(findings.map(\.code) == [.collectionRefused, .collectionWithoutTasks])
    #expect(
      findings.map(\.message.en) == [
        "The server at URL does not take 2 events (status 409, 415): a, b.",
        "The calendar at URL takes no tasks (VTODO), so 1 task of work before air was not sent.",
      ])
    #expect(Finding.openConnection(to: "URL").code == .collectionOpen)
    #expect(Finding.recordDamaged("x/caldav.json").code == .collectionRecordDamaged)
  }
}
