import Foundation

/// A defect of the program itself: it ends with status 70 and a sentence, not with the bare signal of a trap.
enum Defect {
  private static let sentence: StaticString = """
    Lịch Sóng gặp lỗi của chính chương trình và dừng lại; dữ liệu của bạn còn nguyên. Xin báo cho nhóm phát triển.
    Lịch Sóng has a defect and stopped; your files are as they were. Please report it.

    """

  /// Watches for the signals of a trap from now on. Only calls that are safe inside a signal handler are made.
  static func watch() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      signal(number) { _ in
        _ = write(STDERR_FILENO, Defect.sentence.utf8Start, Defect.sentence.utf8CodeUnitCount)
        _exit(70)
      }
    }
  }
}
