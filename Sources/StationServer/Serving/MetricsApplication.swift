import Hummingbird
import Logging

/// The second port, for whoever watches the server: `/metrics` and nothing else, on this machine alone.
enum MetricsApplication {
  static func application(_ station: Station, port: Int, logger: Logger) -> some ApplicationProtocol {
    let router = Router(context: BasicRequestContext.self)
    router.get("/metrics") { _, _ -> Response in
      let seconds = (station.surroundings.milliseconds() - station.started) / 1_000
      let text = station.metrics.text([
        ("lichsong_up_seconds", "How long the server has been running.", seconds),
        (
          "lichsong_store_ready", "Whether the store can be read.",
          (try? await station.check()) == nil ? 0 : 1
        ),
        ("lichsong_memory_bytes", "Memory in use.", station.surroundings.memory()),
        ("lichsong_years", "Plans' years that are kept worked out.", await station.years.count),
      ])
      return Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    return Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)), logger: logger)
  }
}
