import ScheduleModel

/// The keys that one kind of mapping in a file may have.
///
/// Every set stands here, so that the reference in `schedules/README.md` can be held against them.
struct KeySet {
  let what: Words
  let required: [String]
  let optional: [String]

  var all: [String] { required + optional }

  static let plan = KeySet(
    what: Words(vi: "kế hoạch", en: "a plan"), required: ["plan", "title", "year", "outlets", "lines"],
    optional: [
      "from", "to", "revised", "zone", "documents", "units", "blackouts", "topics", "totals", "matching",
      "remarks",
    ])
  static let document = KeySet(
    what: Words(vi: "văn bản", en: "a document"), required: [],
    optional: ["number", "date", "issuer", "subject", "role"])
  static let unit = KeySet(
    what: Words(vi: "đơn vị", en: "a unit"), required: ["name"], optional: ["level", "valid", "plan"])
  static let validity = KeySet(
    what: Words(vi: "thời gian hiệu lực", en: "a validity"), required: [],
    optional: ["from", "to", "successor"])
  static let outlet = KeySet(
    what: Words(vi: "kênh, báo, đài", en: "an outlet"), required: ["name", "kind"],
    optional: ["level", "owner", "zone", "valid", "grid"])
  static let gridLine = KeySet(
    what: Words(vi: "khung giờ", en: "a grid line"), required: ["id"],
    optional: ["rule", "dates", "every", "at", "length", "pieces", "languages", "from", "to", "in-blackout"])
  static let blackout = KeySet(
    what: Words(vi: "khoảng thời gian không phát", en: "a blackout"), required: ["name", "from", "to"],
    optional: ["outlets", "lines"])
  static let line = KeySet(
    what: Words(vi: "chỉ tiêu", en: "a line"), required: ["id", "title", "form"],
    optional: [
      "outlet", "also-on", "outlets", "quota", "basis", "scheduled", "grid", "from", "to", "weights",
      "months",
      "per-day", "pins", "length", "versions", "level", "producer", "lead", "support", "person", "document",
      "row",
      "topics", "tone", "part-of", "embedded-in", "note",
    ])
  static let versions = KeySet(
    what: Words(vi: "bản tiếng dân tộc", en: "language versions"), required: ["into"],
    optional: ["after", "outlet", "grid", "works", "sent-to"])
  static let pin = KeySet(
    what: Words(vi: "ngày cố định", en: "a pin"), required: ["on"], optional: ["grid"])
  static let total = KeySet(
    what: Words(vi: "dòng tổng", en: "a total"), required: ["id", "title", "lines"], optional: [])
  static let matching = KeySet(
    what: Words(vi: "dung sai đối chiếu", en: "matching tolerances"), required: [],
    optional: ["on-time", "moved-within"])
  static let remarks = KeySet(
    what: Words(vi: "phần lời", en: "remarks"), required: [],
    optional: Remark.Part.allCases.map(\.rawValue))

  static let published = KeySet(
    what: Words(vi: "số liệu đã công bố", en: "published figures"), required: ["source", "figures"],
    optional: ["plan", "sums", "ratios"])
  static let figure = KeySet(
    what: Words(vi: "số liệu", en: "a figure"), required: ["id", "title", "value"],
    optional: ["line", "level", "may-include", "says"])
  static let sum = KeySet(
    what: Words(vi: "tổng", en: "a sum"), required: ["id", "title", "of"], optional: ["stated", "says"])
  static let ratio = KeySet(
    what: Words(vi: "tỷ lệ", en: "a percentage"), required: ["id", "title", "stated"],
    optional: ["part", "whole", "says"])

  /// Every set, the plan's first.
  static let everySet = [
    plan, document, unit, validity, outlet, gridLine, blackout, line, versions, pin, total, matching, remarks,
    published, figure, sum, ratio,
  ]
}
