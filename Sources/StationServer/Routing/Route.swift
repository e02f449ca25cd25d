import HTTPTypes
import Hummingbird
import StationDesk

/// One address of the server: who may ask for it, and what answers.
struct Route: Sendable {
  /// The method; a `GET` answers `HEAD` too.
  let method: HTTPRequest.Method
  /// The address, with the names of its parts in braces: `/p/{plan}/schedule`.
  let path: String
  /// Who may ask for it.
  let access: Access
  /// The most octets of a file that its form brings; `nil` for a form without files.
  var largestFile: Int?
  /// What answers.
  let answer: @Sendable (Visit) async throws -> Response
  /// What programs are told of it; `nil` for a page.
  var operation: Operation?

  /// Who may ask for an address.
  enum Access: Hashable, Sendable {
    /// Everybody.
    case everybody
    /// Whoever has signed in.
    case signedIn
    /// Whoever has a right on the plan that the address names.
    case right(Right)
    /// Whoever has a right in the unit that the address names, or above it.
    case unit(Right)
    /// Whoever has a right on the outlet of the broadcast that the address names, or on the whole plan.
    case broadcast(Right)
    /// Whoever has a right anywhere; for what belongs to no plan.
    case anywhere(Right)
  }

  /// The most octets that a form of the server has.
  static let largestForm = 256 * 1_024

  static func get(
    _ path: String, _ access: Access, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route { Route(method: .get, path: path, access: access, answer: answer) }

  /// A form that brings a file (`multipart/form-data`).
  static func upload(
    _ path: String, _ access: Access, largest: Int,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route { Route(method: .post, path: path, access: access, largestFile: largest, answer: answer) }

  static func post(
    _ path: String, _ access: Access, _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route { Route(method: .post, path: path, access: access, answer: answer) }

  /// An operation of the API.
  static func api(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ operation: Operation,
    _ answer: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: method, path: "/api/v1" + path, access: access, answer: answer, operation: operation)
  }
}
