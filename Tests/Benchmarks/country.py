"""A country on PostgreSQL, made up: 34 provinces and 3,321 communes with their plans, publications and logs.

    country.py --lichsong FILE --server FILE --work FOLDER [--share 1.0] [--bulk]

One province and two communes are planned, published and logged by the command; every other unit is a copy under its own name, with
other rows of its log missing, whose Book is written directly: solving three thousand plans is not what is measured here. One
commune in twenty has no plan, one in ten no log. `--share` makes that part of the country; all of it has 1.3 million placements and
5 million rows of logs. `--bulk` measures instead how a province's folder with many rows gets in, beside COPY and a loop of inserts.
"""

import argparse
import concurrent.futures
import csv
import datetime
import hashlib
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time

import bench
import province
from measuring import row, run
from serving import Process, free_port, signed_in

SEED = 11
PROVINCES, COMMUNES = 34, 3_321
PROVINCE = (12, 10, 52)
BY = "Dựng để đo"
YEAR = 2026
COMMUNE = """\
plan: {name}
title: Truyền thanh {title}
year: 2026
documents:
  - {{ number: 1/KH-UBND, date: 2026-01-05, issuer: UBND xã }}
outlets:
  loa:
    name: Đài truyền thanh xã
    kind: loudspeakers
    grid:
      - {{ id: sang, rule: FREQ=DAILY, at: "05:30", length: 30m, pieces: 4{languages} }}
lines:
"""


def commune_plan(name, title, has_versions):
    text = COMMUNE.format(name=name, title=title, languages=", languages: [vi, Mông]" if has_versions else "")
    for number, form in enumerate(["tin", "tin", "bài", "chuyên mục"]):
        text += f"  - {{ id: l{number}, title: Mục số {number}, form: {form}, outlet: loa, quota: 57 {form}"
        text += ", versions: { into: [Mông], after: 1d } }\n" if has_versions and number == 0 else " }\n"
    return text + "  - { id: hop, title: Hội nghị tuyên truyền, form: hội nghị, outlet: loa, quota: 4 hội nghị, scheduled: false }\n"


def write_log(folder, others):
    """Of the placements with an hour most air; so many other programmes a day and outlet air between them."""
    draw = random.Random(SEED)
    with open(folder / "placements.csv", encoding="utf-8-sig", newline="") as file:
        placements = [line for line in csv.DictReader(file) if len(line["start"]) == 16]
    (folder / "as-run").mkdir(exist_ok=True)
    with open(folder / "as-run" / "log.csv", "w", encoding="utf-8", newline="") as file:
        log = csv.writer(file)
        log.writerow(["date", "time", "outlet", "title", "language", "minutes"])
        for line in placements:
            if draw.random() < 0.98:
                day, hour = line["start"].split("T")
                log.writerow([day, hour, line["outlet"], line["title"], line["language"], 15])
        first = datetime.date(YEAR, 1, 1)
        for outlet in sorted({line["outlet"] for line in placements}):
            for day in range(365):
                for number in range(others):
                    log.writerow([first + datetime.timedelta(day), f"{8 + number:02d}:00", outlet,
                                  draw.choice(province.OTHERS), "vi", 30])


def template(given, name, plan, others):
    """A unit's folder, made by the command: its entries in order, each as head and body."""
    folder = given.work / "templates" / name
    shutil.rmtree(folder, ignore_errors=True)
    plan(folder)
    run(given.lichsong, "allocate", folder, "--out", folder / "placements.csv", accepted=(0, 1))
    run(given.lichsong, "publish", folder, "--by", BY)
    write_log(folder, others)
    run(given.lichsong, "import", folder, folder / "as-run" / "log.csv", "--by", BY, accepted=(0, 1))
    entries = []
    for path in sorted((folder / "book").iterdir()):
        head, _, body = path.read_bytes().partition(b"\n\n")
        entries.append((path.name, head.decode().split("\n"), body))
    return {"name": name, "plan": (folder / "plan.yaml").read_text("utf-8"), "entries": entries}


