import Foundation
public import ScheduleModel

extension FileRefusal {
  /// One sentence: what could not be done, why, and what to do.
  public var words: Words {
    let done = action == .read ? Words(vi: "đọc", en: "read") : Words(vi: "ghi", en: "write")
    let place = Self.name(of: path)
    let reason = explanation
    return Words(
      vi: "Không \(done.vi) được \(place.vi): \(reason.vi).",
      en: "Cannot \(done.en) \(place.en): \(reason.en).")
  }

  private static func name(of path: String) -> Words {
    path == standardOutput
      ? Words(vi: "đầu ra chuẩn", en: "standard output") : Words(VisibleText.of(path, isOneLine: true))
  }

  private var explanation: Words {
    switch reason {
    case .system(let code): explanation(of: code)
    case .tooLarge(let limit):
      Words(
        vi: "tệp quá lớn, chỉ đọc được đến \(limit >> 20) MB",
        en: "the file is too large; at most \(limit >> 20) MB are read of such a file")
    case .notAFile:
      Words(
        vi: "đây là ống dẫn hoặc thiết bị, cần một tệp thường",
        en: "this is a pipe or a device, a regular file is needed")
    case .brokenLink(let link, let target):
      Words(
        vi:
          "liên kết \(Self.name(of: link).vi) trỏ đến \(Self.name(of: target).vi), nơi đó hiện không có; "
          + "kiểm tra ổ đĩa hoặc sửa liên kết",
        en:
          "the link \(Self.name(of: link).en) points to \(Self.name(of: target).en), which is not there; "
          + "connect the drive or correct the link")
    case .taken:
      Words(
        vi: "đã có tệp cùng tên với nội dung khác, không ghi đè",
        en: "a file of this name with other content is there, and is not replaced")
    }
  }

  private func explanation(of code: Int32) -> Words {
    switch code {
    case ENOSPC, EDQUOT:
      action == .send
        ? Words(vi: "ổ đĩa đã đầy", en: "the disk is full")
        : Words(
          vi: "ổ đĩa đã đầy; tệp cũ vẫn còn nguyên", en: "the disk is full; the earlier file is as it was")
    case EFBIG:
      Words(
        vi: "tệp quá lớn cho nơi này; chọn nơi khác",
        en: "the file is too large for this place; choose another")
    default:
      Self.sentences[code] ?? Words(vi: "hệ thống báo lỗi số \(code)", en: "the system reports error \(code)")
    }
  }

  /// By the system's error number.
  private static let sentences: [Int32: Words] = [
    ENOENT: Words(
      vi: "không có tệp hoặc thư mục này; kiểm tra lại đường dẫn",
      en: "there is no such file or folder; check the path"),
    EACCES: noPermission, EPERM: noPermission,
    EISDIR: Words(vi: "đây là thư mục, cần một tệp", en: "this is a folder, a file is needed"),
    ENOTDIR: Words(
      vi: "một phần của đường dẫn là tệp, không phải thư mục",
      en: "a part of the path is a file, not a folder"),
    EEXIST: Words(
      vi: "đã có tệp hoặc thư mục cùng tên", en: "a file or folder of this name is there already"),
    ENOTEMPTY: Words(vi: "thư mục không rỗng", en: "the folder is not empty"),
    EROFS: Words(vi: "nơi này chỉ cho đọc; chọn nơi khác", en: "this place is read-only; choose another"),
    ELOOP: Words(
      vi: "các liên kết trỏ vòng quanh nhau; sửa lại liên kết",
      en: "symbolic links lead in a circle; correct them"),
    ENAMETOOLONG: Words(
      vi: "tên tệp hoặc đường dẫn quá dài; đặt tên ngắn hơn",
      en: "the name or the path is too long; choose a shorter one"),
    ESTALE: Words(
      vi: "tệp đã bị chương trình khác thay đổi trong lúc dùng; chạy lại lệnh",
      en: "another program changed the file meanwhile; run the command again"),
    EIO: Words(
      vi: "ổ đĩa hoặc đường truyền bị lỗi; kiểm tra thiết bị rồi thử lại",
      en: "the disk or the connection to it failed; check it and try again"),
    EMFILE: tooManyFiles, ENFILE: tooManyFiles,
    ENOMEM: Words(
      vi: "máy không còn đủ bộ nhớ; đóng bớt chương trình khác",
      en: "the machine has no memory left; close other programs"),
    EPIPE: Words(
      vi: "chương trình nhận đã ngừng đọc", en: "the program that reads it has stopped reading"),
    EBADF: Words(vi: "nơi này đã bị đóng", en: "it is closed"),
    EBUSY: inUse, ETXTBSY: inUse,
    ENXIO: noDevice, ENODEV: noDevice,
    ESPIPE: Words(
      vi: "đây là ống dẫn hoặc thiết bị, cần một tệp thường",
      en: "this is a pipe or a device, a regular file is needed"),
    EXDEV: Words(
      vi: "không chuyển được tệp sang ổ đĩa khác", en: "the file cannot be moved to another disk"),
    EINVAL: Words(
      vi: "nơi này không nhận tên hoặc thao tác đó; chọn nơi khác",
      en: "this place does not take such a name or operation; choose another"),
    ENOLCK: Words(
      vi: "ổ đĩa này không cho khóa tệp; chọn ổ đĩa khác",
      en: "this disk has no locks for files; choose another"),
    EOPNOTSUPP: Words(
      vi: "ổ đĩa này không làm được thao tác đó; chọn ổ đĩa khác",
      en: "this disk cannot do that; choose another"),
    ETIMEDOUT: unreachable, EHOSTDOWN: unreachable, EHOSTUNREACH: unreachable, ENOTCONN: unreachable,
  ]

  private static let noPermission = Words(
    vi: "không có quyền; hỏi người quản trị hoặc chọn nơi khác", en: "no permission; choose another place")
  private static let tooManyFiles = Words(
    vi: "hệ thống đang mở quá nhiều tệp; đóng bớt chương trình rồi thử lại",
    en: "too many files are open; close other programs and try again")
  private static let inUse = Words(
    vi: "chương trình khác đang dùng; đóng chương trình đó rồi thử lại",
    en: "another program is using it; close that and try again")
  private static let noDevice = Words(
    vi: "không có thiết bị hoặc chương trình nhận ở nơi này",
    en: "there is no device or program at the other end")
  private static let unreachable = Words(
    vi: "không kết nối được máy chủ hoặc ổ đĩa mạng; kiểm tra mạng rồi thử lại",
    en: "the server or network drive cannot be reached; check the network and try again")
}
