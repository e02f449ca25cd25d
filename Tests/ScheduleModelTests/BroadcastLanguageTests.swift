import Foundation
import ScheduleModel
import Testing

struct BroadcastLanguageTests {
  @Test("the register holds these languages, each once, Vietnamese first")
  func register_isComplete() {
    let tags = BroadcastLanguage.all.map(\.tag.tag)
    #expect(
      tags == [
        "vi", "hmn", "tai", "blt", "twh", "hni", "ium", "rad", "jra", "bdq", "km", "cjm", "cja", "hro", "tyz",
        "nut", "mtq", "ktv", "sed", "kpm", "cmo", "rog", "hre", "jeh", "sti", "bru", "cje", "crw", "mlc",
        "kjg", "pcc", "tou", "cua", "nty", "khb", "lo", "zh", "x-sanchi", "mww", "hnj", "tyj", "mji", "mnn",
        "mng", "rgs", "roc", "kuf", "stg", "stt", "pac", "tth", "kxy", "yue", "en", "fr", "ru", "de", "es",
        "ja",
        "ko",
      ])
    #expect(Set(tags).count == tags.count)
    #expect(BroadcastLanguage.all.allSatisfy { BroadcastLanguage.with($0.tag)?.vi == $0.vi })
  }

  @Test("every language is found by its tag, its two names and its other spellings, and by nothing else's")
  func everyName_findsItsLanguage() {
    var firstFailure: String?
    for language in BroadcastLanguage.all {
      for name in [language.tag.tag, language.vi, language.en] + language.aliases {
        for text in [name, name.uppercased(), "tiếng \(name)", name.decomposedStringWithCanonicalMapping]
        where BroadcastLanguage.tag(named: text) != language.tag {
          firstFailure = firstFailure ?? "\(text) is not \(language.tag)"
        }
      }
    }
    #expect(firstFailure == nil)
  }

  @Test(
    "the spellings of programmes and papers are understood",
    arguments: [
      ("Mông", "hmn"), ("H'Mông", "hmn"), ("H’Mông", "hmn"), ("HʼMông", "hmn"), ("Hmông", "hmn"),
      ("Mèo", "hmn"),
      ("tiếng Thái", "tai"), ("Hà Nhì", "hni"), ("DAO", "ium"), ("Êđê", "rad"), ("Ê-đê", "rad"),
      ("Rhade", "rad"),
      ("Jrai", "jra"), ("Jơ Rai", "jra"), ("Bahnar", "bdq"), ("Bana", "bdq"), ("Khơ-me", "km"),
      ("Khơ me", "km"),
      ("Chăm H’roi", "hro"), ("Katu", "ktv"), ("Xê Đăng", "sed"), ("Sedang", "sed"), ("Cơ Ho", "kpm"),
      ("Mnông", "cmo"), ("Bunong", "cmo"), ("Pa Cô-Vân Kiều", "bru"), ("phổ thông", "vi"), ("Kinh", "vi"),
      ("tiếng Việt", "vi"), ("Lô Lô", "nty"), ("Hoa", "zh"), ("x-sanchi", "x-sanchi"),
      ("Sán Chí", "x-sanchi"), ("Tà Ôi", "tth"), ("tiếng Trung Quốc", "zh"), ("Hàn Quốc", "ko"),
      ("Nhật Bản", "ja"), ("Campuchia", "km"),
    ])
  func spelling_isUnderstood(text: String, tag: String) {
    #expect(BroadcastLanguage.tag(named: text)?.tag == tag)
  }

  @Test(
    "a name that no row has finds nothing", arguments: ["", "tiếng", "Mon", "Thai", "th", "Tày-Nùng", "Ede"])
  func other_isUnknown(text: String) {
    #expect(BroadcastLanguage.tag(named: text) == nil)
  }

  @Test("Thái is never th, the language of Thailand")
  func thai_isNotThailands() throws {
    let thailands = try #require(LanguageTag("th"))
    #expect(BroadcastLanguage.with(thailands) == nil)
    let spellings = ["Thái", "tiếng Thái", "Thái đen", "Thái trắng", "THÁI"]
    #expect(spellings.map { BroadcastLanguage.tag(named: $0)?.tag } == ["tai", "tai", "blt", "twh", "tai"])
  }

  @Test("a language is named for its reader, and by its tag when the register has none")
  func name_isForReader() throws {
    let hani = try #require(LanguageTag("hni"))
    let other = try #require(LanguageTag("hmn-x-lenh"))
    #expect(BroadcastLanguage.name(of: hani, in: .vietnamese) == "Hà Nhì")
    #expect(BroadcastLanguage.name(of: hani, in: .english) == "Hani")
    #expect(BroadcastLanguage.name(of: other, in: .vietnamese) == "hmn-x-lenh")
  }
}
