import Foundation
import ScheduleModel
import Testing

private typealias Qualifier = Quantity.Qualifier

struct QuantityReadingTests {
  @Test(
    "a figure keeps its number, its qualifier and its unit",
    arguments: [
      ("23 kỳ", 23, .exact, "kỳ"), ("02 kỳ", 2, .exact, "kỳ"), ("0 kỳ", 0, .exact, "kỳ"),
      ("100 tin, bài, ảnh", 100, .exact, "tin, bài, ảnh"),
      ("hơn 600 tin, bài, ảnh", 600, .moreThan, "tin, bài, ảnh"), ("Hơn 600 tin", 600, .moreThan, "tin"),
      ("trên 600 tin", 600, .moreThan, "tin"),
      ("> 600 tin", 600, .moreThan, "tin"), ("more than 600 tin", 600, .moreThan, "tin"),
      ("ít nhất 12 số", 12, .atLeast, "số"), ("tối thiểu 12 số", 12, .atLeast, "số"),
      ("at least 12 số", 12, .atLeast, "số"), ("≥ 12 số", 12, .atLeast, "số"),
      (">=12 số", 12, .atLeast, "số"),
      ("gần 70 bài", 70, .nearly, "bài"), ("nearly 70 bài", 70, .nearly, "bài"),
      ("khoảng 70 bài", 70, .about, "bài"), ("about 70 bài", 70, .about, "bài"),
      ("~70 bài", 70, .about, "bài"),
      ("2.199 lượt", 2199, .exact, "lượt"), ("1.000.000 lượt", 1_000_000, .exact, "lượt"),
      ("240.659 lượt thi", 240_659, .exact, "lượt thi"), ("  23   kỳ ", 23, .exact, "kỳ"),
      ("24 “Trang tin địa phương”", 24, .exact, "“Trang tin địa phương”"),
      ("12 “bản tin 24h”", 12, .exact, "“bản tin 24h”"),
    ] as [(String, Int, Quantity.Qualifier, String)])
  func figure_isRead(text: String, value: Int, qualifier: Quantity.Qualifier, unit: String) throws {
    let expected = Quantity(value, qualifier, try #require(CountingUnit(unit)))
    #expect(Quantity(text, unit: nil) == expected)
  }

  @Test("a decomposed text (NFD) is the same figure")
  func decomposed_isRead() throws {
    for text in ["hơn 600 tin, bài, ảnh", "ít nhất 12 số", "khoảng 5 kỳ"] {
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Array(decomposed.utf8) != Array(text.utf8))
      #expect(try #require(Quantity(decomposed, unit: nil)) == Quantity(text, unit: nil))
    }
  }

  @Test("without a unit in the text, the line's unit is taken, and without that one nothing is read")
  func unit_comesFromLine() {
    let unit = CountingUnit(["kỳ"])
    #expect(Quantity("23", unit: unit) == Quantity(23, unit))
    #expect(Quantity("hơn 600", unit: unit) == Quantity(600, .moreThan, unit))
    #expect(Quantity("23 số", unit: unit) == Quantity(23, CountingUnit(["số"])))
    #expect(Quantity("23", unit: nil) == nil)
  }

  @Test(
    "what is not one figure is refused, with a unit at hand as well",
    arguments: [
      "", "kỳ", "hơn", "hơn kỳ", "-23 kỳ", "hơn600 tin", "+23 kỳ", "23kỳ", "23, kỳ", "23 ,", "5.5 kỳ",
      "1.23 kỳ", "1.2345 kỳ", "1234.567 kỳ", "0.999 kỳ", "00.123 kỳ", "1,201 lượt", "1..000 kỳ", ".5 kỳ",
      "5. kỳ",
      "2 199 lượt", "25 - 23 kỳ", "100 tin, 20 ảnh", "23 45", "23 %", "10/12 kỳ", "1e3 kỳ",
      "hơn hơn 5 kỳ", "khoảnh 5 kỳ", "hơnx 5 kỳ", "２３ kỳ", "٢٣ kỳ", "1.000.001 kỳ", "1000001 kỳ",
      "999999999999999999999 kỳ", "999.999.999.999.999.999.999.999 kỳ", "9999999999999 kỳ",
    ])
  func other_isRefused(text: String) {
    #expect(Quantity(text, unit: CountingUnit(["kỳ"])) == nil)
  }

