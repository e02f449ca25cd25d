/// Pages that were made, up to a number of octets in all; what was asked for longest ago goes first.
struct PageStore {
  private var pages: [String: (page: String, used: Int)] = [:]
  private var clock = 0
  private var size = 0
  private let most: Int

  /// - Parameter most: So many octets are kept at the most.
  init(most: Int) { self.most = most }

  /// A page that is kept; `nil` when it is not.
  mutating func page(_ key: String) -> String? {
    guard let page = pages[key]?.page else { return nil }
    clock += 1
    pages[key]?.used = clock
    return page
  }

  /// Keeps a page; one that is larger than a quarter of the room is not kept.
  mutating func keep(_ page: String, as key: String) {
    guard pages[key] == nil, page.utf8.count <= most / 4 else { return }
    clock += 1
    pages[key] = (page, clock)
    size += page.utf8.count
    guard size > most else { return }
    // Half goes at once, so that a full store is not sorted at every page.
    for (key, held) in pages.sorted(by: { $0.value.used < $1.value.used }) where size > most / 2 {
      pages[key] = nil
      size -= held.page.utf8.count
    }
  }
}
