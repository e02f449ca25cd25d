import Foundation
import HTTPTypes
import Hummingbird
import ScheduleModel

/// The JSON object that a program sent.
struct JSONBody {
  private let fields: [String: Any]

  /// The most octets that a program may send: a plan's text, and what is around it.
  static let largest = 4 << 20

  /// Reads a body; a larger one is refused as soon as that is known.
  ///
  /// - Parameter known: The names of the fields that there may be: an unknown one may be a slip of the pen for a known one.
  init(_ visit: Visit, known: Set<String>) async throws(Refusal) {
    guard visit.request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false else {
      throw .noJSON
    }
    let octets = try await BoundedBody.read(
      visit.request, limit: Self.largest, milliseconds: visit.station.surroundings.milliseconds)
    guard let fields = try? JSONSerialization.jsonObject(with: Data(octets)) as? [String: Any] else {
      throw .noJSON
    }
    try self.init(fields, known: known)
  }

  private init(_ fields: [String: Any], known: Set<String>) throws(Refusal) {
    if let unknown = fields.keys.sorted().first(where: { !known.contains($0) }) {
      let list = known.sorted().joined(separator: ", ")
      throw .field(unknown, "", Words(vi: "các trường: \(list)", en: "the fields are \(list)"))
    }
    self.fields = fields
  }

  /// A text that has to be there.
  func text(_ name: String) throws(Refusal) -> String {
    guard let text = fields[name] as? String, !text.contains("\0") else {
      throw .field(name, "", Words(vi: "cần một chuỗi văn bản", en: "it has to be a text"))
    }
    return text
  }

  /// A text; `nil` where there is none.
  func optionalText(_ name: String) throws(Refusal) -> String? {
    has(name) ? try text(name) : nil
  }

  /// Texts, one or more.
  func texts(_ name: String) throws(Refusal) -> [String] {
    guard let texts = fields[name] as? [String], !texts.isEmpty, !texts.contains(where: { $0.contains("\0") })
    else {
      throw .field(
        name, "", Words(vi: "cần danh sách chuỗi văn bản, không rỗng", en: "it has to be a list of texts"))
    }
    return texts
  }

  /// Objects, one or more.
  ///
  /// - Parameter known: The names of the fields that each may have.
  func objects(_ name: String, known: Set<String>) throws(Refusal) -> [JSONBody] {
    guard let objects = fields[name] as? [[String: Any]], !objects.isEmpty else {
      throw .field(
        name, "", Words(vi: "cần danh sách đối tượng, không rỗng", en: "it has to be a list of objects"))
    }
    var bodies: [JSONBody] = []
    for object in objects { bodies.append(try JSONBody(object, known: known)) }
    return bodies
  }

  /// Whether something is so; `nil` where nothing is said.
  func optionalTruth(_ name: String) throws(Refusal) -> Bool? {
    guard has(name) else { return nil }
    guard let number = fields[name] as? NSNumber, Self.isTruth(number) else {
      throw .field(name, "", Words(vi: "cần true hoặc false", en: "it has to be true or false"))
    }
    return number.boolValue
  }

  /// A number within bounds; `nil` where there is none.
  func optionalNumber(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Double? {
    guard has(name) else { return nil }
    guard let number = fields[name] as? NSNumber, !Self.isTruth(number),
      (Double(range.lowerBound)...Double(range.upperBound)).contains(number.doubleValue)
    else {
      throw .field(
        name, "",
        Words(
          vi: "cần một số từ \(range.lowerBound) đến \(range.upperBound)",
          en: "it has to be a number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return number.doubleValue
  }

  /// A whole number within bounds; `nil` where there is none.
  func optionalWhole(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
    guard let number = try optionalNumber(name, in: range) else { return nil }
    guard let whole = Int(exactly: number) else {
      throw .field(name, "", Words(vi: "cần một số nguyên", en: "it has to be a whole number"))
    }
    return whole
  }

  /// Whether a field is there, be it `null`.
  func names(_ name: String) -> Bool { fields[name] != nil }

  private func has(_ name: String) -> Bool { fields[name] != nil && !(fields[name] is NSNull) }

  /// Whether a number stands for `true` or `false`: 1 is none of them.
  private static func isTruth(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}

extension Refusal {
  /// The body is no JSON object.
  static let noJSON = Refusal(
    status: .unsupportedMediaType,
    words: Words(
      vi: "Thân yêu cầu phải là một đối tượng JSON (Content-Type: application/json).",
      en: "The body has to be a JSON object (Content-Type: application/json)."))

  /// A field is not what it has to be.
  static func field(_ name: String, _ value: String, _ expected: Words) -> Refusal {
    Refusal(
      status: .unprocessableContent,
      words: Words(
        vi: "Trường “\(cut(name))” không đúng; \(expected.vi).",
        en: "The field “\(cut(name))” is not right; \(expected.en)."))
  }
}
