import Foundation
import Testing

/// The server as systemd, Prometheus and nginx know it.
struct RunningTests {
  @Test("systemd is told that the server is ready, that it answers, and that it stops")
  func systemd_isTold() throws {
    let socket = try NoticeSocket()
    let server = try ServerProcess.start(
      environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "600000"])
    #expect(socket.next() == "READY=1")
    #expect(socket.next() == "WATCHDOG=1")
    #expect(socket.next() == "WATCHDOG=1")
    // A server that stands still says nothing more, and systemd starts another.
    kill(server.process.processIdentifier, SIGSTOP)
    while socket.next(within: 1) != nil {}
    kill(server.process.processIdentifier, SIGCONT)
    #expect(socket.next() == "WATCHDOG=1")
    #expect(server.stop() == 0)
    var last: String?
    while let said = socket.next(within: 0.2) { last = said }
    #expect(last == "STOPPING=1")
  }

  @Test("a request that never ends does not keep the server from stopping")
  func openRequest_doesNotHold() throws {
    let server = try ServerProcess.start(options: ["--stop-seconds", "1"])
    let port = try #require(server.address.split(separator: ":").last)
    let client = try Tool.start(
      "python3",
      [
        "-c",
        """
        import socket, time
        s = socket.create_connection(("127.0.0.1", \(port)))
        s.sendall(b"POST /sign-in HTTP/1.1\\r\\nHost: localhost\\r\\nOrigin: http://localhost\\r\\n"
                  b"Content-Type: application/x-www-form-urlencoded\\r\\nContent-Length: 100\\r\\n\\r\\nlogin=")
        print("sent", flush=True)
        time.sleep(60)
        """,
      ])
    defer { client.process.terminate() }
    #expect(client.firstLine() == "sent")
    let began = Date()
    #expect(server.stop() == 0)
    #expect(Date().timeIntervalSince(began) < 10)
  }

  @Test(
    "settings come from options, then from the environment, then from a file; what is not understood there is told"
  )
  func settings_haveThreeSources() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "server-\(UUID().uuidString).conf")
    defer { try? FileManager.default.removeItem(at: file) }
    try
      "# Của đài\nLICHSONG_HOST=127.0.0.1\nLICHSONG_METRICS_PORT=\nLICHSONG_PUBLIC_ADDRESS=\"https://tu-tep.example.vn\"\n"
      .write(
        to: file, atomically: true, encoding: .utf8)
    let fromFile = try ServerProcess.start(options: ["--config", file.path])
    #expect(fromFile.address == "https://tu-tep.example.vn")
    _ = fromFile.stop()
    let fromEnvironment = try ServerProcess.start(
      environment: ["LICHSONG_CONFIG": file.path, "LICHSONG_PUBLIC_ADDRESS": "https://tu-bien.example.vn"])
    #expect(fromEnvironment.address == "https://tu-bien.example.vn")
    _ = fromEnvironment.stop()
    let fromOption = try ServerProcess.start(
      options: ["--public-address", "http://127.0.0.1:1"],
      environment: ["LICHSONG_CONFIG": file.path, "LICHSONG_PUBLIC_ADDRESS": "https://tu-bien.example.vn"])
    #expect(fromOption.address == "http://127.0.0.1:1")
    _ = fromOption.stop()

    let wrong: [(String, String)] = [
      (
        "LICHSONG_PROT=8080",
        "\(file.path):1: “LICHSONG_PROT=8080” is not understood; a line is NAME=value, and the names are LICHSONG_DATA, "
          + "LICHSONG_HOST, LICHSONG_PORT, LICHSONG_PUBLIC_ADDRESS, LICHSONG_PROXY, LICHSONG_KEY, LICHSONG_METRICS_PORT."
      ),
      ("LICHSONG_PORT=cổng", "LICHSONG_PORT is a number from 0 to 65535, and not “cổng”."),
      (
        "LICHSONG_PUBLIC_ADDRESS=lich.example.vn/",
        "“lich.example.vn/” is no address of a server; write https://lich.example.vn, with nothing behind it."
      ),
      ("", "Name the data folder with --data, by LICHSONG_DATA, or in the file of --config."),
    ]
    for (line, message) in wrong {
      try line.write(to: file, atomically: true, encoding: .utf8)
      let told = try ServerProcess.run(["serve", "--config", file.path])
      #expect(told.status == 64)
      #expect(told.errors.split(separator: "\n").first.map(String.init) == "Error: \(message)")
    }
  }

  @Test("a port that is taken is told")
  func takenPort_isTold() throws {
    let server = try ServerProcess.start()
    defer { _ = server.stop() }
    let port = try #require(server.address.split(separator: ":").last).description
    let data = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)").path
    let told = try ServerProcess.run(["serve", "--data", data, "--port", port])
    #expect(told.status == 74)
    #expect(
      told.errors
        == "Another program listens there (127.0.0.1:\(port)); choose another port with --port, or stop that program.\n"
    )
  }

  @Test("Prometheus reads what was asked and how long it took, at a port of its own")
  func metrics_areTold() throws {
    let port = try Tool.freePort()
    let server = try ServerProcess.start(options: ["--metrics-port", "\(port)"])
    defer { _ = server.stop() }
    _ = try Tool.output("curl", ["-s", "\(server.address)/health/live", "\(server.address)/khong-co"])
    let text = try Tool.output("curl", ["-s", "http://127.0.0.1:\(port)/metrics"])
    #expect(
      text.contains("\nlichsong_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1\n"))
    #expect(
      text.contains("\nlichsong_request_duration_seconds_count 2\n")
        && text.contains("\nlichsong_store_ready 1\n"))
    // Each line is a comment or a sample.
    let odd = text.split(separator: "\n").filter {
      $0.wholeMatch(
        of: /# (HELP|TYPE) lichsong_[a-z_]+ .+|lichsong_[a-z_]+(\{[^{}]*(\{[a-z]+\}[^{}]*)*\})? [0-9.]+/)
        == nil
    }
    #expect(odd == [])
    #expect(
      try Tool.output("curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}", "\(server.address)/metrics"])
        == "404")
  }

  @Test("behind nginx, as the package sets it up, people sign in and the server knows who calls")
  func nginx_standsBefore() throws {
    let port = try Tool.freePort()
    let server = try ServerProcess.start(options: [
      "--public-address", "http://lich.example.vn", "--proxy", "127.0.0.1", "--port", "\(port)",
    ])
    defer { _ = server.stop() }
    let nginx = try NginxProcess(before: port)
    defer { nginx.stop() }
    let answer = try Tool.output(
      "curl",
      [
        "-s", "-i", "-H", "Host: lich.example.vn", "-H", "Origin: http://lich.example.vn", "-H",
        "X-Forwarded-For: 203.0.113.9, 198.51.100.4", "--data-urlencode", "login=\(server.first.login)",
        "--data-urlencode", "password=\(server.first.password)", "http://127.0.0.1:\(nginx.port)/sign-in",
      ])
    #expect(answer.hasPrefix("HTTP/1.1 303"))
    let cookie = try #require(answer.firstMatch(of: /(?i)set-cookie: (lichsong=[^;]+)/)).output.1
    let page = try Tool.output(
      "curl",
      [
        "-s", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", "-H", "Host: lich.example.vn", "-H",
        "Cookie: \(cookie)", "http://127.0.0.1:\(nginx.port)/p/lai-chau-2018",
      ])
    #expect(page == "303 http://127.0.0.1:\(nginx.port)/password")
    let foreign = try Tool.output(
      "curl",
      [
        "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Host: lich.example.vn", "-H",
        "Origin: http://xau.example",
        "--data-urlencode", "login=admin", "--data-urlencode", "password=x",
        "http://127.0.0.1:\(nginx.port)/sign-in",
      ])
    #expect(foreign == "403")
  }

  @Test(
    "schemathesis, which makes good and bad requests from the description, finds nothing wrong with the API")
  func api_isAsDescribed() throws {
    let server = try ServerProcess.start()
    defer { _ = server.stop() }
    let found = try BrowserProgram.probe(
      server.address, login: server.first.login, password: server.first.password)
    #expect(found.status == 0 && found.output == "")
  }
}

