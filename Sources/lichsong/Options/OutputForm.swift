import ArgumentParser
import Console
import Foundation
import Reports
import ScheduleModel
import StationFolder

/// The forms in which results are written. The ending of a file's name says which, or `--format` does.
enum OutputForm: String {
  case text, csv, json, html, xlsx, docx, pdf, yaml

  /// Whether it is for a program to open, not for a terminal to show.
  var isBinary: Bool { [.xlsx, .docx, .pdf].contains(self) }

  /// The endings of names that promise it.
  private var endings: [String] {
    switch self {
    case .text: ["txt"]
    case .html: ["html", "htm"]
    case .yaml: ["yaml", "yml"]
    default: [rawValue]
    }
  }

  /// The form that was asked for.
  ///
  /// - Parameters:
  ///   - stated: What `--format` says; `nil` when it is left out.
  ///   - out: The file to write; `nil` to print.
  ///   - known: The forms that the command has, the usual one first.
  /// - Throws: `ValidationError` for a form that the command does not have, for a file whose ending promises another
  ///   one, and for a form that cannot be printed.
  static func asked(_ stated: String?, out: String?, of known: [OutputForm]) throws -> OutputForm {
    var form: OutputForm?
    if let stated { form = try named(stated, of: known) }
    var promised: OutputForm?
    if let out { promised = try Self.promised(by: out, of: known, isStated: form != nil) }
    if let form, let promised, let out, form != promised {
      throw ValidationError(
        HelpWords.text(
          vi: "--format \(form) không hợp với tên tệp “\(out)”; bỏ --format, hoặc đổi đuôi của tệp.",
          en:
            "--format \(form) does not go with the name “\(out)”; leave out --format, or change the file's ending."
        ))
    }
    let asked = form ?? promised ?? known[0]
    guard asked.isBinary, out == nil else { return asked }
    throw ValidationError(
      HelpWords.text(
        vi: "Dạng \(asked) không in ra màn hình được; thêm --out TÊN.\(asked).",
        en: "The format \(asked) cannot be printed on a screen; add --out NAME.\(asked)."))
  }

  private static func named(_ name: String, of known: [OutputForm]) throws -> OutputForm {
    if let form = known.first(where: { $0.rawValue == name }) { return form }
    let names = known.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      HelpWords.text(
        vi: "Lệnh này không có dạng “\(name)”; có: \(names).",
        en: "This command has no format “\(name)”; it has \(names)."))
  }

  /// The form that the ending of a file's name promises; `nil` for a name without one.
  ///
  /// - Parameter isStated: Whether `--format` says the form, so that an ending that promises none may stand.
  private static func promised(by path: String, of known: [OutputForm], isStated: Bool) throws -> OutputForm?
  {
    let ending = URL(filePath: path).pathExtension.lowercased()
    if let form = known.first(where: { $0.endings.contains(ending) }) { return form }
    let isEnding = ending.contains(where: \.isLetter) && ending.count <= 5
    guard isEnding, !(isStated && !foreign.contains(ending)) else { return nil }
    let endings = known.map { "." + $0.endings[0] }.joined(separator: ", ")
    throw ValidationError(
      HelpWords.text(
        vi: "Lệnh này không ghi được tệp .\(ending) (“\(path)”); ghi được: \(endings).",
        en: "This command writes no .\(ending) files (“\(path)”); it writes \(endings)."))
  }

  /// Endings that programs open by, of forms that some command writes or none does.
  private static let foreign: Set = [
    "txt", "csv", "json", "html", "htm", "xlsx", "docx", "pdf", "yaml", "yml", "xls", "doc", "odt", "ods",
    "rtf",
    "xml", "ics", "zip", "png", "jpg", "pptx",
  ]
}

extension OutputFile.Content {
  /// Writes it to a file, or prints it where none is named.
  func deliver(as form: OutputForm, to out: String?) throws {
    switch (self, out) {
    case (.text(let text), _): try Terminal.deliver(text, for: form == .text ? .person : .program, to: out)
    case (_, let out?): try OutputFolder.write(out, bytes())
    case (_, nil): preconditionFailure("a form that cannot be printed has a file")
    }
  }
}

extension Paper {
  /// The paper in the form that was asked for: `text`, `html`, `docx` or `pdf`.
  func content(as form: OutputForm, _ common: CommonOptions, out: String?) throws -> OutputFile.Content {
    switch form {
    case .html: return .text(html())
    case .docx: return .octets(docx())
    case .xlsx: return .workbook(workbook())
    case .pdf:
      return .octets(
        try Terminal.working(Words(vi: "Đang tạo PDF…", en: "Making the PDF…"), in: common.language) {
          let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
          return try PDFConversion.pdf(of: docx(), programs: path.split(separator: ":").map(String.init))
        })
    default: return .text(text(width: common.width(to: out)))
    }
  }
}
