import Foundation
import Planning
public import ScheduleModel

/// A document as PDF, made by LibreOffice where that is installed.
public enum PDFConversion {
  /// Why there is no PDF.
  public enum Refusal: Error, Hashable, Sendable {
    /// No `soffice` is on the path.
    case notInstalled
    /// It did not finish within so many seconds, and was stopped.
    case tooSlow(Int)
    /// It finished without a PDF.
    case failed

    /// One sentence: why, and what to do.
    public var words: Words {
      switch self {
      case .notInstalled:
        Words(
          vi: "Không có LibreOffice để tạo PDF; cài gói libreoffice-writer-nogui, hoặc dùng --format docx.",
          en: "There is no LibreOffice to make a PDF; install libreoffice-writer-nogui, or use --format docx."
        )
      case .tooSlow(let seconds):
        Words(
          vi: "LibreOffice không tạo xong PDF trong \(seconds) giây; thử lại, hoặc dùng --format docx.",
          en: "LibreOffice did not finish the PDF within \(seconds) seconds; try again, or use --format docx."
        )
      case .failed:
        Words(
          vi: "LibreOffice không tạo được PDF; kiểm tra bằng --format docx.",
          en: "LibreOffice made no PDF; look at it with --format docx.")
      }
    }
  }

  /// The PDF of a DOCX document.
  ///
  /// LibreOffice runs without a window and with a profile of its own, so that neither a running one nor the
  /// user's settings matter. Its PDFs bear the hour of their making: two are not the same bytes.
  /// - Parameters:
  ///   - programs: The folders to look for `soffice` in.
  ///   - seconds: After so many it is stopped.
  /// - Throws: ``Refusal`` or ``FileRefusal``.
  public static func pdf(of docx: [UInt8], programs: [String], seconds: Int = 120) throws -> [UInt8] {
    let candidates = programs.map { $0 + "/soffice" }
    guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw Refusal.notInstalled
    }
    let folder = try MomentaryFolder()
    defer { folder.remove() }
    try OutputFolder.write(folder.path + "/report.docx", docx)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--headless", "--norestore",
      "-env:UserInstallation=\(URL(filePath: folder.path + "/profile").absoluteString)",
      "--convert-to", "pdf", "--outdir", folder.path, folder.path + "/report.docx",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw Refusal.failed }
    if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
      process.terminate()
      throw Refusal.tooSlow(seconds)
    }
    let path = folder.path + "/report.pdf"
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: path) else {
      throw Refusal.failed
    }
    return try InputFile.read(path).bytes
  }
}
