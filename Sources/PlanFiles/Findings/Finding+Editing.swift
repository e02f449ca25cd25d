import ScheduleModel

// What keeps the text of a plan from being changed.
extension Finding {
  /// A cell whose value cannot be changed at its place.
  static func cellNotChangeable(_ change: PlanChange, _ obstacle: MappingEditor.Obstacle) -> Finding {
    let heading = change.column.heading
    let why =
      switch obstacle {
      case .severalParts:
        Words(vi: "giá trị gồm nhiều phần", en: "its value has several parts")
      case .comments:
        Words(vi: "giữa các mục có ghi chú (#)", en: "there are comments (#) among its items")
      case .firstKey:
        Words(vi: "đây là khóa đầu tiên của mục", en: "it is the first key of its item")
      }
    return Finding(
      .planSheetCell, .error, at: change.place,
      Words(
        vi: "Không sửa được “\(heading.vi)” của “\(change.row)” từ bảng tính: \(why.vi). Chưa ghi gì.",
        en:
          "“\(heading.en)” of “\(change.row)” cannot be changed from a sheet: \(why.en). Nothing was written."
      ),
      remedy: Words(
        vi: "Sửa chỗ này trong plan.yaml, rồi lập lại tệp bảng tính.",
        en: "Change it in plan.yaml, and write the workbook anew."))
  }

  /// A grid line of an outlet that there is not.
  /// A rule, a peak or a repeat of a line that the plan does not have.
  static func rowWithoutLine(_ line: String, at place: SourcePlace) -> Finding {
    Finding(
      .planSheetRow, .error, at: place,
      Words(
        vi: "Kế hoạch không có chỉ tiêu \(line.quoted). Chưa ghi gì.",
        en: "The plan has no line \(line.quoted). Nothing was written."),
      remedy: Words(
        vi: "Chọn một chỉ tiêu có trong kế hoạch, hoặc thêm chỉ tiêu trước.",
        en: "Choose a line of the plan, or add the line first."))
  }

  static func rowWithoutOutlet(_ outlet: String, at place: SourcePlace) -> Finding {
    Finding(
      .planSheetRow, .error, at: place,
      Words(
        vi: "Khung giờ mới thuộc kênh \(outlet.quoted), mà kế hoạch không có kênh này. Chưa ghi gì.",
        en:
          "The new grid line is of the outlet \(outlet.quoted), which the plan does not have. Nothing was written."
      ),
      remedy: Words(
        vi: "Ghi mã một kênh của trang “\(PlanTable.Part.outlets.name.vi)”, hoặc thêm kênh ở đó.",
        en:
          "Write the id of an outlet of the sheet “\(PlanTable.Part.outlets.name.en)”, or add the outlet there."
      ))
  }

  /// A text in which the changes have no certain place.
  static func planTextUnchangeable(_ place: SourcePlace) -> Finding {
    Finding(
      .planSheetCell, .error, at: place,
      Words(
        vi: "plan.yaml viết chỗ này theo cách không sửa được từ bảng tính. Chưa ghi gì.",
        en: "plan.yaml writes this in a way that cannot be changed from a sheet. Nothing was written."),
      remedy: Words(
        vi: "Sửa chỗ này trong plan.yaml, rồi lập lại tệp bảng tính.",
        en: "Change it in plan.yaml, and write the workbook anew."))
  }
}
