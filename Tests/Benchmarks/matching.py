"""The matching: `lichsong-engine match` against DuckDB's ASOF join and pandas' merge_asof, on generated years.

`match` pairs rows by the function that matches the logs of a plan. Seconds are of processor time: ours those of the whole
process, from start to the pairs in their file; theirs reading and joining alone, without loading the library and
without writing. judge.py counts the wrong pairs of all.
"""

import json
import pathlib
import sys
from typing import NamedTuple

from measuring import best_in_turn, row, run

ORACLE = pathlib.Path(__file__).parent.parent / "MatchingOracle"
ROWS = (10_000, 100_000, 1_000_000)
SEED = 1
RUNS = 5
PEERS = ("duckdb", "pandas")
MEMORY_LIMIT = 600  # MB


class Matched(NamedTuple):
    """A file of pairs, the seconds of processor time it took, and the largest memory in MB."""

    path: pathlib.Path
    seconds: float
    megabytes: float


class Bench:
    """Makes the years in `folder` and matches them there."""

    def __init__(self, lichsong, folder):
        self.engine, self.folder = lichsong.with_name("lichsong-engine"), folder

    def year(self, count):
        folder = self.folder / f"matching-{count}"
        run(sys.executable, ORACLE / "generate.py", count, SEED, folder)
        return folder

    def ours(self, year):
        """An attempt: the engine matches the year."""
        path = year / "pairs-ours.csv"

        def attempt():
            done = run(
                self.engine, "match", year / "planned.csv", year / "asrun.csv", "--out", path
            )
            return Matched(path, done.processor, done.megabytes)

        return attempt

    def theirs(self, year, peer):
        """An attempt: another program does, by outlet and time alone."""
        path = year / f"pairs-{peer}.csv"

        def attempt():
            done = run(sys.executable, ORACLE / "peers.py", year, peer, path)
            return Matched(path, sum(json.loads(done.output).values()), done.megabytes)

        return attempt

    def judged(self, year, matched):
        """The counts of judge.py."""
        return json.loads(run(sys.executable, ORACLE / "judge.py", year, matched.path).output)


def wrong(counts):
    """Rows that are said to show another placement than they do, or none, or any although they show none."""
    return counts["wrong"] + counts["lost"]


def mistakes(counts):
    return f"{counts['wrong']:,} wrong, {counts['lost']:,} lost"


def against_peers(bench, count):
    """Time and wrong pairs beside each peer; returns our seconds for a row of the log, too."""
    year = bench.year(count)
    ours, *theirs = best_in_turn(
        RUNS, bench.ours(year), *(bench.theirs(year, peer) for peer in PEERS)
    )
    mine = bench.judged(year, ours)
    rows = []
    for peer, matched in zip(PEERS, theirs):
        other = bench.judged(year, matched)
        rows.append(
            row(
                f"{count:,} placements: match / {peer}'s reading and join",
                f"{ours.seconds:.2f} s", f"{matched.seconds:.2f} s", ours.seconds / matched.seconds,
                checked=f"{mistakes(mine)} / {mistakes(other)}",
                valid=mine["twice"] == 0 and wrong(mine) * 1000 <= mine["rows"],
            )
        )  # fmt: skip
    return rows, ours, mine["rows"]


def years(bench):
    measured = {}
    for count in ROWS:
        rows, ours, logged = against_peers(bench, count)
        yield from rows
        measured[count] = (ours, ours.seconds / logged)
    small, large = (measured[count][1] for count in ROWS[-2:])
    yield row(
        f"time for a row, {ROWS[-1]:,} / {ROWS[-2]:,} placements",
        f"{large * 1e6:.2f} µs", f"{small * 1e6:.2f} µs", large / small, at_most=1.2,
    )  # fmt: skip
    largest = measured[ROWS[-1]][0].megabytes
    yield row(
        f"{ROWS[-1]:,} placements: peak memory / {MEMORY_LIMIT} MB",
        f"{largest:.0f} MB", f"{MEMORY_LIMIT} MB", largest / MEMORY_LIMIT, at_most=1.0,
    )  # fmt: skip


PARTS = {"matching": years}
