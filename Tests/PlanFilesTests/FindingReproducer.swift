import ScheduleModel
import Testing

/// A file that has one finding, and the finding.
struct FindingReproducer: CustomTestStringConvertible {
  let code: FindingCode
  let bytes: [UInt8]
  /// `LINE:COL CODE severity message | remedy`.
  let finding: String

  init(_ code: FindingCode, bytes: [UInt8], _ finding: String) {
    self.code = code
    self.bytes = bytes
    self.finding = finding
  }

  init(_ code: FindingCode, _ text: String, _ finding: String) {
    self.init(code, bytes: Array(text.utf8), finding)
  }

  /// All of them, but for those of published figures.
  static let all =
    text + yaml + keys + ids + values + lines + wholes + spreading + counting + calendars + otherYears

  var testDescription: String { finding }
}
