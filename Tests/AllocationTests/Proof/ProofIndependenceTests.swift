import Foundation
import Testing

@Suite("What the proof is made of")
struct ProofIndependenceTests {
  @Test("no file of the proof names a type of the search that it judges")
  func sources_namesOfSearch_areAbsent() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Allocation").standardizedFileURL
    func files(_ folder: String) throws -> [URL] {
      try FileManager.default
        .contentsOfDirectory(at: sources.appending(path: folder), includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "swift" }
    }
    // The values of a problem, of a solution and of its certificate are what both must speak of.
    let shared: Set = ["Problem", "Solution", "Certificate", "SearchOptions", "AllocationEngine"]
    let search = try files("Engine").map {
      $0.deletingPathExtension().lastPathComponent.split(separator: "+")
    }
    .compactMap(\.first).map(String.init)
    let names = Set(search).subtracting(shared).union([
      "SeriesChain", "PartNetwork", "ConvexNetwork", "IdealLine",
    ])
    var found: [String] = []
    for file in try files("Proof") {
      let words = Set(
        try String(contentsOf: file, encoding: .utf8).split { !$0.isLetter && !$0.isNumber }.map(String.init))
      found += words.intersection(names).sorted().map { "\(file.lastPathComponent): \($0)" }
    }
    #expect(found.isEmpty)
    #expect(try files("Proof").count > 5)
  }
}
