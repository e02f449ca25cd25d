/// Notes that are a reason not to air and nothing else: “mất điện”, “nghỉ Tết”, “hỏng băng”, “bỏ”, “cắt”, “lùi sang thứ Năm”.
/// “Cắt 2 phút cuối” and “tin mất điện ở Mường Tè” are none.
enum OddAirings {
  /// Whether a note is one, or begins a clause with one.
  static func are(in text: MarkedWords) -> Bool {
    text.words.indices.contains { index in
      let begins =
        index == 0 || !text.words[index].before.isEmpty || causes.contains(text.words[index - 1].text)
      guard begins else { return false }
      if faults.contains(where: { text.has($0, at: index) }) { return true }
      guard let act = acts.first(where: { text.has($0, at: index) }) else { return false }
      let next = index + act.count
      if next == text.words.count || !text.words[next - 1].after.isEmpty { return true }
      return followers.contains(text.words[next].text)
    }
  }

  private static func words(_ phrases: [String]) -> [[String]] {
    phrases.map { $0.split(separator: " ").map(String.init) }
  }

  /// What keeps a work from airing.
  private static let faults = words([
    "mất điện", "cúp điện", "cắt điện", "mất nguồn", "mất tín hiệu", "mất hình", "mất tiếng", "hỏng băng",
    "hỏng đĩa",
    "hỏng file", "hỏng tệp", "hỏng máy", "hỏng thiết bị", "lỗi băng", "lỗi đĩa", "lỗi file", "lỗi tệp",
    "lỗi máy", "lỗi kỹ thuật",
    "lỗi kĩ thuật", "lỗi tín hiệu", "lỗi đường truyền", "sự cố", "đứt sóng", "đứt cáp", "trượt sóng",
    "mat dien", "cup dien",
    "mat tin hieu", "hong bang", "hong may", "loi ky thuat", "su co", "power cut", "power failure",
    "technical fault",
  ])

  /// What somebody does with a work; alone, or with what such words go on with.
  private static let acts = words([
    "bỏ", "nghỉ", "cắt", "lùi", "dời", "hoãn", "huỷ", "hủy", "nghi", "cat", "bo", "lui",
  ])

  private static let causes: Set<String> = ["do", "vì", "bị", "bi", "vi", "bởi"]

  private static let followers: Set<String> = [
    "do", "vì", "bởi", "theo", "sang", "phát", "sóng", "buổi", "số", "kỳ", "lịch", "tết", "lễ", "hè", "hôm",
    "ngày", "tuần",
    "chương", "hẳn", "không", "để", "nhường", "phat", "song", "tet", "le", "sang", "lich",
  ]
}
