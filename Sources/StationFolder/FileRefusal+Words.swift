import Foundation
public import ScheduleModel

extension FileRefusal {
  /// One sentence: what could not be done, why, and what to do.
  public var words: Words {
    let done = action == .read ? Words(vi: "đọc", en: "read") : Words(vi: "ghi", en: "write")
    return Words(
      vi: "Không \(done.vi) được \(path): \(reason.vi).", en: "Cannot \(done.en) \(path): \(reason.en).")
  }

  private var reason: Words {
    switch code {
    case ENOENT:
      Words(
        vi: "không có tệp hoặc thư mục này; kiểm tra lại đường dẫn",
        en: "there is no such file or folder; check the path")
    case EACCES, EPERM:
      Words(
        vi: "không có quyền; hỏi người quản trị hoặc chọn nơi khác", en: "no permission; choose another place"
      )
    case ENOSPC, EDQUOT:
      Words(vi: "ổ đĩa đã đầy; tệp cũ vẫn còn nguyên", en: "the disk is full; the earlier file is as it was")
    case EISDIR:
      Words(vi: "đây là thư mục, cần một tệp", en: "this is a folder, a file is needed")
    case ENOTDIR, EEXIST:
      Words(
        vi: "một phần của đường dẫn là tệp, không phải thư mục",
        en: "a part of the path is a file, not a folder")
    case EROFS:
      Words(vi: "nơi này chỉ cho đọc; chọn nơi khác", en: "this place is read-only; choose another")
    case EFBIG:
      Words(vi: "tệp quá lớn", en: "the file is too large")
    default:
      Words(vi: "hệ thống báo lỗi số \(code)", en: "the system reports error \(code)")
    }
  }
}
