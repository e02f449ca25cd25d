import CZip

extension ZipArchive {
  /// A file to be packed.
  public struct Entry: Hashable, Sendable {
    /// Its path in the archive, in ASCII.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file to be packed.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// An archive of some files, in their order; all bear the first day of the format, 1 January 1980, so that the
  /// same files give the same bytes.
  public static func packed(_ entries: [Entry]) -> [UInt8] {
    guard let whole = zip_source_buffer_create(nil, 0, 0, nil),
      let archive = zip_open_from_source(whole, ZIP_CREATE | ZIP_TRUNCATE, nil)
    else { preconditionFailure("no memory for an archive") }
    zip_source_keep(whole)
    defer { zip_source_free(whole) }
    let copies = copied(entries)
    defer { for copy in copies { copy.deallocate() } }
    for (entry, copy) in zip(entries, copies) {
      guard let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(entry.bytes.count), 0)
      else { preconditionFailure("no memory for \(entry.name)") }
      add(entry, source, to: archive)
    }
    let closed = zip_close(archive)
    precondition(closed == 0, "an archive in memory can be finished")
    return contents(of: whole)
  }

  /// An archive with some entries in the place of those of their names, and others behind the rest, which stays packed as it
  /// is; new ones bear the first day of the format.
  public static func replacing(_ entries: [Entry], in bytes: [UInt8]) throws(Fault) -> [UInt8] {
    guard !bytes.isEmpty,
      let whole = bytes.withUnsafeBytes({
        zip_source_buffer_create($0.baseAddress, zip_uint64_t($0.count), 0, nil)
      })
    else { throw .notAnArchive }
    zip_source_keep(whole)
    defer { zip_source_free(whole) }
    guard let archive = zip_open_from_source(whole, 0, nil) else {
      zip_source_free(whole)
      throw .notAnArchive
    }
    let copies = copied(entries)
    defer { for copy in copies { copy.deallocate() } }
    for (entry, copy) in zip(entries, copies) {
      guard let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(entry.bytes.count), 0)
      else { preconditionFailure("no memory for \(entry.name)") }
      let known = zip_name_locate(archive, entry.name, 0)
      if known >= 0 {
        let replaced = zip_file_replace(archive, zip_uint64_t(known), source, 0)
        precondition(replaced == 0, "\(entry.name) can be replaced")
        zip_file_set_dostime(archive, zip_uint64_t(known), 0, 0x21, 0)
      } else {
        add(entry, source, to: archive)
      }
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .notAnArchive
    }
    return contents(of: whole)
  }

  /// The bytes of entries in memory of their own: the library reads them when the archive is closed.
  private static func copied(_ entries: [Entry]) -> [UnsafeMutableRawBufferPointer] {
    entries.map { entry in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
      copy.copyBytes(from: entry.bytes)
      return copy
    }
  }

  private static func add(_ entry: Entry, _ source: OpaquePointer, to archive: OpaquePointer) {
    let index = zip_file_add(archive, entry.name, source, 0)
    precondition(index >= 0, "\(entry.name) is packed once")
    zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
  }

  private static func contents(of source: OpaquePointer) -> [UInt8] {
    var status = zip_stat_t()
    let opened = zip_source_stat(source, &status) == 0 && zip_source_open(source) == 0
    precondition(opened, "an archive in memory can be read")
    defer { zip_source_close(source) }
    return [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
      count = max(0, Int(zip_source_read(source, buffer.baseAddress, status.size)))
    }
  }
}
