import Foundation
import ScheduleModel

/// When a row of an annex is to be done: “Quý II”, “Tháng 3, 6, 9”, “Trước ngày 30/6”.
struct AnnexTime: Equatable {
  /// The first and the last day; `nil` for an end of the year.
  var from: CivilDay?
  var to: CivilDay?
  /// The months within, when not all of them: 3, 6 and 9; all that it touches.
  var months: Set<Int> = Set(1...12)
  /// Months of which only some days lie within.
  var partMonths: Set<Int> = []

  /// So many in each of these months, as “02 kỳ/tháng” says it; `nil` when nothing of the kind is said.
  var each: Quantity?
  /// So many in each quarter, as “01 kỳ/quý” says it; `nil` when nothing of the kind is said.
  var eachQuarter: Quantity?
  /// How often, where that alone is said: “Hằng tháng”, “Hằng quý”.
  var rhythm: Rhythm?
  /// So many in some of the months: “Tháng 3 (01), 9 (02)”.
  var counts: [Int: Int] = [:]

  /// Whether the row is counted and not scheduled, as our own annex says it.
  var isUnscheduled = false
  /// Whether it happens inside the row above it, and so at the time of that one.
  var isEmbedded = false

  /// How often something is due by the words alone.
  enum Rhythm { case month, quarter }

  /// Whether it is the whole year.
  var isWholeYear: Bool { from == nil && to == nil && months.count == 12 }

  /// The whole year.
  static let wholeYear = AnnexTime()

  /// How many quarters lie within as a whole, and how many with those of which only some days or months do.
  var quarters: (whole: Int, touched: Int) {
    let whole = months.subtracting(partMonths)
    let quarters = Set(months.map { ($0 - 1) / 3 })
    return (quarters.count { whole.isSuperset(of: ($0 * 3 + 1)...($0 * 3 + 3)) }, quarters.count)
  }

