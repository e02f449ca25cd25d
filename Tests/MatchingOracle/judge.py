"""Counts the wrong pairs of a result.

    judge.py FOLDER PAIRS.csv

PAIRS.csv has a header and begins each line with the log's row and an id or nothing. Prints JSON: `rows` of the log,
`wrong` pairs (with another placement than the true one, or with any for what was not planned), `lost` pairs (none
where there is a true one), and `twice`, placements that more than one row shows.
"""

import csv
import json
import sys


def judge(truth_lines, pair_lines):
    counts = {"rows": 0, "wrong": 0, "lost": 0, "twice": 0}
    truth, pairs = csv.reader(truth_lines), csv.reader(pair_lines)
    next(pairs)
    shown = set()
    for (row, true), (said_row, said, *_) in zip(truth, pairs, strict=True):
        if row != said_row:
            raise SystemExit(f"row {said_row} stands where {row} should")
        counts["rows"] += 1
        counts["wrong"] += bool(said) and said != true
        counts["lost"] += not said and bool(true)
        counts["twice"] += bool(said) and said in shown
        shown.add(said)
    return counts


def main():
    folder, pairs = sys.argv[1:]
    with (
        open(f"{folder}/truth.csv", newline="", encoding="utf-8") as truth_lines,
        open(pairs, newline="", encoding="utf-8") as pair_lines,
    ):
        print(json.dumps(judge(truth_lines, pair_lines)))


if __name__ == "__main__":
    main()
