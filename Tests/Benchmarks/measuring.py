"""Running programs and putting their figures side by side."""

import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple


class Failure(Exception):
    """A program ended badly; the text is what it said last."""


class Run(NamedTuple):
    """`seconds` is wall time from start to end, `megabytes` the largest resident set, of 10^6 bytes each, `processor`
    the seconds of processor time of the whole process: what other programs do meanwhile hardly changes it."""

    output: str
    seconds: float
    megabytes: float
    processor: float


class Row(NamedTuple):
    """A line of the table: what is compared, ours, theirs, the ratio and its target, and what was checked."""

    what: str
    ours: str
    theirs: str
    ratio: str
    target: str
    checked: str
    reached: bool


def run(*command, accepted=(0,)) -> Run:
    """Runs a program to its end.

    A child's peak memory begins with that of this process, so this process must stay small.
    """
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode not in accepted:
        print(text, file=sys.stderr)
        last = (text.strip().splitlines() or ["nothing said"])[-1].strip()
        raise Failure(f"status {process.returncode}: {last}")
    return Run(text, seconds, usage.ru_maxrss * 1024 / 1e6, usage.ru_utime + usage.ru_stime)


def best_in_turn(times, *attempts, by="seconds"):
    """Makes the attempts in turn, so that busy moments hit all alike; of each, the one of least `by`."""
    rounds = [[attempt() for attempt in attempts] for _ in range(times)]
    return [min(column, key=lambda measured: getattr(measured, by)) for column in zip(*rounds)]


def row(what, ours, theirs, ratio, at_most=None, at_least=None, checked="–", valid=True) -> Row:
    """A row whose target, if it has one, bounds the ratio; `valid` says whether what was checked is as it should be."""
    if at_most is None and at_least is None:
        target, reached = "–", True
    elif at_most is not None:
        target, reached = f"≤ {at_most}", ratio <= at_most
    else:
        target, reached = f"≥ {at_least}", ratio >= at_least
    return Row(what, ours, theirs, f"{ratio:.3f}", target, checked, reached and valid)
