"""The allocation: `lichsong-engine solve` against OR-tools' minimum-cost flow and HiGHS, on generated instances.

The engine's seconds are those that its result states: the solve alone, without reading and writing the files.
OR-tools' are those of its C++ code, without the Python around it. check.py recomputes all objectives.
"""

import json
import pathlib
import re
import sys
from typing import NamedTuple

from measuring import Failure, Row, best_in_turn, row, run

ORACLE = pathlib.Path(__file__).parent.parent / "AllocationOracle"
SMALL_RUNS, LARGE_RUNS = 5, 3
STATION_SEEDS, PROVINCE_SEEDS = (1, 2, 3), (1, 2)
MEMORY_LIMIT = 300  # MB

# What HiGHS 1.15.1 proved in one thread on an AMD EPYC; `--with-highs` proves it anew.
PROVEN = {
    1: {"L1": 12, "L3a": 5012, "L3b": 7_555_494_227, "seconds": 63.2},
    3: {"L1": 0, "L3a": 4794, "L3b": 6_166_080_479, "seconds": 90.8},
}


class Solved(NamedTuple):
    """A result's file, the seconds it took to solve, and the largest memory in MB."""

    path: pathlib.Path
    seconds: float
    megabytes: float


class Bench:
    """Makes the instances in `folder` and solves them there."""

    def __init__(self, lichsong, folder, with_highs):
        self.engine, self.folder, self.with_highs = lichsong.with_name("lichsong-engine"), folder, with_highs

    def instance(self, size, seed, *options):
        path = self.folder / f"{size}-{seed}{''.join(options)}.json"
        run(sys.executable, ORACLE / "generate.py", size, seed, path, *options)
        return path

    def ours(self, instance, *options):
        """An attempt: the engine solves the instance."""
        path = instance.with_suffix(f".ours{''.join(options)}.json")

        def attempt():
            path.unlink(missing_ok=True)
            # Status 1 tells of findings, such as too small a grid; there is a result nevertheless.
            done = run(self.engine, "solve", instance, "--out", path, *options, accepted=(0, 1))
            if not path.exists():
                raise Failure(f"no result: {done.output}")
            return Solved(path, read(path)["seconds"], done.megabytes)

        return attempt

    def theirs(self, instance, *options):
        """An attempt: the reference solver does."""
        path = instance.with_suffix(".theirs.json")

        def attempt():
            done = run(sys.executable, ORACLE / "reference.py", instance, "--out", path, *options)
            return Solved(path, json.loads(done.output)["core_seconds"], done.megabytes)

        return attempt

    def checked(self, instance, solved, *options):
        """The recomputed objectives."""
        command = (sys.executable, ORACLE / "check.py", instance, solved.path, *options)
        return json.loads(run(*command, accepted=(0, 1)).output.splitlines()[-1])


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def share(ours, theirs):
    """The ratio, which of nothing and nothing is 1."""
    return ours / theirs if theirs else 1.0 + ours


def duration(seconds):
    return f"{seconds:.1f} s" if seconds >= 10 else f"{seconds * 1000:,.1f} ms"


def percent(share):
    return f"{share:.2%}".replace("%", " %")


def verdict(ours, theirs=None):
    """In words and as a truth value: whether our schedule is valid and at least as good as theirs."""
    if not ours["feasible"]:
        return f"{ours['violations']} violations", False
    if theirs is None:
        return "valid", True
    levels = ("L1", "L3a_sum", "L3b", "L4")
    mine, other = ([objectives[level] for level in levels] for objectives in (ours, theirs))
    if mine == other:
        return "objectives equal", True
    better = mine < other
    first = next(level for level, a, b in zip(levels, mine, other) if a != b)
    return f"{first} {'better' if better else 'worse'}", better


def against_flow(bench, size, seed, runs):
    """The same problem, without C5 and C7, for both."""
    instance = bench.instance(size, seed)
    ours, theirs = best_in_turn(
        runs,
        bench.ours(instance, "--relax"),
        bench.theirs(instance, "--solver", "flow", "--no-coupling"),
    )
    said, valid = verdict(*(bench.checked(instance, solved, "--relax") for solved in (ours, theirs)))
    yield row(
        f"{size} {seed}: solve / OR-tools' C++ core, plain flow",
        duration(ours.seconds), duration(theirs.seconds), share(ours.seconds, theirs.seconds),
        at_most=0.3, checked=said, valid=valid,
    )


