import ScheduleModel

/// A schedule as XMLTV, the format of programme guides (version 0.5 of its DTD, of the xmltv project).
///
/// - A channel is an outlet that broadcasts; its id is a DNS-like name made of the outlet's and the plan's ids.
/// - Times are half-open, on the outlet's clock with its offset. A programme that nobody gave a length has no
///   `stop`.
/// - What several works share an opening has one time and `clumpidx`, as the DTD says of "News; Weather".
/// - `premiere` stands with first runs, with the words of a printed listing. Never `new`: the DTD keeps it for
///   the first programme of a show that was never shown before, which no plan tells.
/// - `previously-shown` stands with repeats and with what comes later on another outlet, and names the first
///   run, as guides and recorders read it; the DTD would allow any earlier run. One that had no hour, or was
///   no broadcast, has its day alone.
struct XMLTVListing {
  let plan: Plan
  let language: ReaderLanguage
  let revised: LocalTime
  let link: String?

  func octets(_ listed: ListedProgrammes) -> [UInt8] {
    let words = PlacementWords(plan: plan, language: language)
    var text = XMLText()
    text.type("tv", system: "xmltv.dtd")
    text.element(
      "tv",
      [
        ("date", revised.day.basic), ("source-info-url", link), ("source-info-name", plan.title),
        ("generator-info-name", "lichsong"),
      ]
    ) { tv in
      for channel in listed.channels.sorted(by: { channelID($0.id) < channelID($1.id) }) {
        tv.element("channel", [("id", channelID(channel.id))]) {
          $0.element("display-name", Self.vietnamese, text: channel.name)
        }
      }
      for programme in listed.programmes { write(programme, words, into: &tv) }
    }
    return text.octets
  }

  private static let vietnamese: [XMLText.Attribute] = [("lang", "vi")]

  /// `truyen-hinh.lai-chau-2018.lichsong`, as RFC 2838 would have it.
  private func channelID(_ outlet: String) -> String { "\(outlet).\(plan.id).lichsong" }

  private func write(_ programme: ListedProgramme, _ words: PlacementWords, into tv: inout XMLText) {
    let (placement, line) = (programme.placement, programme.line)
    let inWords: [XMLText.Attribute] = [("lang", language.rawValue)]
    let (index, count) = programme.clump
    tv.element(
      "programme",
      [
        ("start", programme.start.basic), ("stop", programme.end?.basic),
        ("channel", channelID(programme.outlet.id)), ("clumpidx", count > 1 ? "\(index)/\(count)" : nil),
      ]
    ) { text in
      text.element("title", Self.vietnamese, text: programme.title)
      text.element("desc", inWords, text: words.description(of: placement))
      for form in line.form.forms { text.element("category", Self.vietnamese, text: form) }
      text.element("language", text: placement.language.tag)
      let isVersion = !line.languages.contains(placement.language)
      if isVersion, !line.languages.areAlternatives {
        text.element("orig-language", text: line.languages.main.tag)
      }
      text.element("length", [("units", "minutes")], text: line.placing?.minutes.map(String.init))
      text.element("url", text: link.map { $0 + placement.uid })
      let part = plan.part(of: placement)
      text.element(
        "episode-num", [("system", "xmltv_ns")],
        text:
          ".\(placement.edition - 1).\(part.flatMap { part in part.count.map { "\(part.number - 1)/\($0)" } } ?? "")"
      )
      let after = part.map { Words(vi: ", " + $0.name.vi, en: ", " + $0.name.en) } ?? Words("")
      let number = Words(
        vi: "kỳ \(placement.edition)\(after.vi)", en: "no. \(placement.edition)\(after.en)")
      text.element("episode-num", [("system", "onscreen")], text: number[language])
      if programme.isShownAgain {
        let (start, channel) = firstShown(programme)
        text.element("previously-shown", [("start", start), ("channel", channel)], text: "")
      }
      if placement.run == .first || placement.run == .part {
        text.element("premiere", inWords, text: Placement.Run.first.name[language])
      }
    }
  }

  /// When and on which channel it was shown first, as far as that is known.
  private func firstShown(_ programme: ListedProgramme) -> (start: String?, channel: String?) {
    guard let first = programme.first, let outlet = plan.outlet(first.outlet) else { return (nil, nil) }
    let channel = outlet.kind.isBroadcast ? channelID(outlet.id) : nil
    switch first.timing {
    case .timed(let start, _): return (ZonedTime(start, on: ZoneClock(outlet.zone)).basic, channel)
    case .allDay(let day): return (day.basic, channel)
    case .span(let days): return (days.lowerBound.basic, channel)
    case .inMonth: return (nil, channel)
    }
  }
}
