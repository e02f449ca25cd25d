import Allocation
import ScheduleModel

/// What is wrong in an instance file as a text: keys, types, references.
extension Finding {
  private static func format(
    _ place: SourcePlace?, _ severity: Severity = .error, vi: String, en: String, remedy: Words
  ) -> Finding {
    Finding(.instanceFormat, severity, at: place, Words(vi: vi, en: en), remedy: remedy)
  }

  static func notJSON(_ stumble: JSONStumble, at place: SourcePlace) -> Finding {
    let reason =
      switch stumble.reason {
      case .end: Words(vi: "tệp kết thúc giữa chừng", en: "the file ends in the middle of a value")
      case .something(after: true):
        Words(vi: "còn nội dung sau giá trị cuối cùng", en: "there is more after the last value")
      case .something(after: false): Words(vi: "ở đây không phải một giá trị", en: "this begins no value")
      case .separator:
        Words(
          vi: "thiếu dấu phẩy, dấu hai chấm hoặc dấu ngoặc đóng",
          en: "a comma, colon or closing bracket is missing")
      case .key:
        Words(vi: "ở đây phải là tên khóa trong ngoặc kép", en: "a key in quotation marks is expected here")
      case .number: Words(vi: "số viết sai", en: "the number is not written as JSON has it")
      case .control:
        Words(
          vi: "có ký tự điều khiển hoặc thiếu ngoặc kép đóng",
          en: "a control character, or a missing closing quotation mark")
      case .tooDeep: Words(vi: "các ngoặc lồng nhau quá sâu", en: "brackets lie too deep in one another")
      }
    return format(
      place, vi: "Tệp không phải JSON: \(reason.vi).", en: "The file is no JSON: \(reason.en).",
      remedy: Words(
        vi: "Sửa chỗ này, hoặc tạo lại tệp bằng chương trình đã ghi ra nó.",
        en: "Put this right, or write the file again with the program that made it."))
  }

  static func instanceTooLarge(at place: SourcePlace) -> Finding {
    let most = InstanceBounds.bytes >> 20
    return Finding(
      .fileTooLarge, .error, at: place,
      Words(vi: "Tệp lớn hơn \(most) MB.", en: "The file has more than \(most) MB."),
      remedy: Words(
        vi: "Chia bài toán theo tỉnh: các kênh không chung chỉ tiêu có thể giải riêng.",
        en: "Split it by province: outlets that share no series can be solved apart."))
  }

  static func tooManySeries(at place: SourcePlace) -> Finding {
    format(
      place, vi: "Có hơn \(InstanceBounds.series) loạt bài trong series.",
      en: "There are more than \(InstanceBounds.series) series.",
      remedy: Words(
        vi: "Chia bài toán theo tỉnh: các kênh không chung chỉ tiêu có thể giải riêng.",
        en: "Split it by province: outlets that share no series can be solved apart."))
  }

  static func tooManyChoices(at place: SourcePlace) -> Finding {
    format(
      place, vi: "Các loạt bài có hơn \(InstanceBounds.choices) khung để chọn, tính chung.",
      en: "All series together have more than \(InstanceBounds.choices) slots to choose from.",
      remedy: Words(
        vi: "Bớt loại khung trong types, hoặc chia bài toán theo tỉnh.",
        en: "List fewer slot types in types, or split it by province."))
  }

  static func unknownFormat(at place: SourcePlace) -> Finding {
    format(
      place, vi: "Khóa “format” không phải alloc-instance/1.", en: "“format” is not alloc-instance/1.",
      remedy: Words("\"format\": \"alloc-instance/1\""))
  }

  static func otherScale(at place: SourcePlace) -> Finding {
    format(
      place, vi: "Khóa “scale” phải là 1000: độ lệch tính bằng phần nghìn.",
      en: "“scale” must be 1000: deviations are thousandths of a piece.", remedy: Words("\"scale\": 1000"))
  }

  static func monthsDoNotAscend(days: Int, at place: SourcePlace?) -> Finding {
    format(
      place,
      vi: "“monthStart” phải có 13 ngày tăng dần từ 0 đến “days” (\(days)).",
      en: "“monthStart” must be 13 ascending days from 0 to “days” (\(days)).",
      remedy: Words("\"monthStart\": [0,31,59,90,120,151,181,212,243,273,304,334,365]"))
  }

  static func wrongType(_ path: String, _ needed: Words, at place: SourcePlace) -> Finding {
    format(
      place, vi: "\(path) phải là \(needed.vi).", en: "\(path) must be \(needed.en).",
      remedy: Words(vi: "Ghi \(needed.vi) vào \(path).", en: "Write \(needed.en) at \(path)."))
  }

