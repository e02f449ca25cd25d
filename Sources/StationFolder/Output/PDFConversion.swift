import Foundation
import Planning
public import ScheduleModel

/// A document as PDF, made by LibreOffice where that is installed.
public enum PDFConversion {
  /// Why there is no PDF.
  public enum Refusal: Error, Hashable, Sendable {
    /// No `soffice` is on the path.
    case notInstalled
    /// It did not finish within the seconds given, and was stopped.
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
  /// user's settings matter, and nothing is left in the user's folders. Its PDFs bear the hour of their making: two are not the same bytes.
  /// - Parameters:
  ///   - programs: The folders to look for `soffice` in.
  ///   - seconds: When they are over, it is stopped.
  /// - Throws: ``Refusal`` or ``FileRefusal``.
  public static func pdf(of docx: [UInt8], programs: [String], seconds: Int = 120) throws -> [UInt8] {
    let candidates = programs.map { $0 + "/soffice" }
    guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw Refusal.notInstalled
    }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try OutputFolder.write(folder.path + "/report.docx", docx)
    let process = Process()
    // `env` becomes the program itself.
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      try settings(in: folder) + [
        program, "--headless", "--norestore",
        "-env:UserInstallation=\(URL(filePath: folder.path + "/profile").absoluteString)",
        "--convert-to", "pdf", "--outdir", folder.path, folder.path + "/report.docx",
      ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw Refusal.failed }
    guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
      stop(process)
      _ = ended.wait(timeout: .now() + .seconds(5))
      throw Refusal.tooSlow(seconds)
    }
    let path = folder.path + "/report.pdf"
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: path) else {
      throw Refusal.failed
    }
    return try InputFile.read(path).bytes
  }

  /// Settings of the environment that put whatever LibreOffice, its fonts and its libraries keep into the folder.
  private static func settings(in folder: TemporaryFolder) throws(FileRefusal) -> [String] {
    let home = try OutputFolder(folder.path + "/home").path
    let temporary = try OutputFolder(folder.path + "/tmp").path
    return [
      "HOME=\(home)", "XDG_CONFIG_HOME=\(home)/config", "XDG_CACHE_HOME=\(home)/cache",
      "XDG_DATA_HOME=\(home)/data", "XDG_STATE_HOME=\(home)/state", "XDG_RUNTIME_DIR=\(temporary)",
      "TMPDIR=\(temporary)",
    ]
  }

  /// Ends a program and those that it started, which would go on writing into the folder: they are its process group.
  private static func stop(_ process: Process) {
    let identifier = process.processIdentifier
    if getpgid(identifier) == identifier { kill(-identifier, SIGKILL) }
    kill(identifier, SIGKILL)
  }
}
