import Foundation
import HTTPTypes
import Hummingbird

/// The fields of a form that a browser sent (`application/x-www-form-urlencoded`).
struct FormBody {
  private let fields: [String: String]
  /// The files that it brings, by the name of their field; empty for a form without any.
  let files: [String: MultipartBody.File]

  /// Reads a body up to a number of octets; a larger one is refused as soon as that is known.
  init(
    _ request: Request, limit: Int, milliseconds: @Sendable () -> Int
  ) async throws(Refusal) {
    guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
      throw .unreadable
    }
    let octets = try await BoundedBody.read(request, limit: limit, milliseconds: milliseconds)
    files = [:]
    guard let text = String(validating: octets, as: UTF8.self) else { throw .unreadable }
    fields = try Self.fields(of: text)
  }

  /// Reads a body with files (`multipart/form-data`, RFC 7578) up to a number of octets for all of it.
  init(
    multipart request: Request, limit: Int, milliseconds: @Sendable () -> Int
  ) async throws(Refusal) {
    // What stands around a file of the largest size.
    let all = limit + (64 << 10)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > all {
      throw .tooLarge(limit)
    }
    guard let boundary = MultipartBody.boundary(in: request.headers[.contentType] ?? "") else {
      throw .unreadable
    }
    let octets = try await BoundedBody.read(request, limit: all, milliseconds: milliseconds)
    guard let body = MultipartBody(octets, boundary: boundary) else { throw .unreadable }
    if body.files.values.contains(where: { $0.octets.count > limit }) { throw .tooLarge(limit) }
    (fields, files) = (body.fields, body.files)
  }

  /// The fields of a form's text; the first of a name counts.
  private static func fields(of text: String) throws(Refusal) -> [String: String] {
    var fields: [String: String] = [:]
    for part in text.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count < 1_000, let name = decoded(pair[0]),
        let value = decoded(pair.count > 1 ? pair[1] : "")
      else { throw .unreadable }
      if fields[name] == nil { fields[name] = value }
    }
    return fields
  }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }

  /// All fields but one, in the order of their names.
  func others(than name: String) -> [(name: String, value: String)] {
    fields.filter { $0.key != name }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The value of a field; `nil` for one that was not sent.
  func sent(_ name: String) -> String? { fields[name] }

  /// What follows a beginning in the names of the fields that have it, as of boxes that were ticked.
  func names(after beginning: String) -> Set<String> {
    Set(fields.keys.lazy.filter { $0.hasPrefix(beginning) }.map { String($0.dropFirst(beginning.count)) })
  }

  /// The value of a field; empty for one that was not sent.
  subscript(_ name: String) -> String { fields[name] ?? "" }
}
