public import CalDAV
import Foundation
import Planning
public import ScheduleModel

/// A calendar of a folder, published to a server.
public struct PublishedCollection: Sendable {
  /// What was done there.
  public let result: CalendarCollection.Result
  /// What somebody else did there, and what the server does not take.
  public let findings: [Finding]
}

extension CalendarFolder {
  /// The names of the calendars in the folder now, without `.ics`, in order.
  public func calendarNames() throws(FileRefusal) -> [String] {
    try (FolderListing.names(in: path) ?? []).filter { $0.hasSuffix(".ics") }.map { String($0.dropLast(4)) }
  }

  /// Publishes one of the folder's calendars to a server, and records in the folder what the server has then,
  /// whether all went well or not. A calendar that the folder does not have any more has nothing left, and is
  /// emptied of ours on the server too.
  ///
  /// - Parameters:
  ///   - calendar: The calendar's name, without `.ics`.
  ///   - address: Where it is to be.
  ///   - credentials: Who publishes; `nil` for a server that does not ask.
  ///   - overwrites: Whether what others changed on the server is put right.
  public func publish(
    _ calendar: String, to address: CollectionAddress, _ credentials: DAVConnection.Credentials?,
    overwrites: Bool
  ) throws(FileRefusal) -> PublishedCollection {
    let file = "\(path)/\(calendar).ics"
    let isThere = try FolderListing.has(file)
    let wanted = isThere ? CalendarResource.resources(of: try InputFile.read(file).bytes) : []
    var findings: [Finding] = []
    let place = address.url.absoluteString
    if address.isOpen, credentials != nil { findings.append(.openConnection(to: place)) }
    var records = try Records(of: self)
    if records.isDamaged { findings.append(.recordDamaged(Records.path(in: self))) }
    let key = "\(calendar) \(place)"
    let collection = CalendarCollection(DAVConnection(address, credentials))
    let result = collection.publish(
      wanted, record: records.collections[key] ?? CollectionRecord(), overwrites: overwrites)
    if result.record != records.collections[key] ?? CollectionRecord() {
      records.collections[key] = result.record
      try records.write(to: self)
    }
    return PublishedCollection(result: result, findings: findings + Finding.findings(of: result, at: place))
  }

  /// Whether a calendar of that name was published to that address before.
  public func hasPublished(_ calendar: String, to address: CollectionAddress) throws(FileRefusal) -> Bool {
    try Records(of: self).collections["\(calendar) \(address.url.absoluteString)"] != nil
  }

  /// What was sent to each server, in a file beside the calendars.
  private struct Records {
    /// By the calendar's name and the collection's address.
    var collections: [String: CollectionRecord] = [:]
    private(set) var isDamaged = false

    static func path(in folder: CalendarFolder) -> String { "\(folder.path)/\(name)" }

    private static let name = "caldav.json"

    init(of folder: CalendarFolder) throws(FileRefusal) {
      let path = Self.path(in: folder)
      guard try FolderListing.has(path) else { return }
      let file = try InputFile.read(path)
      do {
        collections = try JSONDecoder().decode([String: CollectionRecord].self, from: Data(file.bytes))
      } catch {
        isDamaged = true
      }
    }

    func write(to folder: CalendarFolder) throws(FileRefusal) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      guard let text = try? encoder.encode(collections) else {
        preconditionFailure("a record of texts and numbers")
      }
      try OutputFolder(folder.path).write(Self.name, String(decoding: text, as: UTF8.self) + "\n")
    }
  }
}
