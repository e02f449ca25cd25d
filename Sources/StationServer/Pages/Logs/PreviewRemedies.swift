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
    ("--outlet", outlet),
    ("--day", Words(vi: "Ngày của dòng không ghi ngày", en: "Day of rows that name none")),
    ("--date-cells", dateCells),
    ("--dates", Words(vi: "Ngày ghi theo", en: "Days are written")),
    ("--lengths", Words(vi: "Thời lượng ghi theo", en: "Lengths are written")),
    ("--numbers", Words(vi: "Số ghi theo", en: "Numbers are written")),
    ("--trust", Words(vi: "Độ tin cậy của dòng không tự ghi", en: "Trust of rows that do not say it")),
    ("--encoding", Words(vi: "Bảng mã", en: "Encoding")),
    ("--map", Words(vi: "Cách đọc đã lưu", en: "Saved mapping")),
  ]

  /// The field of the outlet that rows have which name none.
  static let outlet = Words(vi: "Kênh của dòng không ghi kênh", en: "Outlet of rows that name none")

  /// The field by which date cells are said to be right, or turned.
  static let dateCells = Words(vi: "Ô kiểu ngày của bảng tính", en: "Date cells of the spreadsheet")

  /// One of `ImportRequest.dateCells` for a reader.
  static func name(ofDateCells choice: String) -> Words {
    choice == "turned"
      ? Words(vi: "bị đảo ngày và tháng", en: "day and month are turned round")
      : Words(vi: "đúng như đang hiện", en: "right as they show")
  }

  /// What the file alone does not tell: guessed, it would make wrong figures.
  private static let doubtful: Set<String> = [
    FindingCode.logDayDoubtful.rawValue, FindingCode.logLengthDoubtful.rawValue,
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
    if told.code == FindingCode.logOtherStation.rawValue, hasColumns {
      return (
        Words(
          vi:
            "Kiểm tra xem nhật ký có đúng của đài này không. Đúng thì chỉ từng cột của tệp, để trống cột kênh, rồi chọn “\(Self.outlet.vi)” ở phần đọc lại; hoặc sửa tên kênh trong tệp cho giống kế hoạch.",
          en:
            "See whether the log is this station's. If so, name the columns, leave that of the outlet empty, then choose “\(Self.outlet.en)” where the file is read again; or name the outlet in the file as the plan does."
        )[language],
        [link("/columns", Words(vi: "Chỉ từng cột", en: "Name the columns"))]
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
      let isDoubtful = Self.doubtful.contains(told.code)
      texts.append(
        isDoubtful
          ? Words(
            vi: "Xem nhật ký gốc hoặc hỏi nơi gửi, rồi chọn ở phần đọc lại dưới đây: \(list).",
            en:
              "See the station's own log or ask the sender, then choose below, where the file is read again: \(list)."
          )[language]
          : Words(
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
