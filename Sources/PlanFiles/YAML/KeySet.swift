import ScheduleModel

/// The keys that one kind of mapping in a file may have.
///
/// Every set is here, so that the reference in `schedules/README.md` can be held against them.
struct KeySet {
  let what: Words
  /// The keys whose value tells which one it is; a finding about the whole lies under the first that is there.
  let names: [String]
  let required: [String]
  let all: [String]
  private let known: Set<String>

  init(_ what: Words, names: [String] = [], required: [String] = [], optional: [String] = []) {
    self.what = what
    self.names = names
    self.required = required
    all = required + optional
    known = Set(all)
  }

  func contains(_ key: String) -> Bool { known.contains(key) }

  /// Keys for the shortest example: those that must be there, or else the first two.
  var shortest: [String] { required.isEmpty ? Array(all.prefix(2)) : required }

  static let plan = KeySet(
    Words(vi: "kế hoạch", en: "a plan"), required: ["plan", "title", "year", "outlets", "lines"],
    optional: [
      "from", "to", "successor", "revised", "zone", "documents", "units", "blackouts", "topics",
      "translators", "totals", "counts", "score", "reporting", "matching", "remarks", "office", "calendars",
    ])
  static let document = KeySet(
    Words(vi: "văn bản", en: "a document"), names: ["number", "subject", "issuer", "date"],
    optional: ["number", "date", "issuer", "subject", "role"])
  static let unit = KeySet(
    Words(vi: "đơn vị", en: "a unit"), required: ["name"], optional: ["level", "parent", "valid", "plan"])
  static let validity = KeySet(
    Words(vi: "thời gian hiệu lực", en: "a validity"), optional: ["from", "to", "successor"])
  static let outlet = KeySet(
    Words(vi: "kênh, báo, đài", en: "an outlet"), required: ["name", "kind"],
    optional: [
      "level", "owner", "zone", "day-starts", "valid", "grid", "per-day", "minutes-per-day", "per-month",
      "relays", "deadlines",
      "was",
    ])
  static let gridLine = KeySet(
    Words(vi: "khung giờ", en: "a grid line"), names: ["id"], required: ["id"],
    optional: [
      "rule", "except", "dates", "every", "at", "length", "pieces", "languages", "from", "to", "in-blackout",
      "inside", "lasts",
    ])
  static let blackout = KeySet(
    Words(vi: "khoảng thời gian không phát", en: "a blackout"), names: ["name"],
    required: ["name", "from", "to"], optional: ["outlets", "lines"])
  static let line = KeySet(
    Words(vi: "chỉ tiêu", en: "a line"), names: ["id", "title"], required: ["id", "form"],
    optional: [
      "title", "outlet", "also-on", "outlets", "quota", "basis", "scheduled", "grid", "from", "to", "days",
      "weights", "peaks", "months", "per-day", "gap", "prefer", "pins", "length", "language", "bilingual",
      "parts", "repeats", "versions",
      "deadlines", "level", "producer", "lead", "support", "person", "document", "row", "topics", "tone",
      "part-of", "embedded-in", "house-number", "cost", "note", "counts", "amended", "done", "least-length",
      "was",
      "aliases",
    ])
  static let versions = KeySet(
    Words(vi: "bản tiếng dân tộc", en: "language versions"), required: ["into"],
    optional: ["after", "outlet", "grid", "works", "sent-to", "together", "translator"])
  static let repeats = KeySet(
    Words(vi: "cách phát lại", en: "repeats"), names: ["after"], required: ["after"],
    optional: ["within", "outlet", "grid", "works", "times", "into-next-year"])
  static let peak = KeySet(
    Words(vi: "đợt cao điểm", en: "a peak"), names: ["from"], required: ["from", "to", "weight"])
  static let translator = KeySet(
    Words(vi: "người dịch", en: "a translator"), required: ["name", "per-week"], optional: ["off"])
  static let daysOff = KeySet(
    Words(vi: "những ngày nghỉ dịch", en: "days off"), names: ["from"], required: ["from", "to"])
  static let pin = KeySet(
    Words(vi: "ngày cố định", en: "a pin"), names: ["on"], required: ["on"], optional: ["grid"])
  static let total = KeySet(
    Words(vi: "dòng tổng", en: "a total"), names: ["id", "title"], required: ["id", "title", "lines"])
  private static let countKeys = [
    "title", "floor", "ceiling", "every", "runs", "languages", "outlets", "between", "trust", "weight",
    "carry-over", "exclude",
  ]
  static let count = KeySet(
    Words(vi: "quy tắc đếm", en: "a counting rule"), names: ["count"], required: ["count"],
    optional: countKeys)
  static let planCount = KeySet(
    Words(vi: "quy tắc đếm chung", en: "a counting rule of the plan"), names: ["title", "count"],
    required: ["title", "count"], optional: countKeys.filter { $0 != "title" } + ["lines"])
  static let exclusion = KeySet(
    Words(vi: "mục loại trừ", en: "an exclusion"), names: ["reason"], required: ["reason"],
    optional: ["from", "to", "outlets", "editions"])
  static let amendment = KeySet(
    Words(vi: "lần điều chỉnh", en: "an amendment"), names: ["from"], required: ["from", "quota"],
    optional: ["document"])
  static let score = KeySet(
    Words(vi: "bảng chấm điểm", en: "a table of points"), names: ["version"],
    required: ["version", "max", "full-at"], optional: ["partial-from", "partial", "below"])
  static let reporting = KeySet(
    Words(vi: "kỳ báo cáo", en: "reporting periods"), names: ["profile"], required: ["profile"],
    optional: ["name", "cut-off", "parts", "stretches", "due", "roll", "holidays", "earlier"])
  static let dueDay = KeySet(
    Words(vi: "hạn gửi báo cáo", en: "a due day"), names: ["day"], required: ["day"],
    optional: ["months-later", "month", "years-later"])
  static let stretch = KeySet(
    Words(vi: "đợt báo cáo", en: "a stretch"), names: ["id"], required: ["id", "name", "from", "to"])
  static let matching = KeySet(
    Words(vi: "dung sai đối chiếu", en: "matching tolerances"),
    optional: ["on-time", "moved-within", "partial-below", "title-alike"])
  static let remarks = KeySet(
    Words(vi: "phần lời", en: "remarks"), optional: Remark.Part.allCases.map(\.rawValue))
  static let office = KeySet(
    Words(vi: "cơ quan ban hành", en: "the issuing office"),
    optional: ["name", "above", "place", "signs", "signer", "recipients"])

