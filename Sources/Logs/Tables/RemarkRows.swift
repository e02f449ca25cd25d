import ScheduleModel

/// Rows of a table that hold no data: titles, totals, signatures, notes. They are told once, not as an error each.
struct RemarkRows {
  private var found: [(line: Int, text: String)] = []
  private var place: LogPlace?

  /// No rows yet.
  init() {}

  /// Whether the row read last holds no data; then it is noted.
  ///
  /// - Parameter isWhole: Whether the row has every cell without which it says nothing.
  mutating func takes(_ row: LogRow, in rows: some LogRows, isWhole: Bool, file: String) -> Bool {
    guard row.fault == nil, let text = Self.remark(row, isWhole: isWhole) else { return false }
    found.append((row.line, text))
    if place == nil { place = rows.start(of: row, file: file) }
    return true
  }

  /// Notes a row of which only what is read shows that it holds no data.
  mutating func note(_ row: LogRow, in rows: some LogRows, file: String) {
    let first = row.fields.indices.lazy.map(row.text).first { !$0.isEmpty }
    found.append((row.line, first ?? ""))
    if place == nil { place = rows.start(of: row, file: file) }
  }

  /// The rows and how each begins; `nil` without any.
  var finding: Finding? { place.map { .rowsWithoutData(found, at: $0) } }

  /// How a row begins that holds no data; `nil` for any other.
  private static func remark(_ row: LogRow, isWhole: Bool) -> String? {
    guard RowReader.firstInvalidUTF8(in: row.bytes, row.range) == nil else { return nil }
    var texts: [String] = []
    for index in row.fields.indices {
      let text = row.text(at: index)
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    guard let first = texts.first else { return nil }
    let folded = texts.map { FoldedText($0) }
    if isTotal(folded[0]) { return first }
    if isWhole { return nil }
    if folded[0].begins(with: "trong do") { return first }
    // A row of data has more cells than a signature block, and may have such words in one of them.
    if texts.count <= mostSignatures, folded.contains(where: isSigned) { return first }
    if texts.count <= mostSignatures, texts.allSatisfy(isPerson) { return first }
    if texts.allSatisfy(isColumnNumber) { return first }
    // One text alone, of several words: a title or a note, perhaps merged over the whole width.
    return texts.count == 1 && folded[0].text.contains(" ") ? first : nil
  }

  /// The most people who sign beside each other.
  private static let mostSignatures = 3

  private static func isTotal(_ text: FoldedText) -> Bool {
    ["tong", "cong", "total", "sum"].contains(text.text) || totals.contains { text.begins(with: $0) }
  }

  private static let totals = [
    "tổng cộng", "tổng số", "cộng dồn", "lũy kế", "grand total", "cộng ngày", "cộng tuần", "cộng tháng",
    "cộng quý", "cộng trang", "cộng nhóm", "cộng mục", "tổng tuần", "tổng tháng", "tổng quý",
  ].map { FoldedText($0).text }

  /// Words around a signature, offices, and the addressees beside it.
  private static let signatures = [
    "chủ tịch", "phó chủ tịch", "Q. chủ tịch", "giám đốc", "phó giám đốc", "Q. giám đốc", "trưởng phòng",
    "trưởng đài", "trưởng ban", "phó trưởng phòng", "phó trưởng đài", "phó trưởng ban", "người lập",
    "người ghi", "người duyệt", "người kiểm tra", "thủ trưởng", "kế toán", "TM", "KT", "TL", "TUQ", "PCT",
    "ký tên", "ký ghi", "ký họ tên", "ký rõ", "ký và", "ký đóng dấu", "đã ký", "nơi nhận", "như trên",
    "lưu VT",
    "lưu văn thư", "xác nhận", "đã kiểm tra", "đã duyệt",
  ].map { FoldedText($0).text }

  /// Offices and the words around a signature, and the line with place and date above it.
  private static func isSigned(_ text: FoldedText) -> Bool {
    if signatures.contains(where: { text.begins(with: $0) }) { return true }
    let all = text.text.split(separator: " ")
    guard let day = all.firstIndex(of: "ngay"), let month = all.firstIndex(of: "thang"),
      let year = all.firstIndex(of: "nam")
    else { return false }
    return day < month && month < year
  }

  /// Whether a text is the name of a person, as under a signature: words with capitals, a family name before the others.
  private static func isPerson(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count),
      words.allSatisfy({ $0.allSatisfy(\.isLetter) && ($0.first?.isUppercase ?? false) })
    else { return false }
    return familyNames.contains(words[0].lowercased())
  }

  private static let familyNames: Set<String> = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô",
    "dương", "lý",
    "đinh", "mai", "trịnh", "đào", "đoàn", "lương", "lâm", "cao", "chu", "phùng", "tạ", "tô", "thái", "châu",
    "kiều", "lò",
    "giàng", "vàng", "lường", "quàng", "cà", "tòng", "sùng", "thào", "mùa", "hà", "hầu", "má", "ma", "nông",
    "triệu", "bàn",
    "tẩn", "tráng", "lù", "pờ", "chẻo", "vi", "lữ", "hờ", "và", "xồng", "đàm", "hứa", "la", "lục", "tăng",
    "văn",
  ]

  /// `1`, `(2)`, `A`: the row below a header that numbers the columns.
  private static func isColumnNumber(_ text: String) -> Bool {
    let inner = text.filter { $0 != "(" && $0 != ")" }
    guard inner.count <= 2, let first = inner.first else { return false }
    return inner.allSatisfy(\.isNumber) || (inner.count == 1 && first.isUppercase)
  }
}

extension FoldedText {
  /// Whether its first words are these, which are folded already.
  fileprivate func begins(with words: String) -> Bool { text == words || text.hasPrefix(words + " ") }
}

extension Finding {
  fileprivate static func rowsWithoutData(_ rows: [(line: Int, text: String)], at: LogPlace) -> Finding {
    let shown = rows.prefix(6).map { "\($0.line) “\(cut($0.text))”" }.joined(separator: ", ")
    let more = rows.count > 6 ? ", …" : ""
    return Finding(
      .logRowsWithoutData, .info, at: at.place, width: at.width, excerpt: at.excerpt,
      Words(
        vi: "Dòng tiêu đề, tổng cộng, chữ ký hoặc ghi chú, không đọc như số liệu: \(shown)\(more).",
        en: "Titles, totals, signatures or notes, not read as data: row \(shown)\(more)."),
      remedy: Words(
        vi: "Nếu dòng nào là số liệu, ghi đủ các cột bắt buộc ở dòng đó.",
        en: "If one of them is data, fill in the required columns of that row."))
  }
}
