import Foundation
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The fields of a form in which a unit is described.
struct UnitFields {
  let code: String
  let name: String
  let levels: [RoleChoices.Choice]
  let parents: [RoleChoices.Choice]
  let words: FieldWords

  /// The words of the fields.
  struct FieldWords {
    let code, codeHelp, name, level, parent: String
  }

  /// - Parameters:
  ///   - terms: What the fields begin with.
  ///   - units: The units that may be above it, in the order of a tree.
  ///   - place: What the place is called that it has now, where none of the units is above it; `nil` for a new unit.
  init(_ terms: UnitTerms, _ units: UnitTree, place: Words?, _ language: ReaderLanguage) {
    code = terms.code
    name = terms.name
    let known = UnitLevel.allCases.map { ($0.rawValue, $0.name[language]) }
    let own =
      known.contains { $0.0 == terms.level } || terms.level.isEmpty ? [] : [(terms.level, terms.level)]
    levels = (known + own).map {
      RoleChoices.Choice(value: $0.0, name: $0.1, isChosen: $0.0 == terms.level)
    }
    let now = place.map { RoleChoices.Choice(value: "", name: $0[language], isChosen: terms.parent == nil) }
    parents =
      [now].compactMap(\.self)
      + units.places.map { place in
        RoleChoices.Choice(
          value: place.unit.code,
          name: String(repeating: "– ", count: place.depth)
            + "\(place.unit.name) (\(place.unit.code))".visible(),
          isChosen: place.unit.code == terms.parent)
      }
    words = FieldWords(
      code: Words(vi: "Mã đơn vị", en: "Code")[language],
      codeHelp: Words(
        vi: "Chữ, số và . _ - ; dùng mã định danh của cơ quan nếu có.",
        en: "Letters, digits and . _ - ; the identifier that other systems use, if there is one.")[language],
      name: Words(vi: "Tên đơn vị", en: "Name")[language], level: Words(vi: "Cấp", en: "Level")[language],
      parent: Words(vi: "Thuộc đơn vị", en: "Below")[language])
  }

  /// What a form says.
  static func terms(_ form: FormBody) -> UnitTerms {
    UnitTerms(
      code: form["code"].filter { !$0.isWhitespace }, name: form["name"].trimmingCharacters(in: .whitespaces),
      level: form["level"],
      parent: form["parent"].isEmpty ? nil : form["parent"])
  }

  static let template = """
    <p><label for="code">{{words.code}}</label><input id="code" name="code" value="{{code}}" required maxlength="40" autocomplete="off" aria-describedby="codehelp"></p>
    <p class="soft" id="codehelp">{{words.codeHelp}}</p>
    <p><label for="name">{{words.name}}</label><input id="name" name="name" value="{{name}}" required maxlength="200" autocomplete="off"></p>
    <p><label for="level">{{words.level}}</label><select id="level" name="level">\
    {{#levels}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/levels}}</select></p>
    <p><label for="parent">{{words.parent}}</label><select id="parent" name="parent">\
    {{#parents}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/parents}}</select></p>

    """
}
