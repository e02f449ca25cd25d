import Foundation
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The audit trail: who did what, when, from where, and why; with filters, and the chain worked out again.
struct AuditPage {
  let title: String
  let state: String?
  /// The way to work the whole chain out again.
  let check: PageFrame.Link?
  let total: String?
  let rows: [Row]
  let person: String
  let text: String
  let from: String
  let to: String
  let older: String?
  let words: PageWords

  /// A row of the trail.
  struct Row {
    let number: String
    let at: String
    let who: String
    let address: String
    let action: String
    let object: String
    let change: String
    let reason: String
  }

  /// The words of the page.
  struct PageWords {
    let filter, person, text, from, to, show, older, number, at, who, address, action, object, change,
      reason: String
  }

  static let path = "/audit"
  static let title = Words(vi: "Nhật ký thao tác", en: "Audit trail")

  static func answer(_ visit: Visit) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let (language, desk) = (visit.language, visit.station.desk)
    var filter = TrailFilter()
    filter.text = visit.asked("text")
    let names = Dictionary(
      uniqueKeysWithValues: try await desk.store.read { try $0.people().map { ($0.number, $0) } })
    let asked = visit.asked("person")
    if let asked {
      // A number, or the name to sign in with.
      filter.person = Int(asked) ?? names.values.first { $0.login == asked.lowercased() }?.number ?? 0
    }
    func day(_ name: String) throws(Refusal) -> CivilDay? {
      guard let text = visit.asked(name) else { return nil }
      guard let day = CivilDay(iso: text) else {
        throw .unknown(text, Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
      }
      return day
    }
    let (from, to) = (try day("from"), try day("to"))
    if from != nil || to != nil {
      let first = from ?? CivilDay.year(CivilDay.years.lowerBound).lowerBound
      let end = to?.advanced(by: 1) ?? CivilDay.year(CivilDay.years.upperBound).upperBound
      // Days of the clock that the page shows.
      filter.from = PageTime.clock.utc(LocalTime(first))
      filter.end = PageTime.clock.utc(LocalTime(max(first, end)))
    }
    let before = visit.asked("before").flatMap(Int.init)
    let (rows, total) = try await desk.trail(visitor, filter, before: before, count: 100)
    let tokens = try await desk.tokenNames(in: rows)
    let checks = visit.asked("check") != nil
    let broken = checks ? try await desk.firstBrokenTrailRow(visitor) : nil
    let state =
      broken.map {
        Words(
          vi:
            "Chuỗi bị đứt: dòng \($0) không còn như lúc ghi. Hãy khôi phục từ bản sao lưu và báo người phụ trách an toàn thông tin.",
          en:
            "The chain is broken: row \($0) is not as it was written. Restore a backup, and tell who answers for security."
        )
      }
      ?? Words(
        vi: "Đã tính lại cả chuỗi: không dòng nào bị sửa hay mất.",
        en: "The whole chain was worked out again: no row was altered or removed.")
    let page = AuditPage(
      title: title[language], state: checks ? state[language] : nil,
      check: checks
        ? nil
        : PageFrame.Link(
          address: "\(path)?check=yes",
          name: Words(vi: "Tính lại cả chuỗi", en: "Work the whole chain out again")[language]),
      total: total.map { Words(vi: "\($0) dòng", en: "\($0) rows")[language] },
      rows: rows.map { row($0, names, tokens, language) }, person: asked ?? "",
      text: visit.asked("text") ?? "",
      from: from?.description ?? "", to: to?.description ?? "",
      older: rows.count == 100 ? rows.last.map { older(than: $0.number, visit) } : nil, words: words(language)
    )
    return visit.page(title, of: nil, here: nil, body: Template.render(.audit, page))
  }

  /// The address of the rows before one.
  private static func older(than number: Int, _ visit: Visit) -> String {
    let kept = (visit.request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("before=") }
    return "\(path)?" + (kept + ["before=\(number)"]).joined(separator: "&")
  }

