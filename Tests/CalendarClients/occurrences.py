"""Expands calendars as clients do, and prints where that differs from what we read.

    occurrences.py FOLDER

FOLDER holds *.ics and read.json: for each file the times of 2026 as [start, end], on the clock of Vietnam; of days
as dates, ends not included. Silence means: the same.

recurring-ical-events adds a length by the wall clock, where RFC 5545 §3.8.5.3 counts the time that passes. So of an
occurrence during which its clock is changed the start alone is compared.
"""

import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar
import recurring_ical_events

VIETNAM = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")


def text(moment):
    """A time on the clock of Vietnam, or a day."""
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.timezone.utc).astimezone(VIETNAM).replace(tzinfo=None)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def is_changed(start, end):
    """Whether the clock is put forward or back between two times."""
    if not isinstance(start, datetime.datetime) or start.tzinfo is None:
        return False
    hours = int((end - start).total_seconds() // 3600) + 2
    moments = [start + datetime.timedelta(hours=hour) for hour in range(-1, hours + 1)]
    return len({moment.utcoffset() for moment in moments}) > 1


def problems(folder):
    for name, read in json.loads((folder / "read.json").read_text(encoding="utf-8")).items():
        calendar = icalendar.Calendar.from_ical((folder / name).read_bytes())
        first = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)
        last = datetime.datetime(2027, 1, 1, tzinfo=VIETNAM)
        events = [
            (event["DTSTART"].dt, event["DTEND"].dt)
            for event in recurring_ical_events.of(calendar).between(first, last)
            if event.get("STATUS") != "CANCELLED"
        ]
        # What was moved onto another occurrence is two events for a client, and one opening for us.
        ours = set(map(tuple, read))
        theirs = {(text(start), text(end)) for start, end in events if not is_changed(start, end)}
        open_ends = {text(start) for start, end in events if is_changed(start, end)}
        for start in open_ends - {start for start, _ in ours}:
            yield f"{name}: recurring-ical-events alone finds {start}"
        ours = {(start, end) for start, end in ours if start not in open_ends}
        theirs = {(start, end) for start, end in theirs if start not in open_ends}
        if theirs != ours:
            yield f"{name}: recurring-ical-events alone finds {sorted(theirs - ours)[:4]}"
            yield f"{name}: alone are read {sorted(ours - theirs)[:4]}"


if __name__ == "__main__":
    for problem in problems(pathlib.Path(sys.argv[1])):
        print(problem)
