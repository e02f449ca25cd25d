"""Lets other people's libraries write calendars, valid ones of many kinds.

    corpus.py FOLDER

Each file is named after the library that wrote it and what is in it.
"""

import datetime
import pathlib
import sys
import zoneinfo

import icalendar
import ics
import vobject
from dateutil import tz

UTC = datetime.timezone.utc
VIETNAM, BERLIN, NEW_YORK = (
    zoneinfo.ZoneInfo(name) for name in ("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York"))
DAY, HOUR = datetime.timedelta(1), datetime.timedelta(hours=1)
TEXTS = ["Thời sự", "Kỳ 1; phần 2, “tin” \\ bài", "một\nhai\nba", "Chuyên mục " * 20, "🎙️ phát thanh", "a:b=c"]
STARTS = [
    datetime.datetime(2026, 3, 5, 20, 15, tzinfo=VIETNAM), datetime.datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN),
    datetime.datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK), datetime.datetime(2026, 7, 1, 6, 0, tzinfo=UTC),
    datetime.datetime(2026, 7, 1, 6, 0), datetime.date(2026, 2, 17),
]
RULES = [
    {"FREQ": "DAILY", "COUNT": 5}, {"FREQ": "WEEKLY", "BYDAY": ["MO", "TH"], "INTERVAL": 2, "WKST": "SU"},
    {"FREQ": "MONTHLY", "BYDAY": "-1FR"}, {"FREQ": "MONTHLY", "BYDAY": ["MO", "TU"], "BYSETPOS": [1, -1]},
    {"FREQ": "YEARLY", "BYMONTH": [2, 8], "BYMONTHDAY": [-1]}, {"FREQ": "YEARLY", "BYYEARDAY": [100, -1]},
    {"FREQ": "YEARLY", "BYWEEKNO": [1, 53], "BYDAY": "TU"}, {"FREQ": "HOURLY", "BYHOUR": [6, 18], "COUNT": 9},
]


def with_icalendar():
    for number, start in enumerate(STARTS):
        is_day = not isinstance(start, datetime.datetime)
        for other, rule in enumerate([None, *RULES]):
            if is_day and rule and "BYHOUR" in rule:
                continue
            calendar = icalendar.Calendar()
            calendar.add("prodid", "-//Đài, tỉnh//icalendar//VI")
            calendar.add("version", "2.0")
            calendar.add("x-wr-calname", "Lịch phát sóng")
            event = icalendar.Event()
            event.add("uid", f"{number}-{other}@example.vn")
            event.add("dtstamp", datetime.datetime(2026, 1, 1, tzinfo=UTC))
            event.add("dtstart", start)
            event.add("summary", TEXTS[other % len(TEXTS)], parameters={"language": "vi"})
            event.add("description", "\n".join(TEXTS))
            event.add("categories", ["truyền hình", "a, b"])
            event.add("categories", ["phát thanh"])
            event.add("geo", (21.0285, 105.8542))
            event.add("priority", other % 10)
            event.add("url", "https://example.vn/a?b=c;d&e=f,g")
            event.add("status", "tentative")
            organizer = icalendar.vCalAddress("MAILTO:dai@example.vn")
            organizer.params["cn"] = icalendar.vText("Đài: phát thanh, truyền hình")
            organizer.params["sent-by"] = "mailto:phong@example.vn"
            event["organizer"] = organizer
            for name in ("a", "b"):
                guest = icalendar.vCalAddress(f"mailto:{name}@example.vn")
                guest.params["rsvp"] = "TRUE"
                guest.params["member"] = ["mailto:nhom@example.vn", "mailto:to@example.vn"]
                event.add("attendee", guest, encode=0)
            event.add("attach", "CID:tep@example.vn")
            event.add("attach", icalendar.vBinary("Tệp"))
            if other % 2:
                event.add("dtend", start + (2 * DAY if is_day else HOUR))
            else:
                event.add("duration", 2 * DAY if is_day else datetime.timedelta(1, 90))
            if rule:
                until = {} if "COUNT" in rule or other % 3 else {
                    "UNTIL": datetime.date(2027, 1, 1) if is_day
                    else datetime.datetime(2027, 1, 1) if start.tzinfo is None
                    else datetime.datetime(2027, 1, 1, tzinfo=UTC)}
                event.add("rrule", {**rule, **until})
                event.add("exdate", [start + 7 * DAY, start + 14 * DAY])
                if not is_day and start.tzinfo:
                    event.add("exdate", (start + 21 * DAY).astimezone(UTC))
                event.add("rdate", [start + 3 * DAY])
                changed = icalendar.Event()
                changed.add("uid", event["uid"])
                changed.add("dtstamp", datetime.datetime(2026, 1, 2, tzinfo=UTC))
                changed.add("sequence", 2)
                changed.add("recurrence-id", start + 28 * DAY)
                # The changed occurrence may be of another kind.
                changed.add("dtstart", datetime.date(2026, 4, 1) if other % 2 else STARTS[0])
                calendar.add_component(changed)
            alarm = icalendar.Alarm()
            alarm.add("action", "display")
            alarm.add("description", "Nhắc")
            if other % 2:
                alarm.add("trigger", datetime.timedelta(minutes=-15))
            else:
                alarm.add("trigger", STARTS[3], parameters={"VALUE": "DATE-TIME"})
            alarm.add("repeat", 2)
            alarm.add("duration", datetime.timedelta(minutes=5))
            event.add_component(alarm)
            calendar.add_component(event)
            calendar.add_missing_timezones()
            yield f"icalendar-{number}-{other}", calendar.to_ical()


