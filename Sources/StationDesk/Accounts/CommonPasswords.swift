import Foundation

/// Passwords that people choose everywhere, and here: one or two common words, with whatever figures and signs around them.
///
/// The words are the usual ones of published lists of leaked passwords, in English and Vietnamese, and what anybody would
/// try at a broadcaster: its trade, the provinces, this program. Two of them in a row, with figures and signs, are some
/// 70,000 passwords without counting the figures. A sentence of other words is never one of them.
enum CommonPasswords {
  /// Whether a password is one. Capitals, diacritics, blanks and the usual figures for letters (`p@ssw0rd`) change nothing.
  ///
  /// - Complexity: Linear in its length.
  static func contain(_ password: String) -> Bool {
    let plain = folded(password)
    // What is nothing but figures and signs is a date, a telephone number or a row of keys.
    guard plain.contains(where: \.isLetter) else { return true }
    let ends: (Character) -> Bool = { !$0.isLetter }
    let trimmed = plain.drop(while: ends).reversed().drop(while: ends).reversed()
    return [plain.filter(\.isLetter), String(trimmed.map { letters[$0] ?? $0 }).filter(\.isLetter)].contains(
      where: isMadeOfWords)
  }

  /// Whether a text is one word, two words, or one word again and again.
  private static func isMadeOfWords(_ text: String) -> Bool {
    if words.contains(text) { return true }
    let characters = Array(text)
    for length in 1..<max(2, characters.count) where words.contains(String(characters.prefix(length))) {
      if words.contains(String(characters.dropFirst(length))) { return true }
      if characters.indices.allSatisfy({ characters[$0] == characters[$0 % length] }) { return true }
    }
    return false
  }

  /// In small letters without diacritics, `đ` as `d`.
  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
          $0.properties.generalCategory != .nonspacingMark
        })
    ).replacing("đ", with: "d")
  }

  /// Figures and signs that stand for letters.
  private static let letters: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]

  private static let words = Set(
    [usual, vietnamese, trade, places].flatMap { $0.split { $0 == " " || $0.isNewline } }.map(String.init))

  private static let usual = """
    password passwd pass passw passphrase qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
    qweasd qweasdzxc wsx edc qaz abc abcd abcde abcdef abcdefgh abcdefghijkl abcdefghijklmnop letmein welcome admin administrator
    root master login user username guest test testing tester demo default changeme secret iloveyou ilove love loveyou lovely
    monkey dragon football baseball basketball superman batman spiderman pokemon naruto starwars princess sunshine shadow
    michael jennifer jessica daniel charlie jordan thomas hunter killer soccer hockey ranger buster computer internet windows
    samsung iphone google facebook youtube microsoft apple android linux server system network freedom whatever trustno trustnoone
    summer winter spring autumn january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday hello helloworld money liverpool chelsea arsenal manchester
    barcelona ronaldo messi mustang ferrari porsche mercedes yamaha honda toyota hanoi saigon vietnam lucky cookie ginger
    pepper cheese banana orange flower purple silver golden diamond tigger maggie ashley nicole matthew joshua andrew
    q w e r t qwe asd zxc qaws aaaa aaa aa a x xx xxx z zz zzz the my your new old is me i you for
    """

  private static let vietnamese = """
    matkhau matkhaumoi matkhaucu matma khongcomatkhau dangnhap taikhoan nguoidung quantri quantrivien quanly giamdoc truongphong
    anhyeuem emyeuanh yeuem yeuanh iuanh iuem anhnhoem emnhoanh nhoem nhoanh yeu yeumai yeumaimai vochong vo chong vocon bome boyeu
    meyeu giadinh gia dinh hanhphuc conyeu contrai congai beyeu bong cucung bupbe congchua hoangtu thienthan thantien
    motnam motdoi mai mainhe xinchao chao camon khongbiet khongco khongnho khong quenmatkhau toilatoi toi ban minh nha
    congty cogiao thaygiao hocsinh sinhvien truonghoc lophoc daihoc tinhyeu tinh cuocsong cuoc song vuive maiyeu
    toiyeuvietnam vietnamvodich bongda bongdavietnam vodich hochiminh bachovidai bacho quehuong datnuoc tuoitre doan
    nguyen nguyenvan nguyenthi tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly anh hung dung tuan minhanh
    linh huong lan hoa mai phuong thao trang ngoc thuy hien hang nga thu ha hai nam son long quan duc cuong manh tien
    motha haiba motahai mothai mothaiba mothaibabon mothaibabonnam chinchin taitai phatloc phattai locphat  maman
    aemoi emoi chutich zalo vnpt viettel mobifone vinaphone fpt bkav tet tetnguyendan namoi chucmungnammoi nammoi
    """

  private static let trade = """
    lichsong lichphatsong lich song phatsong phatthanh truyenhinh truyen hinh phatthanhtruyenhinh daiphatthanh daitruyenhinh
    daiptth ptth dai kenh kenhtruyenhinh thoisu bantin chuongtrinh chuyenmuc bientap bientapvien phongvien phongsu
    phatthanhvien kythuat kythuatvien truyenthanh truyenthong tuyentruyen baochi baodientu toasoan nhabao caicachhanhchinh caicach hanhchinh
    noivu sonoivu ubnd uyban huyen xa phuong tinhuy thanhuy vtv vov htv ttxvn antv qpvn radio tivi television broadcast broadcaster
    station media news newsroom planner editor publisher studio onair live
    """

  private static let places = """
    angiang bariavungtau baclieu bacgiang backan bacninh bentre binhdinh binhduong binhphuoc binhthuan camau caobang cantho
    danang daklak daknong dienbien dongnai dongthap gialai hagiang hanam hanoi hatinh haiduong haiphong haugiang hoabinh
    hochiminh hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh ninhthuan phutho
    phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa thuathienhue hue
    tiengiang travinh tuyenquang vinhlong vinhphuc yenbai saigon tphcm hcm dalat nhatrang vungtau vinh quynhon buonmathuot
    mienbac mientrung miennam taynguyen taybac dongbac vietbac
    """
}
