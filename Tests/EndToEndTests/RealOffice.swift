import Foundation
import Testing

/// LibreOffice and poppler, which look at our papers.
enum RealOffice {
  static let isInstalled = ["soffice", "pdftotext", "pdftoppm", "pdfinfo", "pdffonts"].allSatisfy {
    path(of: $0) != nil
  }

  /// The path of a program; `nil` when it is not installed.
  static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// Makes a case's result as PDF.
  static func report(_ name: String, in path: String) throws -> String {
    let command = try Command(
      "report", "schedules/\(name)", "--format", "pdf", "--number", "12/BC-SNV", "--dated", "2018-12-31",
      "--out",
      path)
    #expect(command.status == 0, "\(command.errors)")
    return path
  }

  static func ask(_ program: String, _ arguments: [String]) throws -> String {
    try Command(program: try #require(path(of: program)), arguments).output
  }

  static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/office-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// A document as LibreOffice prints it.
  private static func printed(_ document: String, in folder: String) throws -> String {
    _ = try ask(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "pdf", "--outdir",
        folder,
        document,
      ])
    let name = URL(filePath: document).deletingPathExtension().lastPathComponent
    return "\(folder)/\(name).pdf"
  }

  /// The words of a document as LibreOffice prints it.
  static func text(of document: String, in folder: String) throws -> String {
    let text = try ask("pdftotext", ["-layout", try printed(document, in: folder), "-"])
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Which part of the first page of a document is dark, from 0 to 1.
  static func ink(of document: String, in folder: String) throws -> Double {
    let picture = folder + "/page"
    _ = try ask(
      "pdftoppm",
      ["-gray", "-r", "50", "-f", "1", "-l", "1", "-singlefile", try printed(document, in: folder), picture])
    let bytes = try Data(contentsOf: URL(filePath: picture + ".pgm")).suffix(413 * 584)
    return Double(bytes.count { $0 < 128 }) / Double(bytes.count)
  }
}