def write_copy(made, folder, name, title, has_log, draw):
    """Another unit with the same Book under its own name. Returns how many placements and rows it has."""
    (folder / "book").mkdir(parents=True)
    old = made["name"]
    text = made["plan"].replace(f"plan: {old}\n", f"plan: {name}\n").replace(f"thanh {old}", f"thanh {title}")
    plan = text.encode()
    (folder / "plan.yaml").write_bytes(plan)
    after, placements, rows = None, 0, 0
    for file, lines, body in made["entries"]:
        kind = file.split("-")[1]
        notes = dict(line[2:].split(": ", 1) for line in lines)
        if kind == "plan":
            body, notes["id"] = plan, name
        elif kind == "publication":
            body = body.replace(f"{old}.".encode(), f"{name}.".encode())
            notes["plan"] = hashlib.sha256(plan).hexdigest()
            placements = body.count(b",placement,")
        elif kind == "log":
            if not has_log:
                continue
            first, *rest = body.splitlines(keepends=True)
            kept = [line for line in rest if draw.random() < 0.97]
            body, rows = b"".join([first, *kept]), len(kept)
            notes["source-sha256"] = hashlib.sha256(body).hexdigest()
        if after:
            notes["after"] = after
        notes |= {"size": str(len(body)), "sha256": hashlib.sha256(body).hexdigest()}
        head = "".join(f"# {key}: {value}\n" for key, value in notes.items()).encode() + b"\n"
        after = hashlib.sha256(head).hexdigest()
        stamp, extension = file.split("-")[0], file.rsplit(".", 1)[1]
        (folder / "book" / f"{stamp}-{kind}-{after[:12]}.{extension}").write_bytes(head + body)
    return placements, rows


def provinces_in(given):
    """At least the three of which pages, a feed and a publication are measured."""
    return max(3, round(PROVINCES * given.share))


def write_country(given):
    """The units of the country as units.csv, and a folder for each that has a plan."""
    def of_province(folder):
        province.write_plan(folder, *PROVINCE)
        text = (folder / "plan.yaml").read_text("utf-8")
        (folder / "plan.yaml").write_text(text.replace("plan: tinh-lon\n", "plan: tinh-mau\n"), "utf-8")

    def of_commune(name, has_versions):
        def write(folder):
            folder.mkdir(parents=True)
            (folder / "plan.yaml").write_text(commune_plan(name, name, has_versions), "utf-8")
        return write

    provinces = template(given, "tinh-mau", of_province, 6)
    communes = [template(given, f"xa-mau-{kind}", of_commune(f"xa-mau-{kind}", kind == 1), 4) for kind in range(2)]
    draw = random.Random(SEED)
    folders, placements, rows = [], 0, 0
    root = given.work / "country"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    with open(root / "units.csv", "w", encoding="utf-8", newline="") as file:
        units = csv.writer(file)
        units.writerow(["code", "name", "level", "parent"])
        units.writerow(["vn", "Cả nước (dựng để đo)", "country", ""])
        for number in range(1, provinces_in(given) + 1):
            units.writerow([f"tinh-{number:02d}", f"Tỉnh {number:02d} (dựng)", "province", "vn"])
        for number in range(provinces_in(given)):
            code = f"tinh-{number + 1:02d}"
            made = write_copy(provinces, root / code, code, code, True, draw)
            folders.append(code)
            placements, rows = placements + made[0], rows + made[1]
        for number in range(round(COMMUNES * given.share)):
            parent = f"tinh-{number % provinces_in(given) + 1:02d}"
            code = f"xa-{number + 1:04d}"
            units.writerow([code, f"Xã {number + 1:04d} (dựng)", "commune", parent])
            if draw.random() < 0.05:
                continue
            made = write_copy(communes[number % 2], root / code, code, f"xã {number + 1:04d}", draw.random() >= 0.1, draw)
            folders.append(code)
            placements, rows = placements + made[0], rows + made[1]
    return root, folders, placements, rows


