import Testing

@testable import CalDAV

@Suite("What is asked of a server")
struct CollectionUpdateTests {
  private func resource(_ number: Int, _ text: String, cancelled: Bool = false) -> CalendarResource {
    let status = cancelled ? "STATUS:CANCELLED\r\n" : ""
    let event = "BEGIN:VEVENT\r\nUID:p.a.\(number).vi@lichsong\r\nSUMMARY:\(text)\r\n\(status)END:VEVENT\r\n"
    let resources = CalendarResource.resources(
      of: Array("BEGIN:VCALENDAR\r\n\(event)END:VCALENDAR\r\n".utf8))
    return resources[0]
  }

  private func task() -> CalendarResource {
    CalendarResource.resources(
      of: Array("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:todo-p.a.1.hmn@lichsong\r\nEND:VTODO\r\n".utf8))[0]
  }

  private func record(_ sent: [(CalendarResource, String?)]) -> CollectionRecord {
    var record = CollectionRecord()
    for (resource, etag) in sent {
      record.resources[resource.uid] = CollectionRecord.Sent(etag: etag, digest: resource.digest)
    }
    return record
  }

  @Test("into an empty collection all is put, if there is none such")
  func empty() {
    let wanted = [resource(1, "A"), resource(2, "B")]
    let update = CollectionUpdate(
      wanted, listing: CollectionListing(), record: CollectionRecord(), texts: [:])
    #expect(update.requests == wanted.map { .create($0) })
    #expect(update.record == CollectionRecord())
  }

  @Test("only what says something else than was sent is put, on the state that was seen")
  func changed() {
    let (old, new, same) = (resource(1, "A"), resource(1, "Á"), resource(2, "B"))
    let listing = CollectionListing(etags: [new.name: "1", same.name: "2", "hop.ics": "3"])
    let record = record([(old, "1"), (same, "2")])
    #expect(CollectionUpdate.unsettled([new, same], listing: listing, record: record) == [])
    let update = CollectionUpdate([new, same], listing: listing, record: record, texts: [:])
    #expect(update.requests == [.replace(new, etag: "1")])
    #expect(update.unchanged == 1)
    #expect(update.conflicts == [])
    #expect(update.record == record)
  }

  @Test("in another state the text decides: what we say, what we said, or what somebody else says")
  func otherState() {
    let (old, new, foreign) = (resource(1, "A"), resource(1, "Á"), resource(1, "Sửa tay"))
    let listing = CollectionListing(etags: [new.name: "9"])
    for etag in ["1", nil] {
      let record = record([(old, etag)])
      #expect(CollectionUpdate.unsettled([new], listing: listing, record: record) == [new.name])
      func update(_ text: CalendarResource?, overwrites: Bool = false) -> CollectionUpdate {
        CollectionUpdate(
          [new], listing: listing, record: record,
          texts: text.map { [new.name: $0.digest] } ?? [:], overwrites: overwrites)
      }
      #expect(update(new).requests == [])
      #expect(update(new).record == self.record([(new, "9")]))
      #expect(update(old).requests == [.replace(new, etag: "9")])
      for text in [foreign, nil] {
        #expect(update(text).requests == [])
        #expect(update(text).conflicts == [.init(uid: new.uid, change: .changed)])
        #expect(update(text).record == record)
        #expect(update(text, overwrites: true).requests == [.replace(new, etag: "9")])
      }
    }
  }

  @Test("without a record, what is there stays unless it says what we say")
  func noRecord() {
    let (new, foreign) = (resource(1, "Á"), resource(1, "A"))
    let listing = CollectionListing(etags: [new.name: "9"])
    func update(_ text: CalendarResource) -> CollectionUpdate {
      CollectionUpdate(
        [new], listing: listing, record: CollectionRecord(), texts: [new.name: text.digest])
    }
    #expect(update(new).record == record([(new, "9")]))
    #expect(update(new).unchanged == 1)
    #expect(update(foreign).conflicts == [.init(uid: new.uid, change: .changed)])
    #expect(update(foreign).requests == [])
  }

