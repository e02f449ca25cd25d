/// What is to be asked of a server so that a collection has a publication: only what changed, and nothing that
/// somebody else changed.
///
///     resources of the publication ─┐
///     what was sent last ───────────┼──▶ requests, each with the state that it rests on · conflicts
///     what the server lists ────────┘
///
/// - **Not there, never sent**: `PUT` with `If-None-Match: *`.
/// - **As it was sent**, and we say something else now: `PUT` with `If-Match`; the same: nothing.
/// - **In another state than it was sent**: its text decides. It says what we say now: nothing; what we said
///   then: as above, on the state that it has; something else: somebody changed it, and it stays.
/// - **Sent, and not there**: somebody deleted it, and it stays so; if it is cancelled now, that is as well.
/// - **Sent, and no more in the publication** (its window is over): `DELETE` with `If-Match`.
/// - **All else in the collection** belongs to others, and is not looked at.
///
/// A function of values: no network is needed to know what it does.
public struct CollectionUpdate: Hashable, Sendable {
  /// What is to be asked, removals last.
  public private(set) var requests: [Request] = []
  /// What stays as somebody else left it.
  public private(set) var conflicts: [Conflict] = []
  /// What is known to be on the server before any request.
  public private(set) var record: CollectionRecord
  /// How many resources are as they should be.
  public private(set) var unchanged = 0

  /// A request for one resource, and the state of it without which it must not be carried out.
  public enum Request: Hashable, Sendable {
    /// Make it, if there is none.
    case create(CalendarResource)
    /// Write it, if it is in that state.
    case replace(CalendarResource, etag: String)
    /// Remove the one with that UID, if it is in that state.
    case remove(uid: String, etag: String)

    /// The UID that it is about.
    public var uid: String {
      switch self {
      case .create(let resource), .replace(let resource, _): resource.uid
      case .remove(let uid, _): uid
      }
    }
  }

  /// A resource that somebody else has changed.
  public struct Conflict: Hashable, Sendable {
    /// Its UID.
    public let uid: String
    /// What was done to it.
    public let change: Change

    /// What somebody did.
    public enum Change: Hashable, Sendable {
      /// It says something else than was sent.
      case changed
      /// It is not there any more.
      case deleted
    }
  }

  /// The names of the resources whose text is to be read first, since they are in another state than they were
  /// sent; in order.
  public static func unsettled(
    _ wanted: [CalendarResource], listing: CollectionListing, record: CollectionRecord
  ) -> [String] {
    let uids = Set(wanted.map(\.uid)).union(record.resources.keys)
    return uids.filter { uid in
      listing.etags[CalendarResource.name(ofUID: uid)].map { $0 != record.resources[uid]?.etag } ?? false
    }.map(CalendarResource.name(ofUID:)).sorted()
  }

  /// - Parameters:
  ///   - wanted: The resources of the publication, one a UID.
  ///   - listing: What the server lists.
  ///   - record: What was sent last.
  ///   - texts: What the resources say that ``unsettled(_:listing:record:)`` names.
  ///   - overwrites: Whether what others changed is put right; still only in the state that the listing has.
  public init(
    _ wanted: [CalendarResource], listing: CollectionListing, record: CollectionRecord,
    texts: [String: ResourceDigest], overwrites: Bool = false
  ) {
    self.record = CollectionRecord()
    let taken = wanted.filter { listing.kinds?.contains($0.kind) ?? true }
    for resource in taken {
      let sent = record.resources[resource.uid]
      self.record.resources[resource.uid] = sent
      guard let etag = listing.etags[resource.name] else {
        if sent == nil || overwrites {
          requests.append(.create(resource))
        } else if resource.isCancelled {
          self.record.resources[resource.uid] = nil
          unchanged += 1
        } else {
          conflicts.append(Conflict(uid: resource.uid, change: .deleted))
        }
        continue
      }
      let text = etag == sent?.etag ? sent?.digest : texts[resource.name]
      if text == resource.digest {
        self.record.resources[resource.uid] = CollectionRecord.Sent(etag: etag, digest: resource.digest)
        unchanged += 1
      } else if overwrites || (text != nil && text == sent?.digest) {
        requests.append(.replace(resource, etag: etag))
      } else {
        conflicts.append(Conflict(uid: resource.uid, change: .changed))
      }
    }
    let kept = Set(taken.map(\.uid))
    for (uid, sent) in record.resources.sorted(by: { $0.key < $1.key }) where !kept.contains(uid) {
      guard CalendarResource.isOurs(uid: uid),
        let etag = listing.etags[CalendarResource.name(ofUID: uid)]
      else { continue }
      let text = etag == sent.etag ? sent.digest : texts[CalendarResource.name(ofUID: uid)]
      if overwrites || text == sent.digest {
        self.record.resources[uid] = sent
        requests.append(.remove(uid: uid, etag: etag))
      } else {
        conflicts.append(Conflict(uid: uid, change: .changed))
      }
    }
  }
}
