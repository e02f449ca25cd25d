import Foundation
public import Planning
public import ScheduleModel

/// What a re-plan gives: a draft, and what is to be told of it.
public struct ReplanResult: Sendable {
  /// The draft, as a working file; `nil` where the year cannot be planned.
  public let draft: InputFile?
  /// What the draft was made from, as a working file.
  public let base: InputFile?
  /// What is to be told.
  public let account: Account

  /// What is to be told of a re-plan.
  public struct Account: Codable, Sendable {
    /// The state of the plan on which it rests, as ``StationStore/StoreTransaction/state(of:without:)`` gives it.
    public internal(set) var state = ""
    /// From which day on the year is planned anew.
    public let from: String
    /// The slack that was chosen, in thousandths of a work.
    public let slack: Int
    /// Whether nothing moved that may stay.
    public let keepsPublished: Bool
    /// Lines and versions that do not find enough slots.
    public let short: Int
    /// These, each with how many works it lacks; `nil` in a result of an earlier version of the program.
    public let lacks: [Sentence]?
    /// How even the schedule is, and whether a better one exists.
    public let proof: [Sentence]
    /// Moves against evenness, by slack.
    public let curve: [Point]
    /// What is wrong or doubtful.
    public let findings: [Told]
  }

  /// A sentence in both languages.
  public struct Sentence: Codable, Sendable {
    let vi, en: String

    init(_ words: Words) { (vi, en) = (words.vi, words.en) }

    /// The sentence.
    public var words: Words { Words(vi: vi, en: en) }
  }

  /// What some slack costs and gains, in thousandths of a work.
  public struct Point: Codable, Sendable {
    /// The slack.
    public let slack: Int
    /// Broadcasts that lie elsewhere than before.
    public let moves: Int
    /// The largest distance of a line from its even pace.
    public let deviation: Int
  }

  /// A finding without its place.
  public struct Told: Codable, Sendable {
    private let code, severity: String
    private let message: Sentence
    private let remedy: Sentence?

    init(_ finding: Finding) {
      (code, severity) = (finding.code.rawValue, finding.severity.rawValue)
      (message, remedy) = (Sentence(finding.message), finding.remedy.map(Sentence.init))
    }

    /// The finding; `nil` for one that another version of the program wrote.
    public var finding: Finding? {
      guard let code = FindingCode(rawValue: code), let severity = Finding.Severity(rawValue: severity) else {
        return nil
      }
      return Finding(code, severity, message.words, remedy: remedy?.words)
    }
  }
}

extension ReplanResult {
  /// The parts as they are kept.
  var octets: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(account) else { preconditionFailure("texts can be JSON") }
    let parts = [InputFile(name: "account", bytes: Array(data))] + [draft, base].compactMap(\.self)
    return parts.flatMap(WorkParts.octets) + WorkParts.end
  }

  /// The result whose parts were kept; `nil` for octets that are none.
  init?(_ octets: [UInt8]) {
    guard let parts = WorkParts.read(octets), let result = ReplanResult(parts: parts) else { return nil }
    self = result
  }

  /// The result that a worker process handed over; `nil` for parts that are none.
  init?(parts: [InputFile]) {
    guard let text = parts.first(where: { $0.name == "account" }),
      let account = try? JSONDecoder().decode(Account.self, from: Data(text.bytes))
    else { return nil }
    self.init(
      draft: parts.first { $0.name == "draft.csv" }, base: parts.first { $0.name == "draft.base" },
      account: account)
  }
}
