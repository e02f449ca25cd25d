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
    // The library reads an entry when the archive is closed, so their bytes must stay until then.
    let copies = entries.map { entry in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
      copy.copyBytes(from: entry.bytes)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    for (entry, copy) in zip(entries, copies) {
      guard let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(entry.bytes.count), 0)
      else { preconditionFailure("no memory for \(entry.name)") }
      let index = zip_file_add(archive, entry.name, source, 0)
      precondition(index >= 0, "\(entry.name) is packed once")
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
    }
    let closed = zip_close(archive)
    precondition(closed == 0, "an archive in memory can be finished")
    return contents(of: whole)
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