  static func notText(_ path: String, at place: SourcePlace) -> Finding {
    format(
      place, vi: "\(path) có chữ không đúng mã UTF-8 hoặc ký hiệu \\ viết sai.",
      en: "\(path) holds text that is not UTF-8, or an escape that JSON does not have.",
      remedy: Words(vi: "Lưu lại tệp bằng UTF-8.", en: "Save the file as UTF-8."))
  }

  static func outOfBounds(_ path: String, _ bounds: ClosedRange<Int>, at place: SourcePlace) -> Finding {
    format(
      place, vi: "\(path) phải từ \(bounds.lowerBound) đến \(bounds.upperBound).",
      en: "\(path) must be from \(bounds.lowerBound) to \(bounds.upperBound).",
      remedy: Words(
        vi: "Ghi một số từ \(bounds.lowerBound) đến \(bounds.upperBound).",
        en: "Write a number from \(bounds.lowerBound) to \(bounds.upperBound)."))
  }

  static func otherCount(_ path: String, _ count: Int, has: Int, at place: SourcePlace) -> Finding {
    format(
      place, vi: "\(path) có \(has) số, phải có \(count).",
      en: "\(path) has \(has) numbers, it must have \(count).",
      remedy: Words(vi: "Ghi đủ \(count) số.", en: "Write \(count) numbers."))
  }

  static func keyMissing(_ path: String, at place: SourcePlace) -> Finding {
    format(
      place, vi: "Thiếu khóa \(path).", en: "The key \(path) is missing.",
      remedy: Words(
        vi: "Thêm khóa này theo định dạng alloc-instance/1.", en: "Add it as alloc-instance/1 says."))
  }

  static func keyTwice(_ path: String, at place: SourcePlace) -> Finding {
    format(
      place, vi: "Khóa \(path) có hai lần.", en: "The key \(path) is there twice.",
      remedy: Words(vi: "Bỏ một trong hai.", en: "Drop one of the two."))
  }

  static func keyUnknown(_ path: String, at place: SourcePlace) -> Finding {
    format(
      place, .warning, vi: "alloc-instance/1 không có khóa \(path); khóa này bị bỏ qua.",
      en: "alloc-instance/1 has no key \(path); it is not used.",
      remedy: Words(vi: "Bỏ khóa này, hoặc sửa tên khóa.", en: "Drop the key, or put its name right."))
  }

  static func noSlot(_ path: String, at place: SourcePlace) -> Finding {
    let form = "[outlet, type, day, cap]"
    return format(
      place, vi: "\(path) phải là bốn số nguyên không âm \(form).",
      en: "\(path) must be four whole numbers \(form), none below 0.",
      remedy: Words(vi: "Ghi \(form).", en: "Write \(form)."))
  }

  static func noSlotType(_ path: String, _ key: String, at place: SourcePlace) -> Finding {
    format(
      place, vi: "Trong \(path), “\(key)” không phải số hiệu loại khung.",
      en: "In \(path), “\(key)” is no number of a slot type.",
      remedy: Words("\"types\": {\"0\": 0, \"1\": 3}"))
  }

  static func otherID(_ path: String, _ index: Int, at place: SourcePlace) -> Finding {
    Finding(
      .instanceReference, .error, at: place,
      Words(
        vi: "\(path).id phải là \(index): số hiệu là thứ tự trong dãy.",
        en: "\(path).id must be \(index): an id is the place in the list."), remedy: Words("\"id\": \(index)")
    )
  }

  static func noSuch(_ list: String, _ index: Int, _ path: String, _ count: Int, at place: SourcePlace?)
    -> Finding
  {
    Finding(
      .instanceReference, .error, at: place,
      Words(
        vi: "\(path) là \(index), nhưng \(list) chỉ có \(count) phần tử, tính từ 0.",
        en: "\(path) is \(index), but \(list) has \(count), counted from 0."),
      remedy: count == 0
        ? Words(vi: "Thêm vào \(list) trước.", en: "Add to \(list) first.")
        : Words(vi: "Ghi một số từ 0 đến \(count - 1).", en: "Write a number from 0 to \(count - 1)."))
  }

  static func moreOfInstance(_ count: Int, file: String?) -> Finding {
    Finding(
      .moreFindings, .warning, at: file.map { SourcePlace(file: $0, line: 1) },
      Words(vi: "Còn \(count) vấn đề khác không nêu ra.", en: "There are \(count) more findings."),
      remedy: Words(
        vi: "Sửa những vấn đề trên rồi chạy lại.", en: "Put right what is told above, then run it again."))
  }
}