  static let logMapping = KeySet(
    Words(vi: "cách đọc nhật ký", en: "a mapping of a log"),
    optional: [
      "columns", "files", "lengths", "numbers", "encoding",
      "form", "skip", "separator", "sheet", "dates", "times", "statuses", "outlet", "language", "trust",
      "zone",
      "day",
    ])
  static let logColumns = KeySet(
    Words(vi: "các cột của nhật ký", en: "the columns of a log"),
    optional: [
      "date", "time", "outlet", "line", "edition", "language", "title", "minutes", "status", "uid",
      "evidence",
      "end", "trust", "author", "replaces", "reason", "note",
    ])

  static let deadlines = KeySet(
    Words(vi: "thời hạn công việc", en: "deadlines"), optional: Deadline.Work.allCases.map(\.rawValue))
  static let deadline = KeySet(
    Words(vi: "thời hạn", en: "a deadline"), names: ["before"], required: ["before"],
    optional: ["at", "remind"])
  static let calendars = KeySet(
    Words(vi: "cách công bố lịch", en: "calendars"),
    optional: ["by", "link", "kept", "show-cancelled", "feeds"])
  static let feed = KeySet(
    Words(vi: "lịch riêng", en: "a feed"), names: ["id", "title"], required: ["id"],
    optional: [
      "title", "outlets", "languages", "lines", "topics", "producers", "leads", "persons", "translators",
      "tasks",
      "period",
    ])
  static let feedWindow = KeySet(
    Words(vi: "khoảng ngày của lịch riêng", en: "a feed's days"), names: ["back", "ahead"],
    required: ["back", "ahead"])

  static let published = KeySet(
    Words(vi: "số liệu đã công bố", en: "published figures"), required: ["source"],
    optional: ["plan", "year", "period", "from", "to", "proposed"] + publishedSections)
  /// The lists of such a file, of which each may stand alone.
  static let publishedSections = [
    "figures", "sums", "ratios", "intervals", "hours", "products", "shares", "noise",
  ]
  static let figure = KeySet(
    Words(vi: "số liệu", en: "a figure"), names: ["id", "title"], required: ["id", "title", "value"],
    optional: ["line", "level", "may-include", "frequency", "period", "from", "to", "says"])
  static let sum = KeySet(
    Words(vi: "tổng", en: "a sum"), names: ["id", "title"], required: ["id", "title", "of"],
    optional: ["stated", "says"])
  static let ratio = KeySet(
    Words(vi: "tỷ lệ", en: "a percentage"), names: ["id", "title"], required: ["id", "title", "stated"],
    optional: ["part", "whole", "says"])
  static let interval = KeySet(
    Words(vi: "khoảng thời gian", en: "an interval"), names: ["id", "title"],
    required: ["id", "title", "from", "to", "stated"], optional: ["says"])
  static let hours = KeySet(
    Words(vi: "giờ trong ngày", en: "hours of a day"), names: ["id", "title"],
    required: ["id", "title", "from", "to", "stated"], optional: ["says"])
  static let product = KeySet(
    Words(vi: "tích", en: "a product"), names: ["id", "title"], required: ["id", "title", "of", "stated"],
    optional: ["says"])
  static let shares = KeySet(
    Words(vi: "các tỷ trọng", en: "shares"), names: ["id", "title"], required: ["id", "title", "of"],
    optional: ["says"])
  static let noise = KeySet(
    Words(vi: "số ngoài báo cáo", en: "a number that is no figure"), names: ["says"], required: ["says"],
    optional: ["note"])