  @Test("what somebody deleted stays so, and is told, unless it is cancelled anyway")
  func deleted() {
    let (old, new, gone) = (resource(1, "A"), resource(1, "Á"), resource(1, "A", cancelled: true))
    let record = record([(old, "1")])
    func update(_ wanted: CalendarResource, overwrites: Bool = false) -> CollectionUpdate {
      CollectionUpdate(
        [wanted], listing: CollectionListing(), record: record, texts: [:], overwrites: overwrites)
    }
    #expect(update(new).conflicts == [.init(uid: new.uid, change: .deleted)])
    #expect(update(new).record == record)
    #expect(update(new, overwrites: true).requests == [.create(new)])
    #expect(update(gone).conflicts == [])
    #expect(update(gone).requests == [])
    #expect(update(gone).record == CollectionRecord())
  }

  @Test(
    "what the publication has no more is removed, but not what somebody has changed since, nor what others have"
  )
  func removed() {
    let (one, two, three) = (resource(1, "A"), resource(2, "B"), resource(3, "C"))
    let record = record([(one, "1"), (two, "2"), (three, "3")])
    let listing = CollectionListing(etags: [one.name: "1", two.name: "8", "p.a.7.vi.ics": "7", "x.ics": "x"])
    #expect(CollectionUpdate.unsettled([], listing: listing, record: record) == [two.name])
    let update = CollectionUpdate(
      [], listing: listing, record: record, texts: [two.name: resource(2, "Sửa tay").digest])
    #expect(update.requests == [.remove(uid: one.uid, etag: "1")])
    #expect(update.conflicts == [.init(uid: two.uid, change: .changed)])
    #expect(update.record == self.record([(one, "1")]))
  }

  @Test("a collection that takes no tasks gets none, and one that does not say gets all")
  func kinds() {
    let wanted = [resource(1, "A"), task()]
    func requests(_ kinds: Set<CalendarResource.Kind>?) -> [CollectionUpdate.Request] {
      CollectionUpdate(
        wanted, listing: CollectionListing(kinds: kinds), record: CollectionRecord(), texts: [:]
      ).requests
    }
    #expect(requests([.event]) == [.create(wanted[0])])
    #expect(requests(nil) == wanted.map { .create($0) })
  }

  @Test(
    "whatever happened on either side: after the requests the server has what is wanted, and others' work is whole"
  )
  func anyHistory() {
    var state: UInt64 = 7
    func number(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    var mistakes: [String] = []
    for round in 0..<3000 {
      // Texts 0 to 2 are ours at some time, 9 is somebody else's; each writing gives a new state.
      var listing = CollectionListing()
      var record = CollectionRecord()
      var server: [Int: Int] = [:]
      var wanted: [CalendarResource] = []
      for one in 0..<4 {
        let sent = number(3)
        if number(4) > 0 {
          record.resources[resource(one, "\(sent)").uid] = .init(
            etag: number(3) > 0 ? "e\(sent)" : nil, digest: resource(one, "\(sent)").digest)
        }
        if number(4) > 0 {
          server[one] = number(3) == 0 ? 9 : sent
          listing.etags[resource(one, "").name] = "e\(server[one] ?? 0)"
        }
        if number(4) > 0 { wanted.append(resource(one, "\(number(3))")) }
      }
      let names = CollectionUpdate.unsettled(wanted, listing: listing, record: record)
      var texts: [String: ResourceDigest] = [:]
      for (one, text) in server where names.contains(resource(one, "").name) {
        texts[resource(one, "").name] = resource(one, "\(text)").digest
      }
      let update = CollectionUpdate(wanted, listing: listing, record: record, texts: texts)
      let told = Set(update.conflicts.map(\.uid))
      var after = Dictionary(
        uniqueKeysWithValues: server.map { (resource($0, "").uid, resource($0, "\($1)").digest) })
      for request in update.requests {
        switch request {
        case .create(let new):
          if after[new.uid] != nil { mistakes.append("\(round): creates what is there") }
          after[new.uid] = new.digest
        case .replace(let new, let etag):
          if listing.etags[new.name] != etag { mistakes.append("\(round): on a state that nobody saw") }
          if after[new.uid] == new.digest { mistakes.append("\(round): writes what is there") }
          after[new.uid] = new.digest
        case .remove(let uid, _): after[uid] = nil
        }
      }
      for (one, text) in server where text == 9 {
        if after[resource(one, "").uid] != resource(one, "9").digest {
          mistakes.append("\(round): overwrites")
        }
      }
      for new in wanted where after[new.uid] != new.digest && !told.contains(new.uid) {
        mistakes.append("\(round): neither done nor told")
      }
    }
    #expect(mistakes == [])
  }
}
