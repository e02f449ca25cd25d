/// Words by which a row of a log says that nothing aired, or nothing but a trailer: “Hỏi đáp (không phát)”, “Hỏi đáp –
/// hoãn”, “mất sóng từ 20h”, “not aired”.
public enum UnairedWords {
  /// Whether a title has such words in brackets, behind a dash or a colon, or before one. “Hỏi đáp: không phát sinh chi
  /// phí” has none.
  public static func areIn(title: String) -> Bool {
    guard mayBe(in: title) else { return false }
    let text = MarkedWords(title.composed)
    return text.words.indices.contains { index in
      guard let phrase = phrase(at: index, in: text) else { return false }
      let last = index + phrase.words.count - 1
      if phrase.kind == .trailer, index == 0 || last == text.words.count - 1 { return true }
      let begins = !text.words[index].before.isDisjoint(with: MarkedWords.opening.union(MarkedWords.parting))
      let isAlone = !text.words[last].after.isDisjoint(with: MarkedWords.parting)
      if index == 0 { return isAlone || begins || last == text.words.count - 1 }
      return begins && (phrase.kind == .replaced || isWhole(after: last, in: text))
    }
  }

  /// Whether a title is that of a promotion for a programme, of the given names: “Giới thiệu Hỏi đáp”, “GT chương trình Hỏi
  /// đáp”, “Hỏi đáp (quảng cáo)”. “Giới thiệu thủ tục mới – Hỏi đáp” is a work.
  public static func arePromotion(in title: String, of names: [FoldedText]) -> Bool {
    guard mayBe(in: title) else { return false }
    let text = MarkedWords(title.composed)
    guard let phrase = promotions.first(where: { text.has($0, at: 0) }) else {
      // Behind the name in brackets or behind a dash, and nothing else.
      return promotions.contains { phrase in
        let start = text.words.count - phrase.count
        return start > 0 && text.has(phrase, at: start)
          && !text.words[start].before.isDisjoint(with: MarkedWords.opening.union(MarkedWords.parting))
      }
    }
    var rest = text.words[phrase.count...].map(\.text)
    while let filler = fillers.first(where: { rest.starts(with: $0) }), rest.count > filler.count {
      let all = FoldedText(rest.joined(separator: " "))
      if begins(all, with: names) { return true }
      rest.removeFirst(filler.count)
    }
    let all = FoldedText(rest.joined(separator: " "))
    return begins(all, with: names)
  }

  private static func begins(_ text: FoldedText, with names: [FoldedText]) -> Bool {
    names.contains { (text.text + " ").hasPrefix($0.text + " ") }
  }

  /// Whether a note, or what a row names as its evidence, has such words anywhere. “Không phát lại” and “không hoãn” say
  /// something else.
  public static func areIn(note: String) -> Bool {
    guard mayBe(in: note) else { return false }
    let text = MarkedWords(note.composed)
    let makesGood = text.words.contains { $0.text == "bù" || $0.text == "bu" }
    if !makesGood, OddAirings.are(in: text) { return true }
    return text.words.indices.contains { index in
      guard let phrase = phrase(at: index, in: text) else { return false }
      let before = text.words[..<index].map(\.text)
      // “Phát bù buổi hoãn hôm 5/3” aired.
      if before.contains("bù") || before.contains("bu") { return false }
      if let last = before.last, denials.contains(last) { return false }
      if before.last == "bị", let other = before.dropLast().last, denials.contains(other) { return false }
      let last = index + phrase.words.count - 1
      guard phrase.words.last == "phát" || phrase.words.last == "phat", last + 1 < text.words.count,
        text.words[last].after.isEmpty
      else { return true }
      return !compounds.contains(text.words[last + 1].text)
    }
  }

  private enum Kind {
    case unaired
    /// What follows says by what.
    case replaced
    case trailer
  }

  private typealias Phrase = (words: [String], kind: Kind)

  private static func phrase(at index: Int, in text: MarkedWords) -> Phrase? {
    guard let known = byFirst[text.words[index].text] else { return nil }
    return known.first { text.has($0.words, at: index) }
  }

  /// Whether a phrase of a title ends there, or goes on as such phrases do: “hoãn do mưa”, “không phát sóng”.
  private static func isWhole(after last: Int, in text: MarkedWords) -> Bool {
    last + 1 == text.words.count || !text.words[last].after.isEmpty
      || followers.contains(text.words[last + 1].text)
  }

  /// So that of a million rows only those are taken apart that may have such words.
  private static func mayBe(in text: String) -> Bool {
    let lower = text.lowercased()
    return stems.contains { lower.utf8.containsSubsequence($0) }
  }

