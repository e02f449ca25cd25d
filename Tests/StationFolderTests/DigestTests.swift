import Digests
import Foundation
import Testing

@Suite("SHA-256")
struct DigestTests {
  @Test("the example of FIPS 180-4 has the published digest")
  func sha256_ofTheStandardsExample_isThePublishedDigest() {
    #expect(
      Digest.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  // What is registered first is called last, so threads hash for a while after libcrypto would have cleared up.
  @Test("threads may hash until the program has ended")
  func sha256_whileTheProgramEnds_doesNotCrash() async {
    await #expect(processExitsWith: .success) {
      atexit { usleep(200_000) }
      for _ in 0..<4 {
        Thread.detachNewThread {
          while true { _ = Digest.sha256([1, 2, 3]) }
        }
      }
      usleep(100_000)
      exit(EXIT_SUCCESS)
    }
  }
}
