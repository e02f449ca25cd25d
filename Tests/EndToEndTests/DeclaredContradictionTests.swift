import Foundation
import Testing

@Suite("Figures that contradict each other are told before and after they are recorded")
struct DeclaredContradictionTests {
  @Test("in the preview of an import, at the import, by check and by consolidate")
  func everywhere() throws {
    try DeclaredStory.with { story in
      let file = story.folder + "/bao-cao.csv"
      try story.write(
        "bao-cao.csv", "unit,period,line,value\nan-phu,2026-03,ban-tin,50\nan-phu,2026-Q1,ban-tin,40\n")
      let words =
        "“Xã An Phú” reports 40 bản tin of “Bản tin” for quarter 1 of 2026, but one period within it has 50 (month 3 of 2026: "
        + "50)."
      for arguments in [
        ["import", story.folder, file, "--preview"], ["import", story.folder, file], ["check", story.folder],
        ["consolidate", story.folder, "--period", "2026-Q1"],
      ] {
        let command = try Command(program: Command.path, arguments + ["--lang", "en"])
        #expect(
          (command.output + command.errors).contains("warning[DECLARED_PERIODS]: \(words)"),
          "\(arguments): \(command.output)\(command.errors)")
      }
      // A figure that is recorded already is not told again with the next file.
      try story.write("them.csv", "unit,period,line,value\nbinh-hoa,2026-Q1,ban-tin,4\n")
      let next = try Command("import", story.folder, story.folder + "/them.csv", "--lang", "en")
      #expect(next.errors == "", "\(next.errors)")
    }
  }
}
