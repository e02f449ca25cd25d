/// Where a store is.
public enum StoreLocation: Hashable, Sendable {
  /// A data folder with a SQLite database, `station.sqlite`. One process at a time uses it.
  case folder(String)
  /// A PostgreSQL database, by its address (`postgresql://…`). Any number of processes use it.
  case postgres(String)

  /// The location that a text names; a text with another scheme is refused, so that a typing mistake does not begin an
  /// empty database.
  public init(_ text: String) throws(StoreRefusal) {
    if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
      self = .postgres(text)
    } else if text.contains("://") || text.isEmpty {
      throw .unknownScheme(text)
    } else {
      self = .folder(text)
    }
  }
}
