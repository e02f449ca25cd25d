import Foundation
public import ScheduleModel

extension StoreRefusal {
  /// One or two sentences: what could not be done, why, and what to do.
  public var words: Words {
    switch self {
    case .taken:
      Words(vi: "Tên này đã có người dùng; chọn tên khác.", en: "This name is taken; choose another.")
    case .dangling:
      Words(
        vi: "Điều được nhắc đến không có, hoặc vẫn còn được dùng ở chỗ khác.",
        en: "Something that is named is not there, or is still used elsewhere.")
    case .ruleBroken(let text):
      Words(vi: "Cơ sở dữ liệu không nhận: \(text).", en: "The database does not accept this: \(text).")
    case .busy:
      Words(
        vi: "Cơ sở dữ liệu đang bận; thử lại sau ít phút.",
        en: "The database is busy; try again in a few minutes.")
    case .full:
      Words(
        vi: "Ổ đĩa đã đầy nên chưa ghi gì; dọn bớt rồi thử lại.",
        en: "The disk is full and nothing was recorded; make room and try again.")
    case .unreachable(let text):
      Words(
        vi: "Không kết nối được cơ sở dữ liệu: \(text). Kiểm tra địa chỉ và máy chủ cơ sở dữ liệu.",
        en: "The database cannot be reached: \(text). Check its address and whether it is running.")
    case .unstorableText:
      Words(
        vi: "Văn bản có ký tự NUL; bỏ ký tự đó.", en: "The text has a NUL character; remove it.")
    case .unsuitablePath(let path):
      Words(
        vi:
          "“\(path)” không dùng được làm tên tệp: không dùng “..”, tên bắt đầu bằng dấu chấm hoặc ký tự điều khiển.",
        en:
          "“\(path)” cannot be the name of a file: no “..”, no name that begins with a point, no control characters."
      )
    case .pathOfBook(let path):
      Words(
        vi: "“\(path)” không dùng được làm tên tệp: thư mục book chỉ có các mục của sổ.",
        en: "“\(path)” cannot be the name of a file: the folder book has entries of the Book alone.")
    case .newer(let newest, let known):
      Words(
        vi:
          "Kho dữ liệu do phiên bản mới hơn của chương trình ghi (lần sửa bảng \(newest); bản này biết đến \(known)). Dùng phiên bản mới.",
        en:
          "A newer version of the program wrote this store (table change \(newest); this one knows \(known)). Use the newer version."
      )
    case .otherMigration(let number):
      Words(
        vi: "Lần sửa bảng \(number) của kho dữ liệu không phải của chương trình này.",
        en: "Table change \(number) of this store was made by another program than this one.")
    case .held(let folder):
      Words(
        vi: "Một tiến trình khác đang dùng thư mục dữ liệu \(folder); dừng tiến trình đó trước.",
        en: "Another process works on the data folder \(folder); stop it first.")
    case .unsuitable(let collation, let encoding):
      Words(
        vi:
          "Cơ sở dữ liệu sắp xếp theo “\(collation)” và mã hóa \(encoding); cần LC_COLLATE 'C' và UTF8. Tạo cơ sở dữ liệu mới: "
          + "CREATE DATABASE … ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0.",
        en:
          "The database sorts by “\(collation)” and is encoded in \(encoding); LC_COLLATE 'C' and UTF8 are needed. Make a new one: "
          + "CREATE DATABASE … ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0.")
    case .unknownScheme(let text):
      Words(
        vi: "“\(text)” không phải thư mục, cũng không phải địa chỉ postgresql://….",
        en: "“\(text)” is neither a folder nor a postgresql://… address.")
    case .system(let path, let code):
      Words(
        vi: "Không dùng được \(path): \(String(cString: strerror(code))).",
        en: "Cannot use \(path): \(String(cString: strerror(code))).")
    case .damaged(let damages):
      Words(
        vi: "Cơ sở dữ liệu bị hỏng: \(damages.joined(separator: "; ")). Khôi phục từ bản sao lưu.",
        en: "The database is damaged: \(damages.joined(separator: "; ")). Restore it from a backup.")
    case .unexpected(let text):
      Words(
        vi: "Cơ sở dữ liệu trả lời ngoài dự kiến: \(text).",
        en: "The database gave an unexpected answer: \(text).")
    }
  }
}
