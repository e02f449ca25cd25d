#!/usr/bin/env python3
"""Works a station's year out again from the files of its folder alone, with nothing of the program.

recount.py FOLDER [FROM TO]

Reads book/*: checks each entry's digest and chain, folds the publications, and reads the log rows that are in force. Prints as
JSON: for each line the works that aired from FROM up to TO (half-open days), for each UID its SEQUENCE and whether it is
planned, and what of calendars/year.ics does not agree with that fold.
"""
import csv
import glob
import hashlib
import io
import json
import os
import re
import sys


def entries(folder):
    found = {}
    for path in glob.glob(f"{folder}/book/*"):
        data = open(path, "rb").read()
        head, body = data.split(b"\n\n", 1)
        keys = [line[2:].split(": ", 1) for line in head.decode().split("\n")]
        first = dict(reversed(keys))
        identity = hashlib.sha256(head + b"\n\n").hexdigest()
        assert hashlib.sha256(body).hexdigest() == first["sha256"] and len(body) == int(first["size"]), path
        assert identity[:12] in os.path.basename(path), path
        found[identity] = (first, [value for key, value in keys if key == "after"], body)
    order, done = [], set()
    while len(done) < len(found):
        ready = [i for i in found if i not in done and all(a in done for a in found[i][1])]
        assert ready, "a predecessor is missing"
        order.append(min(ready, key=lambda i: (found[i][0]["time"], i)))
        done.add(order[-1])
    return [(i, *found[i]) for i in order]


def table(body):
    return list(csv.DictReader(io.StringIO(body.decode())))


def fold(book):
    rows = {}
    for identity, head, after, body in book:
        if head["kind"] != "publication":
            continue
        stamp = head["time"].replace("-", "").replace(":", "")
        for row in table(body):
            before = rows.get(row["uid"], {})
            dated = before["dated"] if before.get("start", "")[:10] == row["start"][:10] else stamp
            rows[row["uid"]] = {**before, **row, "stamp": stamp, "dated": dated}
    return rows


def stamp(rows, row):
    """When what the event of a placement says was changed last: that of a version tells its translation and the day of its original, too."""
    task = rows.get("todo-" + row["uid"])
    if not task or task["kind"] != "translation" or task["status"] == "cancelled":
        return row["stamp"]
    original = rows.get(row["uid"].replace(f".{row['language']}@", ".vi@"))
    return max(row["stamp"], task["stamp"], original["dated"] if original else "")


def aired(book, first, last):
    """Works of each line, by edition, whose first Vietnamese row that says so lies within the days; a row names its line, or has its title."""
    rows, gone, titles = {}, set(), {}
    for identity, head, after, body in book:
        if head["kind"] == "plan":
            titles |= {title.strip().strip('"').strip("'"): line for line, title in re.findall(r"- id: (\S+)\s+title: (.+)", body.decode())}
    for identity, head, after, body in book:
        if head["kind"] != "log":
            continue
        for number, row in enumerate(table(body)):
            rows[f"{identity[:12]}:{body_line(head, after) + 1 + number}"] = row
            if row["replaces"]:
                gone.add(row["replaces"])
    works = {}
    for name, row in rows.items():
        line = row["line"] or titles.get(row["title"])
        if name in gone or row["status"] != "aired" or row["language"] != "vi" or not line:
            continue
        key = (line, row["edition"] or name)
        works[key] = min(works.get(key, row["date"]), row["date"])
    counts = {}
    for (line, edition), day in works.items():
        if first <= day < last:
            counts[line] = counts.get(line, 0) + 1
    return counts


def body_line(head, after):
    """The line of an entry on which its table begins, from 1: lines of the head, an empty one."""
    return len([key for key in head if key != "after"]) + len(after) + 2


def events(path):
    text = open(path, encoding="utf-8", newline="").read().replace("\r\n ", "")
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S):
        yield dict(line.split(":", 1) for line in block.split("\r\n") if ":" in line and not line.startswith("BEGIN"))


def main():
    folder = sys.argv[1]
    first, last = (sys.argv[2], sys.argv[3]) if len(sys.argv) > 3 else ("0000", "9999")
    book = entries(folder)
    rows = fold(book)
    placements = {uid: row for uid, row in rows.items() if row["kind"] == "placement"}
    faults, seen = [], {}
    for event in events(f"{folder}/calendars/year.ics"):
        uid, row = event["UID"], placements[event["UID"]]
        seen[uid] = event
        if event.get("SEQUENCE") != row["sequence"]:
            faults.append(f"{uid}: SEQUENCE {event.get('SEQUENCE')}, not {row['sequence']}")
        if event["DTSTAMP"] != stamp(rows, row):
            faults.append(f"{uid}: DTSTAMP {event['DTSTAMP']}, not {stamp(rows, row)}")
        if event["STATUS"].lower() != row["status"]:
            faults.append(f"{uid}: STATUS {event['STATUS']}, not {row['status']}")
        start = next(value for key, value in event.items() if key.startswith("DTSTART"))
        if start.replace("T", "")[: len(start)] not in re.sub(r"[-:T]", "", row["start"]) + "00":
            faults.append(f"{uid}: DTSTART {start}, not {row['start']}")
    for uid, row in placements.items():
        if uid not in seen and row["status"] != "cancelled":
            faults.append(f"{uid} is planned and not in the calendar")
    print(
        json.dumps(
            {
                "entries": [head["kind"] for _, head, _, _ in book],
                "aired": aired(book, first, last),
                "sequences": {uid: int(row["sequence"]) for uid, row in placements.items()},
                "planned": sorted(uid for uid, row in placements.items() if row["status"] != "cancelled" or row["outcome"]),
                "faults": faults,
            },
            sort_keys=True,
        )
    )


if __name__ == "__main__":
    main()
