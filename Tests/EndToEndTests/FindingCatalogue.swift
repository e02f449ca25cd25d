import CalendarClients
import Foundation
import ScheduleModel
import Synchronization

/// docs/findings.md and its Vietnamese twin: each code with its meaning, the smallest input, what is told, and what to
/// do. All of it is the output of the command on the reproducers.
struct FindingCatalogue: Sendable {
  /// What became of a reproducer in a language.
  struct Shown: Sendable {
    let reproducer: Reproducer
    let language: ReaderLanguage
    /// All that the last command printed.
    let output: String
    /// The finding in it; `nil` when it does not have one of that code.
    let finding: String?
  }

  let chapters: [Reproducer.Chapter]
  private let shown: [ReaderLanguage: [String: Shown]]

  /// Every reproducer, run once in each language; two or more of them at a time.
  static let run = Result {
    let chapters = try Reproducer.chapters()
    let server = try RefusingServer()
    defer { server.stop() }
    let work = chapters.flatMap(\.reproducers).flatMap { one in
      ReaderLanguage.allCases.map { (one, $0) }
    }
    let results = Mutex<[Result<Shown, any Error>]>([])
    DispatchQueue.concurrentPerform(iterations: work.count) { index in
      let (one, language) = work[index]
      let address = one.commands.contains { $0.contains("$server") } ? server.address : nil
      let result = Result {
        let output = try one.output(in: language, server: address)
        return Shown(reproducer: one, language: language, output: output, finding: one.finding(in: output))
      }
      results.withLock { $0.append(result) }
    }
    return FindingCatalogue(chapters: chapters, results: try results.withLock { try $0.map { try $0.get() } })
  }

  private init(chapters: [Reproducer.Chapter], results: [Shown]) {
    self.chapters = chapters
    shown = Dictionary(grouping: results, by: \.language).mapValues { some in
      Dictionary(some.map { ($0.reproducer.code, $0) }) { first, _ in first }
    }
  }

  /// All reproducers in all languages.
  var all: [Shown] { shown.values.flatMap(\.values) }

  /// The document in a language.
  func document(in language: ReaderLanguage) -> String {
    let parts = [head[language]] + [index(in: language)] + chapters.map { chapter($0, in: language) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private let head = Words(
    vi: """
      # Các mã phát hiện

      *[English](findings.md)*

      `lichsong` nêu mọi điều sai hoặc cần xem lại thành một phát hiện: vị trí, mức độ, mã, một câu, đoạn tệp liên quan và
      cách sửa. Mã không thay đổi và có trong `--json`. Có ba mức độ: **lỗi** (phần phụ thuộc vào đó không được dùng; lệnh kết
      thúc với mã thoát 1), **cảnh báo** (cần người xem lại), **lưu ý** (nên biết, không phải làm gì).

      Dưới đây là từng mã: ý nghĩa, dữ liệu nhỏ nhất làm nó xuất hiện, và điều được nêu, kèm cách sửa. Mỗi ví dụ chạy được
      đúng như đã in, trong một thư mục trống; chỉ in phát hiện của lệnh cuối. Tệp `.ics` kết thúc dòng bằng CR LF. `$server` là
      một máy chủ lịch trả lời theo mã trạng thái ghi trong đường dẫn (`Tests/CalendarClients/collection.py`).

      Tệp này do một bài kiểm thử viết ra từ các ví dụ ở `Tests/EndToEndTests/Findings`; bài kiểm thử báo lỗi khi tệp khác
      với những gì lệnh in ra. Không sửa tay.
      """,
    en: """
      # The findings

      *[Tiếng Việt](findings.vi.md)*

      Whatever is wrong or doubtful, `lichsong` tells as a finding: place, severity, code, a sentence, the part of the file
      that is meant, and a remedy. Codes never change and are in `--json`. There are three severities: an **error** (what
      depends on it is left out, and the command ends with status 1), a **warning** (a person should look), a **note** (worth
      knowing, nothing needs to be done).

      Below is each code: what it means, the smallest input that brings it about, and what is told, with the remedy. Every
      example can be run as it is printed, in an empty folder; only the finding of the last command is shown. `.ics` files
      end their lines with CR LF. `$server` is a calendar server that answers with the status in the path
      (`Tests/CalendarClients/collection.py`).

      A test writes this file from the examples in `Tests/EndToEndTests/Findings`, and fails when the file differs from
      what the command prints. Do not edit it.
      """)

  private func index(in language: ReaderLanguage) -> String {
    chapters.map { chapter in
      let codes = chapter.reproducers.map { "[`\($0.code)`](#\($0.code.lowercased()))" }
      return "**\(chapter.title[language])**: " + codes.joined(separator: ", ")
    }.joined(separator: "\n\n")
  }

  private func chapter(_ chapter: Reproducer.Chapter, in language: ReaderLanguage) -> String {
    (["## \(chapter.title[language])"] + chapter.reproducers.map { section($0, in: language) })
      .joined(separator: "\n\n")
  }

  private func section(_ one: Reproducer, in language: ReaderLanguage) -> String {
    var parts = ["### `\(one.code)`", "**\(one.meaning[language])**"]
    for (name, text) in one.files {
      let kind = ["ics", "txt", "pdf"].contains(name.pathExtension) ? "text" : name.pathExtension
      parts.append("`\(name)`")
      parts.append("```\(kind.isEmpty ? "text" : kind)\n\(text.trimmingCharacters(in: .newlines))\n```")
    }
    let commands = one.commands(in: language).map { "$ " + $0 }
    let told = shown[language]?[one.code]?.finding ?? "–"
    parts.append("```console\n\((commands + [told]).joined(separator: "\n"))\n```")
    if let remedy = one.remedy { parts.append(remedy[language]) }
    return parts.joined(separator: "\n\n")
  }
}

extension String {
  fileprivate var pathExtension: String { URL(filePath: self).pathExtension }
}
