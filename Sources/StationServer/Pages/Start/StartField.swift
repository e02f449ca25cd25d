import Reports
import ScheduleModel
import StationDesk
import StationStore

/// A field of the form by which a plan is begun.
struct StartField {
  let id: String
  let name: String
  var value = ""
  var help: String?
  var isRequired = false
  var isHidden = false
  /// What kinds of files it takes; `nil` for a field without a file.
  var accept: String?
  /// What can be chosen; `nil` for a text.
  var options: Options?

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

  /// The fields of a way to begin.
  ///
  /// - Parameter isShown: Whether the plan is shown already, so that only its name and unit can still be chosen.
  static func fields(
    _ way: StartWay, _ visit: Visit, _ units: [Unit], _ sources: [VisiblePlan], isShown: Bool
  ) -> [StartField] {
    let language = visit.language
    func typed(_ id: String) -> String { visit.form?[id] ?? "" }
    func choice(_ id: String, _ all: [(value: String, label: String)]) -> Options {
      Options(
        all: all.map { Option(value: $0.value, label: $0.label.visible(), isChosen: $0.value == typed(id)) })
    }
    var fields: [StartField] = []
    if isShown {
      if way == .after {
        fields.append(StartField(id: "plan", name: "", value: typed("plan"), isHidden: true))
      }
    } else {
      switch way {
      case .blank: break
      case .annex:
        fields.append(
          StartField(
            id: "file", name: Words(vi: "Phụ lục", en: "Annex")[language], isRequired: true,
            accept: ".xlsx,.docx,.csv"))
        fields.append(
          StartField(
            id: "table", name: Words(vi: "Bảng thứ mấy", en: "Which table")[language], value: typed("table"),
            help: Words(
              vi: "Chỉ cần khi tệp có nhiều bảng.", en: "Only where the file has several tables.")[language]))
      case .after:
        fields.append(
          StartField(
            id: "plan", name: Words(vi: "Kế hoạch năm trước", en: "Last year's plan")[language],
            help: sources.isEmpty
              ? Words(
                vi: "Vai trò của bạn chưa xem được kế hoạch nào; cần vai trò xem được dự thảo.",
                en: "Your roles let you read no plan; a role that sees drafts is needed.")[language] : nil,
            isRequired: true,
            options: choice("plan", sources.map { ($0.plan.slug, $0.plan.slug) })))
      case .calendar:
        fields.append(
          StartField(
            id: "file", name: Words(vi: "Tệp lịch (.ics)", en: "Calendar (.ics)")[language], isRequired: true,
            accept: ".ics,text/calendar"))
        fields.append(
          StartField(
            id: "outlet", name: Words(vi: "Tên kênh", en: "Name of the outlet")[language],
            value: typed("outlet"), isRequired: true))
        fields.append(
          StartField(
            id: "kind", name: Words(vi: "Loại kênh", en: "Kind of outlet")[language],
            options: choice("kind", Outlet.Kind.allCases.map { ($0.rawValue, $0.name[language]) })))
      }
      fields.append(
        StartField(
          id: "title", name: Words(vi: "Tên kế hoạch", en: "Title of the plan")[language],
          value: typed("title"),
          help: Words(
            vi: "Để trống thì lấy tên thường dùng, hoặc tên ghi trong nguồn.",
            en: "Left empty, it is the usual title, or the one of the source.")[language]))
      fields.append(
        StartField(
          id: "year", name: Words(vi: "Năm", en: "Year")[language], value: typed("year"),
          help: yearHelp(way, visit))
      )
    }
    fields.append(
      StartField(
        id: "name", name: Words(vi: "Tên ngắn trong địa chỉ", en: "Short name in addresses")[language],
        value: typed("name"),
        help: Words(
          vi: "Chữ thường không dấu, số và dấu gạch ngang; ví dụ: lai-chau-2027.",
          en: "Small letters without marks, digits and hyphens, such as lai-chau-2027.")[language],
        isRequired: true))
    fields.append(
      StartField(
        id: "unit", name: Words(vi: "Đơn vị", en: "Unit")[language],
        options: choice("unit", units.map { ("\($0.number)", "\($0.name) (\($0.code))") })))
    return fields
  }

  private static func yearHelp(_ way: StartWay, _ visit: Visit) -> String {
    let words =
      switch way {
      case .blank, .calendar:
        Words(
          vi: "Để trống thì là \(StartMaking.thisYear(visit)).",
          en: "Left empty, it is \(StartMaking.thisYear(visit)).")
      case .annex:
        Words(
          vi: "Để trống thì là năm ghi trong phụ lục.", en: "Left empty, it is the one that the annex names.")
      case .after:
        Words(vi: "Để trống thì là năm tiếp theo.", en: "Left empty, it is the next one.")
      }
    return words[visit.language]
  }

  static let template = """
    {{#isHidden}}<input type="hidden" name="{{id}}" value="{{value}}">{{/isHidden}}\
    {{^isHidden}}<p><label for="{{id}}">{{name}}</label>\
    {{#options}}<select id="{{id}}" name="{{id}}"{{#isRequired}} required{{/isRequired}}{{#help}} aria-describedby="{{id}}-help"{{/help}}>\
    {{#all}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/all}}</select>{{/options}}\
    {{^options}}<input id="{{id}}" name="{{id}}"{{#accept}} type="file" accept="{{.}}"{{/accept}}{{^accept}} value="{{value}}" maxlength="300" autocomplete="off"{{/accept}}\
    {{#isRequired}} required{{/isRequired}}{{#help}} aria-describedby="{{id}}-help"{{/help}}>{{/options}}\
    {{#help}}<span class="help soft" id="{{id}}-help">{{.}}</span>{{/help}}</p>{{/isHidden}}

    """
}