def stations(bench):
    for seed in STATION_SEEDS:
        yield from against_flow(bench, "station", seed, SMALL_RUNS)


def provinces(bench):
    for seed in PROVINCE_SEEDS:
        yield from against_flow(bench, "province", seed, LARGE_RUNS)


def without_measures(path):
    """A result's bytes without the time and the threads it took."""
    return re.sub(rb'"(seconds|threads)"\s*:[^,}]*', b"", path.read_bytes())


def country(bench):
    """How the time grows with the size, the memory it takes, and what a second thread gives."""
    small, large = bench.instance("province", 1), bench.instance("country-sample", 1)
    province, one, two = best_in_turn(
        LARGE_RUNS,
        bench.ours(small, "--threads", "1"),
        bench.ours(large, "--threads", "1"),
        bench.ours(large, "--threads", "2"),
    )
    per_placement = [
        solved.seconds / max(1, bench.checked(instance, solved)["placements"])
        for instance, solved in ((small, province), (large, one))
    ]
    said, valid = verdict(bench.checked(large, one))
    yield row(
        "country-sample 1: time per placement / province's",
        *(f"{seconds * 1e6:.2f} µs" for seconds in reversed(per_placement)),
        share(per_placement[1], per_placement[0]), at_most=1.2, checked=said, valid=valid,
    )
    yield row(
        f"country-sample 1: peak memory / {MEMORY_LIMIT} MB",
        f"{one.megabytes:.0f} MB", f"{MEMORY_LIMIT} MB", one.megabytes / MEMORY_LIMIT, at_most=1.0,
    )
    same = without_measures(one.path) == without_measures(two.path)
    yield row(
        "country-sample 1: one thread / two threads",
        duration(two.seconds), duration(one.seconds), share(one.seconds, two.seconds), at_least=1.7,
        checked="same bytes" if same else "other bytes", valid=same,
    )


def printed_gap(result):
    """The largest share by which a claimed objective exceeds its stated bound; None when none is stated."""
    claim, bound = result.get("claim") or {}, result.get("bound") or {}
    levels = [level for level in ("L1", "L3a", "L3a_sum", "L3b") if level in claim and level in bound]
    return max(((claim[level] - bound[level]) / max(1, claim[level]) for level in levels), default=None)


def proven_optimum(bench, instance, seed):
    """HiGHS' objectives and seconds, measured now or recorded, and a word for which."""
    if not bench.with_highs:
        return PROVEN[seed], "HiGHS, recorded"
    solved = bench.theirs(instance, "--solver", "highs", "--limit", "600")()
    return {**bench.checked(instance, solved), "seconds": solved.seconds}, "HiGHS"


def bottlenecks(bench):
    for seed in PROVEN:
        yield from against_highs(bench, seed)


def against_highs(bench, seed):
    """All rules, with too few translators."""
    instance = bench.instance("station", seed, "--translator-bottleneck")
    (ours,) = best_in_turn(SMALL_RUNS, bench.ours(instance))
    found = bench.checked(instance, ours)
    proven, source = proven_optimum(bench, instance, seed)
    name = f"station {seed}, translators short"
    said, valid = verdict(found)
    yield row(
        f"{name}: solve / {source}", duration(ours.seconds), duration(proven["seconds"]),
        ours.seconds / proven["seconds"], at_most=0.05, checked=said, valid=valid,
    )
    levels = (("L1", "shortage", 1.0), ("L3a", "worst deviation", 1.01), ("L3b", "squares", 1.01))
    for level, what, most in levels:
        yield row(
            f"{name}: {what} / {source}", f"{found[level]:,}", f"{proven[level]:,}",
            share(found[level], proven[level]), at_most=most, checked=said, valid=valid,
        )
    gap = printed_gap(read(ours.path))
    printed = "none" if gap is None else percent(gap)
    small = gap is not None and gap < 0.05
    yield Row(f"{name}: printed gap", printed, "–", "–", "< 5 %", said, small and valid)


PARTS = {"station": stations, "province": provinces, "country": country, "bottleneck": bottlenecks}
