import Dispatch
import Foundation
import FoundationNetworking
import Synchronization

/// A connection to one server. A request can be sent while others wait for their answers; who asks for an answer
/// waits until it is there.
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
  private let exchanges: Exchanges
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
    exchanges = Exchanges()
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// An answer.
  struct Answer {
    let status: Int
    let etag: String?
    let body: Data
  }

  /// A request that was sent.
  struct Sent {
    fileprivate let exchange: Exchange
    fileprivate let url: URL
  }

  /// Asks something of the collection, or of a resource in it, and waits for the answer.
  func ask(
    _ method: String, _ name: String? = nil, headers: [String: String] = [:], body: [UInt8]? = nil
  ) throws(ServerRefusal) -> Answer {
    try answer(to: send(method, name, headers: headers, body: body))
  }

  /// Sends a request, and does not wait.
  func send(
    _ method: String, _ name: String? = nil, headers: [String: String] = [:], body: [UInt8]? = nil
  ) -> Sent {
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
    return Sent(exchange: exchanges.start(session.dataTask(with: request)), url: url)
  }

  /// Waits for the answer to a request. It may be asked for once.
  func answer(to sent: Sent) throws(ServerRefusal) -> Answer {
    let outcome = sent.exchange.end()
    let address = collection.absoluteString
    if outcome.isTooLong { throw ServerRefusal(address, .tooLong) }
    guard let response = outcome.response else {
      throw ServerRefusal(address, reason(outcome.error))
    }
    let answer = Answer(
      status: response.statusCode, etag: response.value(forHTTPHeaderField: "ETag"), body: outcome.body)
    switch answer.status {
    case 300..<400:
      let target = response.value(forHTTPHeaderField: "Location").flatMap {
        URL(string: $0, relativeTo: sent.url)
      }
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

/// The exchange of one request and its answer.
private final class Exchange: @unchecked Sendable {
  struct Outcome {
    var response: HTTPURLResponse?
    var body = Data()
    var error: (any Error)?
    var isTooLong = false
  }

  // The session's queue writes it until the semaphore is signalled; who waits reads it after that.
  var outcome = Outcome()
  let done = DispatchSemaphore(value: 0)

  /// Waits until the answer is there.
  func end() -> Outcome {
    done.wait()
    return outcome
  }
}

/// The exchanges that go on, as their answers come in.
private final class Exchanges: NSObject, URLSessionDataDelegate {
  private let open = Mutex<[Int: Exchange]>([:])

  func start(_ task: URLSessionDataTask) -> Exchange {
    let exchange = Exchange()
    open.withLock { $0[task.taskIdentifier] = exchange }
    task.resume()
    return exchange
  }

  private func exchange(of task: URLSessionTask) -> Exchange? {
    open.withLock { $0[task.taskIdentifier] }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard let exchange = exchange(of: dataTask) else { return }
    guard exchange.outcome.body.count + data.count <= DAVConnection.largest else {
      exchange.outcome.isTooLong = true
      return dataTask.cancel()
    }
    exchange.outcome.body.append(data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    exchange(of: task)?.outcome.response = response
    completionHandler(nil)
  }

  /// The answer 401 is wanted as it is: what we know of passwords went with the request.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    exchange(of: task)?.outcome.response =
      challenge.failureResponse as? HTTPURLResponse ?? task.response as? HTTPURLResponse
    completionHandler(.cancelAuthenticationChallenge, nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    guard let exchange = open.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
    exchange.outcome.error = error
    // With an error, only an answer counts that was taken before, on purpose.
    if error == nil {
      exchange.outcome.response = task.response as? HTTPURLResponse ?? exchange.outcome.response
    }
    exchange.done.signal()
  }
}
