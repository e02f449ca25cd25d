import Foundation

/// What systemd is told of the server: that it is ready, that it stops, and that it still answers (sd_notify(3)).
struct SystemdNotice: Sendable {
  private let socketPath: String
  /// How often systemd wants to hear that all is well, in seconds; `nil` for never.
  let watchdogSeconds: Double?

  /// `nil` where the process was not started by systemd.
  init?(environment: [String: String], process: Int32) {
    guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@") else {
      return nil
    }
    socketPath = path
    let isForUs = environment["WATCHDOG_PID"].map { $0 == "\(process)" } ?? true
    let micros = isForUs ? environment["WATCHDOG_USEC"].flatMap { Double($0) } : nil
    watchdogSeconds = micros.map { $0 / 1_000_000 }
  }

  /// Tells systemd something; where that fails, systemd will notice.
  func tell(_ state: String) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let octets = Array(socketPath.utf8)
    guard octets.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { room in
      room.copyBytes(from: octets)
      // A name that begins with @ is one without a file: its first octet is 0.
      if octets.first == UInt8(ascii: "@") { room[0] = 0 }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + octets.count)
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let message = Array(state.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }

  /// Tells systemd that all is well as long as the server answers a request at its own port: a server whose process lives and
  /// that takes no connections any more is started anew.
  ///
  /// - Parameter port: The port at which it listens.
  func watch(port: Int, host: String) {
    guard let watchdogSeconds else { return }
    let thread = Thread {
      while true {
        if Self.answers(host: host, port: port, within: max(1, watchdogSeconds / 3)) { tell("WATCHDOG=1") }
        Thread.sleep(forTimeInterval: watchdogSeconds / 3)
      }
    }
    thread.name = "watchdog"
    thread.start()
  }

  /// Whether a server answers a request.
  static func answers(host: String, port: Int, within seconds: Double) -> Bool {
    let isSix = host.contains(":")
    let descriptor = socket(
      isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1_000_000))
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    guard isConnected(descriptor, host: host, port: port, isSix: isSix) else { return false }
    let request = Array("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
      return false
    }
    var octets = [UInt8](repeating: 0, count: 16)
    let count = recv(descriptor, &octets, octets.count, 0)
    return count >= 12 && String(decoding: octets.prefix(12), as: UTF8.self) == "HTTP/1.1 200"
  }

  /// Connects to the address at which the server listens; one that stands for all is asked at this machine's own.
  private static func isConnected(_ descriptor: Int32, host: String, port: Int, isSix: Bool) -> Bool {
    if isSix {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = in_port_t(port).bigEndian
      inet_pton(AF_INET6, host == "::" ? "::1" : host, &address.sin6_addr)
      return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
        }
      }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, ["0.0.0.0", "localhost"].contains(host) ? "127.0.0.1" : host, &address.sin_addr)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
