import Testing

@testable import StationDesk

/// Passwords that anybody would try first.
struct CommonPasswordTests {
  @Test(
    "one or two common words with figures and signs around them are refused",
    arguments: [
      "matkhau123456", "Mật khẩu 2026!", "P@ssw0rd1234", "passwordpassword", "lichsong2026",
      "Đài Truyền Hình 2026",
      "anhyeuem123456", "Nguyễn Văn 1990", "hanoi@vietnam2026", "laichau123456", "qwertyuiop123",
      "123456789012",
      "0912 345 678 900", "iloveyou!!!!", "adminadmin123", "!Admin@Hanoi#2026", "yeu yeu yeu yeu",
      "tuanhanoi1990",
    ])
  func common_isRefused(password: String) {
    #expect(PasswordRule.broken(by: password, login: "an.tran") != nil)
    #expect(CommonPasswords.contain(password))
  }

  @Test(
    "sentences of other words are taken",
    arguments: [
      "một câu dài bịa ra", "mật khẩu quản trị bịa", "con mèo ngủ trên mái", "trời mưa tôi ở nhà",
      "correct horse battery",
      "X7kQ2mW9pLtR", "bún chả ngon hơn phở", "Hà Nội mùa này vắng những cơn mưa",
    ])
  func sentences_areTaken(password: String) {
    #expect(PasswordRule.broken(by: password, login: "an.tran") == nil)
  }
}
