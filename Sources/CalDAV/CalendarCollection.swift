import Foundation

/// A calendar on a CalDAV server (RFC 4791): lists it, reads from it, and brings it up to date.
public struct CalendarCollection: Sendable {
  private let connection: DAVConnection

  /// The collection at the other end of a connection.
  public init(_ connection: DAVConnection) { self.connection = connection }

  /// What an update did.
  public struct Result: Sendable {
    /// What is known to be on the server now.
    public fileprivate(set) var record = CollectionRecord()
    /// How many resources were made, written anew and removed.
    public fileprivate(set) var created = 0, replaced = 0, removed = 0
    /// How many were as they should be.
    public fileprivate(set) var unchanged = 0
    /// The UIDs of those that stay as somebody else changed them, before or while this went on.
    public fileprivate(set) var changed: [String] = []
    /// The UIDs of those that somebody else deleted.
    public fileprivate(set) var deleted: [String] = []
    /// The UIDs of those that the server does not take, with its status.
    public internal(set) var refused: [(uid: String, status: Int)] = []
    /// How many tasks were left out, since the collection takes events alone.
    public internal(set) var tasksLeftOut = 0
    /// Why not everything was asked; `nil` when it was. ``record`` holds what was done before.
    public fileprivate(set) var refusal: ServerRefusal?

    /// Whether the server has something else than before.
    public var isAnythingDone: Bool { created + replaced + removed > 0 }
  }

  /// How many requests wait for their answers at once: most of the time goes into the way there and back.
  private static let atOnce = 4

  /// Brings the collection up to date with a publication: asks for what ``CollectionUpdate`` says, in its order,
  /// a few requests at once. It never throws, for what has been done is to be recorded.
  ///
  /// - Parameters:
  ///   - wanted: The resources of the publication, one a UID.
  ///   - record: What was sent last.
  ///   - overwrites: Whether what others changed is put right.
  public func publish(
    _ wanted: [CalendarResource], record: CollectionRecord, overwrites: Bool
  ) -> Result {
    var result = Result()
    result.record = record
    do {
      let listing = try list()
      let names = CollectionUpdate.unsettled(wanted, listing: listing, record: record)
      let update = CollectionUpdate(
        wanted, listing: listing, record: record, texts: try read(names), overwrites: overwrites)
      result.record = update.record
      result.unchanged = update.unchanged
      result.tasksLeftOut = wanted.count { listing.kinds?.contains($0.kind) == false }
      result.changed = update.conflicts.filter { $0.change == .changed }.map(\.uid)
      result.deleted = update.conflicts.filter { $0.change == .deleted }.map(\.uid)
      try carryOut(update.requests, &result)
    } catch {
      result.refusal = error
    }
    return result
  }

  /// After a refusal nothing more is asked, and what was asked already is recorded too.
  private func carryOut(_ requests: [CollectionUpdate.Request], _ result: inout Result) throws(ServerRefusal)
  {
    var sent: [DAVConnection.Sent] = []
    for (index, request) in requests.enumerated() {
      while sent.count < min(index + Self.atOnce, requests.count), result.refusal == nil {
        sent.append(send(requests[sent.count]))
      }
      guard index < sent.count else { break }
      do throws(ServerRefusal) {
        try take(connection.answer(to: sent[index]), to: request, &result)
      } catch {
        result.refusal = result.refusal ?? error
      }
    }
    if let refusal = result.refusal { throw refusal }
  }

  private func send(_ request: CollectionUpdate.Request) -> DAVConnection.Sent {
    let type = ["Content-Type": "text/calendar; charset=utf-8"]
    return switch request {
    case .create(let resource):
      connection.send(
        "PUT", resource.name, headers: type.merging(["If-None-Match": "*"]) { $1 }, body: resource.octets)
    case .replace(let resource, let etag):
      connection.send(
        "PUT", resource.name, headers: type.merging(["If-Match": etag]) { $1 }, body: resource.octets)
    case .remove(let uid, let etag):
      connection.send("DELETE", CalendarResource.name(ofUID: uid), headers: ["If-Match": etag])
    }
  }

