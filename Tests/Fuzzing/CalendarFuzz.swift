import Calendars
import ScheduleModel

/// What libFuzzer calls with one input after another: reads it whole and in blocks, and makes grid lines and days
/// off of it. A trap, a hang, too much memory or two different readings are what it looks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ octets: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: octets, count: count))
  let terms = CalendarReading.Terms(file: "lich.ics", days: CivilDay.year(2026), zone: "Asia/Ho_Chi_Minh")
  let reading = CalendarReader.read(input, terms)
  var reader = CalendarReader(terms)
  for start in stride(from: 0, to: input.count, by: 61) {
    input[start..<min(start + 61, input.count)].withUnsafeBytes { reader.take($0) }
  }
  precondition(reader.end() == reading, "in blocks it reads otherwise")
  let grid = GridAdoption(reading, terms, outlet: nil, plan: nil)
  let off = BlackoutAdoption(reading, terms, outlet: nil, outletID: nil, plan: nil)
  precondition(grid.lines.count + off.blackouts.count >= 0)
  return 0
}