class Postgres:
    """A PostgreSQL server in a folder, with a socket and no network; as user postgres where we are root."""

    def __init__(self, folder):
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.bin = max(pathlib.Path("/usr/lib/postgresql").iterdir(), key=lambda path: int(path.name)) / "bin"
        self.as_postgres = []
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            self.as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.command("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        self.server = subprocess.Popen(
            [*self.as_postgres, self.bin / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses=",
             "-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"], cwd="/tmp", stderr=subprocess.DEVNULL)
        while subprocess.run([self.bin / "pg_isready", "-q", "-h", folder]).returncode:
            time.sleep(0.1)
        self.leader = self.server.pid
        self.psql("CREATE DATABASE lichsong ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0", "postgres")
        self.address = f"postgresql:///lichsong?host={folder}&user=postgres"

    def command(self, program, *arguments):
        subprocess.run([*self.as_postgres, self.bin / program, *arguments], check=True, cwd="/tmp", stdout=subprocess.DEVNULL)

    def psql(self, statement, database="lichsong"):
        command = ["psql", "-h", self.folder, "-U", "postgres", "-d", database, "-qAt", "-v", "ON_ERROR_STOP=1"]
        told = subprocess.run(command, input=statement, capture_output=True, text=True, cwd="/tmp",
                              env={**os.environ, "PGCLIENTENCODING": "UTF8"})
        if told.returncode:
            sys.exit(told.stderr)
        return told.stdout.strip()

    def processor(self):
        """Seconds of processor time so far, of backends that have ended too."""
        children = subprocess.run(["pgrep", "-P", str(self.leader)], capture_output=True, text=True).stdout.split()
        ticks = 0
        for member in [self.leader, *map(int, children)]:
            try:
                fields = pathlib.Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split()
            except FileNotFoundError:
                continue
            ticks += sum(map(int, fields[11:15] if member == self.leader else fields[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def milliseconds(self, statement, types="", values="", times=200):
        """Processor time of the server for a statement, the mean of many: what others do on the machine hardly changes it."""
        spent = "\\! cat /proc/$BACKEND/stat\n"
        text = self.psql(
            "SELECT pg_backend_pid() AS pid \\gset\n\\setenv BACKEND :pid\n" + f"PREPARE asked{types} AS {statement};\n"
            + f"EXECUTE asked{values} \\g /dev/null\n" * 10 + spent + f"EXECUTE asked{values} \\g /dev/null\n" * times + spent)
        before, after = (sum(map(int, line.rsplit(")", 1)[1].split()[11:13])) for line in text.splitlines())
        return (after - before) / os.sysconf("SC_CLK_TCK") / times * 1e3

    def end(self):
        self.server.terminate()
        self.server.wait(60)


def sums_statement():
    """The very statement of the product for a unit at the top."""
    source = pathlib.Path(__file__).parents[2] / "Sources/StationStore/Figures/StoreTransaction+SumsStatement.swift"
    return source.read_text("utf-8").split('"""', 2)[1]


class Spent:
    """What some work answered, its seconds of wall time, and the processor time of the server and the database."""

    def __init__(self, work, *servers, times=1):
        before = sum(server.processor() for server in servers)
        started = time.perf_counter()
        for _ in range(times):
            self.answer = work()
        self.wall = (time.perf_counter() - started) / times
        self.processor = (sum(server.processor() for server in servers) - before) / times

    @property
    def text(self):
        return f"{self.processor * 1e3:,.0f} ms"


def taken(given, database, root, folders):
    """Takes the country in, two folders at a time. Returns the processor time of the commands."""
    spent = [run(given.server, "unit", "load", "--data", database.address, root / "units.csv")]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        spent += pool.map(
            lambda code: run(given.server, "import", "--data", database.address, "--unit", code, root / code), folders)
    return sum(made.processor for made in spent)


def measure(given):
    os.environ["LC_ALL"] = "en"
    root, folders, placements, rows = write_country(given)
    print(f"{len(folders):,} folders, {placements:,} placements, {rows:,} rows", file=sys.stderr)
    database = Postgres(pathlib.Path("/tmp") / f"lichsong-country-{os.getpid()}")
    started = []
    try:
        made = Spent(lambda: taken(given, database, root, folders), database)
        size = int(database.psql("SELECT pg_database_size('lichsong')")) / 1e6
        yield row(f"{len(folders):,} folders with {placements:,} placements and {rows:,} rows into the store",
                  f"{made.answer:.0f} s", "–", 0.0,
                  checked=f"PostgreSQL {made.processor:.0f} s; {made.wall:.0f} s of wall time; {size:,.0f} MB")
        key = given.work / "key"
        key.write_bytes(bytes(range(32)))
        port = free_port()
        server = Process(given.server, "serve", "--data", database.address, "--key", key, "--workers", "2", "--port", port,
                         port=port, log=given.work / "server.log")
        started.append(server)

        def counted():
            while int(database.psql("SELECT COUNT(*) FROM counted_plan")) < len(folders):
                time.sleep(1)

        made = Spent(counted, server, database)
        yield row(f"{len(folders):,} plans counted for the sums", f"{made.processor:.0f} s", "–", 0.0,
                  checked=f"{made.wall:.0f} s of wall time, two workers; "
                  + database.psql("SELECT COUNT(*) FROM plan_figure") + " rows of figures")
        browser = signed_in(server, server.said())

        # National sums: the product's statement, and a GROUP BY by hand over a table that is ready for it.
        database.psql("""
            CREATE TABLE ready AS SELECT above.number AS province, section, plan_figure.name, measure, planned, scheduled, aired,
                missed, pending
            FROM plan_figure JOIN unit ON unit.number = plan_figure.unit
            JOIN unit AS above ON above.number = CASE unit.level WHEN 'province' THEN unit.number ELSE unit.parent END;
            VACUUM ANALYZE;""")
        top = database.psql("SELECT number FROM unit WHERE code = 'vn'")
        program = database.psql("SELECT program FROM counted_plan LIMIT 1")
        by_hand = database.milliseconds("""
            SELECT province, section, name, measure, SUM(planned), SUM(scheduled), SUM(aired), SUM(missed), SUM(pending)
            FROM ready GROUP BY province, section, name, measure""")
        ours = database.milliseconds(
            sums_statement(), "(BIGINT, BIGINT, TEXT)", f"({top}, {YEAR}, '{program}')")
        works = database.psql("SELECT SUM(scheduled), SUM(aired) FROM ready WHERE section = 'kind' AND measure = ''")
        yield row("national sums by province and kind: the statement / a GROUP BY over a ready table", f"{ours:.1f} ms",
                  f"{by_hand:.1f} ms", ours / by_hand, at_most=2.0, checked=f"works scheduled and aired {works.replace('|', ', ')}")
        for what, path in [("the page of national sums", "/sums/vn"), ("a province's sums by commune", "/sums/tinh-01")]:
            made = Spent(lambda path=path: browser.get(path), server, database, times=20)
            yield row(what, made.text, "–", 0.0, checked=f"{len(made.answer):,} octets")

        made = Spent(lambda: browser.get("/p/tinh-01"), server, database)
        yield row("a province's page of the year, the first time", made.text, "–", 0.0, checked=f"{len(made.answer):,} octets")
        made = Spent(lambda: browser.get("/p/tinh-01"), server, database, times=20)
        yield row("the same again", made.text, "–", 0.0)

        feeds = "/p/tinh-02/feeds"
        browser.post(feeds, token=browser.token(feeds), calendar="outlet-k0")
        address = re.search(rb"/f/[0-9a-f]{40}/outlet-k0\.ics", browser.get(feeds)).group(0).decode()
        made = Spent(lambda: browser.get(address), server, database)
        yield row("a feed of a province's outlet, until it was made", made.text, "–", 0.0, checked=f"{len(made.answer):,} octets")
        made = Spent(lambda: browser.get(address), server, database, times=50)
        yield row("the same again", f"{made.processor * 1e3:.1f} ms", "–", 0.0)

        new = Spent(lambda: browser.get("/p/tinh-03/desk/publish"), server, database)
        seen = re.search(rb'name="seen" value="([0-9a-f]+)"', new.answer).group(1).decode()
        token = re.search(rb'name="token" value="([^"]+)"', new.answer).group(1).decode()
        number = database.psql("SELECT number FROM plan WHERE slug = 'tinh-03'")
        before = database.psql(f"SELECT input FROM counted_plan WHERE plan = {number}")

        def current():
            while database.psql(f"SELECT input FROM counted_plan WHERE plan = {number} AND is_current = 1") in ["", before]:
                time.sleep(0.2)

        made = Spent(lambda: browser.post("/p/tinh-03/desk/publish", token=token, seen=seen, comment="Kết quả"), server, database)
        sums = Spent(current, server, database)
        yield row("a province publishes what became of its year", made.text, "–", 0.0,
                  checked=f"the page of what is new {new.text}; counted for the sums {sums.text}")
        yield row("memory of the server / 400 MB", f"{server.megabytes():.0f} MB", "400 MB", server.megabytes() / 400, at_most=1.0)
    finally:
        for process in started:
            process.end()
        database.end()
        shutil.rmtree(database.folder)


def measure_bulk(given):
    """A province's folder with a log of many rows, beside COPY and a loop of inserts of the same rows; processor time of both sides."""
    os.environ["LC_ALL"] = "en"
    folder = given.work / "templates" / "tinh-lon"
    made = template(given, "tinh-lon", lambda folder: province.write_plan(folder, 60, 10, 52), 16)
    for path in ["calendars", "as-run", "placements.csv"]:
        there = folder / path
        shutil.rmtree(there) if there.is_dir() else there.unlink(missing_ok=True)
    body = next(body for name, _, body in made["entries"] if "-log-" in name)
    table = given.work / "log.csv"
    table.write_bytes(body)
    head, *lines = csv.reader(body.decode().splitlines())
    columns = ", ".join(f'"{name}" TEXT' for name in head)
    database = Postgres(pathlib.Path("/tmp") / f"lichsong-bulk-{os.getpid()}")
    rates = []
    size = sum(file.stat().st_size for file in (folder / "book").iterdir()) / 1e6
    try:
        server, data, loop = given.server, given.work / "bulk-data", given.work / "loop.sqlite"
        run(server, "check", "--data", database.address)
        ours, theirs = [], []
        for number in range(3):
            name = f"p{number}"
            made = Spent(lambda: run(server, "import", "--data", database.address, "--name", name, folder), database)
            ours.append(made.processor + made.answer.processor)
            copy = ["psql", "-h", database.folder, "-U", "postgres", "-d", "lichsong", "-qc",
                    f"CREATE TABLE rows{number} ({columns})", "-c", f"\\copy rows{number} FROM '{table.resolve()}' CSV HEADER"]
            made = Spent(lambda: run("env", "PGCLIENTENCODING=UTF8", *copy), database)
            theirs.append(made.processor + made.answer.processor)
        rates.append((f"a folder with a log of {len(lines):,} rows into PostgreSQL / COPY of these rows", ours, theirs))
        ours, theirs = [], []
        for number in range(3):
            shutil.rmtree(data, ignore_errors=True)
            ours.append(run(server, "import", "--data", data, folder).processor)
            theirs.append(insert_loop(loop, columns, lines))
        rates.append(("the same into SQLite / a loop of inserts of these rows", ours, theirs))
        for what, ours, theirs in rates:
            yield row(what, f"{min(ours):.2f} s", f"{min(theirs):.2f} s", min(theirs) / min(ours), at_least=0.3,
                      checked=f"{size:.0f} MB of entries")
    finally:
        database.end()
        shutil.rmtree(database.folder)


def insert_loop(path, columns, lines):
    """Seconds of processor time."""
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"CREATE TABLE log ({columns})")
        places = ", ".join("?" * len(lines[0]))
        started = time.process_time()
        for line in lines:
            connection.execute(f"INSERT INTO log VALUES ({places})", line)
        connection.commit()
        spent = time.process_time() - started
    connection.close()
    return spent


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ["lichsong", "server", "work"]:
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--bulk", action="store_true")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    rows = []
    for measured in (measure_bulk if given.bulk else measure)(given):
        rows.append(measured)
        print(bench.table([measured]).split("\n")[-1], file=sys.stderr)
    print(bench.table(rows))


if __name__ == "__main__":
    main()
