import ContentLines
import ScheduleModel

/// The rules that hold for one property, wherever it stands: its parameters, and the form of its value.
struct PropertyCheck {
  private let property: ContentProperty
  private let kind: String

  init(_ property: ContentProperty, in kind: String) {
    self.property = property
    self.kind = kind
  }

  func run(_ list: inout CalendarFindings) {
    checkParameters(&list)
    if let form = Self.forms[property.name], !form.isMet(by: property, in: kind) {
      let (example, isTime) = form.example(of: property, in: kind)
      list.add(property.number) { place in
        isTime ? .badTime(property, at: place) : .badValue(property, example, at: place)
      }
    }
    if let isList = Self.texts[property.name], !CalendarValue.isEscaped(property.value, isList: isList) {
      list.add(property.number) { .notEscaped(property.name, at: $0) }
    }
    checkZone(&list)
  }

  // MARK: Parameters

  /// Parameters whose values stand in quotes (RFC 5545 §3.2.1 to §3.2.18).
  private static let quoted: Set<String> = [
    "ALTREP", "DELEGATED-FROM", "DELEGATED-TO", "DIR", "MEMBER", "SENT-BY",
  ]
  /// Parameters that have one value: a comma in it is quoted.
  private static let single: Set<String> = [
    "CN", "CUTYPE", "EMAIL", "FBTYPE", "FMTTYPE", "LABEL", "LANGUAGE", "PARTSTAT", "RELTYPE", "ROLE", "TZID",
    "VALUE",
  ]
  private static let words: [String: Set<String>] = [
    "RSVP": ["TRUE", "FALSE"], "RELATED": ["START", "END"], "RANGE": ["THISANDFUTURE"],
    "ENCODING": ["8BIT", "BASE64"],
  ]

  private func checkParameters(_ list: inout CalendarFindings) {
    let names = property.parameters.map(\.name)
    if Set(names).count != names.count { list.add(property.number) { .repeatedParameter(property, at: $0) } }
    for parameter in property.parameters {
      if parameter.isMalformed {
        list.add(property.number) { .brokenQuotes(property, parameter.name, at: $0) }
      } else if !parameter.isQuoted,
        Self.quoted.contains(parameter.name)
          || Self.single.contains(parameter.name) && parameter.values.count > 1
      {
        list.add(property.number) { .notQuoted(property, parameter.name, at: $0) }
      } else if let words = Self.words[parameter.name],
        !parameter.values.allSatisfy({ words.contains($0.uppercased()) })
      {
        list.add(property.number) { .badParameter(property, parameter.name, words.sorted(), at: $0) }
      }
    }
  }

  private func checkZone(_ list: inout CalendarFindings) {
    guard property["TZID"] != nil else { return }
    if property.values.contains(where: CalendarValue.isUTC) {
      list.add(property.number) { .zoneWithUTC(property, at: $0) }
    } else if property.valueType == "DATE" {
      list.add(property.number) { .zoneOfDay(property, at: $0) }
    }
  }

  // MARK: Forms

  /// Properties of free text, and whether commas part a list of texts in them.
  private static let texts: [String: Bool] = [
    "SUMMARY": false, "DESCRIPTION": false, "LOCATION": false, "COMMENT": false, "CONTACT": false,
    "NAME": false, "CATEGORIES": true, "RESOURCES": true,
  ]

  private static let forms: [String: Form] = [
    "DTSTART": .time, "DTEND": .time, "DUE": .time, "RECURRENCE-ID": .time, "EXDATE": .times,
    "RDATE": .timesAndPeriods, "DTSTAMP": .utc, "CREATED": .utc, "LAST-MODIFIED": .utc, "COMPLETED": .utc,
    "DURATION": .duration, "TRIGGER": .trigger, "FREEBUSY": .busy, "GEO": .place,
    "SEQUENCE": .number(0...Int(Int32.max)), "PRIORITY": .number(0...9), "PERCENT-COMPLETE": .number(0...100),
    "REPEAT": .number(0...Int(Int32.max)), "STATUS": .status, "TRANSP": .words(["OPAQUE", "TRANSPARENT"]),
    "CALSCALE": .words(["GREGORIAN"]), "CLASS": .token("PUBLIC"), "ACTION": .token("DISPLAY"),
    "METHOD": .token("PUBLISH"), "COLOR": .token("teal"), "VERSION": .words(["2.0", "2.0;2.0"]),
    "ORGANIZER": .uri("mailto:dai@example.vn"), "ATTENDEE": .uri("mailto:dai@example.vn"),
    "URL": .uri("https://example.vn/lich"), "TZURL": .uri("https://example.vn/mui-gio.ics"),
    "SOURCE": .uri("https://example.vn/lich.ics"), "CONFERENCE": .uri("https://example.vn/hop"),
    "ATTACH": .attachment, "IMAGE": .attachment, "TZOFFSETFROM": .offset, "TZOFFSETTO": .offset,
    "REFRESH-INTERVAL": .interval, "REQUEST-STATUS": .reply, "UID": .something("1@example.vn"),
    "TZID": .something("Asia/Ho_Chi_Minh"), "PRODID": .something("-//Example//EN"),
  ]

