import Foundation
import Testing

@Suite("What the disk is made to keep")
struct ForcingTests {
  @Test("each recorded file is forced to the disk before it takes its name, and its folder after")
  func filesAreForced() throws {
    let station = try Station()
    defer { station.remove() }
    let (library, log) = ("\(station.folder)/forcing.so", "\(station.folder)/forcing.log")
    let compiled = try Command(
      program: "/usr/bin/env",
      ["clang", "-shared", "-fPIC", "-o", library, Command.root + "/Tests/EndToEndTests/forcing.c"])
    #expect(compiled.status == 0, "\(compiled.errors)")
    let published = try Command(
      program: Command.path,
      ["publish", station.folder, "--by", "An", "--at", "2026-01-05T09:00", "--lang", "en"],
      environment: ["LD_PRELOAD": library, "FORCING_LOG": log])
    #expect(published.status == 0, "\(published.errors)")

    let steps = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let renames = steps.indices.filter { steps[$0][0] == "rename" }
    let book = renames.filter { steps[$0][2].contains("/book/") }
    #expect(book.count == 2, "a plan and a publication")
    for index in book {
      let (hidden, place) = (steps[index][1], steps[index][2])
      #expect(steps[..<index].contains(["force", hidden, ""]), "\(place) is forced before it has its name")
      let folder = (place as NSString).deletingLastPathComponent
      #expect(steps[index...].contains(["force", folder, ""]), "the name of \(place) is forced")
    }
  }
}
