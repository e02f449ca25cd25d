/// The words of which units are made.
///
/// A unit begins with one of the heads and may go on with words that tell which: "chuyên mục truyền hình",
/// "lượt thi trực tuyến". A closed list, for a word that it does not have may say something that would be lost.
enum UnitLexicon {
  /// What a form counts; `nil` when it does not begin with a head.
  static func kind(of form: String) -> CountingUnit.Kind? {
    let words = form.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    return head(in: words[...])?.kind
  }

  /// The longest head with which some words begin, in lower case.
  static func head(in words: ArraySlice<String>) -> (length: Int, kind: CountingUnit.Kind)? {
    for length in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let kind = heads[words.prefix(length).joined(separator: " ")] { return (length, kind) }
    }
    return nil
  }

  /// Whether a word, in lower case, may follow a head.
  ///
  /// - Parameter next: The word behind it: the first half of a word of two syllables is none without the other half, so
  ///   that "24 kỳ chuyên mục" has no unit "kỳ chuyên".
  static func isAttribute(_ word: String, before next: String?) -> Bool {
    guard attributes.contains(word) else { return false }
    // “182 đơn vị báo cáo” counts no “đơn vị báo”.
    if let next, otherHalves[word]?.contains(next) ?? false { return false }
    guard let others = secondHalves[word] else { return true }
    return next.map(others.contains) ?? false
  }

  private static let secondHalves: [String: Set<String>] = [
    "chuyên": ["đề", "san"], "truyền": ["hình", "thanh", "thông"], "tuyên": ["truyền"],
    "thời": ["sự", "tiết"],
    "trắc": ["nghiệm"], "điện": ["tử"], "trực": ["tuyến", "tiếp"], "thiểu": ["số"], "quốc": ["gia"],
    "trung": ["ương"], "pháp": ["luật"], "phổ": ["biến"], "quán": ["triệt"], "đối": ["thoại"],
    "bồi": ["dưỡng"], "giáo": ["dục"], "lưu": ["động"], "công": ["an"], "đào": ["tạo"], "tập": ["huấn"],
    "tìm": ["hiểu"], "sản": ["xuất"], "cải": ["cách"], "địa": ["phương"], "tổng": ["hợp"], "cơ": ["sở"],
    "tham": ["gia", "dự"], "song": ["ngữ"],
  ]

  /// Words with which another word than the attribute's goes on.
  private static let otherHalves: [String: Set<String>] = [
    "báo": ["cáo", "động", "hiệu"], "dự": ["kiến", "án", "toán", "báo", "phòng"],
    "phát": ["biểu", "động", "hiện", "triển", "hành", "huy", "sinh"], "thi": ["hành", "đua", "công"],
    "tiếp": ["nhận", "cận", "tục", "thu", "theo"], "đăng": ["ký"], "đoàn": ["kết"], "thành": ["lập", "viên"],
    "cấp": ["phát", "phép"], "nghe": ["nói"], "xem": ["xét"], "tự": ["giác", "nguyện"],
  ]

  /// Every head, to propose one.
  static var names: [String] { heads.keys.sorted() }

  private static let longest = heads.keys.map { $0.split(separator: " ").count }.max() ?? 1

  private static let heads: [String: CountingUnit.Kind] = {
    var heads: [String: CountingUnit.Kind] = [:]
    for (kind, names) in byKind {
      for name in names.split(separator: ",") { heads[name.trimmingSpaces] = kind }
    }
    return heads
  }()

  private static let byKind: [(CountingUnit.Kind, String)] = [
    (
      .works,
      """
      kỳ, số, số báo, tin, tin bài, tin ảnh, bài, bài viết, bài báo, bài ảnh, bài phát thanh, ảnh, bản tin, phóng sự, \
      chuyên mục, chuyên trang, chuyên đề, chương trình, tiểu phẩm, tác phẩm, trang tin, trang, video, clip, \
      video clip, đoạn phim, infographic, phim, phim tài liệu, ký sự, phỏng vấn, câu chuyện truyền thanh, spot, \
      podcast, chuyên san, đặc san, tạp chí, mẩu tin, bài đăng, điển hình, tiết mục, mục, sản phẩm, sản phẩm truyền thông, tọa đàm, toạ đàm, ca khúc, works, work, editions, \
      edition, issues, issue, items, item, news items, news item, articles, article, reports, programmes, programme, \
      photos
      """
    ),
    (.versions, "bản dịch, bản tiếng dân tộc, bản tiếng, versions"),
    (
      .occurrences,
      "lượt, lượt tuyên truyền, lượt phát, lượt đăng, lượt xem, lượt truy cập, lượt nghe, lượt tiếp cận, lượt tương tác, lượt chia sẻ, lượt theo dõi, lượt tiếp sóng, lượt tiếp âm, lần, tin nhắn, times, airings"
    ),
    (
      .events,
      """
      hội nghị, cuộc, cuộc đối thoại, đối thoại, buổi, lớp, diễn đàn, hội thi, cuộc thi, tập huấn, hội thảo, \
      triển lãm, đợt, lễ, ngày hội, sự kiện, hoạt động, cuộc họp, liên hoan, chuyến, phiên, đêm, hội diễn, họp báo, conferences, contests, meetings
      """
    ),
    (
      .prints,
      """
      tờ, tờ rơi, tờ gấp, tờ bướm, pa nô, panô, pano, áp phích, băng rôn, băng-rôn, băng zôn, biểu ngữ, khẩu hiệu, cuốn, quyển, tấm, cái, \
      bảng, biển, tài liệu, sổ tay, cẩm nang, bộ, bản, cờ, phướn, ấn phẩm, poster, standee, leaflets, posters, banners
      """
    ),
    (
      .people,
      """
      người, lượt người, lượt dự, lượt tham dự, lượt tham gia, đại biểu, học viên, cán bộ, công chức, viên chức, \
      hội viên, đoàn viên, tuyên truyền viên, phóng viên, cộng tác viên, thí sinh, hộ, hộ dân, hộ gia đình, học sinh, \
      chiến sĩ, người dân, người lao động, bạn đọc, khán giả, thính giả, nông dân, phụ nữ, thanh niên, đảng viên, people, attendances
      """
    ),
    (.entries, "lượt thi, lượt dự thi, bài thi, bài dự thi, bài tham dự, tác phẩm dự thi, entries"),
    (
      .places,
      """
      xã, phường, thị trấn, huyện, thị xã, thành phố, tỉnh, đơn vị, cơ quan, sở, ban, ngành, phòng, thôn, ấp, bản làng, khu phố, \
      tổ dân phố, cụm, cụm loa, trạm, đài, điểm, địa điểm, kênh, trường, địa phương, loa, doanh nghiệp, tổ chức, communes, units
      """
    ),
    (
      .papers,
      "văn bản, kế hoạch, quyết định, công văn, bản cam kết, báo cáo, câu hỏi, ý kiến, chỉ tiêu, nhiệm vụ, hồ sơ, thủ tục, phiếu"
    ),
    (.money, "đồng"),
    (
      .calendar,
      "ngày, tuần, tháng, quý, năm, day, days, week, weeks, month, months, quarter, quarters, year, years"
    ),
  ]

  private static let attributes: Set<String> = {
    let more = """
      truyền hình phát thanh truyền thanh tuyên truyền viết báo in điện tử trực tuyến trực tiếp dự thi tham gia \
      cấp tỉnh huyện xã phường thôn quốc gia trung ương cơ sở dân tộc thiểu số tiếng việt mông thái dao khmer chăm \
      hà nhì tày nùng ê đê gia rai ba na hoa thời sự địa phương pháp luật cải cách hành chính nhà nước cchc mạng xã \
      hội facebook zalo đăng tải phát sóng phát mới phát lại chuyên đề phổ biến giáo dục đào tạo bồi dưỡng tập huấn \
      quán triệt đối thoại công an đoàn thể tờ rơi gấp đào tạo thi trắc nghiệm tìm hiểu sản xuất tự truyền thông \
      chương trình thời tiết báo chí tiếp lưu động cao điểm vắn nhanh chuyên san nghe xem tham dự nhân dân dân phố thành thị trấn ngắn dài tổng hợp song ngữ mới
      """
    return Set(more.split(separator: " ").map(String.init))
  }()
}
