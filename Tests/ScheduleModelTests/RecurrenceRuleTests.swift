import ScheduleModel
import Testing

struct RecurrenceRuleTests {
  private typealias Refusal = RecurrenceRule.Refusal

  @Test(
    "the kinds that expand correctly are accepted as they stand",
    arguments: [
      "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=TH",
      "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;WKST=MO", "FREQ=DAILY;INTERVAL=400",
      "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=MONTHLY;BYDAY=3FR", "FREQ=MONTHLY;BYDAY=+1MO,-1MO",
      "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=31,-31",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "FREQ=YEARLY;BYDAY=53MO", "FREQ=YEARLY;BYDAY=-53MO",
      "FREQ=MONTHLY;BYMONTH=1,2,12;BYMONTHDAY=10", "FREQ=WEEKLY;COUNT=52", "FREQ=WEEKLY;COUNT=1",
      "FREQ=WEEKLY;UNTIL=20181231", "FREQ=WEEKLY;UNTIL=20181231T235959", "FREQ=WEEKLY;UNTIL=20181231T165959Z",
      "BYDAY=TH;FREQ=WEEKLY", "FREQ=DAILY;BYDAY=MO,SU", "FREQ=DAILY;BYMONTHDAY=1",
    ])
  func rule_isAccepted(text: String) throws {
    #expect(try RecurrenceRule(text).text == text)
  }

  @Test("small letters, blanks and the name of the property are put right")
  func rule_isNormalised() throws {
    #expect(try RecurrenceRule(" rrule:freq=weekly; byday=mo, we ").text == "FREQ=WEEKLY;BYDAY=MO,WE")
    #expect(try RecurrenceRule("RRULE:FREQ=DAILY\r\n") == RecurrenceRule("FREQ=DAILY"))
  }

