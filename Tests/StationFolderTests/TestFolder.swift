import Foundation

/// Does something with an empty folder that is removed afterwards.
func withTestFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.path + "/lichsong-files-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try work(folder)
}
