import Reports
import ScheduleModel

/// A cell in the form of a plan's row.
struct PlanRowField {
  let id: String
  let name: String
  let value: String
  /// How it is written, or what can be named; `nil` where nothing needs to be said.
  let help: String?
  /// What can be chosen; `nil` for a text.
  let options: Options?
  /// What is wrong with what was typed.
  let errors: [String]
  let isWrong: Bool

  /// What can be chosen.
  struct Options {
    let all: [Option]
  }

  /// Something that can be chosen.
  struct Option {
    let value: String
    let label: String
    let isChosen: Bool
  }

  /// - Parameter tables: All tables of the plan, for what can be named.
  init(
    _ index: Int, _ column: PlanTable.Column, value: String, errors: [String], _ tables: [PlanTable],
    _ language: ReaderLanguage
  ) {
    id = "c\(index)"
    name = column.heading[language]
    self.value = value
    self.errors = errors
    isWrong = !errors.isEmpty
    let choices = Self.choices(column, tables, language)
    options = choices.map { choices in
      let isKnown = value.isEmpty || choices.contains { $0.value == value }
      let all = [(value: "", label: "–")] + (isKnown ? [] : [(value: value, label: value)]) + choices
      return Options(
        all: all.map { Option(value: $0.value, label: $0.label.visible(), isChosen: $0.value == value) })
    }
    help = choices == nil ? Self.help(column, tables, language) : nil
  }

  /// A cell as it is shown: a day as people write it, and as the help beside its field has it.
  static func shown(_ text: String, _ column: PlanTable.Column) -> String {
    column.content == .day ? CivilDay(iso: text)?.forPeople ?? text : text
  }

  private typealias Choice = (value: String, label: String)

  /// What a cell is chosen among; `nil` for a cell that is typed.
  private static func choices(
    _ column: PlanTable.Column, _ tables: [PlanTable], _ language: ReaderLanguage
  ) -> [Choice]? {
    func words(_ texts: [String]) -> [Choice] { texts.map { ($0, $0) } }
    switch column.content {
    case .kind: return words(Outlet.Kind.allCases.map { $0.name[language] })
    case .level: return words(AdminLevel.allCases.map { $0.name[language] })
    case .words(let all): return words(all.map { $0.name[language] })
    case .every:
      return [(Words(vi: "tháng", en: "month")[language], Words(vi: "tháng", en: "month")[language])]
    case .one(let part) where part != .grid:
      // A line may say that it is no part of another.
      let none: [Choice] =
        column.key == "part-of"
        ? words([Words(vi: "không", en: "none")[language]]) : []
      return none + named(part, tables)
    case .identity where column.key == "outlet": return named(.outlets, tables)
    case .identity where column.key == "line": return named(.lines, tables)
    default: return nil
    }
  }

  private static func named(_ part: PlanTable.Part, _ tables: [PlanTable]) -> [Choice] {
    guard let table = tables.first(where: { $0.part == part }) else { return [] }
    let name = table.columns.firstIndex { ["name", "title"].contains($0.key) }
    return table.rows.map { row in
      let text = name.map { row.cells[$0] } ?? ""
      return (row.id, text.isEmpty ? row.id : "\(text) (\(row.id))")
    }
  }