  private static func row(
    _ row: TrailRow, _ names: [Int: Person], _ tokens: [String: String], _ language: ReaderLanguage
  ) -> Row {
    let note = row.note
    let change = [note.before, note.after].map { $0.map { TrailWords.value(cut($0))[language] } ?? "–" }
    return Row(
      number: "\(row.number)", at: PageTime.text(note.at),
      who: who(note, names, tokens, language),
      address: note.address?.visible() ?? "–", action: TrailWords.action(note.action)[language],
      object: TrailWords.object(note.object, names)[language].visible(),
      change: note.before == nil && note.after == nil ? "" : change.joined(separator: " → ").visible(),
      reason: note.reason?.visible() ?? "")
  }

  /// Who did it, and by which token where a program did.
  private static func who(
    _ note: TrailNote, _ names: [Int: Person], _ tokens: [String: String], _ language: ReaderLanguage
  ) -> String {
    let person = note.person.map { "\(names[$0]?.name ?? "") (\($0))" }?.visible() ?? "–"
    guard let session = note.session, session.hasPrefix("token ") else { return person }
    let token = (tokens[session] ?? String(session.dropFirst("token ".count))).visible()
    return Words(vi: "\(person), mã truy cập “\(token)”", en: "\(person), token “\(token)”")[language]
  }

  private static func words(_ language: ReaderLanguage) -> PageWords {
    PageWords(
      filter: Words(vi: "Lọc", en: "Filter")[language],
      person: Words(vi: "Người (số hoặc tên đăng nhập)", en: "Person (number or login)")[language],
      text: Words(
        vi: "Có chữ (như lệnh ghi: plan, sign in…)", en: "With the text (as recorded: plan, sign in …)")[
          language],
      from: Words(vi: "Từ ngày", en: "From")[language], to: Words(vi: "Đến hết ngày", en: "Up to")[language],
      show: Words(vi: "Xem", en: "Show")[language], older: Words(vi: "Cũ hơn", en: "Older")[language],
      number: Words(vi: "Số", en: "No.")[language], at: Words(vi: "Lúc", en: "At")[language],
      who: Words(vi: "Ai", en: "Who")[language], address: Words(vi: "Từ đâu", en: "From")[language],
      action: Words(vi: "Việc", en: "What")[language], object: Words(vi: "Với", en: "To")[language],
      change: Words(vi: "Trước → sau", en: "Before → after")[language],
      reason: Words(vi: "Lý do", en: "Why")[language])
  }

  static let template = """
    <h1>{{title}}{{#total}} <span class="soft">{{.}}</span>{{/total}}</h1>
    {{#state}}<p role="status">{{.}}</p>{{/state}}{{#check}}<p class="noprint"><a href="{{address}}">{{name}}</a></p>{{/check}}
    <form method="get" action="/audit" class="choices noprint">
    <p><label for="person">{{words.person}}</label><input id="person" name="person" value="{{person}}" maxlength="100"></p>
    <p><label for="text">{{words.text}}</label><input id="text" name="text" value="{{text}}" maxlength="100"></p>
    <p><label for="from">{{words.from}}</label><input id="from" name="from" type="date" value="{{from}}"></p>
    <p><label for="to">{{words.to}}</label><input id="to" name="to" type="date" value="{{to}}"></p>
    <p><button>{{words.show}}</button></p></form>
    <div class="table" tabindex="0" role="region" aria-label="{{title}}">
    <table><thead><tr><th scope="col" class="number">{{words.number}}</th><th scope="col">{{words.at}}</th><th scope="col">{{words.who}}</th>\
    <th scope="col">{{words.address}}</th><th scope="col">{{words.action}}</th><th scope="col">{{words.object}}</th>\
    <th scope="col">{{words.change}}</th><th scope="col">{{words.reason}}</th></tr></thead><tbody>
    {{#rows}}
    <tr><td class="number">{{number}}</td><td class="time">{{at}}</td><td>{{who}}</td><td>{{address}}</td><td>{{action}}</td>\
    <td class="words">{{object}}</td><td class="words">{{change}}</td><td class="words">{{reason}}</td></tr>
    {{/rows}}
    </tbody></table></div>
    {{#older}}<p><a href="{{.}}" rel="next">{{words.older}} →</a></p>{{/older}}

    """
}

