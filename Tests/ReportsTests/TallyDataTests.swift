import Reports
import ScheduleModel
import Testing

@Test("Every figure of the report as a file for Excel, empty where nobody knows")
func tally_csv() {
  let expected = """
    table,key,title,level,language,unit,planned,planned_qualifier,planned_unit,scheduled,aired,late,moved,unplanned,missed,preempted,pending,sent,aired_in_year,placements,percent,published,published_qualifier,published_unit,year_before,forecast_scheduled,forecast_paced,from,to,amount,carried,floor,ceiling
    line,chuyen-muc,Cải cách hành chính Nhà nước,province,,kỳ,4,exact,kỳ,4,2,1,0,0,1,0,1,,2,2,50.00,,,,,,,,,,,,
    line,bai-bao,Bài trên Báo tỉnh,province,,"tin, bài, ảnh",,,,3,2,0,0,1,2,0,0,,2,2,,3,exact,"tin, bài, ảnh",,,,,,,,,
    line,phong-su,Phóng sự trong chuyên mục,province,,phóng sự,2,exact,phóng sự,0,,,,,,,,,,,,,,,,,,,,,,,
    line,hoi-thi,Hội thi dân vận khéo,province,,hội thi,1,exact,hội thi,0,,,,,,,,,,,,,,,,,,,,,,,
    line,khau-hieu,Khẩu hiệu,district,,khẩu hiệu,2,at-least,khẩu hiệu,2,1,0,0,0,1,0,0,,1,2,50.00,,,,,,,,,,,,
    line,trang-huyen,Trang tin và đài huyện,district,,"tin, bài, ảnh",,,,0,,,,,,,,,,,,600,more-than,"tin, bài, ảnh",,,,,,,,,
    version,chuyen-muc,Cải cách hành chính Nhà nước,,hmn,,,,,2,1,0,1,0,0,1,0,0,,,,,,,,,,,,,,,
    version,chuyen-muc,Cải cách hành chính Nhà nước,,tai,,,,,1,0,0,0,0,1,0,0,0,,,,,,,,,,,,,,,
    total,tong,Tổng cấp tỉnh,,,,,,,7,3,1,0,1,3,0,1,,,,,603,more-than,"tin, bài, ảnh",,,,,,,,,
    month,2018-04,tháng 4 năm 2018,,,,,,,4,4,1,0,0,0,0,0,,,,,,,,,,,,,,,,
    month,2018-05,tháng 5 năm 2018,,,,,,,3,1,0,0,1,3,0,0,,,,,,,,,,,,,,,,
    level,province,Cấp tỉnh,,,,,,,7,3,1,0,1,3,0,1,,,,,3,exact,"tin, bài, ảnh",,,,,,,,,
    outlet,trang-tin,Trang tin các sở,,,,,,,0,,,,,,,,,,,,600,more-than,"tin, bài, ảnh",,,,,,,,,
    level,commune,Cấp xã,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
    language,hmn,Mông,,,,,,,2,1,0,1,0,0,1,0,,,,,,,,,,,,,,,,

    """
  #expect(TallyReport.csv(SampleTally.input, language: .vietnamese) == csvFile(expected))
}

