"""Expands calendars as clients do, and prints where that differs from what we read.

    occurrences.py FOLDER

FOLDER holds *.ics and read.json: for each file the times of 2026 as [start, end], on the clock of Vietnam; of days
as dates, ends not included. Silence means: the same.
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
        moment = moment.astimezone(VIETNAM).replace(tzinfo=None)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def problems(folder):
    for name, read in json.loads((folder / "read.json").read_text(encoding="utf-8")).items():
        calendar = icalendar.Calendar.from_ical((folder / name).read_bytes())
        first = datetime.datetime(2026, 1, 1, tzinfo=VIETNAM)
        last = datetime.datetime(2027, 1, 1, tzinfo=VIETNAM)
        found = [
            [text(event["DTSTART"].dt), text(event["DTEND"].dt)]
            for event in recurring_ical_events.of(calendar).between(first, last)
            if event.get("STATUS") != "CANCELLED"
        ]
        # What was moved onto another occurrence is two events for a client, and one opening for us.
        theirs, ours = set(map(tuple, found)), set(map(tuple, read))
        if theirs != ours:
            yield f"{name}: recurring-ical-events alone finds {sorted(theirs - ours)[:4]}"
            yield f"{name}: alone are read {sorted(ours - theirs)[:4]}"


for problem in problems(pathlib.Path(sys.argv[1])):
    print(problem)
