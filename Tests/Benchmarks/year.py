"""The way of a province's year through the product: allocate, publish, import, reconcile and report a plan's folder.

All figures are processor time of whole processes, from start to end. The report stands beside the bare minimum of it in
DuckDB: read both files, join each aired row to the nearest placement of the same outlet, language and title, and count
planned and aired by line and month. JSON stands beside the same rows as CSV. The report is that of the published year, from its Book; the import stands beside
DuckDB reading and writing the same file.
"""

import json
import pathlib
import shutil
import sys

import province
from measuring import best_in_turn, row, run

SIZES = {"68,640 placements": (60, 10, 52), "1,029,600 placements": (900, 10, 52)}
SHARE = 0.98
RUNS = 5
MEMORY_LIMIT = 600  # MB

PEER = """
import json, sys, time
import duckdb
folder = sys.argv[1]
base = duckdb.connect()
base.sql("set threads = 1; set enable_progress_bar = false")
start = time.process_time()
base.sql(f'''
  create table placement as select uid, line, language, outlet, title, strptime(start, '%Y-%m-%dT%H:%M') as moment
    from read_csv('{folder}/placements.csv', all_varchar = true) where length(start) = 16;
  create table aired as select outlet, language, title, strptime(date || 'T' || time, '%Y-%m-%dT%H:%M') as moment
    from read_csv('{folder}/as-run/log.csv', all_varchar = true);
''')
rows = base.sql('''
  with matched as (select p.uid from aired a asof join placement p
      on a.outlet = p.outlet and a.language = p.language and a.title = p.title and a.moment >= p.moment)
  select line, month(moment) m, count(*) planned, count(distinct matched.uid) aired
    from placement left join matched using (uid) group by all order by all
''').fetchall()
print(json.dumps({"processor": time.process_time() - start, "rows": len(rows)}))
"""


COPY = """
import json, sys, time
import duckdb
source, target = sys.argv[1:]
base = duckdb.connect()
base.sql("set threads = 1; set enable_progress_bar = false")
start = time.process_time()
base.sql(f"copy (select * from read_csv('{source}', all_varchar = true)) to '{target}'")
print(json.dumps({"processor": time.process_time() - start}))
"""


class Bench:
    """Makes the plans in `folder`."""

    def __init__(self, lichsong, folder):
        self.lichsong, self.folder = lichsong, folder

    def attempt(self, *command):
        """An attempt: a command of ours; what it finds doubtful is no failure."""
        return lambda: run(self.lichsong, *command, "--lang", "en", accepted=(0, 1))

    def whole(self, program, *arguments):
        """An attempt of DuckDB, with all that its process does."""
        return lambda: run(sys.executable, "-c", program, *arguments)

    def peer(self, program, *arguments):
        """The same, what its statements take alone: without Python and the start of the database."""

        def attempt():
            done = run(sys.executable, "-c", program, *arguments)
            return done._replace(processor=json.loads(done.output)["processor"])

        return attempt


def measure(bench):
    for name, size in SIZES.items():
        folder: pathlib.Path = bench.folder / f"province-{size[0]}"
        province.write_plan(folder, *size)
        table = folder / "placements.csv"
        (allocated,) = best_in_turn(RUNS, bench.attempt("allocate", folder, "--out", table), by="processor")
        placements = sum(1 for _ in open(table, "rb")) - 1
        yield row(
            f"{name}: allocate, for a placement / 20 µs",
            f"{allocated.processor / placements * 1e6:.1f} µs", "20 µs", allocated.processor / placements / 20e-6,
            checked=f"{allocated.processor:.2f} s",
        )  # fmt: skip
        rows = province.write_log(folder, SHARE)
        log = folder / "as-run" / "log.csv"
        shutil.rmtree(folder / "book", ignore_errors=True)
        (published,) = best_in_turn(
            1, bench.attempt("publish", folder, "--by", "bench", "--at", "2026-01-10T08:00"), by="processor"
        )

        def imported():
            for entry in (folder / "book").glob("*-log-*"):
                entry.unlink()
            return run(
                bench.lichsong, "import", folder, log, "--by", "bench", "--at", "2027-01-02T08:00", accepted=(0, 1)
            )

        taken, copied = best_in_turn(RUNS, imported, bench.peer(COPY, log, folder / "copy.csv"), by="processor")
        yield row(
            f"{name}, {rows:,} rows: import / DuckDB's reading and writing",
            f"{taken.processor:.2f} s", f"{copied.processor:.2f} s", taken.processor / copied.processor, at_most=3,
            checked=f"published in {published.processor:.2f} s",
        )  # fmt: skip
        report = bench.attempt("report", folder, "--format", "csv", "--out", folder / "report.csv")
        ours, theirs, whole = best_in_turn(
            RUNS, report, bench.peer(PEER, folder), bench.whole(PEER, folder), by="processor"
        )
        outcomes = folder / "outcomes.csv"
        reconcile = ("reconcile", folder)
        as_csv, as_json = best_in_turn(
            RUNS, bench.attempt(*reconcile, "--out", outcomes), bench.attempt(*reconcile, "--json"), by="processor"
        )
        wrong, lost, _ = province.mistakes(folder, outcomes)
        yield row(
            f"{name}, {rows:,} rows: report / DuckDB's bare minimum",
            f"{ours.processor:.2f} s", f"{theirs.processor:.2f} s", ours.processor / theirs.processor, at_most=2,
            checked=f"{wrong:,} wrong, {lost:,} lost", valid=(wrong + lost) * 1000 <= rows,
        )  # fmt: skip
        yield row(
            f"{name}, {rows:,} rows: report / DuckDB's whole process",
            f"{ours.processor:.2f} s", f"{whole.processor:.2f} s", ours.processor / whole.processor, at_most=2,
        )  # fmt: skip
        yield row(
            f"{name}: report, peak memory / {MEMORY_LIMIT} MB",
            f"{ours.megabytes:.0f} MB", f"{MEMORY_LIMIT} MB", ours.megabytes / MEMORY_LIMIT, at_most=1,
        )  # fmt: skip
        yield row(
            f"{name}: reconcile as JSON / as CSV",
            f"{as_json.processor:.2f} s", f"{as_csv.processor:.2f} s", as_json.processor / as_csv.processor,
            at_most=1.5,
        )  # fmt: skip


PARTS = {"year": measure}
