import Hummingbird
import HummingbirdTesting
import StationServer
import Testing

struct HealthTests {
  @Test("a server that takes requests says that it lives")
  func server_lives() async throws {
    let router = Router()
    HealthRoutes().add(to: router)
    try await Application(router: router).test(.live) { client in
      let answer = try await client.execute(uri: "/health/live", method: .get)
      #expect(answer.status == .ok)
      #expect(String(buffer: answer.body) == "live\n")
    }
  }
}
