public import ScheduleModel
import StationStore

/// Why a unit cannot be made, changed or removed; nothing is changed then.
public enum UnitRefusal: Error, Hashable, Sendable {
  /// This cannot be a code.
  case code(String)
  /// Another unit has this code.
  case codeTaken(String)
  /// This cannot be a name.
  case name(String)
  /// This is no level.
  case level(String)
  /// There is no unit of this code, or the visitor has no say in it.
  case unknown(String)
  /// A unit would lie below itself.
  case belowItself(String)
  /// More units would lie one below the other than may.
  case tooDeep(String)
  /// The unit has plans, units below it, or people with roles.
  case inUse(String)

  /// What is wrong, and what to do.
  public var words: Words {
    switch self {
    case .code(let code):
      Words(
        vi:
          "“\(code)” không làm mã đơn vị được: dùng chữ, số và . _ - , nhiều nhất 40 ký tự, không có khoảng trắng.",
        en:
          "“\(code)” cannot be a unit's code: use letters, digits and . _ - , 40 at the most, without blanks."
      )
    case .codeTaken(let code):
      Words(
        vi: "Đã có đơn vị mang mã “\(code)”; hãy chọn mã khác.",
        en: "A unit has the code “\(code)” already; choose another.")
    case .name:
      Words(
        vi: "Tên đơn vị cần 1–200 ký tự, trên một dòng.",
        en: "A unit's name has 1 to 200 characters, on one line.")
    case .level(let level):
      Words(
        vi: "“\(level)” không phải là cấp; các cấp: \(Self.levels(.vietnamese)).",
        en: "“\(level)” is no level; the levels are \(Self.levels(.english)).")
    case .unknown(let code):
      Words(
        vi: "Không có đơn vị mang mã “\(code)” trong phạm vi bạn quản lý; xem danh sách đơn vị.",
        en: "There is no unit with the code “\(code)” among those that you manage; look at the list of units."
      )
    case .belowItself(let code):
      Words(
        vi:
          "Đơn vị “\(code)” không thể thuộc chính nó hoặc thuộc đơn vị bên dưới nó; hãy chọn đơn vị cấp trên khác.",
        en:
          "The unit “\(code)” cannot lie below itself or below one of its own units; choose another unit above it."
      )
    case .tooDeep(let code):
      Words(
        vi:
          "Đơn vị “\(code)” nằm quá sâu: nhiều nhất \(Unit.deepest) bậc; hãy chọn đơn vị cấp trên gần gốc hơn.",
        en:
          "The unit “\(code)” would lie too deep: there are \(Unit.deepest) levels at the most; choose a unit nearer the top."
      )
    case .inUse(let code):
      Words(
        vi:
          "Không bỏ được đơn vị “\(code)”: còn kế hoạch, đơn vị bên dưới hoặc người có vai trò ở đó. Hãy chuyển hoặc thu lại trước.",
        en:
          "The unit “\(code)” cannot be removed: it has plans, units below it, or people with roles. Move or end these first."
      )
    }
  }

  private static func levels(_ language: ReaderLanguage) -> String {
    UnitLevel.allCases.map { level in
      level.name[language] == level.rawValue ? level.rawValue : "\(level.rawValue) (\(level.name[language]))"
    }.joined(separator: ", ")
  }
}