  /// Every set, the plan's first.
  static let everySet = [
    plan, document, unit, validity, outlet, gridLine, blackout, translator, daysOff, line, peak, pin, repeats,
    versions, deadlines, deadline, count, planCount, exclusion, amendment, total, score, reporting,
    dueDay, stretch,
    matching, remarks, office, calendars, feed, feedWindow, published, figure, sum, ratio, interval, hours,
    product,
    shares, noise,
    logMapping, logColumns,
  ]

  /// The keys of a line that say how it is spread over the year.
  static let placing = [
    "grid", "from", "to", "days", "weights", "peaks", "months", "per-day", "gap", "prefer", "pins", "length",
    "repeats",
  ]

  /// How a required key may be written, to paste.
  func example(of key: String) -> String {
    switch key {
    case "stated" where what.en == "hours of a day":
      "stated: 17 giờ 20 phút"
    case "from" where what.en == "hours of a day": "from: \"05:00\""
    case "to" where what.en == "hours of a day": "to: \"22:20\""
    case "of" where what.en == "a product": "of: [320, 4]"
    case "of" where what.en == "shares": "of: [\"45,38%\", \"54,62%\"]"
    case "stated" where what.en == "a product": "stated: 1.280 tin"
    case "lines" where names.contains("id"): "lines: [chuyen-muc, tin]"
    case "name" where names.contains("name"): "name: Tết Nguyên đán"
    case "name" where required.contains("per-week"): "name: Nguyễn Thị B"
    case "name" where !required.contains("kind"): "name: Đài Phát thanh và Truyền hình tỉnh"
    case "from" where required.contains("quota"): "from: 2026-07-01"
    case "title" where required.contains("count"): "title: Điểm tin, bài"
    case "name" where required == ["id", "name", "from", "to"]: "name: Đợt cao điểm"
    case "count": "count: minutes"
    case "reason": "reason: Phát thử nghiệm"
    case "quota": "quota: 30 kỳ"
    case "version": "version: Quyết định số 12/QĐ-UBND"
    case "max": "max: \"1,5\""
    case "full-at": "full-at: 100%"
    case "partial": "partial: linear"
    case "due": "due: 20"
    case "day": "day: 20"
    case "month" where all.contains("years-later"): "month: 1"
    case "profile": "profile: SO_NOI_VU"
    case "columns": "columns: { date: 1, time: 2, outlet: 3, title: 4 }"
    case "plan": "plan: lai-chau-2018"
    case "title": "title: Cải cách hành chính Nhà nước"
    case "year": "year: 2026"
    case "outlets": "outlets:\n  truyen-hinh: { name: Truyền hình tỉnh, kind: television }"
    case "lines": "lines:\n  - { id: tin, title: Tin, form: tin, outlet: truyen-hinh, quota: 12 }"
    case "name": "name: Truyền hình tỉnh"
    case "kind": "kind: television"
    case "id": "id: chuyen-muc"
    case "from": "from: 2026-02-14"
    case "to": "to: 2026-02-20"
    case "weight" where all.contains("carry-over"): "weight: 2 a minute"
    case "weight": "weight: 3"
    case "after": "after: 3d"
    case "per-week": "per-week: 6"
    case "form": "form: chuyên mục"
    case "into": "into: [Mông, Thái]"
    case "on": "on: 2026-05-17"
    case "before": "before: 3d"
    case "back": "back: 30d"
    case "ahead": "ahead: 90d"
    case "outlet": "outlet: truyen-hinh"
    case "source": "source: Báo cáo số 12/BC-UBND ngày 20/12/2026"
    case "figures": "figures:\n  - { id: tin, title: Tin, value: 72 tin }"
    case "value": "value: 72 tin"
    case "of": "of: [tin, phong-su]"
    case "stated" where required.contains("from"): "stated: 3 tháng"
    case "stated": "stated: \"81,98%\""
    case "says": "says: \"416 lượt xem\""
    default: "\(key): …"
    }
  }
}
