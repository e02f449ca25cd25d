import Reports
import ScheduleModel
import StationDesk
import StationWork

/// What to do about a finding of a file that was sent in, as it is done on its page: a remedy that names the command's
/// options names the fields of the page instead.
struct PreviewRemedies {
  private let here: String
  private let ways: FindingWays
  private let language: ReaderLanguage
  private let hasTitles: Bool
  private let hasColumns: Bool

  /// - Parameters:
  ///   - here: The address of the page.
  ///   - hasTitles: Whether titles that no line has are answered on the page.
  ///   - hasColumns: Whether the columns of the file can be named.
  init(_ here: String, _ plan: VisiblePlan, _ language: ReaderLanguage, hasTitles: Bool, hasColumns: Bool) {
    (self.here, self.language) = (here, language)
    (self.hasTitles, self.hasColumns) = (hasTitles, hasColumns)
    ways = FindingWays(plan, language)
  }

  /// The fields of the page for the options of the command.
  private static let fields: [(option: String, name: Words)] = [
    ("--outlet", Words(vi: "Kênh của dòng không ghi kênh", en: "Outlet of rows that name none")),
    ("--day", Words(vi: "Ngày của dòng không ghi ngày", en: "Day of rows that name none")),
    ("--dates", Words(vi: "Ngày ghi theo", en: "Days are written")),
    ("--lengths", Words(vi: "Thời lượng ghi theo", en: "Lengths are written")),
    ("--numbers", Words(vi: "Số ghi theo", en: "Numbers are written")),
    ("--trust", Words(vi: "Độ tin cậy của dòng không tự ghi", en: "Trust of rows that do not say it")),
    ("--encoding", Words(vi: "Bảng mã", en: "Encoding")),
    ("--map", Words(vi: "Cách đọc đã lưu", en: "Saved mapping")),
  ]

  /// The remedy in words of the page, and where it leads.
  func remedy(of told: UploadPreview.Told) -> (text: String?, ways: [PageFrame.Link]) {
    guard let remedy = told.remedy else { return (nil, []) }
    let isColumnMissing = told.code == FindingCode.logColumnMissing.rawValue
    let fields = Self.fields.filter { field in
      remedy.contains(field.option) || (isColumnMissing && ["--outlet", "--day"].contains(field.option))
    }.map { "“\($0.name[language])”" }
    let isAboutColumns =
      hasColumns && (isColumnMissing || remedy.contains("mappings.yaml"))
    if told.code == FindingCode.logTitlesUnknown.rawValue {
      guard hasTitles else { return (nil, []) }
      return (
        Words(
          vi: "Trả lời từng tên một lần ở dưới: tên đó là của chỉ tiêu nào.",
          en: "Answer each title once below: of which line it is.")[language],
        [link("#titles", Words(vi: "Đến các tên", en: "To the titles"))]
      )
    }
    var texts: [String] = []
    var links: [PageFrame.Link] = []
    if isAboutColumns {
      texts.append(
        Words(vi: "Chỉ từng cột của tệp là gì.", en: "Say what each column of the file is.")[language])
      links.append(link("/columns", Words(vi: "Chỉ từng cột", en: "Name the columns")))
    }
    if !fields.isEmpty {
      let list = fields.joined(separator: ", ")
      texts.append(
        Words(
          vi: "\(isAboutColumns ? "Hoặc chọn" : "Chọn") ở phần đọc lại dưới đây: \(list).",
          en: "\(isAboutColumns ? "Or choose" : "Choose") below, where the file is read again: \(list).")[
            language])
      links.append(link("#options", Words(vi: "Đến các lựa chọn", en: "To the choices")))
    }
    if !texts.isEmpty { return (texts.joined(separator: " "), links) }
    let pages = ways.links(Words(remedy))
    return (PageRemedy(Words(remedy)).words[language], pages)
  }

  private func link(_ place: String, _ name: Words) -> PageFrame.Link {
    PageFrame.Link(address: here + place, name: name[language])
  }
}
