import Foundation
import Logs
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

@Suite("Reading logs")
struct AsRunReaderTests {
  let plan = Plan.sample([
    .sample("chuyen-muc", "Cải cách hành chính", versions: .sample(["hmn", "tai"])),
    .sample("bai-bao", "Tin, bài", form: "tin, bài, ảnh", on: .each(["bao"])),
  ])

  @Test("every dialect of Excel gives the same entries, byte for byte")
  func dialects() {
    let rows = [
      ["Ngày phát", "Giờ phát", "Kênh", "Chỉ tiêu", "Kỳ", "Tiếng", "Tên chương trình", "Minh chứng"],
      [
        "05/04/2018", "20h15", "Truyền hình Lai Châu", "chuyen-muc", "1", "Mông", "Kỳ \"một\": hòa giải",
        "Băng 12",
      ],
      ["26/4/2018", "", "bao", "bai-bao", "", "", "Nêu cao\ntinh thần, trách nhiệm", "số 31; trang 2"],
    ]
    let expected = AsRunLog(
      entries: [
        AsRunEntry(
          place: SourcePlace(file: "log.csv", line: 2), day: .of("2018-04-05"), time: .of("20:15"),
          outlet: "truyen-hinh", line: "chuyen-muc", edition: 1, language: .of("hmn"),
          title: "Kỳ \"một\": hòa giải", minutes: nil, status: .aired, uid: nil, evidence: "Băng 12"),
        AsRunEntry(
          place: SourcePlace(file: "log.csv", line: 4), day: .of("2018-04-26"), time: nil, outlet: "bao",
          line: "bai-bao", edition: nil, language: .vietnamese, title: "Nêu cao\ntinh thần, trách nhiệm",
          minutes: nil, status: .aired, uid: nil, evidence: "số 31; trang 2"),
      ], rowsLeftOut: 0)

    var failures: [String] = []
    for mark in ["", "\u{FEFF}"] {
      for form in ["NFC", "NFD"] {
        for separator in [",", ";", "\t"] {
          for end in ["\r\n", "\n", "\r"] {
            for hint in ["", "sep=\(separator)\(end)"] {
              let lines = rows.map { $0.map(quoted).joined(separator: separator) }
              // A blank line stands between the rows.
              let text = mark + hint + lines[0] + end + lines[1] + end + end + lines[2] + end
              let encoded = form == "NFC" ? text : text.decomposedStringWithCanonicalMapping
              let (log, findings) = read(encoded, plan: plan)
              let shift = hint.isEmpty ? 0 : 1
              let same = log.entries.map(bytes) == expected.entries.map(bytes)
              let places = log.entries.map(\.place.line) == [2 + shift, 4 + shift]
              if !same || !places || !findings.isEmpty {
                failures.append(
                  "\(mark.isEmpty ? "" : "BOM ")\(form) \(separator.debugDescription) \(end.debugDescription)"
                )
              }
            }
          }
        }
      }
    }
    #expect(failures == [])
  }

  private func quoted(_ field: String) -> String {
    field.contains(where: { "\",;\n\t".contains($0) })
      ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
  }

  /// What an entry says, with texts as bytes: `==` takes composed and decomposed text for equal.
  private func bytes(_ entry: AsRunEntry) -> String {
    let texts = [entry.title, entry.evidence ?? "", entry.outlet].map { "\(Array($0.utf8))" }
    return "\(entry.day) \(entry.time?.description ?? "") \(entry.line ?? "") \(entry.edition ?? 0) "
      + "\(entry.language) \(texts)"
  }