  private enum Form {
    case time
    case times
    case timesAndPeriods
    case utc
    case duration
    case interval
    case trigger
    case busy
    case place
    case offset
    case status
    case reply
    case attachment
    case number(ClosedRange<Int>)
    case words([String])
    case token(String)
    case uri(String)
    case something(String)

    func isMet(by property: ContentProperty, in kind: String) -> Bool {
      let value = property.value
      switch self {
      case .time:
        return CalendarValue.isTime(property) && property.valueType != "PERIOD" && property.values.count == 1
      case .times: return CalendarValue.isTime(property) && property.valueType != "PERIOD"
      case .timesAndPeriods: return CalendarValue.isTime(property)
      case .utc: return CalendarValue.isUTC(value) && [nil, "DATE-TIME"].contains(property.valueType)
      case .duration: return CalendarValue.isDuration(value, isPositive: true)
      case .interval:
        return property.valueType == "DURATION" && CalendarValue.isDuration(value, isPositive: true)
      case .trigger:
        let isMoment = property.valueType == "DATE-TIME"
        return isMoment
          ? CalendarValue.isUTC(value) && property["RELATED"] == nil : CalendarValue.isDuration(value)
      case .busy: return property.values.allSatisfy { CalendarValue.isPeriod($0, inUTC: true) }
      case .place: return CalendarValue.isPlace(value)
      case .offset: return UTCOffset.seconds(value) != nil
      case .status: return CalendarValue.statuses(of: kind).contains(value.uppercased())
      case .reply: return value.wholeMatch(of: /\d+\.\d+(?:\.\d+)?;.*/.dotMatchesNewlines()) != nil
      case .attachment:
        guard property.valueType == "BINARY" else { return CalendarValue.isURI(value) }
        return property["ENCODING"]?.uppercased() == "BASE64" && CalendarValue.isBase64(value)
      case .number(let range): return CalendarValue.isInteger(value, in: range)
      case .words(let words): return words.contains(value.uppercased())
      case .token: return CalendarValue.isToken(value)
      case .uri: return CalendarValue.isURI(value)
      case .something: return !value.isEmpty
      }
    }

    /// What to write instead, and whether it is a time, which has words of its own.
    func example(of property: ContentProperty, in kind: String) -> (String, isTime: Bool) {
      let name = property.name
      return switch self {
      case .time, .times, .timesAndPeriods: ("", true)
      case .utc: ("\(name):20200402T131500Z", false)
      case .duration: ("\(name):PT15M", false)
      case .interval: ("\(name);VALUE=DURATION:PT12H", false)
      case .trigger: ("TRIGGER:-P1D, TRIGGER;VALUE=DATE-TIME:20200402T131500Z", false)
      case .busy: ("FREEBUSY:20200402T131500Z/PT15M", false)
      case .place: ("GEO:21.0285;105.8542", false)
      case .offset: ("\(name):+0700", false)
      case .status:
        (CalendarValue.statuses(of: kind).map { "STATUS:\($0)" }.joined(separator: ", "), false)
      case .reply: ("REQUEST-STATUS:2.0;Success", false)
      case .attachment:
        ("\(name):https://example.vn/tep.pdf, \(name);VALUE=BINARY;ENCODING=BASE64:VGluZw==", false)
      case .number(let range):
        ("\(name):\(range.lowerBound)" + (range.upperBound < 1_000 ? "…\(range.upperBound)" : ""), false)
      case .words(let words): (words.map { "\(name):\($0)" }.joined(separator: ", "), false)
      case .token(let text), .uri(let text), .something(let text): ("\(name):\(text)", false)
      }
    }
  }
}
