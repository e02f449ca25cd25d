#!/usr/bin/env bash
# Fuzzes the reader of other people's calendars with libFuzzer.
#
#     fuzz.sh FOLDER [SECONDS]
#
# FOLDER takes the build and the corpus, which grows from run to run; what breaks the reader lies there too, as
# crash-*, timeout-* or oom-*. Builds the modules anew only when they changed.
set -euo pipefail
folder=$1
seconds=${2:-60}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
mkdir -p "$folder/corpus"
flags=(-O -whole-module-optimization -sanitize=fuzzer -parse-as-library -swift-version 6 -I "$folder"
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
  -Xcc "-fmodule-map-file=$root/Sources/CLibical/module.modulemap"
  -Xcc "-fmodule-map-file=$root/Sources/CCrypto/module.modulemap" -module-cache-path "$folder/cache")

# module NAME: Sources/NAME/**/*.swift to NAME.o and NAME.swiftmodule
module() {
  mapfile -t files < <(find "$root/Sources/$1" -name '*.swift' | sort)
  if [[ -f "$folder/$1.o" && -z "$(find "$root/Sources/$1" -newer "$folder/$1.o" -print -quit)" ]]; then return; fi
  echo "Compiling $1" >&2
  swiftc "${flags[@]}" -module-name "$1" -emit-module -emit-module-path "$folder/$1.swiftmodule" \
    -emit-object -o "$folder/$1.o" "${files[@]}"
}
modules=(ScheduleModel ContentLines Digests Calendars)
objects=()
for name in "${modules[@]}"; do
  module "$name"
  objects+=("$folder/$name.o")
done
swiftc "${flags[@]}" -o "$folder/fuzz" "$here/CalendarFuzz.swift" "${objects[@]}" -lical -lcrypto

# The seeds: one small calendar for each thing that the reader understands.
seed() { printf 'BEGIN:VCALENDAR\r\n%b\r\nEND:VCALENDAR\r\n' "$2" > "$folder/corpus/seed-$1.ics"; }
event() { seed "$1" "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Tin\r\n$2\r\nEND:VEVENT"; }
event day 'DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260307'
event timed 'DTSTART:20260305T131500Z\r\nDURATION:PT15M\r\nTRANSP:TRANSPARENT\r\nSTATUS:CANCELLED'
event weekly 'DTSTART;TZID=Asia/Ho_Chi_Minh:20260305T201500\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=5'
event monthly 'DTSTART;TZID=SE Asia Standard Time:20260131T201500\r\nRRULE:FREQ=MONTHLY;BYDAY=-1SA;UNTIL=20260901T000000Z'
event dates 'DTSTART:20260305T201500\r\nRDATE;VALUE=PERIOD:20260306T131500Z/PT1H\r\nEXDATE;VALUE=DATE:20260305'
event change 'DTSTART:20260305T201500Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260306T201500Z\r\nDTSTART:20260307T201500Z\r\nSEQUENCE:2'
seed busy 'BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20260305T010000Z/PT1H,20260306T010000Z/20260306T030000Z\r\nEND:VFREEBUSY'
event swap 'DTSTART;VALUE=DATE:20260305\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;VALUE=DATE:20260305\r\nDTSTART:20260306T131500Z\r\nTRANSP:TRANSPARENT'
seed summer 'BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=x:20260305T201500\r\nDURATION:P1DT1H\r\nEND:VEVENT\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010401T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE'
seed zone 'X-WR-TIMEZONE:Asia/Tokyo\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0630\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=x:20260305T201500\r\nEND:VEVENT'

cd "$folder"
exec ./fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=512 -max_len=4096 -print_final_stats=1 \
  -dict="$here/calendar.dict" -artifact_prefix="$PWD/" corpus
