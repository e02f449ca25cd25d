import Planning
import ScheduleModel
import StationStore
import StationWork

/// What other texts of plans do to the year, for those who wait for it on a page.
///
/// Planning a year by a text that cannot be kept can take minutes. So a process of its own does it, some seconds at the most, and
/// the pages of others do not notice.
actor PlanEffects {
  private let store: Store
  private let child: WorkChild
  private let patience: Duration
  private var inWork = 0

  /// So many are worked out at once; each is a process.
  private static let atOnce = 2

  /// - Parameter seconds: The time after which the page says that it is not worked out.
  init(_ store: Store, program: String, seconds: Int) {
    self.store = store
    child = WorkChild(program: program, arguments: ["perform"])
    patience = .seconds(seconds)
  }

  /// What a text of a plan does to the schedule.
  ///
  /// - Parameter now: In UTC.
  func effect(ofText text: [UInt8], in plan: StoredPlan, now: LocalTime) async throws -> Effect {
    guard inWork < Self.atOnce else { return .busy }
    inWork += 1
    defer { inWork -= 1 }
    let files = try await store.read { try $0.exportPlan(plan.number) }
    switch try await EffectWork.effect(ofPlan: text, files: files, on: now, by: child, within: patience) {
    case .effect(let effect): return .known(effect)
    case .tooLong: return .tooLong(seconds: Int(patience.components.seconds))
    case .brokeOff: return .brokeOff
    }
  }

  /// What is known of an effect on the schedule.
  enum Effect: Sendable {
    /// It was worked out; `nil` where the text has errors, or nothing is left to be planned.
    case known(PlanEffect.ScheduleEffect?)
    /// It takes longer than a page waits.
    case tooLong(seconds: Int)
    /// Others have theirs worked out just now.
    case busy
    /// The process broke off.
    case brokeOff

    /// That it is not worked out, and why; `nil` where it is.
    var lack: Words? {
      switch self {
      case .known: nil
      case .tooLong(let seconds):
        Words(
          vi:
            "Chưa tính được ảnh hưởng đến lịch: tính quá \(seconds) giây, thường vì số giao nhiều hơn số khung xếp được. Văn bản vẫn ghi được; sau khi ghi, mục xếp lại tính trong nền và nêu chỗ thiếu.",
          en:
            "What it does to the schedule is not worked out: it takes more than \(seconds) seconds, usually because more is asked for than the slots can take. The text can be stored all the same; planning anew after it is worked out in the background, and tells what is short."
        )
      case .busy:
        Words(
          vi:
            "Chưa tính được ảnh hưởng đến lịch: máy chủ đang tính cho người khác; hãy bấm kiểm tra lại sau ít giây.",
          en:
            "What it does to the schedule is not worked out: the server is working it out for others; check again in some seconds."
        )
      case .brokeOff:
        Words(
          vi: "Chưa tính được ảnh hưởng đến lịch: tiến trình tính đã dừng giữa chừng; hãy bấm kiểm tra lại.",
          en:
            "What it does to the schedule is not worked out: the process that does so broke off; check again."
        )
      }
    }
  }
}
