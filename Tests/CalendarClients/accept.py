"""Reads exported calendars with the clients that people use, and prints what any of them finds wrong.

    accept.py FOLDER

FOLDER holds *.ics, expected.json (for each file its events that are not cancelled as [uid, start, end]; an
instant is in UTC, a day is a date, ends are not included) and rules.json (recurrence rules and their days). Silence means: accepted.
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

import icalendar
import recurring_ical_events
from dateutil import rrule

UTC = datetime.timezone.utc


def text(moment):
    """An instant in UTC, or a day, as expected.json writes them."""
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def span(expected):
    """The days from well before the first event to well after the last."""
    days = sorted(start[:10] for _, start, _ in expected)
    margin = datetime.timedelta(40)
    return datetime.date.fromisoformat(days[0]) - margin, datetime.date.fromisoformat(days[-1]) + margin


def with_icalendar(name, calendar):
    """Every component parses, and every zone that the file defines is the one that the world knows."""
    for component in calendar.walk():
        for error in component.errors:
            yield f"{name}: icalendar: {error}"
    zones = {zone["TZID"]: zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        zone = event["DTSTART"].params.get("TZID")
        if zone:
            wall = event["DTSTART"].dt.replace(tzinfo=None)
            defined = wall.replace(tzinfo=zones[zone]).utcoffset()
            known = wall.replace(tzinfo=zoneinfo.ZoneInfo(zone)).utcoffset()
            if defined != known:
                yield f"{name}: {zone} is {defined} at {wall} by its VTIMEZONE, and {known} in the world"


def with_recurring_ical_events(name, calendar, expected):
    """The occurrences are the placements, neither more nor fewer, at their times."""
    first, last = span(expected)
    found = [
        [str(event["UID"]), text(event["DTSTART"].dt), text(event["DTEND"].dt)]
        for event in recurring_ical_events.of(calendar).between(first, last)
        if event.get("STATUS") != "CANCELLED"
    ]
    for occurrence in found:
        if occurrence not in expected:
            yield f"{name}: recurring-ical-events finds {occurrence}"
    for occurrence in expected:
        if occurrence not in found:
            yield f"{name}: recurring-ical-events misses {occurrence}"
    if len(found) != len(expected):
        yield f"{name}: recurring-ical-events finds {len(found)} of {len(expected)}"


def with_khal(name, path, expected):
    """khal imports the file without a warning, and lists its events."""
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path(home, "feed").mkdir()
        config = pathlib.Path(home, "config")
        config.write_text(
            f"[calendars]\n[[feed]]\npath = {home}/feed\n"
            "[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home}/khal.db\n"
        )
        environment = {"HOME": home, "PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONWARNINGS": "ignore"}
        khal = [str(pathlib.Path(sys.executable).parent / "khal"), "-c", str(config)]

        def run(*arguments):
            return subprocess.run(
                [*khal, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8"
            )

        imported = run("import", "--batch", "-a", "feed", str(path))
        first, last = span(expected)
        listed = run("list", "--format", "{uid} {status}", "--day-format", "", str(first), f"{(last - first).days}d")
        for step in (imported, listed):
            if step.returncode != 0 or step.stderr.strip():
                yield f"{name}: khal: status {step.returncode}: {step.stderr.strip()}"
        lines = [line.split() for line in listed.stdout.splitlines() if line.strip()]
        found = {line[0] for line in lines if line[1:] != ["CANCELLED"]}
        if found != {uid for uid, _, _ in expected}:
            yield f"{name}: khal lists {len(found)} of {len(expected)} events"


def with_dateutil(rules):
    """The days of a rule are those that dateutil reckons."""
    for rule, first, last, days in rules:
        start = datetime.datetime.fromisoformat(first)
        end = datetime.datetime.fromisoformat(last)
        occurrences = rrule.rrulestr(rule, dtstart=start)
        if "COUNT" not in rule:
            occurrences = occurrences.replace(until=end)  # or it searches to the year 9999
        reckoned = [day.date().isoformat() for day in occurrences if day <= end]
        if reckoned != days:
            yield f"{rule} from {first} through {last}: {days}, but dateutil reckons {reckoned}"


def problems(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        yield from with_icalendar(path.name, calendar)
        yield from with_recurring_ical_events(path.name, calendar, expected[path.name])
        if path.name.startswith("outlet-"):  # every placement is in one of these, and khal takes its time
            yield from with_khal(path.name, path, expected[path.name])
    yield from with_dateutil(json.loads((folder / "rules.json").read_text(encoding="utf-8")))


for problem in problems(pathlib.Path(sys.argv[1])):
    print(problem)
