import CZip
import Foundation

/// A ZIP archive in memory, read entry by entry; the one place that uses libzip.
///
/// What an entry says of its own size is not believed: bytes are counted as they are inflated, and reading ends as
/// soon as ``Limits`` are passed. An archive of another program may hold anything, so names are only compared.
public final class ZipArchive {
  /// How much is inflated at most.
  public struct Limits: Sendable {
    /// The most bytes of one entry.
    public var entryBytes = 1 << 30
    /// The most inflated bytes for each byte of the archive; small entries may have more.
    ///
    /// A spreadsheet has 10 to 50, with a hundred thousand equal rows 200; a bomb of one level has 1,000.
    public var ratio = 400
    /// An entry up to this size has any ratio.
    public var freeBytes = 1 << 22
    /// The most entries.
    public var entries = 10_000

    /// The limits of a spreadsheet.
    public init() {}
  }

  /// Why an archive or an entry cannot be read.
  public enum Fault: Error, Hashable, Sendable {
    /// The bytes are no ZIP archive, or its directory is cut off.
    case notAnArchive
    /// It has more than ``Limits/entries``.
    case tooManyEntries(Int)
    /// It has no entry of that name.
    case noEntry(String)
    /// The entry is protected by a password.
    case encrypted(String)
    /// The entry's bytes or its checksum are wrong.
    case damaged(String)
    /// The entry inflates beyond ``Limits/entryBytes`` or ``Limits/ratio``.
    case tooLarge(String)
  }

  /// The names of the entries, in the archive's order.
  public let names: [String]

  private let archive: OpaquePointer
  private let limits: Limits

  /// Opens an archive from its bytes.
  public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Fault) {
    // libzip keeps the memory and frees it with the archive.
    guard !bytes.isEmpty, let copy = malloc(bytes.count) else { throw .notAnArchive }
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { copy.copyMemory(from: base, byteCount: bytes.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
      free(copy)
      throw .notAnArchive
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .notAnArchive
    }
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      zip_discard(archive)
      throw .tooManyEntries(Int(count))
    }
    self.archive = archive
    self.limits = limits
    names = (0..<zip_uint64_t(max(0, count))).compactMap { index in
      zip_get_name(archive, index, 0).map { String(cString: $0) }
    }
  }

  deinit { zip_discard(archive) }

  /// Hands out an entry piece by piece, each valid only during the call; `false` from it ends the reading.
  ///
  /// - Complexity: Linear in the inflated bytes that are handed out; 64 KiB are held at a time.
  public func read(_ name: String, _ piece: (UnsafeRawBufferPointer) -> Bool) throws(Fault) {
    let entry = try stream(name)
    while let bytes = try entry.next() {
      guard piece(bytes) else { return }
    }
  }

  /// An entry whose pieces are asked for one after the other.
  public func stream(_ name: String) throws(Fault) -> EntryStream {
    try EntryStream(of: self, archive, name, limits)
  }

  /// An entry as a whole, for the small ones.
  public func bytes(of name: String) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name) { piece in
      bytes += piece
      return true
    }
    return bytes
  }
}
