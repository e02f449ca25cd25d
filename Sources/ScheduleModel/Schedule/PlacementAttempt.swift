/// One of several attempts at a placement: a missed one is planned a second time under a UID of its own, so that the
/// miss keeps its place.
public struct PlacementAttempt: Hashable, Sendable {
  /// The UID of the first attempt.
  public let first: String
  /// Which attempt it is, from 1.
  public let number: Int

  /// An attempt at the placement whose first UID is `first`.
  public init(first: String, number: Int) {
    self.first = first
    self.number = number
  }

  /// The attempt that a UID names: `x.a.2.vi.again.3@lichsong` is the third at `x.a.2.vi@lichsong`, and any other UID
  /// the first at itself.
  public init(uid: String) {
    self.init(first: uid, number: 1)
    guard let at = uid.firstIndex(of: "@") else { return }
    let parts = uid[..<at].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2, parts[parts.count - 2] == "again", let text = parts.last,
      let number = Int(text), number > 1, String(number) == text
    else { return }
    self.init(first: parts.dropLast(2).joined(separator: ".") + uid[at...], number: number)
  }

  /// The UID of the attempt.
  public var uid: String {
    number == 1 ? first : first.replacing("@", with: ".again.\(number)@", maxReplacements: 1)
  }

  /// For the UID of each second or later attempt among these the UID of the one before it, which was missed.
  ///
  /// An attempt whose earlier ones are not there stands for none: it has no entry.
  public static func before(_ uids: some Sequence<String>) -> [String: String] {
    var byFirst: [String: [PlacementAttempt]] = [:]
    var all: Set<String> = []
    for uid in uids {
      all.insert(uid)
      let attempt = PlacementAttempt(uid: uid)
      if attempt.number > 1 { byFirst[attempt.first, default: []].append(attempt) }
    }
    var before: [String: String] = [:]
    for (first, later) in byFirst {
      var last = all.contains(first) ? first : nil
      for attempt in later.sorted(by: { $0.number < $1.number }) {
        if let last { before[attempt.uid] = last }
        last = attempt.uid
      }
    }
    return before
  }

  /// The UID of the first of the attempts among which one is, by ``before(_:)``.
  public static func first(_ uid: String, _ before: [String: String]) -> String {
    var uid = uid
    while let earlier = before[uid] { uid = earlier }
    return uid
  }
}
