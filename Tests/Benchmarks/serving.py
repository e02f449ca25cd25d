"""Measures the station's server: feeds beside a bare handler and nginx, pages of a province's year, and what a publication costs.

    serving.py --lichsong FILE --server FILE --bare FILE --work FOLDER

A province's year (68,640 placements, made up) is planned, published and logged by the command, and taken into a server on SQLite.
Requests are made by wrk on the same machine. What is compared is processor time for a request, of the whole process that
answers: other programs on the machine hardly change it. `make bench-server` prepares what it needs.
"""

import argparse
import html
import http.cookiejar
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import bench
import province
from measuring import row, run

SIZE = (60, 10, 52)
SECONDS = 8
# The week whose broadcasts are moved; the logs end before.
LAST_WEEK = "2026-12-21"
LOGS_END = "2026-12-01"
PASSWORD = "một câu dài để đo máy chủ"
NGINX = """
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/nginx.log;
events {{ worker_connections 512; }}
http {{
  access_log off;
  types {{ text/calendar ics; }}
  server {{ listen 127.0.0.1:{port}; root {work}/static; }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Process:
    """A server that is running, with all its processes; ended at the end."""

    def __init__(self, *command, port, log):
        self.port = port
        self.log = open(log, "w+", encoding="utf-8")
        self.child = subprocess.Popen([str(part) for part in command], stdout=self.log, stderr=self.log)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                if self.child.poll() is not None:
                    break
                time.sleep(0.1)
        sys.exit(f"{command[0]} does not listen: {self.said()}")

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def members(self):
        children = subprocess.run(["pgrep", "-P", str(self.child.pid)], capture_output=True, text=True).stdout.split()
        return [self.child.pid, *map(int, children)]

    def processor(self):
        """Seconds of processor time so far."""
        ticks = 0
        for member in self.members():
            fields = pathlib.Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += sum(int(field) for field in fields[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")

    def megabytes(self):
        """The most memory that the process itself has had."""
        status = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) * 1024 / 1e6

    def end(self):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(60)
        self.log.close()


class Load:
    """What wrk saw, and what the server spent on it."""

    def __init__(self, server, path, *headers, connections=50, seconds=SECONDS):
        before = server.processor()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
        for header in headers:
            command += ["-H", header]
        text = run(*command, f"http://127.0.0.1:{server.port}{path}").output
        self.requests = int(re.search(r"(\d+) requests in", text).group(1))
        self.processor = (server.processor() - before) / max(1, self.requests)
        self.slowest = self.seconds(re.search(r"99%\s+(\S+)", text).group(1))
        if failed := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
            sys.exit(f"{path}: {failed.group(1)} of {self.requests} answers were refusals")

    @staticmethod
    def seconds(text):
        """`12.30ms` as wrk writes it."""
        number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
        return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60}[unit]


class Browser:
    """Signs in, and asks as a browser does."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path):
        with self.opener.open(self.address + path, timeout=300) as answer:
            return answer.read()

    def post(self, path, **fields):
        data = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.address + path, data, {"Sec-Fetch-Site": "same-origin"})
        with self.opener.open(request, timeout=300) as answer:
            return answer.read()

    def token(self, path):
        return re.search(rb'name="token" value="([^"]+)"', self.get(path)).group(1).decode()

    @property
    def cookie(self):
        return "Cookie: " + "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


def micro(seconds):
    return f"{seconds * 1e6:.0f} µs"


def signed_in(server, said):
    """A browser of the first administrator, who has chosen a password."""
    login, once = re.search(r"First sign-in: name (\S+), password (\S+);", said).groups()
    browser = Browser(server.port)
    browser.post("/sign-in", login=login, password=once, next="/")
    browser.post("/password", token=browser.token("/password"), old=once, new=PASSWORD, again=PASSWORD)
    return browser


def prepared(given, work):
    """A data folder with the province in it, beside its plan's folder."""
    folder, data = work / "tinh-lon", work / "data"
    shutil.rmtree(work, ignore_errors=True)
    province.write_plan(folder, *SIZE)
    run(given.lichsong, "allocate", folder, "--out", folder / "placements.csv", accepted=(0, 1))
    run(given.lichsong, "publish", folder, "--by", "Đài mẫu")
    province.write_log(folder, 0.98, until=LOGS_END)
    run(given.lichsong, "import", folder, folder / "as-run" / "log.csv", "--by", "Đài mẫu")
    for made in ["calendars", "as-run", "placements.csv", "truth.csv"]:
        path = folder / made
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    taken = run(given.server, "import", "--data", data, folder)
    return folder, data, taken