  @Test("a published figure may pass the limit of a plan's, up to twelve digits")
  func limit_isParameter() {
    let unit = CountingUnit(["lượt"])
    #expect(Quantity("1.000.001", unit: unit) == nil)
    #expect(Quantity("1.000.001", unit: unit, limit: .max)?.value == 1_000_001)
    #expect(Quantity("999.999.999.999", unit: unit, limit: .max)?.value == 999_999_999_999)
    #expect(Quantity("1.000.000.000.000", unit: unit, limit: .max) == nil)
    #expect(Quantity("1000000000000", unit: unit, limit: .max) == nil)
    #expect(Quantity("11", unit: unit, limit: 10) == nil)
  }
}

struct QuantityPrintingTests {
  @Test("a figure is printed as its reader writes numbers")
  func figure_isPrinted() {
    let figure = Quantity(240_659, .moreThan, CountingUnit(["tin", "bài", "ảnh"]))
    #expect(figure.text(in: .vietnamese) == "hơn 240.659 tin, bài, ảnh")
    #expect(figure.text(in: .english) == "more than 240,659 tin, bài, ảnh")
    #expect(figure.text(in: .vietnamese, unit: false) == "hơn 240.659")
    #expect(Quantity(23, CountingUnit(["kỳ"])).text(in: .vietnamese) == "23 kỳ")
  }

  @Test("what is printed in Vietnamese reads back as the same figure")
  func printed_readsBack() {
    var firstFailure: String?
    for value in Array(0...1200) + [9_999, 10_000, 240_659, 999_999, 1_000_000] {
      for qualifier in Qualifier.allCases {
        for forms in [["kỳ"], ["tin", "bài", "ảnh"]] {
          let figure = Quantity(value, qualifier, CountingUnit(forms))
          let text = figure.text(in: .vietnamese)
          if Quantity(text, unit: nil) != figure, firstFailure == nil { firstFailure = text }
        }
      }
    }
    #expect(firstFailure == nil)
  }

  @Test("an English qualifier reads back too")
  func englishQualifier_readsBack() {
    let unit = CountingUnit(["kỳ"])
    for qualifier in Qualifier.allCases {
      let figure = Quantity(600, qualifier, unit)
      #expect(Quantity(figure.text(in: .english), unit: nil) == figure)
    }
  }

  @Test(
    "thousands are set apart from the right",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (-1000, "-1.000", "-1,000"),
      (123_456, "123.456", "123,456"), (1_234_567, "1.234.567", "1,234,567"), (-12, "-12", "-12"),
      (Int.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ])
  func thousands_areGrouped(number: Int, vietnamese: String, english: String) {
    #expect(grouped(number, in: .vietnamese) == vietnamese)
    #expect(grouped(number, in: .english) == english)
  }
}

struct QuantityAddingTests {
  private let unit = CountingUnit(["tin"])
  /// Those that set no upper limit; with one, the sum is a range (``QuantitySumTests``).
  private static let withoutCeiling: [Qualifier] = [
    .exact, .atLeast, .moreThan, .nearly, .about, .atLeastAbout,
  ]

  private func sum(_ left: Qualifier, _ right: Qualifier) -> Qualifier {
    (Quantity(1, left, unit) + Quantity(2, right, unit)).qualifier
  }

