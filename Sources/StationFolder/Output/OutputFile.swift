public import Reports

/// A file to be written.
public struct OutputFile: Hashable, Sendable {
  /// Its name, without a path.
  public let name: String
  /// What it holds.
  public let content: Content

  /// What a file holds, before it is bytes.
  public enum Content: Hashable, Sendable {
    /// Text, in UTF-8.
    case text(String)
    /// A document or something else that is bytes already.
    case octets([UInt8])
    /// Tables for a spreadsheet program.
    case workbook(Workbook)

    /// The bytes of the file; the same content gives the same.
    /// - Throws: When a workbook is made and the system has no room for it.
    public func bytes() throws(FileRefusal) -> [UInt8] {
      switch self {
      case .text(let text): Array(text.utf8)
      case .octets(let bytes): bytes
      case .workbook(let workbook): try WorkbookFile.bytes(of: workbook)
      }
    }
  }

  /// A text file.
  init(name: String, text: String) {
    self.name = name
    content = .text(text)
  }

  /// A document.
  init(name: String, octets: [UInt8]) {
    self.name = name
    content = .octets(octets)
  }

  /// A workbook.
  init(name: String, workbook: Workbook) {
    self.name = name
    content = .workbook(workbook)
  }
}
