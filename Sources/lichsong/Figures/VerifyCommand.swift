import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: HelpWords.text(
        vi: "Tính lại mọi kỳ đã chốt: mã, chuỗi bản chốt, từng dòng nhật ký và từng số.",
        en: "Work all closed periods out again: hashes, their chain, every row and every figure."))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục kế hoạch.", en: "The plan's folder."), valueName: "plan"))
  var path: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Mã in trên biên bản, cả 64 chữ số hoặc phần đầu: phải là mã của một bản chốt.",
        en: "A hash as a certificate prints it, whole or its beginning: one of the closes must have it."),
      valueName: "sha256"))
  var expect: [String] = []
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for hash in expect where hash.count < 8 || !hash.allSatisfy(\.isHexDigit) {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(hash)” không phải mã kiểm chứng; ghi ít nhất 8 chữ số đầu như trên biên bản.",
          en: "“\(hash)” is not a hash; write at least its first 8 digits as the certificate has them."))
    }
  }

  func run() throws {
    let year = try PlanFolder.open(path).year()
    let plan = year.plan
    let joins = year.joinFindings()
    let (closes, findings) = Terminal.working(
      Words(vi: "Đang tính lại…", en: "Working it out again…"), in: common.language
    ) { year.verified(certified: expect) }
    if json {
      try Terminal.show(
        VerifyReport.json(closes, findings: findings + joins, language: common.language), for: .program)
    } else {
      try Terminal.show(VerifyReport.text(closes, plan: plan, language: common.language, width: common.width))
      common.tell(findings)
      common.tell(joins, from: .info)
    }
    try common.end(findings)
  }
}