  private static func help(
    _ column: PlanTable.Column, _ tables: [PlanTable], _ language: ReaderLanguage
  ) -> String? {
    let words: Words? =
      switch column.content {
      case .day: Words(vi: "Ví dụ: 15/03/2026.", en: "Such as 15/03/2026.")
      case .days:
        Words(vi: "Các ngày, cách nhau bằng dấu phẩy.", en: "Days, with commas between them.")
      case .pins:
        Words(
          vi: "Các ngày, cách nhau bằng dấu phẩy; có thể ghi mã khung giờ sau ngày: 08/11/2026 toi-thu-nam.",
          en: "Days, with commas between them; a grid line's id may follow a day: 08/11/2026 toi-thu-nam.")
      case .time: Words(vi: "Ví dụ: 20:15.", en: "Such as 20:15.")
      case .ranges:
        Words(
          vi: "Ngày đầu và ngày cuối có hai chấm ở giữa, cách nhau bằng dấu phẩy: 01/06/2026..10/06/2026.",
          en:
            "First and last day with two points between them, commas between ranges: 01/06/2026..10/06/2026.")
      case .length where ["gap", "after", "within", "into-next-year", "lasts"].contains(column.key):
        Words(vi: "Ví dụ: 3 ngày.", en: "Such as 3 days.")
      case .text where column.key == "between":
        Words(vi: "Ví dụ: 18:00-23:00.", en: "Such as 18:00-23:00.")
      case .text where column.key == "weight":
        Words(vi: "Ví dụ: 2 a minute (2 điểm mỗi phút), 3 a work.", en: "Such as 2 a minute, 3 a work.")
      case .number where column.key == "weight":
        Words(vi: "Từ 1 đến 1.000.", en: "From 1 to 1,000.")
      case .length: Words(vi: "Ví dụ: 15 phút, 1 giờ 30 phút.", en: "Such as 15m, 1h30.")
      case .weekdays:
        Words(vi: "Ví dụ: thứ Hai, thứ Năm.", en: "Such as Monday, Thursday.")
      case .languages: Words(vi: "Ví dụ: Mông, Thái.", en: "Such as Mông, Thái.")
      case .list: Words(vi: "Cách nhau bằng dấu phẩy.", en: "With commas between them.")
      case .blackout:
        Words(
          vi: "Ghi: bỏ, giữ, hoặc dời mấy ngày (-7d, +7d).",
          en: "Write drop, keep, or by how many days (-7d, +7d).")
      case .text where column.key == "quota":
        Words(vi: "Ví dụ: 23 kỳ; hơn 600 tin, bài.", en: "Such as 23 kỳ; hơn 600 tin, bài.")
      case .text where column.key == "rule":
        Words(
          vi: "Ví dụ: thứ Hai và thứ Năm hằng tuần; ngày 5 và 20 hằng tháng.",
          en: "Such as FREQ=WEEKLY;BYDAY=MO,TH, or Vietnamese words: thứ Hai và thứ Năm hằng tuần.")
      case .text where column.key == "cost": Words(vi: "Ví dụ: 1,5 tỷ đồng.", en: "Such as 1,5 tỷ đồng.")
      case .text where column.key == "versions.after" || column.key.hasPrefix("deadlines."):
        Words(vi: "Số ngày, ví dụ: 3 ngày.", en: "A number of days, such as 3 days.")
      case .identity where column.key == "id":
        Words(
          vi: "Chữ thường không dấu, số và gạch nối; không đổi về sau.",
          en: "Small letters without marks, digits and hyphens; it does not change later.")
      case .several(let part), .one(let part): list(named(part, tables))
      default: nil
      }
    return words?[language].visible()
  }

  /// The ids that a cell may name, as far as they fit.
  private static func list(_ choices: [Choice]) -> Words? {
    guard !choices.isEmpty else { return nil }
    let ids = choices.prefix(12).map { String($0.value.split(separator: "/").last ?? "") }
    let text = Set(ids).sorted().joined(separator: ", ") + (choices.count > 12 ? ", …" : "")
    return Words(vi: "Mã, cách nhau bằng dấu phẩy: \(text).", en: "Ids, with commas between them: \(text).")
  }

  static let template = """
    <p><label for="{{id}}">{{name}}</label>\
    {{#options}}<select id="{{id}}" name="{{id}}"{{#isWrong}} aria-invalid="true" aria-describedby="{{id}}-errors"{{/isWrong}}>\
    {{#all}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/all}}</select>{{/options}}\
    {{^options}}<input id="{{id}}" name="{{id}}" value="{{value}}"{{#isWrong}} aria-invalid="true" aria-describedby="{{id}}-errors"{{/isWrong}}\
    {{^isWrong}}{{#help}} aria-describedby="{{id}}-help"{{/help}}{{/isWrong}}>{{/options}}\
    {{#isWrong}}<span class="wrong" id="{{id}}-errors">{{#errors}}{{.}} {{/errors}}</span>{{/isWrong}}\
    {{#help}}<span class="help soft" id="{{id}}-help">{{.}}</span>{{/help}}</p>

    """
}
