"""Publishing calendars: `lichsong rehearse` against calendar_writer.c, which writes the same events with libical.

Both say how much processor time they took for N events of about 600 bytes, in the program and in the system; ours
without making up the schedule. Memory is what publishing takes besides the schedule's own values.
"""

import json
import os
import pathlib
import shutil
import subprocess

from measuring import row, run

EVENTS = 200_000
MANY = 1_300_000
RUNS = 5
MEMORY_LIMIT = 64  # MB
SOURCE = pathlib.Path(__file__).with_name("calendar_writer.c")


class Bench:
    """Builds the program to compare with in `folder`, and publishes there."""

    def __init__(self, lichsong, folder):
        self.lichsong, self.folder = lichsong, folder / "calendars"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.writer = self.folder / "calendar_writer"

    def build(self):
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libical"], check=True, capture_output=True, text=True
        )
        run(shutil.which("cc") or "clang", "-O2", SOURCE, "-o", self.writer, *flags.stdout.split())

    def ours(self, events, *options, threads=1, over=None):
        """One run; what it says. `over` is a folder of calendars to publish over a copy of."""
        out = self.folder / "ours"
        shutil.rmtree(out, ignore_errors=True)
        if over:
            shutil.copytree(over, out)
            run("sync", "-f", out)
        return json.loads(
            run(self.lichsong, "rehearse", events, "--out", out, "--threads", threads, *options).output
        )

    def theirs(self):
        """Processor seconds of the C program."""
        before = os.times()
        run(self.writer, EVENTS, self.folder / "theirs.ics")
        after = os.times()
        return sum(after[2:4]) - sum(before[2:4])

    def keep(self, name):
        """Keeps what the last run wrote, to publish over it."""
        kept = self.folder / name
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.folder / "ours", kept)
        return kept


def said(path):
    """What the events of a calendar say: the unfolded lines, without the calendar's own."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\n ", "")
    return text[text.index("BEGIN:VEVENT"):text.rindex("END:VCALENDAR")]


def rate(events, seconds):
    return f"{events / seconds:,.0f}/s"


def first(bench):
    """A first export of one big calendar, and of the set in which each event stands five times."""
    bench.build()
    one, two, whole, theirs = [], [], [], []
    for _ in range(RUNS):
        one.append(bench.ours(EVENTS))
        two.append(bench.ours(EVENTS, threads=2))
        theirs.append(bench.theirs())
    reference = EVENTS / min(theirs)
    same = said(bench.folder / "ours/year.ics") == said(bench.folder / "theirs.ics")
    best = min(run["cpu"] for run in one)
    yield row(
        f"{EVENTS:,} events: a first export / libical in C", rate(EVENTS, best), rate(EVENTS, min(theirs)),
        EVENTS / best / reference, at_least=0.9, checked="same events" if same else "other events", valid=same,
    )  # fmt: skip
    fastest = [min(run["seconds"] for run in runs) for runs in (one, two)]
    yield row(
        f"{EVENTS:,} events: one thread / two threads", f"{fastest[1]:.3f} s", f"{fastest[0]:.3f} s",
        fastest[0] / fastest[1], checked="same bytes",
    )  # fmt: skip
    kept = bench.keep("first")
    again = [bench.ours(EVENTS, "--revised", over=kept) for _ in range(RUNS)]
    best = min(run["cpu"] for run in again)
    yield row(
        f"{EVENTS:,} events: again, 1 % changed / libical in C", rate(EVENTS, best), rate(EVENTS, min(theirs)),
        EVENTS / best / reference, at_least=10,
    )  # fmt: skip
    largest = max(run["megabytes"] for run in one + again)
    yield row(
        f"{EVENTS:,} events: memory of publishing / {MEMORY_LIMIT} MB", f"{largest:.0f} MB", f"{MEMORY_LIMIT} MB",
        largest / MEMORY_LIMIT, at_most=1.0,
    )  # fmt: skip
    shutil.rmtree(kept)


def whole(bench):
    """The set of calendars in which each event stands five times."""
    bench.build()
    one, two, theirs = [], [], []
    for _ in range(RUNS):
        one.append(bench.ours(EVENTS, "--whole"))
        two.append(bench.ours(EVENTS, "--whole", threads=2))
        theirs.append(bench.theirs())
    reference = EVENTS / min(theirs)
    events, best = one[0]["events"], min(run["cpu"] for run in one)
    yield row(
        f"{EVENTS:,} events in five calendars each: a first export / libical in C", rate(events, best),
        rate(EVENTS, min(theirs)), events / best / reference, at_least=0.9,
    )  # fmt: skip
    fastest = [min(run["seconds"] for run in runs) for runs in (one, two)]
    yield row(
        f"{EVENTS:,} events in five calendars each: one thread / two threads", f"{fastest[1]:.2f} s",
        f"{fastest[0]:.2f} s", fastest[0] / fastest[1], at_least=1.6,
    )  # fmt: skip
    kept = bench.keep("first")
    again = [bench.ours(EVENTS, "--whole", "--revised", over=kept) for _ in range(RUNS)]
    best = min(run["cpu"] for run in again)
    yield row(
        f"{EVENTS:,} events in five calendars each: again, 1 % changed / libical in C", rate(events, best),
        rate(EVENTS, min(theirs)), events / best / reference, at_least=10,
    )  # fmt: skip
    largest = max(run["megabytes"] for run in one + again)
    yield row(
        f"{EVENTS:,} events in five calendars each: memory of publishing / {MEMORY_LIMIT} MB",
        f"{largest:.0f} MB", f"{MEMORY_LIMIT} MB", largest / MEMORY_LIMIT, at_most=1.0,
    )  # fmt: skip
    shutil.rmtree(kept)


def many(bench):
    """1.3 million events: a first export, and again with one of a hundred changed."""
    begun = bench.ours(MANY)
    kept = bench.keep("first")
    again = bench.ours(MANY, "--revised", over=kept)
    shutil.rmtree(kept)
    for what, done in (("a first export", begun), ("again, 1 % changed", again)):
        yield row(
            f"{MANY:,} events: {what}, memory / {MEMORY_LIMIT} MB",
            f"{done['megabytes']:.0f} MB", f"{MEMORY_LIMIT} MB", done["megabytes"] / MEMORY_LIMIT, at_most=1.0,
            checked=f"{done['cpu']:.2f} s of processor time",
        )  # fmt: skip


PARTS = {"calendar": first, "calendars": whole, "many-events": many}
