import Reports
import ScheduleModel
import StationWork

/// Moves against evenness for each slack, as a picture with a table beside it.
struct ReplanCurve {
  let heading: String
  let head: String
  /// The picture, SVG for a page.
  let svg: String
  let points: [Point]
  let words: TableWords

  /// A row of the table.
  struct Point {
    let slack: String
    let moves: String
    let deviation: String
    /// That it is the schedule on this page; `nil` for others.
    let chosen: String?
    let button: String
    let from: String
    let action: String
    let token: String
  }

  /// The words of the table.
  struct TableWords {
    let table, slack, moves, deviation, take: String
  }

  /// - Parameter action: Where a re-plan is asked for.
  init(_ account: ReplanResult.Account, action: String, token: String, _ language: ReaderLanguage) {
    heading = Words(vi: "Dời bao nhiêu, đều đến đâu", en: "Moves against evenness")[language]
    head =
      Words(
        vi:
          "Nới càng nhiều thì càng ít lượt phải dời, nhưng có dòng càng lệch xa nhịp đều. Số lượt dời tính so với lịch trước khi xếp lại.",
        en:
          "The more slack, the fewer broadcasts move, and the farther the farthest line is from its even pace. Moves are counted against the schedule before the re-plan."
      )[language]
    words = TableWords(
      table: Words(vi: "Bảng theo mức nới", en: "Table by slack")[language],
      slack: Words(vi: "Nới (tác phẩm)", en: "Slack (works)")[language],
      moves: Words(vi: "Lượt dời", en: "Moves")[language],
      deviation: Words(vi: "Lệch xa nhất (tác phẩm)", en: "Farthest from the even pace (works)")[language],
      take: Words(vi: "Xếp lại theo mức này", en: "Plan anew with it")[language])
    points = account.curve.map { point in
      let slack = works(point.slack, language)
      return Point(
        slack: slack, moves: grouped(point.moves, in: language), deviation: works(point.deviation, language),
        chosen: point.slack == account.slack ? Words(vi: "đang xem", en: "on this page")[language] : nil,
        button: Words(vi: "Nới \(slack)", en: "Slack \(slack)")[language], from: account.from,
        action: action, token: token)
    }
    svg = Self.picture(account, language)
  }

  // MARK: - The picture

  private static let (left, top, width, height) = (56, 36, 420, 180)

  private static func picture(_ account: ReplanResult.Account, _ language: ReaderLanguage) -> String {
    let curve = account.curve
    let most = (
      moves: max(1, curve.map(\.moves).max() ?? 1), deviation: max(1, curve.map(\.deviation).max() ?? 1)
    )
    func x(_ moves: Int) -> Int { left + moves * width / most.moves }
    func y(_ deviation: Int) -> Int { top + height - deviation * height / most.deviation }
    let bottom = top + height
    var body = """
      <line class="tick" x1="\(left)" x2="\(left + width)" y1="\(bottom)" y2="\(bottom)"/>\
      <line class="tick" x1="\(left)" x2="\(left)" y1="\(top)" y2="\(bottom)"/>
      """
    for moves in Set([0, most.moves]).sorted() {
      body += """
        <text class="axis" x="\(x(moves))" y="\(bottom + 16)" text-anchor="middle">\(grouped(moves, in: language))</text>
        """
    }
    for deviation in [0, most.deviation] {
      body += """
        <text class="axis" x="\(left - 6)" y="\(y(deviation) + 4)" text-anchor="end">\(works(deviation, language))</text>
        """
    }
    let moves = Words(vi: "lượt dời", en: "moves")[language]
    let farthest = Words(vi: "lệch xa nhất", en: "farthest")[language]
    body += """
      <text class="axis" x="\(left + width)" y="\(bottom + 34)" text-anchor="end">\(moves) →</text>\
      <text class="axis" x="\(left - 6)" y="\(top - 22)">↑ \(farthest)</text>
      """
    let sorted = curve.sorted { ($0.moves, -$0.deviation) < ($1.moves, -$1.deviation) }
    if sorted.count > 1 {
      let line = sorted.map { "\(x($0.moves)),\(y($0.deviation))" }.joined(separator: " ")
      body += "<polyline class=\"curve\" points=\"\(line)\"/>"
    }
    for point in sorted {
      let isChosen = point.slack == account.slack
      body += """
        <circle class="\(isChosen ? "point chosen" : "point")" cx="\(x(point.moves))" cy="\(y(point.deviation))" r="\(isChosen ? 7 : 4)"/>\
        <text class="figure" x="\(x(point.moves) + 9)" y="\(y(point.deviation) - 6)">\(works(point.slack, language))</text>
        """
    }
    let label = Words(
      vi: "Đồ thị: số lượt dời và độ lệch xa nhất theo mức nới; số liệu ở bảng bên cạnh",
      en: "Graph: moves and the farthest distance for each slack; the figures are in the table beside it")[
        language]
    return """
      <svg viewBox="0 0 \(left + width + 48) \(bottom + 44)" width="\(left + width + 48)" height="\(bottom + 44)" role="img" aria-label="\(label)">\(body)</svg>
      """
  }

  static let template = """
    <h2>{{heading}}</h2><p class="soft">{{head}}</p>
    <div class="beside"><figure>{{{svg}}}</figure>
    <div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col" class="number">{{words.slack}}</th><th scope="col" class="number">{{words.moves}}</th>\
    <th scope="col" class="number">{{words.deviation}}</th><th scope="col">{{words.take}}</th></tr></thead><tbody>
    {{#points}}<tr><th scope="row" class="number">{{slack}}</th><td class="number">{{moves}}</td><td class="number">{{deviation}}</td><td>{{#chosen}}{{.}}{{/chosen}}\
    {{^chosen}}<form method="post" action="{{action}}" class="inline noprint"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="from" value="{{from}}">\
    <input type="hidden" name="slack" value="{{slack}}"><button class="plain">{{button}}</button></form>{{/chosen}}</td></tr>
    {{/points}}</tbody></table></div></div>

    """
}

/// Thousandths of a work as people write them: `0,5` in Vietnamese, `0.5` in English.
func works(_ thousandths: Int, _ language: ReaderLanguage) -> String {
  let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
  let start = grouped(whole, in: language)
  guard rest > 0 else { return start }
  var digits = String("\(rest + 1_000)".dropFirst())
  while digits.hasSuffix("0") { digits.removeLast() }
  return start + Words(vi: ",", en: ".")[language] + digits
}