@Test("JSON of the report: period half-open, plain numbers, texts with qualifier and unit, rows")
func tally_json() {
  let json = TallyReport.json(SampleTally.input, language: .vietnamese)
  #expect(
    keys(of: json) == [
      "against", "asOf", "completion", "coverage", "findings", "forecasts", "groups", "lines", "logs",
      "monthNames",
      "period",
      "plan",
      "rowsLeftOut", "rules", "totals", "uncounted", "units", "versions", "yearBefore",
    ])
  let lines = """
    {"aired":2,"airedInYear":2,"form":"chuyên mục","late":1,"level":"province","line":"chuyen-muc","missed":1,"months":[{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":2,"scheduled":2},{"aired":0,"scheduled":1},{"aired":0,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":1}],"moved":0,"pending":1,"percent":50,"placements":2,"planned":4,"plannedQualifier":"exact","plannedText":"4 kỳ","preempted":0,"published":null,"rows":["nhat-ky.csv:2","nhat-ky.csv:3"],"scheduled":4,"title":"Cải cách hành chính Nhà nước","unit":"kỳ","unplanned":0}
    {"aired":2,"airedInYear":2,"form":"tin, bài, ảnh","late":0,"level":"province","line":"bai-bao","missed":2,"months":[{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":1,"scheduled":1},{"aired":1,"scheduled":1},{"aired":0,"scheduled":1},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0}],"moved":0,"pending":0,"percent":null,"placements":2,"planned":null,"plannedQualifier":null,"plannedText":null,"preempted":0,"published":{"qualifier":"exact","text":"3 tin, bài, ảnh","unit":"tin, bài, ảnh","value":3},"rows":["nhat-ky.csv:6","nhat-ky.csv:9"],"scheduled":3,"title":"Bài trên Báo tỉnh","unit":"tin, bài, ảnh","unplanned":1}
    {"aired":1,"airedInYear":1,"form":"khẩu hiệu","late":0,"level":"district","line":"khau-hieu","missed":1,"months":[{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":0,"scheduled":0},{"aired":1,"scheduled":1},{"aired":0,"scheduled":1},{"aired":0,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0}],"moved":0,"pending":0,"percent":50,"placements":2,"planned":2,"plannedQualifier":"at-least","plannedText":"ít nhất 2 khẩu hiệu","preempted":0,"published":null,"rows":["nhat-ky.csv:7"],"scheduled":2,"title":"Khẩu hiệu","unit":"khẩu hiệu","unplanned":0}
    {"aired":null,"airedInYear":null,"form":"phóng sự","late":null,"level":"province","line":"phong-su","missed":null,"months":[{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0}],"moved":null,"pending":null,"percent":null,"placements":null,"planned":2,"plannedQualifier":"exact","plannedText":"2 phóng sự","preempted":null,"published":null,"rows":[],"scheduled":0,"title":"Phóng sự trong chuyên mục","unit":"phóng sự","unplanned":null}
    {"aired":null,"airedInYear":null,"form":"tin, bài, ảnh","late":null,"level":"district","line":"trang-huyen","missed":null,"months":[{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0}],"moved":null,"pending":null,"percent":null,"placements":null,"planned":null,"plannedQualifier":null,"plannedText":null,"preempted":null,"published":{"qualifier":"more-than","text":"hơn 600 tin, bài, ảnh","unit":"tin, bài, ảnh","value":600},"rows":[],"scheduled":0,"title":"Trang tin và đài huyện","unit":"tin, bài, ảnh","unplanned":null}
    {"aired":null,"airedInYear":null,"form":"hội thi","late":null,"level":"province","line":"hoi-thi","missed":null,"months":[{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0},{"aired":null,"scheduled":0}],"moved":null,"pending":null,"percent":null,"placements":null,"planned":1,"plannedQualifier":"exact","plannedText":"1 hội thi","preempted":null,"published":null,"rows":[],"scheduled":0,"title":"Hội thi dân vận khéo","unit":"hội thi","unplanned":null}
    """
  let versions = """
    {"aired":1,"language":"hmn","late":0,"line":"chuyen-muc","missed":0,"moved":1,"name":"Mông","pending":0,"preempted":1,"rows":["nhat-ky.csv:4"],"scheduled":2,"sent":0,"unplanned":0}
    {"aired":0,"language":"tai","late":0,"line":"chuyen-muc","missed":1,"moved":0,"name":"Thái","pending":0,"preempted":0,"rows":[],"scheduled":1,"sent":0,"unplanned":0}
    """
  let totals = """
    {"aired":3,"counted":["chuyen-muc","bai-bao","trang-huyen"],"id":"tong","inside":["phong-su"],"late":1,"missed":3,"moved":0,"pending":1,"planned":null,"plannedText":null,"preempted":0,"published":{"qualifier":"more-than","text":"hơn 603 tin, bài, ảnh","unit":"tin, bài, ảnh","value":603},"scheduled":7,"title":"Tổng cấp tỉnh","unplanned":1}
    """
  let groups = """
    {"aired":4,"dimension":"month","key":"2018-04","late":1,"missed":0,"moved":0,"pending":0,"preempted":0,"published":null,"scheduled":4,"title":"tháng 4 năm 2018","unit":null,"unplanned":0}
    {"aired":1,"dimension":"month","key":"2018-05","late":0,"missed":3,"moved":0,"pending":0,"preempted":0,"published":null,"scheduled":3,"title":"tháng 5 năm 2018","unit":null,"unplanned":1}
    {"aired":3,"dimension":"level","key":"province","late":1,"missed":3,"moved":0,"pending":1,"preempted":0,"published":{"qualifier":"exact","text":"3 tin, bài, ảnh","unit":"tin, bài, ảnh","value":3},"scheduled":7,"title":"Cấp tỉnh","unit":null,"unplanned":1}
    {"aired":null,"dimension":"outlet","key":"trang-tin","late":null,"missed":null,"moved":null,"pending":null,"preempted":null,"published":{"qualifier":"more-than","text":"hơn 600 tin, bài, ảnh","unit":"tin, bài, ảnh","value":600},"scheduled":0,"title":"Trang tin các sở","unit":null,"unplanned":null}
    {"aired":null,"dimension":"level","key":"commune","late":null,"missed":null,"moved":null,"pending":null,"preempted":null,"published":null,"scheduled":null,"title":"Cấp xã","unit":null,"unplanned":null}
    {"aired":1,"dimension":"language","key":"hmn","late":0,"missed":0,"moved":1,"pending":0,"preempted":1,"published":null,"scheduled":2,"title":"Mông","unit":null,"unplanned":0}
    """
  #expect(elements("lines", of: json).joined(separator: "\n") == lines)
  #expect(elements("versions", of: json).joined(separator: "\n") == versions)
  #expect(elements("totals", of: json).joined(separator: "\n") == totals)
  #expect(elements("groups", of: json).joined(separator: "\n") == groups)
  #expect(
    section("period", of: json)
      == #"{"due":null,"from":"2018-01-01","name":"2018","profile":"CALENDAR_YEAR","to":"2019-01-01","year":2018,"yearStart":"2018-01-01"}"#
  )
  #expect(
    section("coverage", of: json)
      == #"{"forms":["chuyên mục","tin, bài, ảnh"],"topics":[{"cells":[{"form":"chuyên mục","lines":["chuyen-muc"]},{"form":"tin, bài, ảnh","lines":["bai-bao"]}],"covered":true,"quarters":[0,6,0,1],"title":"Thủ tục hành chính","topic":"tthc"},{"cells":[{"form":"chuyên mục","lines":[]},{"form":"tin, bài, ảnh","lines":[]}],"covered":false,"quarters":null,"title":"Kỷ luật công vụ","topic":"cong-vu"}]}"#
  )
  #expect(
    section("uncounted", of: json)
      == #"[{"day":"2018-05-21","file":"nhat-ky.csv","language":"vi","outlet":"vtv5","row":10,"status":"sent","time":"06:00","title":"Gửi phát"}]"#
  )
  #expect(section("rowsLeftOut", of: json) == "2")
}