def moving(server, browser, plan):
    """Seconds of processor time of one move on the desk, as its script asks for it, and of the page of the week after it."""
    week = html.unescape(browser.get(f"{plan}/desk?day={LAST_WEEK}").decode())
    form = re.search(r'href="([^"?]+/desk/place/[^"?]+)', week).group(1)
    page = html.unescape(browser.get(form).decode())
    seen, token = (re.search(f'name="{name}" value="([^"]+)"', page).group(1) for name in ["seen", "token"])
    slot = re.search(r'name="slot" value="([^"]+)"(?![^>]*(checked|disabled))', page).group(1)
    before = server.processor()
    browser.post(form, token=token, seen=seen, slot=slot)
    after = server.processor()
    browser.get(f"{plan}/desk?day={LAST_WEEK}")
    return after - before, server.processor() - after


def measure(given):
    work = given.work
    folder, data, taken = prepared(given, work)
    yield row(
        "68,640 placements and their logs into the store", f"{taken.processor:.2f} s", "–", 0.0,
        checked=f"{taken.megabytes:.0f} MB")
    os.environ["LC_ALL"] = "en"
    port = free_port()
    server = Process(given.server, "serve", "--data", data, "--port", port, port=port, log=work / "server.log")
    started = []
    try:
        time.sleep(1)
        browser = signed_in(server, server.said())
        plan = "/p/tinh-lon"
        year = browser.get(plan)

        # A feed, beside a handler that does nothing but answer with the same octets.
        browser.post(plan + "/feeds", token=browser.token(plan + "/feeds"), calendar="line-l0-0")
        feed = re.search(rb"/f/[0-9a-f]{40}/line-l0-0\.ics", browser.get(plan + "/feeds")).group(0).decode()
        octets = browser.get(feed)
        (work / "static").mkdir()
        (work / "static" / "feed.ics").write_bytes(octets)
        with urllib.request.urlopen(browser.address + feed) as answer:
            tag = answer.headers["ETag"]
        bare = Process(given.bare, free := free_port(), work / "static" / "feed.ics", port=free, log=work / "bare.log")
        started.append(bare)
        free = free_port()
        (work / "nginx.conf").write_text(NGINX.format(work=work.resolve(), port=free))
        nginx = Process(
            "nginx", "-c", (work / "nginx.conf").resolve(), "-g", "daemon off;", port=free, log=work / "nginx.out")
        started.append(nginx)
        with urllib.request.urlopen(f"http://127.0.0.1:{nginx.port}/feed.ics") as answer:
            nginx_tag = answer.headers["ETag"]
        for what, ours, theirs, reference in [
            ("a feed", [], [], []),
            ("its 304", [f"If-None-Match: {tag}"], ['If-None-Match: "one"'], [f"If-None-Match: {nginx_tag}"]),
        ]:
            feed_load = Load(server, feed, *ours)
            bare_load = Load(bare, "/feed.ics", *theirs)
            nginx_load = Load(nginx, "/feed.ics", *reference)
            yield row(
                f"{what} of {len(octets):,} octets / a bare handler: requests in a second of processor time",
                micro(feed_load.processor), micro(bare_load.processor), bare_load.processor / feed_load.processor,
                at_least=0.8, checked=f"nginx: {micro(nginx_load.processor)}")

        # The year's page, beside a handler that does nothing but answer with the same octets.
        (work / "static" / "year.html").write_bytes(year)
        bare = Process(given.bare, free := free_port(), work / "static" / "year.html", port=free, log=work / "bare2.log")
        started.append(bare)
        page = Load(server, plan, browser.cookie)
        static = Load(bare, "/feed.ics")
        yield row(
            f"the year's page of {len(year):,} octets, 50 clients / the same octets from a bare handler: 99 in 100 within",
            f"{page.slowest * 1e3:.1f} ms", f"{static.slowest * 1e3:.1f} ms", page.slowest / static.slowest, at_most=3.0,
            checked=f"{micro(page.processor)} and {micro(static.processor)} of processor time")
        megabytes = server.megabytes()
        yield row(
            "memory of the server that gives out pages and feeds / 400 MB", f"{megabytes:.0f} MB", "400 MB", megabytes / 400,
            at_most=1.0)
        moves = [moving(server, browser, plan) for _ in range(5)]
        least, week = (min(times) for times in zip(*moves))
        yield row(
            "a move on the desk of a province's year, processor time / 100 ms", f"{least * 1e3:.0f} ms", "100 ms", least / 0.1,
            at_most=1.0,
            checked=f"the page of its week after it: {week * 1e3:.0f} ms; memory since: {server.megabytes():.0f} MB")
    finally:
        for process in [server, *started]:
            process.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ["lichsong", "server", "bare", "work"]:
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    given = parser.parse_args()
    rows = []
    for measured in measure(given):
        rows.append(measured)
        print(bench.table([measured]).split("\n")[-1], file=sys.stderr)
    print(bench.table(rows))


if __name__ == "__main__":
    main()
