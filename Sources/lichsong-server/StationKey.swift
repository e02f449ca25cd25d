import Console
import Foundation
import Planning
import ScheduleModel
import StationDesk
import StationFolder

/// The key of a station, from which the secrets of its calendar addresses follow. It is a file of its own, which only its
/// owner may read: backups keep it apart from the database.
struct StationKey {
  /// Its octets.
  let octets: [UInt8]

  /// Reads the key, or makes one where there is none.
  ///
  /// - Parameter lot: Draws octets that nobody can guess.
  init(at path: String, lot: (Int) -> [UInt8]) throws {
    if !FileManager.default.fileExists(atPath: path) {
      try OutputFolder.writeNew(path, octets: lot(FeedDesk.keyLength))
    }
    octets = try InputFile.read(path).bytes
    guard octets.count == FeedDesk.keyLength else {
      throw FileRefusal(.read, path, code: EINVAL)
    }
  }
}
