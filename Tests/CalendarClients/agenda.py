"""Lists what a calendar without tasks, as Google Calendar is one, shows of a feed: by recurring-ical-events, then by khal.

    agenda.py FILE FIRST-DAY LAST-DAY

One line for each whole day and each hour: the start and the title, in order. Between the two lists is a line of dashes.
"""

import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar
import recurring_ical_events


def without_tasks(path):
    calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
    calendar.subcomponents = [part for part in calendar.subcomponents if part.name != "VTODO"]
    return calendar


def by_recurring_ical_events(calendar, first, last):
    for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(1)):
        start = event["DTSTART"].dt
        moment = start.strftime("%Y-%m-%d %H:%M") if isinstance(start, datetime.datetime) else start.isoformat()
        yield f"{moment} {event['SUMMARY']}"


def by_khal(calendar, first, last):
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path(home, "feed").mkdir()
        pathlib.Path(home, "feed.ics").write_bytes(calendar.to_ical())
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
        days = f"{(last - first).days + 1}d"
        for step in (
            ["import", "--batch", "-a", "feed", f"{home}/feed.ics"],
            ["list", "--once", "--format", "{start} {title}", "--day-format", "", str(first), days],
        ):
            done = subprocess.run([*khal, *step], env=environment, capture_output=True, text=True, check=True)
        yield from (line.strip() for line in done.stdout.splitlines() if line.strip())


if __name__ == "__main__":
    feed = without_tasks(sys.argv[1])
    span = [datetime.date.fromisoformat(day) for day in sys.argv[2:4]]
    print("\n".join(sorted(by_recurring_ical_events(feed, *span))))
    print("---")
    print("\n".join(sorted(by_khal(feed, *span))))
