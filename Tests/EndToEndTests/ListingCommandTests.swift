import CalendarClients
import Foundation
import Testing

@Suite("The guides to the cases' programmes")
struct ListingCommandTests {
  @Test(
    "each is valid XMLTV, says the validator of the xmltv project, twice the same, and JSON with as many events",
    arguments: ["lai-chau-2018", "tan-hong-2020"])
  func valid(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "listing-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func export(_ format: String) throws -> Command {
      try Command(
        "export", "schedules/\(name)", "--out", folder.path, "--format", format, "--lang", "en")
    }
    let command = try export("xmltv")
    #expect(command.status == 0)
    #expect(command.errors.contains("note[NOT_LISTED]"))
    let file = folder.appending(path: "xmltv.xml")
    let run = try ClientPrograms.validateXMLTV(file)
    #expect(run.output == "Validated ok.\n")
    let guide = try String(contentsOf: file, encoding: .utf8)
    _ = try export("xmltv")
    #expect(try guide == String(contentsOf: file, encoding: .utf8))
    #expect(try export("jsonld").status == 0)
    let page = try Data(contentsOf: folder.appending(path: "broadcasts.jsonld"))
    let graph = try #require(
      (JSONSerialization.jsonObject(with: page) as? [String: Any])?["@graph"] as? [[String: Any]])
    let count = guide.split(separator: "<programme ").count - 1
    #expect(graph.count { $0["@type"] as? String == "BroadcastEvent" } == count)
    #expect(command.output == "Wrote \(count) programmes to \(folder.path)/xmltv.xml.\n")
  }

  @Test("a format that there is not is wrong usage, and the message names those there are")
  func unknownFormat() throws {
    let command = try Command(
      "export", "schedules/tan-hong-2020", "--out", "/nowhere", "--format", "pdf", "--lang", "en")
    #expect(command.status == 64)
    #expect(
      command.errors.hasPrefix(
        "Error: The value 'pdf' is invalid for '--format <ics|xmltv|jsonld>': There is no format “pdf”; there are "
          + "ics, xmltv, jsonld.\n"))
  }
}