  @Test("each column is known by each of its names, in any case, with and without diacritics")
  func columnNames() {
    let columns: [(names: [String], value: String, said: (AsRunEntry) -> String)] = [
      (["time", "giờ", "giờ phát", "GIO PHAT", "Gio"], "20:15", { $0.time?.description ?? "" }),
      (["line", "chỉ tiêu", "mã", "CHI TIEU", "Ma"], "chuyen-muc", { $0.line ?? "" }),
      (["edition", "kỳ", "số", "KY", "So"], "7", { "\($0.edition ?? 0)" }),
      (["language", "ngôn ngữ", "tiếng", "Ngon ngu"], "hmn", { $0.language.tag }),
      (["title", "tên", "tên chương trình", "tiêu đề", "TIÊU ĐỀ"], "Tựa", { $0.title }),
      (["minutes", "thời lượng", "phút", "Thoi luong"], "15", { "\($0.minutes ?? 0)" }),
      (["status", "trạng thái", "TRẠNG THÁI"], "sent", { $0.status.rawValue }),
      (["uid", "UID"], "a@b", { $0.uid ?? "" }),
      (["evidence", "minh chứng", "Minh chung"], "tr. 2", { $0.evidence ?? "" }),
    ]
    var failures: [String] = []
    for column in columns {
      for name in column.names {
        let (log, findings) = read(
          "date,outlet,\(name)\n2018-04-05,truyen-hinh,\(column.value)\n", plan: plan)
        if log.entries.map(column.said) != [column.value] || !findings.isEmpty { failures.append(name) }
      }
    }
    for name in ["date", "ngày", "ngày phát", "NGÀY PHÁT", "Ngay"] {
      for outlet in ["outlet", "kênh", "đài", "báo", "ĐÀI", "Dai", "Bao"] {
        let (log, findings) = read("\(outlet);\(name)\nbao;25/4/2018\n", plan: plan)
        if log.entries.map(\.day) != [.of("2018-04-25")] || !findings.isEmpty {
          failures.append("\(name) \(outlet)")
        }
      }
    }
    #expect(failures == [])
  }

  @Test(
    "dates, times and words are read as people write them",
    arguments: [
      ("2018-04-05,20:15,bao,,", "2018-04-05T20:15 vi aired"),
      ("25/04/2018,8:05,bao,,", "2018-04-25T08:05 vi aired"),
      ("25/4/2018,18 giờ 45,bao,Tiếng Mông,Đã phát", "2018-04-25T18:45 hmn aired"),
      ("25/4/2018,18h,bao,H'Mông,đã đăng", "2018-04-25T18:00 hmn aired"),
      ("25/4/2018,20:15:30,bao,tai,Đã gửi", "2018-04-25T20:15:30 tai sent"),
      ("31/3/2018,24 giờ,bao,VI,nhường sóng", "2018-03-31T24:00 vi pre-empted"),
      ("2018-12-31,24:00,bao,Việt,PRE-EMPTED", "2018-12-31T24:00 vi pre-empted"),
      (" 2018-04-05 ,\u{A0}20:15\u{A0}, bao ,,", "2018-04-05T20:15 vi aired"),
    ])
  func values(row: String, said: String) {
    let (log, findings) = read("date,time,outlet,language,status\n\(row)\n", plan: plan)
    let told = log.entries.map {
      "\($0.day)T\($0.time?.description ?? "") \($0.language) \($0.status.rawValue)"
    }
    #expect(told == [said])
    #expect(findings == [])
  }

  @Test("an outlet may be named by its id or its name, and empty fields at the end of a row lose nothing")
  func outletsByName() {
    let (log, findings) = read(
      "date,outlet,,\n2018-04-05,Báo Lai Châu,,,,\n2018-04-06,cong\n,,\n", plan: plan)
    #expect(log.entries.map(\.outlet) == ["bao", "cong"])
    #expect(findings == [])
  }

  @Test("a quotation mark inside an unquoted field is a letter")
  func markInside() {
    let (log, findings) = read("date,outlet,title\n2018-04-05,bao,Màn hình 5\" mới\n", plan: plan)
    #expect(log.entries.map(\.title) == ["Màn hình 5\" mới"])
    #expect(findings == [])
  }

  @Test("the separator is the one with which most column names are known")
  func separatorByNames() {
    let (log, findings) = read("title, or what was said;date;outlet\nA, B, C;2018-04-05;bao\n", plan: plan)
    #expect(log.entries.map(\.outlet) == ["bao"])
    #expect(findings.map(\.code) == [.logColumnUnknown])
  }

  @Test("rows of several files follow one another, and the last day is the latest of all")
  func severalFiles() {
    let first = Array("date,outlet\n2018-04-07,bao\n2018-04-05,bao\n".utf8)
    let second = Array("outlet;date\nbao;16/4/2018\n".utf8)
    let (log, findings) = AsRunReader.read([("a.csv", first), ("b.csv", second)], plan: plan)
    #expect(log.entries.map(\.place.description) == ["a.csv:2:1", "a.csv:3:1", "b.csv:2:1"])
    #expect(log.lastDay == .of("2018-04-16"))
    #expect(findings == [])
  }

  @Test("no files make an empty log without a finding")
  func noFiles() {
    let (log, findings) = AsRunReader.read([], plan: plan)
    #expect(log == AsRunLog(entries: [], rowsLeftOut: 0))
    #expect(findings == [])
  }
}