  /// Reads the words of a time; `nil` when they are not understood whole.
  init?(_ text: String, year: Int) {
    self.init()
    // “02 kỳ/tháng; Quý II/2027”: how often, then when.
    let parts = text.split(separator: ";").map(String.init)
    let first = parts.first.map { AnnexFigure($0, unit: nil) }
    if parts.count <= 2, let rate = first?.rate {
      guard let days = parts.count == 2 ? AnnexTime(parts[1], year: year) : .wholeYear, days.each == nil,
        days.eachQuarter == nil
      else {
        return nil
      }
      self = days
      (each, eachQuarter) = rate
      return
    }
    var words = text.precomposedStringWithCanonicalMapping.lowercased()
    // As a spreadsheet has a day or a month.
    if let (_, year, month, day) = words.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/)?.output {
      words = "\(day)/\(month)/\(year)"
    } else if let (_, month, year) = words.wholeMatch(of: /(\d{1,2})\/(\d{4})/)?.output {
      words = "tháng \(month)/\(year)"
    }
    // A year that is named must be the plan's.
    for match in words.matches(of: /(?:năm\s*)?((?:19|20)\d\d)\b/) where Int(match.output.1) != year {
      return nil
    }
    words = words.replacing(/(?:\s*[\/-]\s*|\s*,?\s*năm\s*)?\b(?:19|20)\d\d\b/, with: "")
    words = words.trimmingCharacters(in: CharacterSet(charactersIn: " .;,"))
    if words.hasPrefix("("), words.hasSuffix(")") { words = String(words.dropFirst().dropLast()) }
    if words.isEmpty || Self.always.contains(words) { return }
    if Self.unscheduled.contains(words) {
      isUnscheduled = true
      return
    }
    if Self.embedded.contains(words) {
      isEmbedded = true
      return
    }
    if let rhythm = Self.rhythms[words] {
      self.rhythm = rhythm
      return
    }
    if let (_, number, end) = words.wholeMatch(
      of: /(?:trong )?(\d{1,2}|ba|sáu|chín) tháng (đầu|cuối)(?: năm)?/)?.output,
      let count = Int(number) ?? ["ba": 3, "sáu": 6, "chín": 9][String(number)], (1...11).contains(count)
    {
      keep(end == "đầu" ? Set(1...count) : Set((13 - count)...12), year)
    } else if let (_, word, period, name) = words.wholeMatch(
      of: /(?:hoàn thành )?(từ|trước|đến|đến hết|chậm nhất|hết) (tháng|quý) (\d{1,2}|[iv]+)/)?.output,
      let number = Int(name) ?? Self.roman[String(name)], (1...(period == "quý" ? 4 : 12)).contains(number)
    {
      // “Từ tháng 2” goes on to the year's end; “trước quý III” ends with the second.
      let months = period == "quý" ? (number * 3 - 2)...(number * 3) : number...number
      switch word {
      case "từ": keep(Set(months.lowerBound...12), year)
      case "trước":
        guard months.lowerBound > 1 else { return nil }
        keep(Set(1...(months.lowerBound - 1)), year)
      default: keep(Set(1...months.upperBound), year)
      }
    } else if let quarters = Self.list(words, of: "quý", in: 1...4) {
      keep(Set(quarters.flatMap { ($0 * 3 - 2)...($0 * 3) }), year)
    } else if let months = Self.list(words, of: "tháng", in: 1...12) {
      keep(months, year)
    } else if let counts = Self.counted(words) {
      keep(Set(counts.keys), year)
      self.counts = counts
    } else if let (_, word, day, month) = words.wholeMatch(
      of: /(?:hoàn thành )?(trước|đến|đến hết|chậm nhất)? ?(?:ngày )?(\d{1,2})[\/.-](\d{1,2})/)?.output,
      let number = Int(day), let monthNumber = Int(month),
      let date = CivilDay(year: year, month: monthNumber, day: number)
    {
      switch word {
      case "trước"?: to = date.advanced(by: -1)
      case nil: (from, to) = (date, date)
      default: to = date
      }
    } else if let (_, day, month, last, lastMonth) = words.wholeMatch(
      of: /(?:từ )?(?:ngày )?(\d{1,2})[\/.](\d{1,2})\s*(?:-|–|đến)\s*(?:ngày )?(\d{1,2})[\/.](\d{1,2})/)?
      .output,
      let from = Self.day(day, month, year), let to = Self.day(last, lastMonth, year), from <= to
    {
      (self.from, self.to) = (from, to)
    } else {
      return nil
    }
    if months.count == 12, from != nil || to != nil { keepMonths(of: year) }
  }

  /// Takes the months between its first and last day.
  private mutating func keepMonths(of year: Int) {
    let whole = CivilDay.year(year)
    let (first, end) = (from ?? whole.lowerBound, to?.advanced(by: 1) ?? whole.upperBound)
    guard first < end else { return }
    months = Set((1...12).filter { CivilDay.month($0, of: year).overlaps(first..<end) })
    partMonths = months.filter {
      let month = CivilDay.month($0, of: year)
      return month.lowerBound < first || end < month.upperBound
    }
  }

  private init() {}

  private static let unscheduled: Set<String> = ["không xếp lịch", "not scheduled"]
  private static let embedded: Set<String> = ["lồng ghép", "inside the activity above"]

  private static let always: Set<String> = [
    "trong năm", "trong", "cả năm", "cả", "năm", "thường xuyên", "hằng năm", "hàng năm", "quanh năm",
    "the year", "all year",
  ]

  private static let rhythms: [String: Rhythm] = [
    "hằng tháng": .month, "hàng tháng": .month, "mỗi tháng": .month, "từng tháng": .month,
    "hằng quý": .quarter, "hàng quý": .quarter, "mỗi quý": .quarter, "từng quý": .quarter,
    "every month": .month, "every quarter": .quarter,
  ]

  private static func day(_ day: Substring, _ month: Substring, _ year: Int) -> CivilDay? {
    guard let day = Int(day), let month = Int(month) else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// The days from the first of these months to the last.
  private mutating func keep(_ months: Set<Int>, _ year: Int) {
    guard let first = months.min(), let last = months.max() else { return }
    self.months = months
    if first > 1 { from = CivilDay.month(first, of: year).lowerBound }
    if last < 12 { to = CivilDay.month(last, of: year).upperBound.advanced(by: -1) }
  }

  /// Whether months between the first and the last are left out.
  var hasGaps: Bool { months.min().flatMap { first in months.max().map { $0 - first + 1 } } != months.count }

  /// Numbers after a word: “quý II, III”, “tháng 3 - 5 và tháng 9”; `nil` when anything else is among them.
  private static func list(_ text: String, of word: String, in range: ClosedRange<Int>) -> Set<Int>? {
    guard text.contains(word) else { return nil }
    let spaced = text.replacing(#/[,;&]| và /#, with: " , ").replacing(#/[-–]| đến (?:hết )?/#, with: " - ")
    var numbers: Set<Int> = []
    var last: Int?
    var isRange = false
    for token in spaced.split(separator: " ") {
      switch token {
      case Substring(word), ",", "từ", "trong", "các": continue
      case "-":
        guard last != nil, !isRange else { return nil }
        isRange = true
      default:
        guard let number = Int(token) ?? roman[String(token)], range.contains(number) else { return nil }
        if isRange, let first = last {
          guard first <= number else { return nil }
          numbers.formUnion(first...number)
        }
        numbers.insert(number)
        (last, isRange) = (number, false)
      }
    }
    return numbers.isEmpty || isRange ? nil : numbers
  }

  /// “tháng 3 (01), 6 (02)”: months with a number each; `nil` when anything else is there.
  private static func counted(_ text: String) -> [Int: Int]? {
    guard text.wholeMatch(of: /tháng \d{1,2} \(\d{1,4}\)(?:, (?:tháng )?\d{1,2} \(\d{1,4}\))*/) != nil else {
      return nil
    }
    var counts: [Int: Int] = [:]
    for match in text.matches(of: /(\d{1,2}) \((\d{1,4})\)/) {
      guard let month = Int(match.output.1), (1...12).contains(month), let count = Int(match.output.2),
        count > 0,
        counts.updateValue(count, forKey: month) == nil
      else { return nil }
    }
    return counts
  }

  private static let roman = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
    "xii": 12,
  ]
}