  private static let stems: [[UInt8]] = [
    "phát", "phat", "hoãn", "hoan", "hủy", "huỷ", "hu", "ngừng", "dừng", "ngung", "dung", "sóng", "song",
    "bằng", "thay", "bỏ", "nghỉ", "nghi", "cắt", "cat", "lỗi", "hỏng", "hong", "sự cố", "su co", "điện",
    "dien", "hiệu",
    "hieu", "giới", "gioi", "quảng", "quang", "gt", "qc", "đăng", "dang", "chiếu", "chieu", "nhường", "dời",
    "lùi", "air", "cast", "shown",
    "publish",
    "post", "cancel", "empt", "replac", "suspend", "signal", "trailer", "teaser", "promo",
  ].map { Array($0.utf8) }

  private static let byFirst: [String: [Phrase]] = {
    let unaired = [
      "không được phát sóng", "không được phát", "không được đăng", "không phát", "không đăng", "không chiếu",
      "không lên sóng", "không được lên sóng", "chưa phát", "chưa được phát", "chưa đăng", "chưa lên sóng",
      "hoãn",
      "tạm hoãn", "hủy", "huỷ", "tạm dừng", "tạm ngừng", "ngừng phát", "dừng phát", "bỏ phát", "mất sóng",
      "dời sang",
      "dời lịch", "lùi sang", "lùi lịch", "khong phat", "khong duoc phat", "khong dang", "khong len song",
      "chua phat", "tam hoan", "tam dung", "tam ngung", "ngung phat", "dung phat", "mat song", "huy phat",
      "hoan phat",
      "ko phát", "k phát", "kh phát", "ko phat", "k phat", "kh phat", "ko đăng", "k đăng", "ko dang",
      "k dang",
      "ko chiếu", "k chiếu", "ko lên sóng", "k lên sóng", "ko len song", "k len song", "không có sóng",
      "ko có sóng",
      "không thực hiện", "không sản xuất", "ngừng sóng", "dừng sóng", "cắt sóng", "lùi phát",
      "hoan sang", "not aired", "not air", "not broadcast", "not shown", "not published", "postponed",
      "cancelled",
      "canceled", "pre empted", "preempted", "off air", "suspended", "no signal",
    ]
    let replaced = [
      "thay bằng", "thay bởi", "thay thế bằng", "bị thay", "được thay bằng", "nhường cho", "nhường giờ",
      "nhường sóng", "nhường khung", "thay bang", "nhuong song",
      "replaced by",
    ]
    let trailers = [
      "trailer", "teaser", "promo", "jingle", "bumper", "hình hiệu", "hinh hieu", "nhạc hiệu", "nhac hieu",
    ]
    let all =
      unaired.map { ($0, Kind.unaired) } + replaced.map { ($0, Kind.replaced) }
      + trailers.map { ($0, Kind.trailer) }
    let phrases = all.map { (words: $0.0.split(separator: " ").map(String.init), kind: $0.1) }
    // The longest first.
    return Dictionary(grouping: phrases) { $0.words[0] }.mapValues { known in
      known.sorted { $0.words.count > $1.words.count }
    }
  }()

  private static let denials: Set<String> = ["không", "khong", "ko", "k", "chưa", "chẳng", "not", "no"]

  /// What is no work but speaks of one; the longest first.
  private static let promotions = [
    "giới thiệu", "gioi thieu", "quảng cáo", "quang cao", "hình hiệu", "hinh hieu", "nhạc hiệu", "nhac hieu",
    "quảng bá",
    "quang ba", "gthieu", "gt", "qc", "qb",
  ].map { $0.split(separator: " ").map(String.init) }

  /// What may come between such a word and the name of the programme.
  private static let fillers = [
    "về", "ve", "nội dung", "noi dung", "chương trình", "chuong trinh", "ct", "phim", "tin", "số", "mới",
    "cho", "của",
  ].map { $0.split(separator: " ").map(String.init) }

  /// What makes another word of “phát”: “không phát hiện”, “không phát sinh”, “không phát lại”.
  private static let compounds: Set<String> = [
    "sinh", "hiện", "triển", "huy", "hành", "ngôn", "động", "minh", "biểu", "bệnh", "tán", "hỏa", "hoả",
    "đạt", "giác",
    "lại", "tài", "quang", "thải", "hien", "trien", "hanh", "ngon", "dong", "bieu", "lai",
  ]

  private static let followers: Set<String> = [
    "do", "vì", "bởi", "theo", "sang", "đến", "tới", "lịch", "phát", "sóng", "được", "nữa", "hôm", "ngày",
    "tuần", "kỳ",
    "số", "buổi", "trong", "vào", "lúc", "để", "nhường", "thay", "because", "due", "to", "until", "by", "for",
    "on",
    "this", "today", "vi", "lich", "phat", "song", "hom", "ngay", "tuan", "den", "duoc",
  ]
}

extension String.UTF8View {
  /// Whether the bytes stand in it one after the other.
  fileprivate func containsSubsequence(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    return withContiguousStorageIfAvailable { text in
      guard text.count >= bytes.count else { return false }
      return (0...text.count - bytes.count).contains { start in
        text[start] == first && bytes.indices.allSatisfy { text[start + $0] == bytes[$0] }
      }
    } ?? true
  }
}
