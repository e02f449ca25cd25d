"""What another client sees in a collection of a CalDAV server, and does to it.

    collection.py port                        a port of loopback that nobody uses
    collection.py make URL                    makes a calendar
    collection.py read URL                    its occurrences as JSON: [[uid, start, end, sequence, title]…], instants in UTC,
                                              without cancelled ones; then the UIDs of those, and those of tasks
    collection.py retitle URL NAME            writes another SUMMARY into a resource
    collection.py delete URL NAME             deletes a resource
    collection.py put URL NAME UID            puts an event of its own there
    collection.py serve PORT                  a server that refuses: `/list/STATUS/` lists nothing but answers so,
                                              `/list/broken/` lists half, `/put/STATUS/` is an empty calendar for
                                              events that answers so to whatever is put there

The user is `anna` with the password `Bí-mật-7391`.
"""

import base64
import datetime
import http.server
import itertools
import json
import socket
import sys
import threading
import urllib.request

import icalendar
import recurring_ical_events


def ask(method, url, body=None, **headers):
    user = base64.b64encode("anna:Bí-mật-7391".encode()).decode()
    request = urllib.request.Request(
        url, method=method, data=body, headers={"Authorization": f"Basic {user}", **headers})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def text(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def read(url):
    calendar = icalendar.Calendar.from_ical(ask("GET", url))
    events = [
        [str(event["UID"]), text(event["DTSTART"].dt), text(event["DTEND"].dt), int(event["SEQUENCE"]),
         str(event["SUMMARY"])]
        for event in recurring_ical_events.of(calendar).between((2000,), (2100,))
        if event.get("STATUS") != "CANCELLED"
    ]
    cancelled = [str(event["UID"]) for event in calendar.walk("VEVENT") if event.get("STATUS") == "CANCELLED"]
    tasks = [str(task["UID"]) for task in calendar.walk("VTODO") if task.get("STATUS") != "CANCELLED"]
    print(json.dumps({"events": sorted(events), "cancelled": sorted(cancelled), "tasks": sorted(tasks)}))


class Refusing(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body=""):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.send_response(status)
        if status // 100 == 3:
            self.send_header("Location", "/elsewhere/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_PROPFIND(self):
        _, what, status, *_ = self.path.split("/")
        listing = (
            f'<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>{self.path}</href>'
            "<propstat><prop><resourcetype><collection/><C:calendar/></resourcetype>"
            '<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set></prop>'
            "<status>HTTP/1.1 200 OK</status></propstat></response></multistatus>"
        )
        if what == "put":
            self.answer(207, listing)
        elif status == "broken":
            self.answer(207, listing[:300])
        else:
            self.answer(int(status))

    at_once = threading.Barrier(4)
    puts = itertools.count(1)

    def do_PUT(self):
        how = self.path.split("/")[2]
        if how == "together":
            # Nobody gets an answer until four have asked.
            try:
                self.at_once.wait(timeout=10)
                self.answer(201)
            except threading.BrokenBarrierError:
                self.answer(503)
        elif how == "second-full":
            self.answer(507 if next(self.puts) == 2 else 201)
        else:
            self.answer(int(how))


command, *rest = sys.argv[1:]
calendar_type = {"Content-Type": "text/calendar; charset=utf-8"}
if command == "port":
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        print(listener.getsockname()[1])
elif command == "make":
    ask("MKCALENDAR", rest[0])
elif command == "read":
    read(rest[0])
elif command == "retitle":
    calendar = icalendar.Calendar.from_ical(ask("GET", rest[0] + rest[1]))
    calendar.walk("VEVENT")[0]["SUMMARY"] = "Sửa tay"
    ask("PUT", rest[0] + rest[1], calendar.to_ical(), **calendar_type)
elif command == "delete":
    ask("DELETE", rest[0] + rest[1])
elif command == "put":
    event = f"BEGIN:VEVENT\r\nUID:{rest[2]}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\n" \
        "DTEND:20260101T010000Z\r\nSEQUENCE:0\r\nSUMMARY:Họp\r\nEND:VEVENT\r\n"
    body = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n{event}END:VCALENDAR\r\n"
    ask("PUT", rest[0] + rest[1], body.encode(), **calendar_type)
elif command == "serve":
    http.server.ThreadingHTTPServer(("127.0.0.1", int(rest[0])), Refusing).serve_forever()
