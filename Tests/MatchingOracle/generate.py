"""Writes a year of placements, the log of what aired, and the truth about it, from a seed.

    generate.py ROWS SEED FOLDER

FOLDER gets planned.csv, asrun.csv and truth.csv (the log's row from 1, and the placement's id or nothing).
Times are local wall time, lengths are seconds.
"""

import argparse
import csv
import datetime
import pathlib
import random

COLUMNS = (
    "Cải cách hành chính",
    "Đồng hành cùng Nhân dân",
    "Trang tin địa phương",
    "Pháp luật và đời sống",
)
TITLES = [f"Chuyên mục {column} số {number}" for column in COLUMNS for number in range(50)]
FIRST_START = datetime.datetime(2026, 1, 1, 5, 0)
DAYS, SLOTS = 365, 8  # of an outlet; a slot every other hour
LENGTH = 900

MISSED = 0.03  # of the placements never air
NEAR = 0.95  # of the others air within a few minutes, the rest 20 to 50 minutes off
CAPITALS = 0.1  # of the titles are logged in capitals
BULLETIN = 0.02  # of what airs is followed by a bulletin that nobody planned


def seconds(number):
    return datetime.timedelta(seconds=number)


def placements(count, draw):
    """Outlet, start and title, outlet by outlet in the order of time."""
    for number in range(count):
        outlet, rest = divmod(number, DAYS * SLOTS)
        day, slot = divmod(rest, SLOTS)
        start = FIRST_START + datetime.timedelta(days=day, hours=2 * slot)
        yield f"kenh-{outlet:04d}", start, draw.choice(TITLES)


def deviation(draw):
    if draw.random() < NEAR:
        return seconds(int(draw.gauss(0, 90)))
    return draw.choice([-1, 1]) * seconds(draw.randint(1200, 3000))


def aired(number, outlet, start, title, draw):
    """The rows of the log that a placement brings about, each with the truth: its id, or nothing."""
    if draw.random() < MISSED:
        return
    at = start + deviation(draw)
    logged = title.upper() if draw.random() < CAPITALS else title
    yield [outlet, at.isoformat(), logged, LENGTH + int(draw.gauss(0, 20))], number
    if draw.random() < BULLETIN:
        yield [outlet, (start + seconds(47 * 60)).isoformat(), "Bản tin đột xuất", 300], ""


def write(count, seed, folder):
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    with (
        open(folder / "planned.csv", "w", newline="", encoding="utf-8") as planned_file,
        open(folder / "asrun.csv", "w", newline="", encoding="utf-8") as log_file,
        open(folder / "truth.csv", "w", newline="", encoding="utf-8") as truth_file,
    ):
        planned, log, truth = (csv.writer(file) for file in (planned_file, log_file, truth_file))
        planned.writerow(["id", "outlet", "start", "title", "length"])
        log.writerow(["outlet", "start", "title", "length"])
        row = 0
        for number, (outlet, start, title) in enumerate(placements(count, draw)):
            planned.writerow([number, outlet, start.isoformat(), title, LENGTH])
            for line, id in aired(number, outlet, start, title, draw):
                row += 1
                log.writerow(line)
                truth.writerow([row, id])


def main():
    parser = argparse.ArgumentParser(description="Writes placements, a log and the truth about it.")
    parser.add_argument("rows", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    given = parser.parse_args()
    write(given.rows, given.seed, given.folder)


if __name__ == "__main__":
    main()
