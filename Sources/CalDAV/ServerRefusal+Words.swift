public import ScheduleModel

extension ServerRefusal {
  /// One sentence: who refuses, why, and what to do.
  public var words: Words {
    Words(
      vi: "Không gửi được lịch đến \(address): \(told.vi).", en: "Cannot publish to \(address): \(told.en).")
  }

  private var told: Words {
    switch reason {
    case .status(let status, let named): Self.told(status, named: named)
    case .moved(let address):
      Words(
        vi: "máy chủ báo lịch đã chuyển đến \(address); ghi địa chỉ ấy ở --caldav",
        en: "the server says that it has moved to \(address); give that address with --caldav")
    case .unknownHost:
      Words(
        vi: "không tìm thấy máy chủ có tên này; kiểm tra lại địa chỉ và mạng",
        en: "there is no host of that name; check the address and the network")
    case .unreachable:
      Words(
        vi: "không có máy chủ nào trả lời ở đó; kiểm tra lại địa chỉ, cổng và mạng",
        en: "no server answers there; check the address, the port and the network")
    case .timeout:
      Words(
        vi: "máy chủ không trả lời kịp; thử lại sau, phần đã gửi được ghi nhớ",
        en: "the server did not answer in time; try again later, what was sent is remembered")
    case .insecure:
      Words(
        vi:
          "không lập được kết nối an toàn: máy chủ không dùng https ở cổng này, hoặc chứng thư không được tin cậy "
          + "hay đã hết hạn; báo người quản trị máy chủ",
        en:
          "the connection cannot be secured: the server has no https at this port, or its certificate is not "
          + "trusted or has expired; tell who runs the server")
    case .broken(let code):
      Words(
        vi: "kết nối bị ngắt (lỗi số \(code)); thử lại sau, phần đã gửi được ghi nhớ",
        en: "the connection broke (error \(code)); try again later, what was sent is remembered")
    case .noCalendar:
      Words(
        vi: "địa chỉ này không phải một lịch CalDAV; ghi địa chỉ của chính lịch ấy, không phải của tài khoản",
        en: "this is no CalDAV calendar; give the address of the calendar itself, not of the account")
    case .tooLong:
      Words(
        vi: "câu trả lời của máy chủ quá dài; dùng một lịch riêng trên máy chủ cho việc này",
        en: "the server's answer is too long; use a calendar of its own on the server")
    case .unreadable:
      Words(
        vi: "không hiểu được câu trả lời của máy chủ; kiểm tra xem địa chỉ có phải của lịch CalDAV không",
        en: "the server's answer cannot be understood; check that the address is that of a CalDAV calendar")
    }
  }

  private static func told(_ status: Int, named: Bool) -> Words {
    switch status {
    case 401 where !named:
      Words(
        vi: "máy chủ hỏi tên và mật khẩu; thêm --user TÊN --password-file TỆP",
        en: "the server asks for a name and a password; add --user NAME --password-file FILE")
    case 401:
      Words(
        vi: "tên hoặc mật khẩu không đúng; kiểm tra --user và tệp ở --password-file",
        en: "the name or the password is wrong; check --user and the file of --password-file")
    case 403:
      Words(
        vi: "người dùng này không được ghi vào lịch ấy; xin quyền ghi, hoặc dùng --user khác",
        en: "this user must not write to that calendar; ask for the right, or use another --user")
    case 404, 410:
      Words(
        vi: "không có lịch nào ở địa chỉ này; tạo lịch trên máy chủ trước, hoặc sửa địa chỉ",
        en: "there is no calendar at this address; create it on the server first, or correct the address")
    case 405, 501:
      Words(
        vi: "máy chủ ở địa chỉ này không làm việc theo CalDAV (mã \(status)); kiểm tra lại địa chỉ",
        en: "the server at this address does not speak CalDAV (status \(status)); check the address")
    case 507:
      Words(
        vi: "máy chủ hết chỗ cho lịch này; dọn bớt hoặc xin thêm chỗ, rồi chạy lại",
        en: "the server has no room left for it; make room, then run it again")
    case 500...:
      Words(
        vi: "máy chủ gặp lỗi (mã \(status)); thử lại sau, phần đã gửi được ghi nhớ",
        en: "the server has a problem (status \(status)); try again later, what was sent is remembered")
    default:
      Words(vi: "máy chủ từ chối (mã \(status))", en: "the server refuses (status \(status))")
    }
  }
}
