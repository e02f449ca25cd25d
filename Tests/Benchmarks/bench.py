"""Measures the product beside other programs and writes the table; `make bench` prepares what it needs.

    bench.py --lichsong FILE --work FOLDER [--out FILE.md] [--date YYYY-MM-DD] [--only PART…] [--with-highs]

The table goes to standard output, and to RESULTS.md beside this file when all parts have been measured.
"""

import argparse
import datetime
import importlib.metadata
import os
import pathlib
import platform
import sys

import allocation
import calendars
import logs
import matching
import year
from measuring import Failure, Row, run

PARTS = [*allocation.PARTS, *matching.PARTS, *logs.PARTS, *year.PARTS, *calendars.PARTS]
HEAD = ["compared", "ours", "reference", "ratio", "target", "checked", "reached"]


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def machine(date):
    """The sentence that says where and when the figures were measured, and with what."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    swift = next(line for line in run("swift", "--version").output.splitlines() if "Swift version" in line)
    packages = [f"{name} {importlib.metadata.version(name)}" for name in ("ortools", "highspy", "duckdb", "pandas")]
    tools = [swift.strip(), f"Python {platform.python_version()}", *packages]
    return (
        f"Measured on {date}: {processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory, "
        f"{system}; {', '.join(tools)}."
    )


def table(rows):
    lines = [HEAD, ["---", "--:", "--:", "--:", "--:", "---", "---"]]
    lines += [[*row[:-1], "yes" if row.reached else "**no**"] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def report(date, allocated, matched, logged, way, published):
    runs = f"the best of {allocation.SMALL_RUNS} runs, of {allocation.LARGE_RUNS} for provinces and above"
    return "\n".join(
        [
            "# Benchmarks",
            "",
            f"`make bench` wrote this page. {machine(date)}",
            f"Times are {runs}, ours and the reference's in turn.",
            "",
            "## Allocation",
            "",
            table(allocated),
            "",
            "## Matching",
            "",
            f"The best of {matching.RUNS} runs, in processor time. Ours are by UID, title, time and length, with the",
            "matching that plans use; theirs by time.",
            "",
            table(matched),
            "",
            "## Logs",
            "",
            f"The best of {logs.RUNS} runs; from start to the entry in the Book.",
            "",
            table(logged),
            "",
            "## A province's year",
            "",
            f"The best of {year.RUNS} runs, in processor time of whole processes; of DuckDB its statements alone where nothing",
            "else is said, without Python and the start of the database.",
            "",
            table(way),
            "",
            "## Calendars",
            "",
            f"The best of {calendars.RUNS} runs, in seconds of processor time; ours is the whole command less the",
            "allocation. The C program composes each different event and task once, with libical.",
            "",
            table(published),
            "",
        ]
    )


def measured(part, measure, bench):
    """The rows of a part; a program that fails is a row too."""
    print(f"{part} …", file=sys.stderr)
    try:
        yield from measure(bench)
    except Failure as failure:
        yield Row(part, f"failed: {failure}", "–", "–", "–", "–", False)


def arguments():
    parser = argparse.ArgumentParser(description="Measures lichsong beside other programs.")
    parser.add_argument("--lichsong", required=True, type=pathlib.Path, help="the command, built for release")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="folder for instances and results")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("RESULTS.md"))
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure these parts alone")
    parser.add_argument("--with-highs", action="store_true", help="run HiGHS too, which takes minutes")
    return parser.parse_args()


def main():
    given = arguments()
    given.work.mkdir(parents=True, exist_ok=True)
    lichsong = given.lichsong.resolve()
    chosen = given.only or PARTS

    def rows(kind, bench):
        return [row for part in chosen if part in kind.PARTS for row in measured(part, kind.PARTS[part], bench)]

    allocated = rows(allocation, allocation.Bench(lichsong, given.work, given.with_highs))
    matched = rows(matching, matching.Bench(lichsong, given.work))
    logged = rows(logs, logs.Bench(lichsong, given.work))
    way = rows(year, year.Bench(lichsong, given.work))
    published = rows(calendars, calendars.Bench(lichsong, given.work))
    text = report(given.date, allocated, matched, logged, way, published)
    print(text)
    if not given.only:
        given.out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
