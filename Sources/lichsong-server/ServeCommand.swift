import ArgumentParser
import Console
import Foundation
import Logging
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationServer
import StationStore

/// `lichsong-server serve`: answers requests until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve",
      abstract: HelpWords.text(
        vi: "Chạy máy chủ cho đến khi được lệnh dừng.", en: "Answer requests until told to stop."))
  }

  @OptionGroup var place: StoreOptions

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ mạng để nghe; mặc định chỉ trên chính máy này.",
        en: "The address to listen on; by default this machine alone."), valueName: "address"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cổng, mặc định 8080; 0 là cổng trống bất kỳ.",
        en: "The port, 8080 unless given; 0 for any that is free."),
      valueName: "number"))
  var port: Int?

  @Option(
    name: .customLong("stop-seconds"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Khi được lệnh dừng, chờ các yêu cầu đang mở nhiều nhất bấy nhiêu giây; mặc định 20.",
        en: "When told to stop, wait at most so many seconds for open requests; 20 unless given."),
      valueName: "seconds"))
  var stopSeconds: Int?

  @Option(
    name: .customLong("metrics-port"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cổng trên chính máy này để Prometheus đọc /metrics; không có thì không mở.",
        en: "The port of this machine at which Prometheus reads /metrics; none unless given."),
      valueName: "number"))
  var metricsPort: Int?

  @Option(
    name: .customLong("public-address"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ mà trình duyệt dùng: https://lich.example.vn; không có thì chỉ trả lời trên máy này.",
        en:
          "What browsers call the server: https://lich.example.vn; without it, it answers on this machine alone."
      ),
      valueName: "url"))
  var publicAddress: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ của máy chủ trung gian (nginx) được tin về địa chỉ người gọi.",
        en: "Addresses of proxies (nginx) that are believed about who calls."), valueName: "address"))
  var proxy: [String] = []

  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp khóa của đài; mặc định là tệp key trong thư mục dữ liệu, chưa có thì được tạo.",
        en: "The station's key file; by default key in the data folder, made where there is none."),
      valueName: "file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Số việc làm cùng lúc ở nền; 0 khi có tiến trình lichsong-server work riêng.",
        en: "How many jobs are done in the background at a time; 0 where lichsong-server work does them."),
      valueName: "number"))
  var workers = 2

  func validate() throws {
    guard (0...64).contains(workers) else {
      throw ValidationError(
        HelpWords.text(vi: "--workers là số từ 0 đến 64.", en: "--workers is a number from 0 to 64."))
    }
    guard stopSeconds.map((1...600).contains) ?? true else {
      throw ValidationError(
        HelpWords.text(
          vi: "--stop-seconds là số từ 1 đến 600.", en: "--stop-seconds is a number from 1 to 600."))
    }
    guard [port, metricsPort].allSatisfy({ $0.map((0...65_535).contains) ?? true }) else {
      throw ValidationError(
        HelpWords.text(vi: "Cổng là số từ 0 đến 65535.", en: "A port is a number from 0 to 65535."))
    }
  }

  /// The settings of the server, from options, the environment and the file.
  private func serverSettings(_ told: ServerConfiguration) throws -> ServerSettings {
    var settings = ServerSettings()
    settings.host = host ?? told.text(.host) ?? settings.host
    settings.port = try port ?? told.port(.port) ?? settings.port
    settings.metricsPort = try metricsPort ?? told.port(.metricsPort)
    settings.publicOrigin = publicAddress ?? told.text(.publicAddress)
    if let text = settings.publicOrigin, text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?/) == nil
    {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(text)” không phải địa chỉ máy chủ; viết https://lich.example.vn, không có gì phía sau.",
          en: "“\(text)” is no address of a server; write https://lich.example.vn, with nothing behind it."))
    }
    let proxies =
      proxy.isEmpty ? told.text(.proxy).map { $0.split { $0 == "," || $0 == " " }.map(String.init) } : proxy
    settings.stopSeconds = stopSeconds ?? settings.stopSeconds
    settings.proxies = Set(proxies ?? [])
    return settings
  }

  mutating func run() async throws {
    // What the server keeps is for its own account alone.
    umask(0o077)
    let told = try place.settings()
    let settings = try serverSettings(told)
    let location = try place.location()
    let keyFile = keyFile ?? told.text(.key)
    if case .postgres? = try? StoreLocation(location), keyFile == nil {
      throw ValidationError(
        HelpWords.text(
          vi: "Với cơ sở dữ liệu PostgreSQL phải chỉ tệp khóa bằng --key, giống nhau ở mọi máy chủ.",
          en: "With a PostgreSQL database name the key file with --key, the same for all servers."))
    }
    if workers == 0, case .folder? = try? StoreLocation(location) {
      throw ValidationError(
        HelpWords.text(
          vi: "Với thư mục dữ liệu, máy chủ tự làm việc ở nền: --workers ít nhất là 1.",
          en: "On a data folder the server itself does the work in the background: --workers is at least 1."))
    }
    let (keyPath, address, workers) = (keyFile ?? location + "/key", settings.publicOrigin, workers)
    let notice = SystemdNotice(
      environment: ProcessInfo.processInfo.environment, process: ProcessInfo.processInfo.processIdentifier)
    try await place.withStore(begins: true) { store in
      let desk = Desk(store, secrets: Self.lot)
      let key = try StationKey(at: keyPath, lot: Self.lot)
      let first = try await desk.firstStart(at: StoreOptions.now)
      if case .folder? = try? StoreLocation(location) {
        // No other process works on a data folder, so what was in work when one died is in nobody's hands.
        try await store.write { try $0.freeJobs(all: true, on: StoreOptions.now) }
      }
      let server = StationService(
        settings, desk: desk, feeds: FeedDesk(desk, key: key.octets, program: LichSongServer.version),
        factors: SecondFactor(desk, key: key.octets, isObligatory: address != nil),
        surroundings: Self.surroundings, runners: Workers.runners(workers, of: store, logger: Self.logger),
        program: LichSongServer.version, logger: Self.logger)
      defer { notice?.tell("STOPPING=1") }
      try await server.run { port in
        notice?.tell("READY=1")
        notice?.watch(port: port, host: settings.host)
        let shown = address ?? "http://\(settings.host):\(port)"
        Self.say(Words(vi: "Máy chủ ở \(shown)", en: "The server is at \(shown)"))
        if let (login, password) = first {
          Self.say(
            Words(
              vi:
                "Đăng nhập lần đầu: tên \(login), mật khẩu \(password); dùng một lần, trong 24 giờ, không hiện lại.",
              en:
                "First sign-in: name \(login), password \(password); good once, within 24 hours, and not shown again."
            ))
        }
      }
    }
  }

  /// A line at the terminal; one that nobody reads any more stops no server.
  private static func say(_ words: Words) {
    do { try Terminal.say(words[HelpWords.language]) } catch { logger.warning("standard output is closed") }
  }

  private static func lot(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }

  private static var surroundings: Surroundings {
    Surroundings(
      now: { StoreOptions.now },
      milliseconds: { Int(DispatchTime.now().uptimeNanoseconds / 1_000_000) },
      programs: (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init),
      processors: ProcessInfo.processInfo.activeProcessorCount, ownProgram: "/proc/self/exe", memory: memory)
  }

  static let logger = Logger(label: "lichsong-server") { label in
    JSONLogHandler(label: label, time: { StoreOptions.now.utcText }, write: Terminal.log)
  }

  /// The memory that this process uses, as Linux tells it.
  private static func memory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