@Test("Without a log all that only a log can tell is null")
func tally_jsonWithoutLog() {
  let json = TallyReport.json(SampleTally.withoutLog, language: .english)
  let versions = """
    {"aired":null,"language":"hmn","late":null,"line":"chuyen-muc","missed":null,"moved":null,"name":"Hmong","pending":null,"preempted":null,"rows":[],"scheduled":2,"sent":null,"unplanned":null}
    {"aired":null,"language":"tai","late":null,"line":"chuyen-muc","missed":null,"moved":null,"name":"Tai","pending":null,"preempted":null,"rows":[],"scheduled":1,"sent":null,"unplanned":null}
    """
  #expect(elements("versions", of: json).joined(separator: "\n") == versions)
  #expect(section("asOf", of: json) + section("coverage", of: json) == "nullnull")
  let known = elements("lines", of: json).filter { !$0.hasPrefix(#"{"aired":null,"airedInYear":null,"#) }
  #expect(known == [])
}

@Test("The same input gives the same bytes in every format")
func tally_isDeterministic() {
  for language in ReaderLanguage.allCases {
    func formats() -> [String] {
      [{ TallyReport.text($0, language: $1) }, TallyReport.csv, TallyReport.json, TallyReport.html].map {
        $0(SampleTally.input, language)
      }
    }
    #expect(formats() == formats())
  }
}
