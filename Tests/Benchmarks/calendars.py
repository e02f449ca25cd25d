"""Exporting calendars: `lichsong export` of a large province's plan against calendar_writer.c, which composes each
different event and task of that plan once, with libical, into one file.

Ours is the processor time of the whole command less that of `lichsong allocate`, which reads and solves the same plan;
of the program and of the system, the best of several runs in turn. Every entry stands in five calendars.
"""

import os
import pathlib
import shutil
import subprocess

from measuring import row, run

OUTLETS, LINES, EDITIONS = 60, 10, 52
RUNS = 5
MEMORY_LIMIT = 64  # MB more than the allocation itself
SOURCE = pathlib.Path(__file__).with_name("calendar_writer.c")
LANGUAGES = "[Mông, Thái, Hà Nhì, Dao]"


def plan(retitled=0):
    """A province's year: every fourth line of an outlet also has versions in four languages. All names are made up.

    `retitled`: so many lines have another title.
    """
    yield (
        "plan: tinh-lon\ntitle: Kế hoạch tỉnh lớn (dựng để đo)\nyear: 2026\ndocuments:\n"
        "  - { number: 1/KH-UBND, date: 2026-01-05, issuer: UBND tỉnh }\n"
        "units:\n  dai: { name: Đài tỉnh, level: province }\n"
        "blackouts:\n  - { name: Tết, from: 2026-02-14, to: 2026-02-22 }\noutlets:\n"
    )
    for o in range(OUTLETS):
        yield f"  k{o}:\n    name: Kênh {o}\n    kind: {'television' if o % 2 else 'radio'}\n    grid:\n"
        yield f'      - {{ id: toi, rule: FREQ=DAILY, at: "{18 + o % 4}:{o * 7 % 60:02d}", length: 15m, pieces: 6 }}\n'
        yield (
            f'      - {{ id: sang, rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", at: "06:{o * 11 % 60:02d}", '
            f"length: 30m, pieces: 12, languages: {LANGUAGES} }}\n"
        )
    yield "lines:\n"
    for number in range(OUTLETS * LINES):
        o, line = divmod(number, LINES)
        title = f"Chuyên mục {'mới ' if number < retitled else ''}số {o}.{line}"
        yield (
            f"  - id: l{o}-{line}\n    title: {title}\n    form: chuyên mục\n    outlet: k{o}\n"
            f"    producer: dai\n    quota: {EDITIONS} kỳ\n"
        )
        if line % 4 == 0:
            yield f"    versions: {{ into: {LANGUAGES}, after: 5d }}\n"


def processor_time(*command):
    """Processor seconds of a program, and its largest memory in megabytes."""
    before = os.times()
    done = run(*command)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4]), done.megabytes


class Bench:
    """Builds the program to compare with in `folder`, and exports there."""

    def __init__(self, lichsong, folder):
        self.lichsong, self.folder = lichsong, folder / "calendars"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.writer = self.folder / "calendar_writer"
        for name, retitled in (("plan", 0), ("changed", OUTLETS * LINES // 100)):
            (self.folder / name).mkdir(exist_ok=True)
            (self.folder / name / "plan.yaml").write_text("".join(plan(retitled)), encoding="utf-8")

    def build(self):
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libical"], check=True, capture_output=True, text=True
        )
        run(shutil.which("cc") or "clang", "-O2", SOURCE, "-o", self.writer, *flags.stdout.split())

    def export(self, name):
        return processor_time(self.lichsong, "export", self.folder / name, "--out", self.folder / "ours")

    def allocate(self):
        return processor_time(self.lichsong, "allocate", self.folder / "plan")

    def theirs(self):
        return processor_time(self.writer, OUTLETS, LINES, EDITIONS, self.folder / "theirs.ics")[0]


def counted(path):
    text = path.read_text(encoding="utf-8")
    return text.count("BEGIN:VEVENT"), text.count("BEGIN:VTODO")


def measure(bench):
    """A first export, the same again, and one with one line of a hundred retitled."""
    bench.build()
    first, same, changed, solved, theirs = [], [], [], [], []
    for _ in range(RUNS):
        shutil.rmtree(bench.folder / "ours", ignore_errors=True)
        solved.append(bench.allocate())
        theirs.append(bench.theirs())
        first.append(bench.export("plan"))
        same.append(bench.export("plan"))
        changed.append(bench.export("changed"))
    events, tasks = counted(bench.folder / "ours/year.ics")
    valid = (events, tasks) == counted(bench.folder / "theirs.ics")
    solving, reference = min(solved)[0], min(theirs)
    for what, runs in (("a first export", first), ("the same again", same), ("again, 1 % changed", changed)):
        ours = min(runs)[0] - solving
        yield row(
            f"{events:,} events and {tasks:,} tasks in five calendars each: {what} / each once, libical in C",
            f"{ours:.2f} s", f"{reference:.2f} s", ours / reference, at_most=2.0,
            checked="same number of entries" if valid else "other entries", valid=valid,
        )  # fmt: skip
    memory = max(one[1] for one in first + same + changed) - min(one[1] for one in solved)
    yield row(
        f"memory of an export, more than the allocation has / {MEMORY_LIMIT} MB", f"{memory:.0f} MB",
        f"{MEMORY_LIMIT} MB", memory / MEMORY_LIMIT, at_most=1.0,
    )  # fmt: skip


PARTS = {"calendars": measure}
