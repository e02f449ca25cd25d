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
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Cổng; 0 là cổng trống bất kỳ.", en: "The port; 0 for any that is free."),
      valueName: "number"))
  var port = 8080

  @Option(
    name: .customLong("public-address"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Địa chỉ mà trình duyệt dùng: https://lich.example.vn; không có thì chỉ trả lời trên máy này.",
        en:
          "What browsers call the server: https://lich.example.vn; without it, it answers on this machine alone."
      ),
      valueName: "url"),
    transform: { text in
      guard text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?/) != nil else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải địa chỉ máy chủ; viết https://lich.example.vn, không có gì phía sau.",
            en: "“\(text)” is no address of a server; write https://lich.example.vn, with nothing behind it.")
        )
      }
      return text
    })
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
  var workers = 1

  func validate() throws {
    guard (0...64).contains(workers) else {
      throw ValidationError(
        HelpWords.text(vi: "--workers là số từ 0 đến 64.", en: "--workers is a number from 0 to 64."))
    }
    if workers == 0, case .folder? = try? StoreLocation(place.location) {
      throw ValidationError(
        HelpWords.text(
          vi: "Với thư mục dữ liệu, máy chủ tự làm việc ở nền: --workers ít nhất là 1.",
          en: "On a data folder the server itself does the work in the background: --workers is at least 1."))
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError(
        HelpWords.text(vi: "Cổng là số từ 0 đến 65535.", en: "A port is a number from 0 to 65535."))
    }
    if case .postgres? = try? StoreLocation(place.location), keyFile == nil {
      throw ValidationError(
        HelpWords.text(
          vi: "Với cơ sở dữ liệu PostgreSQL phải chỉ tệp khóa bằng --key, giống nhau ở mọi máy chủ.",
          en: "With a PostgreSQL database name the key file with --key, the same for all servers."))
    }
  }

  mutating func run() async throws {
    // What the server keeps is for its own account alone.
    umask(0o077)
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    settings.publicOrigin = publicAddress
    settings.proxies = Set(proxy)
    let (keyPath, address, workers) = (keyFile ?? place.location + "/key", publicAddress, workers)
    try await place.withStore { [settings] store in
      let desk = Desk(store, secrets: Self.lot)
      let key = try StationKey(at: keyPath, lot: Self.lot)
      let first = try await desk.firstStart(at: StoreOptions.now)
      if case .folder? = try? StoreLocation(place.location) {
        // No other process works on a data folder, so what was in work when one died is in nobody's hands.
        try await store.write { try $0.freeJobs(all: true, on: StoreOptions.now) }
      }
      let server = StationService(
        settings, desk: desk, feeds: FeedDesk(desk, key: key.octets, program: LichSongServer.version),
        surroundings: Self.surroundings, runners: Workers.runners(workers, of: store, logger: Self.logger),
        program: LichSongServer.version, logger: Self.logger)
      try await server.run { port in
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
      processors: ProcessInfo.processInfo.activeProcessorCount)
  }

  static let logger = Logger(label: "lichsong-server") { label in
    JSONLogHandler(label: label, time: { Date().ISO8601Format() }, write: Terminal.log)
  }
}
