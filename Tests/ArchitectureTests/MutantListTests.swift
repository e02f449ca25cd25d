import Foundation
import Testing

struct MutantListTests {
  @Test("each mutant of Tests/Mutants still names one place in the sources")
  func mutants_haveTheirPlaces() throws {
    let check = Process()
    let output = Pipe()
    check.executableURL = URL(filePath: "/usr/bin/env")
    check.arguments = ["python3", "Tests/Mutants/mutants.py", "--check"]
    check.currentDirectoryURL = PackageFiles.root
    check.standardOutput = output
    try check.run()
    let said = try output.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) }
    check.waitUntilExit()
    #expect(said?.hasSuffix(" mutants, each with its place\n") == true, "\(said ?? "")")
    #expect(check.terminationStatus == 0)
  }
}