def tasks_with_icalendar():
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//x//icalendar//VI")
    calendar.add("version", "2.0")
    # Without DTSTART an event is whole where the calendar has a METHOD.
    calendar.add("method", "REQUEST")
    bare = icalendar.Event()
    bare.add("uid", "bare")
    bare.add("dtstamp", STARTS[3])
    calendar.add_component(bare)
    task = icalendar.Todo()
    task.add("uid", "task")
    task.add("dtstamp", STARTS[3])
    task.add("due", STARTS[3])
    task.add("completed", STARTS[3])
    task.add("percent-complete", 100)
    task.add("status", "COMPLETED")
    calendar.add_component(task)
    journal = icalendar.Journal()
    journal.add("uid", "journal")
    journal.add("dtstamp", STARTS[3])
    journal.add("dtstart", STARTS[5])
    for text in TEXTS:
        journal.add("description", text)
    journal.add("status", "final")
    calendar.add_component(journal)
    busy = icalendar.FreeBusy()
    busy.add("uid", "busy")
    busy.add("dtstamp", STARTS[3])
    busy.add("freebusy", [(STARTS[3], STARTS[3] + HOUR), (STARTS[3] + 2 * HOUR, HOUR)])
    calendar.add_component(busy)
    yield "icalendar-tasks", calendar.to_ical()
    # Several calendars may stand in one file (RFC 5545 §3.4), each with UIDs and zones of its own.
    yield "icalendar-several", calendar.to_ical() + calendar.to_ical()


def with_vobject():
    berlin, vietnam = tz.gettz("Europe/Berlin"), tz.gettz("Asia/Ho_Chi_Minh")
    for number, text in enumerate(TEXTS):
        calendar = vobject.iCalendar()
        event = calendar.add("vevent")
        event.add("uid").value = f"{number}@example.vn"
        event.add("dtstamp").value = datetime.datetime(2026, 1, 1, tzinfo=vobject.icalendar.utc)
        event.add("summary").value = text
        event.add("description").value = "\n".join(TEXTS)
        event.add("categories").value = ["a", "b"]
        event.add("x-dai").value = "x"
        if number % 3 == 2:
            event.add("dtstart").value = datetime.date(2026, 2, 17)
            event.add("dtend").value = datetime.date(2026, 2, 20)
        else:
            zone = [vietnam, berlin][number % 2]
            event.add("dtstart").value = datetime.datetime(2026, 3, 5, 20, 15, tzinfo=zone)
            event.add("duration").value = datetime.timedelta(minutes=15)
            event.add("exdate").value = [datetime.datetime(2026, 3, 12, 20, 15, tzinfo=zone)]
        event.add("rrule").value = "FREQ=WEEKLY;COUNT=5"
        alarm = event.add("valarm")
        alarm.add("action").value = "AUDIO"
        alarm.add("trigger").value = datetime.timedelta(minutes=-10)
        yield f"vobject-{number}", calendar.serialize().encode()


def with_ics():
    for number, text in enumerate(TEXTS):
        calendar = ics.Calendar()
        event = ics.Event(
            name=text, begin="2026-03-05 20:15:00+07:00", duration={"minutes": 15}, uid=f"{number}@example.vn",
            description="\n".join(TEXTS), location=text, url="https://example.vn/", transparent=bool(number % 2),
            categories={"a", "b"}, created=datetime.datetime(2026, 1, 1, tzinfo=UTC), status="CONFIRMED",
            organizer=ics.Organizer("dai@example.vn", common_name="Đài"))
        event.add_attendee(ics.Attendee("a@example.vn", rsvp="TRUE"))
        event.alarms.append(ics.DisplayAlarm(trigger=datetime.timedelta(minutes=-5), display_text=text))
        if number % 3 == 0:
            event.make_all_day()
        calendar.events.add(event)
        calendar.todos.add(ics.Todo(
            name=text, uid=f"todo-{number}@example.vn", begin="2026-03-01 00:00:00+00:00",
            due="2026-03-04 00:00:00+00:00", priority=number, percent=number * 10,
            dtstamp="2026-01-01 00:00:00+00:00"))
        yield f"ics-{number}", calendar.serialize().encode()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    for write in (with_icalendar, tasks_with_icalendar, with_vobject, with_ics):
        for name, octets in write():
            (folder / f"{name}.ics").write_bytes(octets)
