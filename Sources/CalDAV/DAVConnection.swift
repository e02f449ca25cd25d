import Dispatch
import Foundation
import FoundationNetworking

/// A connection to one server, for one request after the other. It blocks until the answer is there.
///
/// It follows no redirection, so that a password reaches only the address that the user gave, and keeps no
/// cookies and no cache.
public final class DAVConnection: Sendable {
  /// The most that is read of an answer, in octets.
  public static let largest = 1 << 27

  /// Who asks.
  public struct Credentials: Sendable {
    let user: String
    let password: String

    /// A user with a password; neither is ever printed.
    public init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// The collection's address, with a slash at its end.
  let collection: URL
  private let authorization: String?
  private let exchange: Exchange
  private let session: URLSession

  /// A connection to the collection at an address.
  public init(_ address: CollectionAddress, _ credentials: Credentials?) {
    collection = address.url
    authorization = credentials.map {
      "Basic " + Data("\($0.user):\($0.password)".utf8).base64EncodedString()
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 60
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    exchange = Exchange()
    session = URLSession(configuration: configuration, delegate: exchange, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// An answer.
  struct Answer {
    let status: Int
    let etag: String?
    let body: Data
  }

  /// Asks something of the collection, or of a resource in it, and waits for the answer.
  func send(
    _ method: String, _ name: String? = nil, headers: [String: String] = [:], body: [UInt8]? = nil
  ) throws(ServerRefusal) -> Answer {
    // Names of ours have nothing to be escaped.
    let url = name.flatMap { URL(string: collection.absoluteString + $0) } ?? collection
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = body.map { Data($0) }
    for (header, value) in headers { request.setValue(value, forHTTPHeaderField: header) }
    request.setValue("lichsong", forHTTPHeaderField: "User-Agent")
    // Or the library asks leave before each body, and keeps a processor busy until it has it.
    request.setValue("", forHTTPHeaderField: "Expect")
    if let authorization { request.setValue(authorization, forHTTPHeaderField: "Authorization") }
    let outcome = exchange.run(session.dataTask(with: request))
    let address = collection.absoluteString
    if outcome.isTooLong { throw ServerRefusal(address, .tooLong) }
    guard let response = outcome.response else {
      throw ServerRefusal(address, reason(outcome.error))
    }
    let answer = Answer(
      status: response.statusCode, etag: response.value(forHTTPHeaderField: "ETag"), body: outcome.body)
    switch answer.status {
    case 300..<400:
      let target = response.value(forHTTPHeaderField: "Location").flatMap { URL(string: $0, relativeTo: url) }
      throw ServerRefusal(
        address, target.map { .moved(to: $0.absoluteString) } ?? refused(answer.status))
    default: return answer
    }
  }

  /// Why it refuses, for a status.
  func refused(_ status: Int) -> ServerRefusal.Reason { .status(status, named: authorization != nil) }

  private func reason(_ error: (any Error)?) -> ServerRefusal.Reason {
    guard let code = (error as? URLError)?.code else { return .broken((error as NSError?)?.code ?? 0) }
    return switch code {
    case .cannotFindHost, .dnsLookupFailed: .unknownHost
    case .cannotConnectToHost, .notConnectedToInternet: .unreachable
    case .timedOut: .timeout
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired:
      .insecure
    // The library has no word for a handshake that fails.
    case .unknown where collection.scheme?.lowercased() == "https": .insecure
    default: .broken(code.rawValue)
    }
  }
}

/// The exchange of one request and its answer, as it comes in.
private final class Exchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  struct Outcome {
    var response: HTTPURLResponse?
    var body = Data()
    var error: (any Error)?
    var isTooLong = false
  }

  // The session's queue writes it until the semaphore is signalled; the caller reads it after that.
  private var outcome = Outcome()
  private let done = DispatchSemaphore(value: 0)

  func run(_ task: URLSessionDataTask) -> Outcome {
    outcome = Outcome()
    task.resume()
    done.wait()
    return outcome
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard outcome.body.count + data.count <= DAVConnection.largest else {
      outcome.isTooLong = true
      return dataTask.cancel()
    }
    outcome.body.append(data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    outcome.response = response
    completionHandler(nil)
  }

  /// The answer 401 is wanted as it is: what we know of passwords went with the request.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    outcome.response = challenge.failureResponse as? HTTPURLResponse ?? task.response as? HTTPURLResponse
    completionHandler(.cancelAuthenticationChallenge, nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    outcome.error = error
    // With an error, only an answer counts that was taken before, on purpose.
    if error == nil { outcome.response = task.response as? HTTPURLResponse ?? outcome.response }
    done.signal()
  }
}