/// The words of the trail, which stand in it as words of the program, for people.
enum TrailWords {
  /// What was done.
  static func action(_ action: String) -> Words { actions[action] ?? Words(action) }

  /// To what: a person with the name.
  static func object(_ object: String, _ names: [Int: Person]) -> Words {
    let parts = object.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return Words(object) }
    switch parts[0] {
    case "person":
      let name = Int(parts[1]).flatMap { names[$0]?.name }.map { " \($0)" } ?? ""
      return Words(vi: "người dùng \(parts[1])\(name)", en: "person \(parts[1])\(name)")
    case "plan": return Words(vi: "kế hoạch \(parts[1])", en: "plan \(parts[1])")
    case "unit": return Words(vi: "đơn vị \(parts[1])", en: "unit \(parts[1])")
    case "feed": return Words(vi: "địa chỉ lịch \(parts[1])", en: "calendar address \(parts[1])")
    case "token": return Words(vi: "mã truy cập \(parts[1])", en: "token \(parts[1])")
    default: return Words(object)
    }
  }

  /// What stands before or after a change, where the program put words of its own into it.
  static func value(_ text: String) -> Words {
    if let match = text.wholeMatch(of: /(?:(?<slot>\S+) )?and (?<count>\d+) (?<how>alike|that follow it)/) {
      let (slot, count) = (match.output.slot.map { "\($0) " } ?? "", match.output.count)
      return Words(
        vi: match.output.how == "alike"
          ? "\(slot)và \(count) lượt dời theo" : "\(slot)và \(count) lượt đi theo",
        en: text)
    }
    if let match = text.wholeMatch(of: /(?<count>\d+) in all/) {
      return Words(vi: "tất cả \(match.output.count) lượt", en: text)
    }
    let grants = text.split(separator: ", ").map { grant -> String? in
      guard let match = grant.wholeMatch(of: /unit (?<unit>\d+) (?<role>[a-z]+)(?: of (?<outlet>\S+))?/),
        let role = Role(rawValue: String(match.output.role))
      else { return nil }
      let outlet = match.output.outlet.map { ", chỉ kênh \($0)" } ?? ""
      return "\(RoleWords.name(role).vi) (đơn vị \(match.output.unit)\(outlet))"
    }
    return grants.isEmpty || grants.contains(nil)
      ? Words(text) : Words(vi: grants.compactMap(\.self).joined(separator: ", "), en: text)
  }

  private static let actions: [String: Words] = [
    "bring in plan": Words(vi: "đưa kế hoạch mới vào", en: "brought in a plan"),
    "first start": Words(vi: "lập người quản trị đầu tiên", en: "made the first administrator"),
    "invite": Words(vi: "mời", en: "invited"), "set roles": Words(vi: "đổi vai trò", en: "changed roles"),
    "disable": Words(vi: "khóa tài khoản", en: "disabled"), "enable": Words(vi: "mở khóa", en: "enabled"),
    "make reset link": Words(vi: "tạo liên kết đặt mật khẩu", en: "made a link for another password"),
    "erase": Words(vi: "xóa thông tin cá nhân", en: "erased"),
    "one-time password at the terminal": Words(
      vi: "cấp mật khẩu dùng một lần tại máy chủ", en: "gave a password for one time at the terminal"),
    "sign in": Words(vi: "đăng nhập", en: "signed in"),
    "sign-in refused": Words(vi: "đăng nhập không thành", en: "was refused to sign in"),
    "sign out": Words(vi: "đăng xuất", en: "signed out"),
    "confirm": Words(vi: "nhập lại mật khẩu", en: "gave the password again"),
    "confirmation refused": Words(vi: "nhập lại mật khẩu không đúng", en: "gave a wrong password again"),
    "change password": Words(vi: "đổi mật khẩu", en: "changed the password"),
    "end other sessions": Words(vi: "đăng xuất mọi nơi khác", en: "signed out everywhere else"),
    "end session": Words(vi: "đăng xuất một nơi khác", en: "signed out elsewhere"),
    "subscribe": Words(vi: "đăng ký lịch", en: "subscribed"),
    "make calendar public": Words(vi: "công khai lịch", en: "made a calendar public"),
    "revoke feed": Words(vi: "hủy địa chỉ lịch", en: "revoked"),
    "make token": Words(vi: "tạo mã truy cập", en: "made a token"),
    "revoke token": Words(vi: "hủy mã truy cập", en: "revoked a token"),
    "set up second factor": Words(vi: "bật xác thực hai bước", en: "set up the second factor"),
    "second factor": Words(vi: "nhập mã xác thực", en: "gave the code"),
    "second factor refused": Words(vi: "mã xác thực không đúng", en: "gave a wrong code"),
    "use recovery code": Words(vi: "dùng mã dự phòng", en: "used a recovery code"),
    "make recovery codes": Words(vi: "tạo mã dự phòng mới", en: "made recovery codes"),
    "remove second factor": Words(vi: "gỡ xác thực hai bước", en: "removed the second factor"),
    "move": Words(vi: "dời lượt phát", en: "moved a broadcast"),
    "place": Words(vi: "xếp lượt phát", en: "placed a broadcast"),
    "ask for re-plan": Words(vi: "yêu cầu xếp lại", en: "asked for a re-plan"),
    "accept re-plan": Words(vi: "lấy lịch xếp lại làm dự thảo", en: "took a re-plan as the draft"),
    "cancel job": Words(vi: "dừng việc ở nền", en: "ended work in the background"),
    "set version": Words(vi: "ghi tình trạng bản dịch", en: "set how far a version is"),
    "send in folder": Words(vi: "gửi thư mục kế hoạch", en: "sent in a plan's folder"),
    "take in folder": Words(vi: "nhận thư mục kế hoạch", en: "took in a plan's folder"),
    "discard folder": Words(vi: "bỏ thư mục đã gửi", en: "removed a folder that was sent in"),
    "upload": Words(vi: "gửi tệp", en: "sent a file in"),
    "discard upload": Words(vi: "bỏ tệp đã gửi", en: "removed a file that was sent in"),
    "record plan": Words(vi: "ghi bản kế hoạch vào sổ", en: "recorded a plan"),
    "record publication": Words(vi: "phát hành lịch", en: "published"),
    "record log": Words(vi: "ghi nhật ký phát sóng vào sổ", en: "recorded a log"),
    "record link": Words(vi: "ghi chú dòng nhật ký", en: "recorded a link"),
    "record declared": Words(vi: "ghi số liệu đơn vị báo", en: "recorded declared figures"),
    "record close": Words(vi: "chốt số liệu", en: "closed a period"),
    "discard draft": Words(vi: "bỏ dự thảo", en: "threw the draft away"),
    "take out": Words(vi: "bỏ lượt phát ra khỏi khung", en: "took a broadcast out of its slot"),
    "take back": Words(vi: "hoàn tác trong dự thảo", en: "took a move of the draft back"),
    "change file": Words(vi: "sửa tệp đang làm", en: "changed a file"),
    "load units": Words(vi: "thêm, sửa đơn vị theo bảng", en: "added and changed units as a table says"),
    "add unit": Words(vi: "thêm đơn vị", en: "added a unit"),
    "change unit": Words(vi: "sửa đơn vị", en: "changed a unit"),
    "remove unit": Words(vi: "bỏ đơn vị", en: "removed a unit"),
    "import at the terminal": Words(vi: "đưa vào tại máy chủ", en: "imported at the terminal"),
  ]
}
