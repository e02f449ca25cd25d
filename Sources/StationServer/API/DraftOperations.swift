import Allocation
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of a plan's draft, and how they move its broadcasts: by the very step of the desk.
enum DraftOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/draft", .right(.readDraft), draft, answerDraft),
    .api(.get, "/plans/{plan}/unplaced", .right(.readDraft), unplaced, answerUnplaced),
    .api(.get, "/plans/{plan}/draft/{uid}", .right(.readDraft), broadcast, answerBroadcast),
    .api(.get, "/plans/{plan}/draft/{uid}/slots", .right(.readDraft), slots, answerSlots),
    .api(.put, "/plans/{plan}/draft/{uid}", .broadcast(.draft), move, answerMove),
    .api(.delete, "/plans/{plan}/draft/{uid}", .broadcast(.draft), takingOut, answerTakingOut),
  ]

  /// A broadcast of the draft, or a work that is in no slot.
  static let shape = JSONShape.object([
    "uid": .text, "name": .text, "broadcast": .orNull(.named("Broadcast")),
    "published": .orNull(.named("Broadcast")), "fixed": .truth, "by": .orNull(.text), "why": .orNull(.text),
    "past": .truth, "version": .text, "breaks": .array(.named("BrokenRule")),
  ])

  /// A rule of the plan that is broken.
  static let broken = JSONShape.object([
    "rule": .word(RuleViolation.Rule.allCases.map(\.rawValue)), "line": .orNull(.text), "uids": .array(.text),
    "slot": .orNull(.text), "day": .orNull(.formatted("date")), "limit": .orNull(.integer),
    "found": .orNull(.integer), "message": .text, "remedy": .text,
  ])

  /// What somebody did meanwhile.
  static let change = JSONShape.object([
    "by": .text, "at": .formatted("date-time"), "from": .orNull(.text), "to": .orNull(.text),
    "reason": .orNull(.text),
  ])

  static func value(_ rule: RuleViolation, _ language: ReaderLanguage) -> JSONValue {
    [
      "rule": .text(rule.rule.rawValue), "line": JSONValue(rule.line),
      "uids": .array(rule.uids.map { .text($0) }), "slot": JSONValue(rule.slot),
      "day": JSONValue(rule.day?.description), "limit": JSONValue(rule.limit),
      "found": JSONValue(rule.found), "message": .text(rule.message[language]),
      "remedy": .text(rule.remedy[language]),
    ]
  }

  private static func value(
    _ row: ScheduleDraft.Row, _ breaks: [RuleViolation], _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> JSONValue {
    [
      "uid": .text(row.placement.uid), "name": .text(work.name(of: row.placement, language)),
      "broadcast": BroadcastOperations.value(row.placement, work.days),
      "published": work.worked.published[row.placement.uid].map { BroadcastOperations.value($0, work.days) }
        ?? nil, "fixed": JSONValue(row.isFixed), "by": JSONValue(row.by), "why": JSONValue(row.why),
      "past": JSONValue(work.isPast(row.placement)), "version": .text(row.version),
      "breaks": .array(breaks.map { value($0, language) }),
    ]
  }

  private static func value(
    _ unplaced: UnplacedWork, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> JSONValue {
    [
      "uid": .text(unplaced.uid), "name": .text(work.name(of: unplaced, language)), "broadcast": nil,
      "published": work.worked.published[unplaced.uid].map { BroadcastOperations.value($0, work.days) }
        ?? nil,
      "fixed": false, "by": nil, "why": nil, "past": false, "version": .text(DeskMove.unplaced), "breaks": [],
    ]
  }

  // MARK: - Reading

  private static let draft = Operation.list(
    "draft",
    Words(
      vi:
        "Dự thảo lịch: từng lượt, ở đâu, đã phát hành ở đâu, có cố định không, trái quy định nào. Không có dự thảo thì là lịch đã phát hành.",
      en:
        "The draft: each broadcast, where it is, where it is published, whether it is fixed, and what it breaks. Without a draft it is what is published."
    ),
    query: BroadcastOperations.filters + [
      Operation.Parameter(
        name: "changed", shape: .word(["yes", "no"]),
        summary: Words(
          vi: "yes: chỉ những lượt khác bản đã phát hành; no: chỉ những lượt không đổi.",
          en: "yes: only broadcasts that are not as published; no: only those that are."))
    ], of: .named("DraftBroadcast"))

  private static func answerDraft(_ visit: Visit) async throws -> Response {
    let (reading, work) = try await visit.draftWork()
    let filter = try BroadcastOperations.Filter(visit, work.plan, work.days)
    let changed = visit.given("changed")
    guard changed.map({ ["yes", "no"].contains($0) }) ?? true else {
      throw Refusal.unknown(
        changed ?? "", Words(vi: "changed là yes hoặc no", en: "changed is yes or no"))
    }
    let rows = work.worked.draft.rows.filter { row in
      filter.takes(row.placement)
        && (changed.map { ($0 == "yes") == work.worked.isChanged(row.placement) } ?? true)
    }.sorted { ($0.placement.timing, $0.placement.uid) < ($1.placement.timing, $1.placement.uid) }
    let language = visit.language
    return try await visit.list(of: rows, state: reading.key) { part in
      var breaks: [String: [RuleViolation]] = [:]
      for rule in work.worked.broken { for uid in rule.uids { breaks[uid, default: []].append(rule) } }
      return part.map { value($0, breaks[$0.placement.uid] ?? [], work, language) }
    }
  }

  private static let unplaced = Operation.list(
    "unplaced",
    Words(
      vi: "Những gì kế hoạch đòi mà dự thảo chưa xếp, kèm lý do.",
      en: "What the plan asks for and the draft does not have, with the reason of each."),
    of: .object([
      "uid": .text, "name": .text, "line": .text, "edition": .integer, "language": .text,
      "outlets": .array(.text), "reason": .text,
    ]))

  private static func answerUnplaced(_ visit: Visit) async throws -> Response {
    let (reading, work) = try await visit.draftWork()
    let language = visit.language
    return try await visit.list(of: work.worked.unplaced, state: reading.key) { part in
      part.map { unplaced in
        [
          "uid": .text(unplaced.uid), "name": .text(work.name(of: unplaced, language)),
          "line": .text(unplaced.line), "edition": .integer(unplaced.edition),
          "language": .text(unplaced.language.tag), "outlets": .array(unplaced.outlets.map { .text($0) }),
          "reason": .text(UnplacedWords.reason(work.worked.outlook(of: unplaced), work)[language]),
        ]
      }
    }
  }

  private static let broadcast = Operation(
    id: "draftBroadcast",
    summary: Words(
      vi: "Một lượt của dự thảo, hoặc một việc chưa xếp; ETag là phiên bản để dời.",
      en: "A broadcast of the draft, or a work in no slot; its ETag is the version that a move names."),
    answer: .named("DraftBroadcast"))

  private static func answerBroadcast(_ visit: Visit) async throws -> Response {
    let (_, work) = try await visit.draftWork()
    let subject = try MoveSubject(of: visit, work)
    return visit.answer(value(subject, work, visit.language), version: subject.version)
  }

  private static func value(
    _ subject: MoveSubject, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> JSONValue {
    switch subject {
    case .broadcast(let row): value(row, work, language)
    case .work(let unplaced): value(unplaced, work, language)
    }
  }

  private static func value(
    _ row: ScheduleDraft.Row, _ work: DeskReading.Work, _ language: ReaderLanguage
  ) -> JSONValue {
    value(row, work.worked.broken.filter { $0.uids.contains(row.placement.uid) }, work, language)
  }

  private static let slots = Operation.list(
    "draftSlots",
    Words(
      vi: "Các khung chưa qua mà lượt này có thể vào, và vào đó thì trái hay hết trái quy định nào.",
      en:
        "The slots that are not past and into which the broadcast may go, with the rules that it would break or mend there."
    ), query: Array(BroadcastOperations.filters.prefix(3)),
    of: .object([
      "slot": .text, "outlet": .text, "timing": BroadcastOperations.timing, "start": .text, "end": .text,
      "broadcastDay": .formatted("date"), "state": .word(["here", "open", "conflict", "closed"]),
      "breaks": .array(.named("BrokenRule")), "heals": .array(.named("BrokenRule")),
      "evenness": .orNull(.word(["better", "same", "worse"])),
    ]))

  private static func answerSlots(_ visit: Visit) async throws -> Response {
    let (reading, work) = try await visit.draftWork()
    let subject = try MoveSubject(of: visit, work)
    let filter = try BroadcastOperations.Filter(visit, work.plan, work.days)
    let all = subject.outlets.flatMap { work.slotsOfOutlet[$0] ?? [] }.filter {
      !work.isPast($0) && filter.takes($0)
    }.sorted { ($0.timing, $0.id) < ($1.timing, $1.id) }
    let language = visit.language
    return try await visit.list(of: subject.isPast(work) ? [] : all, state: reading.key) { part in
      let effects = Dictionary(
        subject.effects(in: part, work).map { ($0.slot.id, $0) }, uniquingKeysWith: { first, _ in first })
      return part.map { value($0, effects[$0.id], subject, work, language) }
    }
  }

  private static func value(
    _ slot: Slot, _ effect: MoveEffect?, _ subject: MoveSubject, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) -> JSONValue {
    let isHere = slot.id == subject.row?.placement.slot
    let effect = isHere ? nil : effect
    let state =
      isHere
      ? "here" : effect?.isClosed ?? false ? "closed" : effect?.broken.isEmpty ?? true ? "open" : "conflict"
    return [
      "slot": .text(slot.id), "outlet": .text(slot.outlet),
      "timing": .text(BroadcastOperations.word(of: slot.timing)), "start": .text(slot.timing.startText),
      "end": .text(slot.timing.endText),
      "broadcastDay": .text(work.days.days(of: slot.timing, on: slot.outlet).lowerBound.description),
      "state": .text(state), "breaks": .array((effect?.broken ?? []).map { value($0, language) }),
      "heals": .array((effect?.mended ?? []).map { value($0, language) }),
      "evenness": JSONValue(effect?.evenness.rawValue),
    ]
  }

  // MARK: - Moving

  private static let move = Operation(
    id: "moveBroadcast",
    summary: Words(
      vi:
        "Đặt một lượt của dự thảo vào một khung (slot), dù ở đó trái quy định; trả lời nêu quy định nào bị trái thêm, quy định nào hết trái.",
      en:
        "Puts a broadcast of the draft into a slot, whatever it breaks there; the answer has the rules that are broken since, and those that no longer are."
    ),
    body: .fields(
      ["slot": .text],
      optional: [
        "fixed": .truth, "why": .orNull(.text), "reach": .word(["this", "following", "all"]),
      ]),
    refusals: [
      (
        .serviceUnavailable,
        Words(
          vi: "Nhiều người đang sửa cùng lúc; gửi lại sau Retry-After giây.",
          en: "Several change the plan at once; send it again after Retry-After seconds.")
      )
    ], needsVersion: true,
    answer: .object([
      "broadcast": .named("DraftBroadcast"), "from": .orNull(.text),
      "breaks": .array(.named("BrokenRule")), "heals": .array(.named("BrokenRule")),
      "alike": .object(["moved": .integer, "left": .integer]),
    ]))

  /// Longer than any id of a slot, in characters.
  private static let longestSlot = 300
  /// The longest reason for a move, in characters.
  private static let longestReason = 200

  private static func answerMove(_ visit: Visit) async throws -> Response {
    let seen = try visit.namedVersion()
    let body = try await JSONBody(visit, known: ["slot", "fixed", "why", "reach"])
    let slot = try body.text("slot")
    guard slot.count <= longestSlot else {
      throw Refusal.field(
        "slot", "",
        Words(vi: "id của khung, xem …/slots", en: "it is the id of a slot, as …/slots has them"))
    }
    let why = (try body.optionalText("why") ?? "").split { $0.isWhitespace }.joined(separator: " ")
    guard why.count <= longestReason else {
      throw Refusal.field(
        "why", "",
        Words(vi: "nhiều nhất \(longestReason) ký tự", en: "it has at most \(longestReason) characters"))
    }
    let reach = try body.optionalText("reach") ?? SeriesReach.this.rawValue
    guard let reach = SeriesReach(rawValue: reach) else {
      throw Refusal.field(
        "reach", "", Words(vi: "this, following hoặc all", en: "it is this, following or all"))
    }
    let move = DeskMove(
      uid: try visit.part("uid"), slot: slot, seen: seen,
      isFixed: try body.optionalTruth("fixed") ?? true, why: why.isEmpty ? nil : why, reach: reach)
    let (result, before) = try await visit.move(move)
    switch result {
    case .moved(let old, let new, let series, _, let after):
      return answer(new, from: old.placement.slot, series, before, after, visit)
    case .placed(let new, _, let after): return answer(new, from: nil, .none, before, after, visit)
    case .takenOut: throw Refusal.notFound
    case .stale(let row, let reading): throw try await stale(row, reading, visit)
    case .refused(let findings, let reading):
      guard reading.work != nil else { throw Refusal.brokenPlan(findings, visit.language) }
      throw Refusal.refusedMove(findings, visit.language)
    }
  }

  private static let takingOut = Operation(
    id: "takeOutBroadcast",
    summary: Words(
      vi:
        "Bỏ một lượt ra khỏi khung, cùng những gì phụ thuộc nó (bản dịch, phát lại); sau đó chúng ở trong …/unplaced để xếp lại.",
      en:
        "Takes a broadcast out of its slot, with what follows it (versions, repeats); they are in …/unplaced since, to be placed again."
    ),
    refusals: [
      (
        .serviceUnavailable,
        Words(
          vi: "Nhiều người đang sửa cùng lúc; gửi lại sau Retry-After giây.",
          en: "Several change the plan at once; send it again after Retry-After seconds.")
      )
    ], needsVersion: true,
    answer: .object([
      "takenOut": .array(.text), "breaks": .array(.named("BrokenRule")),
      "heals": .array(.named("BrokenRule")),
    ]))

  private static func answerTakingOut(_ visit: Visit) async throws -> Response {
    let (result, before) = try await visit.takeOut(
      try visit.part("uid"), seen: try visit.namedVersion(), why: nil)
    switch result {
    case .takenOut(let rows, _, let after):
      let language = visit.language
      let change = RuleChange(
        from: before.work?.worked.broken ?? [], to: after.work?.worked.broken ?? [])
      return visit.answer([
        "takenOut": .array(rows.map { .text($0.placement.uid) }),
        "breaks": .array(change.breaks.map { value($0, language) }),
        "heals": .array(change.heals.map { value($0, language) }),
      ])
    case .stale(let row, let reading): throw try await stale(row, reading, visit)
    case .refused(let findings, let reading):
      guard reading.work != nil else { throw Refusal.brokenPlan(findings, visit.language) }
      throw Refusal.refusedMove(findings, visit.language)
    case .moved, .placed: throw Refusal.notFound
    }
  }

  private static func answer(
    _ row: ScheduleDraft.Row, from: String?, _ series: SeriesMove, _ before: DeskReading,
    _ after: DeskReading, _ visit: Visit
  ) -> Response {
    guard let work = after.work else { return visit.answer(nil) }
    let language = visit.language
    let change = RuleChange(from: before.work?.worked.broken ?? [], to: work.worked.broken)
    return visit.answer(
      [
        "broadcast": value(row, work, language), "from": JSONValue(from),
        "breaks": .array(change.breaks.map { value($0, language) }),
        "heals": .array(change.heals.map { value($0, language) }),
        "alike": ["moved": .integer(series.moved), "left": .integer(series.left)],
      ], version: row.version)
  }

  /// That somebody changed the broadcast since it was seen: who, what, when and why, and how it is now.
  private static func stale(
    _ row: ScheduleDraft.Row, _ reading: DeskReading, _ visit: Visit
  ) async throws -> Refusal {
    guard let work = reading.work, let plan = visit.plan?.plan else { return .notFound }
    let last = try await visit.station.desk.lastMove(
      of: row.placement.uid, to: row.placement.slot, in: plan)
    let (timing, outlet) = (row.placement.timing, row.placement.outlet)
    func time(_ language: ReaderLanguage) -> String { work.time(of: timing, on: outlet, language) }
    var words = Words(
      vi: "Lượt này đã đổi từ khi bạn xem; nay nó ở \(time(.vietnamese)).",
      en: "This broadcast changed since you looked; it is now on \(time(.english)).")
    if let last {
      let (name, at) = (last.name.visible(), last.note.at.utcText)
      words = Words(
        vi: "\(name) đã đổi lượt này lúc \(at); nay nó ở \(time(.vietnamese)).",
        en: "\(name) changed this broadcast at \(at); it is now on \(time(.english)).")
    }
    return Refusal(
      status: .preconditionFailed, words: words,
      more: [
        "current": value(row, work, visit.language),
        "change": last.map {
          [
            "by": .text($0.name), "at": .text($0.note.at.utcText), "from": JSONValue($0.note.before),
            "to": JSONValue($0.note.after), "reason": JSONValue($0.note.reason),
          ]
        } ?? nil,
      ])
  }
}

/// What a change of a draft does to the rules of the plan.
struct RuleChange {
  /// What is broken since, or more than before.
  let breaks: [RuleViolation]
  /// What was broken and is kept since.
  let heals: [RuleViolation]

  init(from before: [RuleViolation], to after: [RuleViolation]) {
    let (was, now) = (Set(before), Set(after.map(Kind.init)))
    let missing = Dictionary(
      before.lazy.filter { $0.rule == .worksMissing }.map { (Kind($0), $0.found ?? 0) },
      uniquingKeysWith: min)
    // A work that was placed leaves fewer missing, which breaks nothing.
    breaks = after.filter { rule in
      !was.contains(rule)
        && !(rule.rule == .worksMissing && missing[Kind(rule)].map { (rule.found ?? 0) >= $0 } ?? false)
    }
    heals = before.filter { !now.contains(Kind($0)) }
  }

  /// A rule as it is broken by the same placements, whatever the numbers.
  private struct Kind: Hashable {
    let rule: RuleViolation.Rule
    let line, slot: String?
    let uids: [String]
    let day: CivilDay?

    init(_ violation: RuleViolation) {
      (rule, line, uids) = (violation.rule, violation.line, violation.uids)
      (slot, day) = (violation.slot, violation.day)
    }
  }
}

extension MoveSubject {
  /// The broadcast or work that the address names.
  fileprivate init(of visit: Visit, _ work: DeskReading.Work) throws(Refusal) {
    guard let subject = MoveSubject(try visit.part("uid"), work) else { throw .notFound }
    self = subject
  }
}

extension Visit {
  /// The plan's draft, when it can be worked on.
  func draftWork() async throws -> (reading: DeskReading, work: DeskReading.Work) {
    let reading = try await deskReading()
    guard let work = reading.work else { throw Refusal.brokenPlan(reading.findings, language) }
    return (reading, work)
  }
}

extension Refusal {
  /// There is no draft of a plan with errors.
  static func brokenPlan(_ findings: [Finding], _ language: ReaderLanguage) -> Refusal {
    var refusal = brokenPlan
    refusal.more["findings"] = Self.list(findings, language)
    return refusal
  }

  /// A broadcast cannot go where a program wants it.
  static func refusedMove(_ findings: [Finding], _ language: ReaderLanguage) -> Refusal {
    Refusal(
      status: .unprocessableContent,
      words: (findings.first { $0.severity == .error } ?? findings.first)?.message
        ?? Words(vi: "Không dời được.", en: "It cannot be moved."),
      more: ["findings": list(findings, language)])
  }

  /// Findings for a program, errors first, whose remedies are not those of the terminal.
  static func list(_ findings: [Finding], _ language: ReaderLanguage) -> JSONValue {
    let ordered = Finding.Severity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    return .array(ordered.map { RecordOperations.value($0, language, remedy: \.deskRemedy) })
  }
}
