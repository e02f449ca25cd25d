import ArgumentParser
import Console
import StationDesk

/// `lichsong-server password`: gives somebody a password for one time.
struct PasswordCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "password",
      abstract: HelpWords.text(
        vi: "Cấp mật khẩu dùng một lần cho người quên mật khẩu.",
        en: "Give somebody who forgot theirs a password for one time."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Tên đăng nhập.", en: "The name to sign in with."), valueName: "login"))
  var login = "admin"

  mutating func run() async throws {
    let login = login
    let password = try await place.withStore { store in
      let desk = Desk(store) { count in
        var lots = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &lots) }
      }
      return try await desk.oneTimePassword(for: login, at: StoreOptions.now)
    }
    guard let password else {
      throw ValidationError(
        HelpWords.text(
          vi: "Không có ai đăng nhập bằng “\(login)”, hoặc người đó đã bị khóa.",
          en: "Nobody signs in as “\(login)”, or the person is disabled."))
    }
    try Terminal.say(password)
    Terminal.complain(
      HelpWords.text(
        vi: "Mật khẩu dùng một lần, trong 24 giờ; sau khi đăng nhập phải đặt mật khẩu mới.",
        en: "This password is for one time, within 24 hours; another is to be chosen after signing in."))
  }
}