  @Test("370 and hơn 600 make hơn 970, over the forms of both")
  func laiChau_makesMoreThan970() throws {
    let province = Quantity(370, CountingUnit(["kỳ", "tin", "bài", "ảnh"]))
    let districts = try #require(Quantity("hơn 600 tin, bài, ảnh", unit: nil))
    #expect(province + districts == Quantity(970, .moreThan, CountingUnit(["kỳ", "tin", "bài", "ảnh"])))
  }

  @Test("the whole table of qualifiers")
  func table_isAsDocumented() {
    #expect(
      Qualifier.allCases == [.exact, .atLeast, .moreThan, .atMost, .lessThan, .nearly, .about, .atLeastAbout])
    let names = Self.withoutCeiling
    let table = names.map { left in names.map { sum(left, $0) } }
    #expect(
      table == [
        [.exact, .atLeast, .moreThan, .nearly, .about, .atLeastAbout],
        [.atLeast, .atLeast, .moreThan, .atLeastAbout, .atLeastAbout, .atLeastAbout],
        [.moreThan, .moreThan, .moreThan, .atLeastAbout, .atLeastAbout, .atLeastAbout],
        [.nearly, .atLeastAbout, .atLeastAbout, .nearly, .about, .atLeastAbout],
        [.about, .atLeastAbout, .atLeastAbout, .about, .about, .atLeastAbout],
        Array(repeating: .atLeastAbout, count: 6),
      ])
  }

  @Test("a sum does not depend on order or brackets, in value and qualifier")
  func adding_isCommutativeAndAssociative() {
    var firstFailure: String?
    for a in Self.withoutCeiling {
      for b in Self.withoutCeiling {
        if sum(a, b) != sum(b, a), firstFailure == nil { firstFailure = "\(a) + \(b)" }
        for c in Self.withoutCeiling {
          let figures = [Quantity(7, a, unit), Quantity(11, b, unit), Quantity(600, c, unit)]
          let left = (figures[0] + figures[1]) + figures[2]
          let right = figures[0] + (figures[1] + figures[2])
          if left != right || left.value != 618, firstFailure == nil { firstFailure = "\(a) + \(b) + \(c)" }
        }
      }
    }
    #expect(firstFailure == nil)
  }

  /// Whether a true number agrees with what a source claims of it.
  private func allows(_ qualifier: Qualifier, _ claimed: Int, _ number: Int) -> Bool {
    switch qualifier {
    case .exact: number == claimed
    case .atLeast: number >= claimed
    case .moreThan: number > claimed
    case .atMost: number <= claimed
    case .nearly, .lessThan: number < claimed
    case .about, .atLeastAbout: true
    }
  }

  @Test("a sum claims what follows from both claims, and nothing stronger that follows as well")
  func sum_isStrongestSoundClaim() {
    let stronger: [Qualifier: [Qualifier]] = [
      .exact: [], .moreThan: [.exact], .nearly: [.exact], .atLeast: [.exact, .moreThan],
      .about: [.exact, .atLeast, .moreThan, .nearly],
      .atLeastAbout: [.exact, .atLeast, .moreThan, .nearly],
    ]
    /// Whether every pair of true numbers that both claims allow adds up to one that `claim` allows.
    func follows(_ claim: Qualifier, from left: Qualifier, _ right: Qualifier) -> Bool {
      (0...12).allSatisfy { a in
        (0...12).allSatisfy { b in
          !allows(left, 5, a) || !allows(right, 6, b) || allows(claim, 11, a + b)
        }
      }
    }
    var firstFailure: String?
    for left in Self.withoutCeiling {
      for right in Self.withoutCeiling {
        let claim = sum(left, right)
        let isSound = follows(claim, from: left, right)
        let isStrongest = stronger[claim, default: []].allSatisfy { !follows($0, from: left, right) }
        if !isSound || !isStrongest, firstFailure == nil { firstFailure = "\(left) + \(right) = \(claim)" }
      }
    }
    #expect(firstFailure == nil)
  }
}