  private func take(
    _ answer: DAVConnection.Answer, to request: CollectionUpdate.Request, _ result: inout Result
  ) throws(ServerRefusal) {
    switch answer.status {
    case 200..<300: note(request, answer.etag, in: &result)
    case let gone where (gone == 404 || gone == 410) && isRemoval(request): note(request, nil, in: &result)
    case 412: result.changed.append(request.uid)
    case 401, 403, 404, 405, 410, 423, 429, 500...:
      throw ServerRefusal(connection.collection.absoluteString, connection.refused(answer.status))
    default: result.refused.append((request.uid, answer.status))
    }
  }

  private func isRemoval(_ request: CollectionUpdate.Request) -> Bool {
    if case .remove = request { true } else { false }
  }

  private func note(_ request: CollectionUpdate.Request, _ etag: String?, in result: inout Result) {
    switch request {
    case .create(let resource):
      result.created += 1
      result.record.resources[resource.uid] = CollectionRecord.Sent(etag: etag, digest: resource.digest)
    case .replace(let resource, _):
      result.replaced += 1
      result.record.resources[resource.uid] = CollectionRecord.Sent(etag: etag, digest: resource.digest)
    case .remove(let uid, _):
      result.removed += 1
      result.record.resources[uid] = nil
    }
  }

  // MARK: Reading

  /// What the collection holds (RFC 4918 §9.1).
  private func list() throws(ServerRefusal) -> CollectionListing {
    let multistatus = try multistatus(
      "PROPFIND", depth: "1",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/><getetag/>\
      <C:supported-calendar-component-set/></prop></propfind>
      """)
    let path = connection.collection.path.split(separator: "/")
    func isOwn(_ response: Multistatus.Response) -> Bool { response.path.split(separator: "/") == path }
    guard let own = multistatus.responses.first(where: isOwn), own.isCalendar else {
      throw refusal(.noCalendar)
    }
    var listing = CollectionListing()
    listing.kinds = own.components.map { Set($0.compactMap(CalendarResource.Kind.init(rawValue:))) }
    for response in multistatus.responses where !isOwn(response) {
      if let name = response.name, let etag = response.etag { listing.etags[name] = etag }
    }
    return listing
  }

  /// What some resources say (RFC 4791 §7.9), a hundred at a time.
  private func read(_ names: [String]) throws(ServerRefusal) -> [String: ResourceDigest] {
    var texts: [String: ResourceDigest] = [:]
    for start in stride(from: 0, to: names.count, by: 100) {
      let path = connection.collection.path(percentEncoded: true).replacing("&", with: "&amp;")
      let addresses = names[start..<min(start + 100, names.count)].map { "<href>\(path)\($0)</href>" }
      let multistatus = try multistatus(
        "REPORT", depth: "0",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <C:calendar-multiget xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/>\
        <C:calendar-data/></prop>\(addresses.joined())</C:calendar-multiget>
        """)
      for response in multistatus.responses {
        if let name = response.name, let calendar = response.calendar {
          texts[name] = ResourceDigest(Array(calendar.utf8))
        }
      }
    }
    return texts
  }

  private func multistatus(
    _ method: String, depth: String, _ body: String
  ) throws(ServerRefusal) -> Multistatus {
    let answer = try connection.ask(
      method, headers: ["Depth": depth, "Content-Type": "application/xml; charset=utf-8"],
      body: Array(body.utf8))
    guard answer.status == 207 else {
      throw refusal((200..<300).contains(answer.status) ? .noCalendar : connection.refused(answer.status))
    }
    guard let multistatus = Multistatus(answer.body) else { throw refusal(.unreadable) }
    return multistatus
  }

  private func refusal(_ reason: ServerRefusal.Reason) -> ServerRefusal {
    ServerRefusal(connection.collection.absoluteString, reason)
  }
}