/// Programs of others, run as a shell would.
enum Tool {
  /// What a program prints.
  static func output(_ program: String, _ arguments: [String]) throws -> String {
    let running = try start(program, arguments)
    let data = try running.output.readToEnd() ?? Data()
    running.process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// A program that runs.
  struct Running {
    let process: Process
    let output: FileHandle

    func firstLine() -> String {
      String(decoding: output.availableData, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  /// A port that nobody listens at just now.
  static func freePort() throws -> Int {
    let program = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
    let said = try output("python3", ["-c", program])
    return try #require(Int(said.trimmingCharacters(in: .newlines)))
  }

  static func start(_ program: String, _ arguments: [String]) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return Running(process: process, output: output.fileHandleForReading)
  }
}

/// What stands for systemd: a socket that hears what a service says.
final class NoticeSocket {
  let path: String
  private let descriptor: Int32

  init() throws {
    path = "/tmp/notify-\(UUID().uuidString)"
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// The next word; `nil` when none comes in time.
  func next(within seconds: Double = 30) -> String? {
    var limit = timeval(tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1_000_000))
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var octets = [UInt8](repeating: 0, count: 256)
    let count = recv(descriptor, &octets, octets.count, 0)
    return count > 0 ? String(decoding: octets.prefix(count), as: UTF8.self) : nil
  }
}

/// nginx with the settings of the package, without encryption, at a port of this machine.
final class NginxProcess {
  let port: Int
  private let folder: URL
  private let process: Process

  init(before server: Int) throws {
    port = try Tool.freePort()
    folder = FileManager.default.temporaryDirectory.appending(path: "nginx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = try String(contentsOf: URL(filePath: "packaging/debian/nginx.conf"), encoding: .utf8)
      .replacing("127.0.0.1:8080", with: "127.0.0.1:\(server)")
      .replacing(/(?s)server \{\n  listen 80;.*?\n\}\n/, with: "", maxReplacements: 1)
      .replacing("listen 443 ssl http2;", with: "listen 127.0.0.1:\(port);")
      .replacing(#/  ssl_certificate.*\n/#, with: "")
      .replacing("/var/log/nginx/lichsong.log", with: folder.path + "/access.log")
    let whole = """
      daemon off;
      pid \(folder.path)/pid;
      error_log \(folder.path)/error.log;
      events {}
      http {
      client_body_temp_path \(folder.path);
      proxy_temp_path \(folder.path);
      fastcgi_temp_path \(folder.path);
      uwsgi_temp_path \(folder.path);
      scgi_temp_path \(folder.path);
      \(text)
      }
      """
    let file = folder.appending(path: "nginx.conf")
    try whole.write(to: file, atomically: true, encoding: .utf8)
    process = Process()
    process.executableURL = URL(filePath: "/usr/sbin/nginx")
    process.arguments = ["-p", folder.path, "-c", file.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 1...100
    where try Tool.output("curl", ["-s", "http://127.0.0.1:\(port)/health/live"]) != "live\n" {
      usleep(100_000)
    }
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
