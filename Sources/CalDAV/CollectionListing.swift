/// What a collection holds, as the server lists it.
public struct CollectionListing: Hashable, Sendable {
  /// The state of each resource (ETag), by its name in the collection.
  public var etags: [String: String]
  /// Which components the collection takes; `nil` when it does not say, which means all (RFC 4791 §5.2.3).
  public var kinds: Set<CalendarResource.Kind>?

  /// A collection with these resources.
  public init(etags: [String: String] = [:], kinds: Set<CalendarResource.Kind>? = nil) {
    self.etags = etags
    self.kinds = kinds
  }
}
