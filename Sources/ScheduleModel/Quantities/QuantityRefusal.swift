/// Why a phrase is no quantity, and what was understood of it.
public enum QuantityRefusal: Error, Hashable, Sendable {
  /// There is nothing to read.
  case empty
  /// It does not begin with a number, or with words that stand for one.
  case noNumber(String)
  /// It ends before it has said how many.
  case incomplete(String)
  /// It was understood as far as `read`; `rest` was not.
  case notUnderstood(read: String, rest: String, near: String?)
  /// A number is not written as Vietnamese writes it; `meant` is how it would be.
  case badNumber(String, meant: String?)
  /// A number that must be whole has decimals.
  case fraction(String)
  /// Nothing says what is counted.
  case noUnit(String)
  /// Its parts contradict each other: a range that goes backwards, "ít nhất 12 - 15".
  case contradictory(String, Contradiction)
  /// A number is larger than `limit`.
  case tooLarge(String, limit: Int)
  /// It may be read in two ways.
  case twoReadings(String, String)
  /// It is a rate for each issue of a newspaper, which is written as one for each opening.
  case eachIssue(String, meant: String)
  /// “Không” stands where the number does: none, or nothing is known.
  case negation(String)
  /// A total stands where a rate must.
  case noRate(String)
  /// A rate stands where a total must.
  case rate(String)

  /// What contradicts itself.
  public enum Contradiction: Hashable, Sendable { case backwards, qualifiedRange, minutes }

  /// What is wrong, as a sentence.
  public var message: Words {
    switch shortened {
    case .empty: Words(vi: "Chưa ghi số lượng.", en: "The figure is empty.")
    case .noNumber(let text):
      Words(
        vi: "“\(text)” không bắt đầu bằng số, hay bằng từ chỉ số lượng.",
        en: "“\(text)” does not begin with a number, nor with words for one.")
    case .incomplete(let text):
      Words(vi: "“\(text)” chưa nêu hết số lượng.", en: "“\(text)” ends before it says how many.")
    case .notUnderstood(let read, let rest, _):
      Words(
        vi: "Đọc được “\(read)”, còn “\(rest)” thì không hiểu.",
        en: "“\(read)” is understood, “\(rest)” is not.")
    case .badNumber(let text, _):
      Words(
        vi:
          "“\(text)” không phải số viết theo cách của tiếng Việt (dấu chấm ngăn hàng nghìn, dấu phẩy là thập phân).",
        en:
          "“\(text)” is not a number as Vietnamese writes it (points between thousands, a comma before decimals)."
      )
    case .fraction(let text):
      Words(
        vi:
          "“\(text)” không phải là số nguyên; phần thập phân chỉ được dùng với giờ, nghìn, triệu… (1,5 giờ; 1,2 triệu).",
        en:
          "“\(text)” is not a whole number; only hours, thousands, millions … may have decimals (1,5 giờ; 1,2 triệu)."
      )
    case .noUnit(let text):
      Words(vi: "“\(text)” không có đơn vị tính.", en: "“\(text)” has no unit.")
    case .contradictory(let text, .backwards):
      Words(
        vi: "“\(text)”: số sau nhỏ hơn số trước.", en: "“\(text)”: the range goes backwards.")
    case .contradictory(let text, .qualifiedRange):
      Words(
        vi: "“\(text)”: một khoảng đã có số ít nhất và số nhiều nhất, không thêm từ chỉ giới hạn được.",
        en: "“\(text)”: a range has its least and its most already, and takes no other limit.")
    case .contradictory(let text, .minutes):
      Words(
        vi: "“\(text)”: đứng sau số giờ thì số phút là từ 0 đến 59.",
        en: "“\(text)”: behind a number of hours there are 0 to 59 minutes.")
    case .tooLarge(let text, let limit):
      Words(
        vi: "“\(text)” lớn hơn \(grouped(limit, in: .vietnamese)), số lớn nhất được dùng ở đây.",
        en: "“\(text)” is more than \(grouped(limit, in: .english)), the largest number that is used here.")
    case .twoReadings(let text, _):
      Words(
        vi: "“\(text)” có nhiều cách hiểu.", en: "“\(text)” can be read in more than one way.")
    case .eachIssue(let text, _):
      Words(
        vi: "“\(text)” nêu số lượng cho mỗi số báo; mỗi số báo là một buổi.",
        en: "“\(text)” is a number for each issue; an issue is an opening (buổi).")
    case .negation(let text):
      Words(
        vi: "“\(text)” có thể là số 0, cũng có thể là không nêu số.",
        en: "“\(text)” may be the number 0, and may be that no number is stated.")
    case .noRate(let text):
      Words(vi: "“\(text)” không nêu bao lâu một lần.", en: "“\(text)” does not say how often.")
    case .rate(let text):
      Words(
        vi: "“\(text)” là tần suất, không phải tổng số.", en: "“\(text)” is a rate, not a total.")
    }
  }

  /// The same with long texts cut, so that a pasted page is not repeated.
  private var shortened: QuantityRefusal {
    func cut(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
    return switch self {
    case .empty: self
    case .noNumber(let text): .noNumber(cut(text))
    case .incomplete(let text): .incomplete(cut(text))
    case .notUnderstood(let read, let rest, let near):
      .notUnderstood(read: cut(read), rest: cut(rest), near: near)
    case .badNumber(let text, let meant): .badNumber(cut(text), meant: meant)
    case .fraction(let text): .fraction(cut(text))
    case .noUnit(let text): .noUnit(cut(text))
    case .contradictory(let text, let why): .contradictory(cut(text), why)
    case .tooLarge(let text, let limit): .tooLarge(cut(text), limit: limit)
    case .twoReadings(let text, let meant): .twoReadings(cut(text), meant)
    case .eachIssue(let text, let meant): .eachIssue(cut(text), meant: meant)
    case .negation(let text): .negation(cut(text))
    case .noRate(let text): .noRate(cut(text))
    case .rate(let text): .rate(cut(text))
    }
  }

  /// What would be understood.
  public var remedy: Words {
    switch self {
    case .badNumber(_, let meant?), .twoReadings(_, let meant), .eachIssue(_, let meant):
      Words(vi: "Viết: \(meant). \(Self.forms.vi)", en: "Write: \(meant). \(Self.forms.en)")
    case .notUnderstood(_, _, let near?):
      Words(
        vi: "Có phải là “\(near)”? \(Self.forms.vi)", en: "Did you mean “\(near)”? \(Self.forms.en)")
    case .negation:
      Words(
        vi: "Là số 0 thì viết 0; không có số thì bỏ trống. \(Self.forms.vi)",
        en: "If it is the number 0, write 0; if there is no number, leave it out. \(Self.forms.en)")
    default: Self.forms
    }
  }

  /// The forms that are understood.
  public static let forms = Words(
    vi: "Các dạng đọc được: \(examples); đơn vị lạ thì đặt trong ngoặc kép: 12 “gameshow”.",
    en: "Understood are: \(examples); a unit of your own goes in quotation marks: 12 “gameshow”.")

  private static let examples =
    "23 kỳ; 12 - 15 kỳ; hơn 600 tin, bài, ảnh; tối đa 12 kỳ; 5 nghìn tờ; hàng chục tin; 40 giờ; 2 giờ 15 phút"
}
