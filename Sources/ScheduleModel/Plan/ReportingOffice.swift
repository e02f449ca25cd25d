/// The office that issues the plan's papers, as their head and their end name it.
///
/// What is not said stays a dotted line on paper.
public struct ReportingOffice: Hashable, Sendable {
  /// Its name: "Sở Nội vụ".
  public let name: String?
  /// The body above it (cơ quan chủ quản): "UBND tỉnh Lai Châu".
  public let above: String?
  /// The place that stands before the date: "Lai Châu".
  public let place: String?
  /// Over the signature, a line each: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".
  public let signs: [String]
  /// Who signs.
  public let signer: String?
  /// To whom the paper goes (nơi nhận), a line each.
  public let recipients: [String]

  /// The office that issues the plan's papers.
  public init(
    name: String? = nil, above: String? = nil, place: String? = nil, signs: [String] = [],
    signer: String? = nil, recipients: [String] = []
  ) {
    self.name = name
    self.above = above
    self.place = place
    self.signs = signs
    self.signer = signer
    self.recipients = recipients
  }

  /// An office of which nothing is said.
  public static let unnamed = ReportingOffice()
}
