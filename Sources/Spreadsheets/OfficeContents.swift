import ScheduleModel

/// What people read in an office document: its tables, with numbers as they are shown, and its text.
public struct OfficeContents: Sendable {
  /// The tables, in order.
  public let tables: [OfficeTable]
  /// The paragraphs outside of tables that have a text, each on one line; none in a spreadsheet.
  public let paragraphs: [String]

  /// Reads a spreadsheet or a text document.
  public init(_ bytes: [UInt8]) throws(SpreadsheetFile.Fault) {
    let archive: ZipArchive
    do { archive = try ZipArchive(bytes) } catch { throw .archive(error) }
    if archive.names.contains(DocumentTables.part) {
      (tables, paragraphs) = try DocumentTables.read(archive)
    } else {
      tables = try OfficeTable.sheets(of: SpreadsheetFile(bytes), numbers: .shown)
      paragraphs = []
    }
  }
}
