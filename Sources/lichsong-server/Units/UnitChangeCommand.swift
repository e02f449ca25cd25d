import ArgumentParser
import Console
import StationDesk
import StationStore

/// `lichsong-server unit add`: makes a unit.
struct UnitAddCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: HelpWords.text(vi: "Thêm một đơn vị.", en: "Add a unit."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(HelpWords.text(vi: "Mã đơn vị.", en: "The unit's code."), valueName: "code"))
  var code: String

  @Option(help: ArgumentHelp(HelpWords.text(vi: "Tên đơn vị.", en: "Its name."), valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp(UnitCommand.levelHelp, valueName: "level"))
  var level: String

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Mã đơn vị cấp trên; không có thì đứng đầu.",
        en: "The code of the unit above it; without it, it stands at the top."), valueName: "code"))
  var parent: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tên đăng nhập của người quản trị đơn vị này.",
        en: "Who administers it, by the name to sign in with."),
      valueName: "login"))
  var administrator: String?

  mutating func run() async throws {
    let terms = UnitTerms(code: code, name: name, level: level, parent: parent)
    let (login, now) = (administrator, StoreOptions.now)
    let unit = try await UnitCommand.changing(place, begins: true) { transaction in
      let unit = try transaction.makeUnit(terms)
      transaction.note(
        TrailNote(at: now, action: "add unit", object: "unit \(unit.code)", after: terms.note))
      if let login {
        guard let person = try transaction.person(login: login) else {
          throw ValidationError(
            HelpWords.text(
              vi: "Không có ai đăng nhập bằng “\(login)”; chưa có gì thay đổi.",
              en: "Nobody signs in as “\(login)”; nothing was changed."))
        }
        let grant = Grant(unit: unit.number, role: Role.administrator.rawValue)
        try transaction.add(grant, to: person.number)
        try transaction.endSessions(of: person.number)
        transaction.note(
          TrailNote(
            at: now, action: "set roles", object: "person \(person.number)",
            after: "unit \(unit.number) \(grant.role)"))
      }
      return unit
    }
    try Terminal.say(HelpWords.text(vi: "Đã thêm \(unit.code).", en: "Added \(unit.code)."))
  }
}

/// `lichsong-server unit change`: changes what a unit is called, what it is, and where it stands.
struct UnitChangeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: HelpWords.text(
        vi: "Sửa mã, tên, cấp hoặc đơn vị cấp trên.",
        en: "Change the code, the name, the level or the unit above."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(HelpWords.text(vi: "Mã đơn vị.", en: "The unit's code."), valueName: "code"))
  var code: String

  @Option(
    name: .customLong("code"),
    help: ArgumentHelp(HelpWords.text(vi: "Mã mới.", en: "Another code."), valueName: "code"))
  var newCode: String?

  @Option(help: ArgumentHelp(HelpWords.text(vi: "Tên mới.", en: "Another name."), valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp(UnitCommand.levelHelp, valueName: "level"))
  var level: String?

  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Mã đơn vị cấp trên mới.", en: "The code of another unit above it."),
      valueName: "code"))
  var parent: String?

  @Flag(
    help: ArgumentHelp(
      HelpWords.text(vi: "Không thuộc đơn vị nào nữa.", en: "It stands at the top from now on.")))
  var top = false

  func validate() throws {
    guard parent == nil || !top else {
      throw ValidationError(
        HelpWords.text(vi: "Chỉ dùng một trong --parent và --top.", en: "Use --parent or --top, not both."))
    }
  }

  mutating func run() async throws {
    let (code, newCode, name, level) = (code, newCode, name, level)
    let (parent, top, now) = (parent, top, StoreOptions.now)
    let hasChanged = try await UnitCommand.changing(place) { transaction in
      let unit = try UnitCommand.unit(code, transaction)
      let before = try transaction.terms(of: unit)
      let after = UnitTerms(
        code: newCode ?? before.code, name: name ?? before.name, level: level ?? before.level,
        parent: top ? nil : parent ?? before.parent)
      guard try transaction.change(unit, to: after) else { return false }
      transaction.note(
        TrailNote(
          at: now, action: "change unit", object: "unit \(after.code)",
          before: "\(before.code): \(before.note)",
          after: after.note))
      return true
    }
    try Terminal.say(
      hasChanged
        ? HelpWords.text(vi: "Đã sửa \(newCode ?? code).", en: "Changed \(newCode ?? code).")
        : HelpWords.text(vi: "\(code) vốn đã như vậy.", en: "\(code) is like that already."))
  }
}

/// `lichsong-server unit remove`: removes a unit that nothing belongs to.
struct UnitRemoveCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: HelpWords.text(
        vi: "Bỏ một đơn vị không còn gì.", en: "Remove a unit that nothing belongs to."))
  }

  @OptionGroup var place: StoreOptions

  @Argument(
    help: ArgumentHelp(HelpWords.text(vi: "Mã đơn vị.", en: "The unit's code."), valueName: "code"))
  var code: String

  mutating func run() async throws {
    let (code, now) = (code, StoreOptions.now)
    try await UnitCommand.changing(place) { transaction in
      let unit = try UnitCommand.unit(code, transaction)
      let before = try transaction.terms(of: unit)
      try transaction.remove(unit)
      transaction.note(TrailNote(at: now, action: "remove unit", object: "unit \(code)", before: before.note))
    }
    try Terminal.say(HelpWords.text(vi: "Đã bỏ \(code).", en: "Removed \(code)."))
  }
}