  @Test(
    "anything else is refused, with the reason",
    arguments: [
      ("", .frequency("")), ("  ", .frequency("")), ("RRULE:", .frequency("")), ("FREQ=", .frequency("")),
      ("BYDAY=MO", .frequency("")), ("FREQ=HOURLY", .frequency("HOURLY")),
      ("FREQ=MINUTELY", .frequency("MINUTELY")), ("FREQ=SECONDLY", .frequency("SECONDLY")),
      ("FREQ=TUẦN", .frequency("TUẦN")),
      ("every Thursday", .part("EVERYTHURSDAY")), ("FREQ", .part("FREQ")), (";FREQ=DAILY", .part("")),
      ("FREQ=DAILY;", .part("")), ("FREQ=DAILY;;COUNT=2", .part("")), ("=FREQ=DAILY", .part("=FREQ=DAILY")),
      ("FREQ==DAILY", .part("FREQ==DAILY")), ("RRULE:RRULE:FREQ=DAILY", .part("RRULE:FREQ=DAILY")),
      ("FREQ=DAILY;BYHOUR=9", .part("BYHOUR=9")), ("FREQ=DAILY;BYMINUTE=9", .part("BYMINUTE=9")),
      ("FREQ=DAILY;BYSECOND=9", .part("BYSECOND=9")), ("FREQ=YEARLY;BYWEEKNO=9", .part("BYWEEKNO=9")),
      ("FREQ=YEARLY;BYYEARDAY=9", .part("BYYEARDAY=9")), ("FREQ=DAILY;SKIP=OMIT", .part("SKIP=OMIT")),
      ("RSCALE=CHINESE;FREQ=YEARLY", .part("RSCALE=CHINESE")),
      ("FREQ=DAILY,COUNT=2", .part("FREQ=DAILY,COUNT=2")),
      ("FREQ=DAILY\nDTSTART:20180101", .frequency("DAILYDTSTART:20180101")),
      ("FREQ=DAILY;FREQ=DAILY", .repeated("FREQ")), ("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", .repeated("BYDAY")),
      ("FREQ=DAILY;INTERVAL=0", .value(part: "INTERVAL", value: "0")),
      ("FREQ=DAILY;INTERVAL=401", .value(part: "INTERVAL", value: "401")),
      ("FREQ=DAILY;INTERVAL=-1", .value(part: "INTERVAL", value: "-1")),
      ("FREQ=DAILY;INTERVAL=+2", .value(part: "INTERVAL", value: "+2")),
      ("FREQ=DAILY;INTERVAL=1.5", .value(part: "INTERVAL", value: "1.5")),
      ("FREQ=DAILY;INTERVAL=2,3", .value(part: "INTERVAL", value: "2,3")),
      ("FREQ=DAILY;INTERVAL=", .value(part: "INTERVAL", value: "")),
      ("FREQ=DAILY;COUNT=0", .value(part: "COUNT", value: "0")),
      ("FREQ=DAILY;COUNT=+5", .value(part: "COUNT", value: "+5")),
      ("FREQ=DAILY;COUNT=99999999999999999999", .value(part: "COUNT", value: "99999999999999999999")),
      ("FREQ=DAILY;COUNT=５", .value(part: "COUNT", value: "５")),
      ("FREQ=WEEKLY;BYDAY=", .value(part: "BYDAY", value: "")),
      ("FREQ=WEEKLY;BYDAY=XX", .value(part: "BYDAY", value: "XX")),
      ("FREQ=WEEKLY;BYDAY=MO,", .value(part: "BYDAY", value: "MO,")),
      ("FREQ=WEEKLY;BYDAY=MONDAY", .value(part: "BYDAY", value: "MONDAY")),
      ("FREQ=WEEKLY;BYDAY=T5", .value(part: "BYDAY", value: "T5")),
      ("FREQ=MONTHLY;BYDAY=0MO", .value(part: "BYDAY", value: "0MO")),
      ("FREQ=MONTHLY;BYDAY=-0MO", .value(part: "BYDAY", value: "-0MO")),
      ("FREQ=MONTHLY;BYDAY=54MO", .value(part: "BYDAY", value: "54MO")),
      ("FREQ=MONTHLY;BYDAY=-MO", .value(part: "BYDAY", value: "-MO")),
      ("FREQ=MONTHLY;BYDAY=--1MO", .value(part: "BYDAY", value: "--1MO")),
      ("FREQ=MONTHLY;BYMONTHDAY=0", .value(part: "BYMONTHDAY", value: "0")),
      ("FREQ=MONTHLY;BYMONTHDAY=32", .value(part: "BYMONTHDAY", value: "32")),
      ("FREQ=MONTHLY;BYMONTHDAY=-32", .value(part: "BYMONTHDAY", value: "-32")),
      ("FREQ=MONTHLY;BYMONTHDAY=1,,2", .value(part: "BYMONTHDAY", value: "1,,2")),
      ("FREQ=YEARLY;BYMONTH=0", .value(part: "BYMONTH", value: "0")),
      ("FREQ=YEARLY;BYMONTH=13", .value(part: "BYMONTH", value: "13")),
      ("FREQ=YEARLY;BYMONTH=-1", .value(part: "BYMONTH", value: "-1")),
      ("FREQ=MONTHLY;BYDAY=6MO", .value(part: "BYDAY", value: "6MO")),
      ("FREQ=MONTHLY;BYDAY=1MO,-6SU", .value(part: "BYDAY", value: "1MO,-6SU")),
      ("FREQ=YEARLY;BYMONTH=4;BYDAY=53MO", .value(part: "BYDAY", value: "53MO")),
      ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", .value(part: "BYSETPOS", value: "0")),
      ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=32", .value(part: "BYSETPOS", value: "32")),
      ("FREQ=WEEKLY;WKST=1MO", .value(part: "WKST", value: "1MO")),
      ("FREQ=WEEKLY;WKST=MO,TU", .value(part: "WKST", value: "MO,TU")),
      ("FREQ=WEEKLY;UNTIL=2018-12-31", .value(part: "UNTIL", value: "2018-12-31")),
      ("FREQ=WEEKLY;UNTIL=20270230", .value(part: "UNTIL", value: "20270230")),
      ("FREQ=WEEKLY;UNTIL=100000101", .value(part: "UNTIL", value: "100000101")),
      ("FREQ=WEEKLY;UNTIL=20181231T", .value(part: "UNTIL", value: "20181231T")),
      ("FREQ=WEEKLY;UNTIL=20181231Z", .value(part: "UNTIL", value: "20181231Z")),
      ("FREQ=WEEKLY;UNTIL=20181231T240000", .value(part: "UNTIL", value: "20181231T240000")),
      ("FREQ=WEEKLY;UNTIL=20181231T236000Z", .value(part: "UNTIL", value: "20181231T236000Z")),
      ("FREQ=WEEKLY;UNTIL=20181231T235960Z", .value(part: "UNTIL", value: "20181231T235960Z")),
      ("FREQ=WEEKLY;UNTIL=20181231T2359", .value(part: "UNTIL", value: "20181231T2359")),
      ("FREQ=WEEKLY;UNTIL=20181231T235959ZZ", .value(part: "UNTIL", value: "20181231T235959ZZ")),
      ("FREQ=DAILY;COUNT=2;UNTIL=20181231", .together("COUNT", "UNTIL")),
      ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", .together("BYSETPOS", "FREQ=WEEKLY")),
      ("FREQ=DAILY;BYDAY=MO;BYSETPOS=1", .together("BYSETPOS", "FREQ=DAILY")),
      ("FREQ=MONTHLY;BYSETPOS=1", .together("BYSETPOS", "BYDAY")),
      ("FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=2", .together("BYSETPOS", "BYMONTHDAY")),
      ("FREQ=YEARLY;BYMONTHDAY=1", .together("BYMONTHDAY", "FREQ=YEARLY")),
      ("FREQ=DAILY;BYMONTHDAY=-1", .together("BYMONTHDAY=-1", "FREQ=DAILY")),
      ("FREQ=YEARLY;BYMONTH=1;BYSETPOS=1", .together("BYSETPOS", "BYDAY")),
      ("FREQ=WEEKLY;BYMONTHDAY=15", .together("BYMONTHDAY", "FREQ=WEEKLY")),
      ("FREQ=WEEKLY;BYDAY=-1SA", .together("BYDAY=-1SA", "FREQ=WEEKLY")),
      ("FREQ=DAILY;BYDAY=MO,2TU", .together("BYDAY=MO,2TU", "FREQ=DAILY")),
    ] as [(String, RecurrenceRule.Refusal)])
  func rule_isRefused(text: String, reason: RecurrenceRule.Refusal) {
    #expect(throws: reason) { try RecurrenceRule(text) }
  }
}
