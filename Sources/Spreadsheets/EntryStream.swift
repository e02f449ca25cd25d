import CZip
import Foundation

/// The bytes of an entry of an archive, inflated piece by piece.
public final class EntryStream {
  private let name: String
  private let owner: ZipArchive
  private let file: OpaquePointer
  private let most: Int
  private var inflated = 0
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// Opens an entry; the archive stays as long as it is read.
  init(
    of owner: ZipArchive, _ archive: OpaquePointer, _ name: String, _ limits: ZipArchive.Limits
  ) throws(ZipArchive.Fault) {
    var status = zip_stat_t()
    guard zip_stat(archive, name, 0, &status) == 0 else { throw .noEntry(name) }
    guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted(name) }
    guard let file = zip_fopen(archive, name, 0) else { throw .damaged(name) }
    let compressed = max(1, Int(clamping: status.comp_size))
    let (byRatio, overflow) = compressed.multipliedReportingOverflow(by: limits.ratio)
    most = min(limits.entryBytes, max(limits.freeBytes, overflow ? .max : byRatio))
    self.name = name
    self.owner = owner
    self.file = file
  }

  deinit {
    zip_fclose(file)
    buffer.deallocate()
  }

  /// The next bytes, at most 64 KiB, valid until the next call; `nil` at the end.
  public func next() throws(ZipArchive.Fault) -> UnsafeRawBufferPointer? {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else { throw .damaged(name) }
    guard count > 0 else { return nil }
    inflated += count
    guard inflated <= most else { throw .tooLarge(name) }
    return UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }
}
