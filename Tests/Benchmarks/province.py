"""A province's year as a plan's folder, and the log of what aired; all names are made up.

`write_plan` writes plan.yaml: so many outlets, each with so many lines of so many editions; every fourth line also has
versions in four languages. `write_log`, once placements.csv is there, writes as-run/log.csv with a share of the placements,
disturbed as logs are, and truth.csv: the placement of each row, by its line in the log.
"""

import csv
import datetime
import random
import unicodedata

SEED = 3
OTHERS = ["Phim truyện", "Ca nhạc theo yêu cầu", "Dự báo thời tiết", "Bóng đá"]
HEAD = """\
plan: tinh-lon
title: Kế hoạch tỉnh lớn (dựng để đo)
year: 2026
documents:
  - { number: 1/KH-UBND, date: 2026-01-05, issuer: UBND tỉnh }
units:
  dai: { name: Đài tỉnh, level: province }
blackouts:
  - { name: Tết, from: 2026-02-14, to: 2026-02-22 }
outlets:
"""


def plan(outlets, lines, editions):
    """The pieces of the plan's text."""
    yield HEAD
    for outlet in range(outlets):
        kind = "television" if outlet % 2 else "radio"
        evening = f"{18 + outlet % 4}:{outlet * 7 % 60:02d}"
        yield f"  k{outlet}:\n    name: Kênh {outlet}\n    kind: {kind}\n    grid:\n"
        yield f'      - {{ id: toi, rule: FREQ=DAILY, at: "{evening}", length: 15m, pieces: 6 }}\n'
        yield (
            f'      - {{ id: sang, rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", at: "06:{outlet * 11 % 60:02d}", '
            "length: 30m, pieces: 12, languages: [Mông, Thái, Hà Nhì, Dao] }\n"
        )
    yield "lines:\n"
    for outlet in range(outlets):
        for line in range(lines):
            yield (
                f"  - id: l{outlet}-{line}\n    title: Chuyên mục số {outlet}.{line}\n    form: chuyên mục\n"
                f"    outlet: k{outlet}\n    producer: dai\n    quota: {editions} kỳ\n"
            )
            if line % 4 == 0:
                yield "    versions: { into: [Mông, Thái, Hà Nhì, Dao], after: 5d }\n"


def write_plan(folder, outlets, lines, editions):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "plan.yaml", "w", encoding="utf-8") as file:
        file.writelines(plan(outlets, lines, editions))


def folded(text):
    """As a hurried hand types it: no marks, small letters."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def aired(row, draw):
    """When and under which title a placement aired."""
    start, title = datetime.datetime.fromisoformat(row["start"]), row["title"]
    kind = draw.random()
    if kind < 0.10:
        start += datetime.timedelta(minutes=draw.randint(-8, 8))
    elif kind < 0.12:
        start += datetime.timedelta(days=1)
    return start, folded(title) if draw.random() < 0.05 else title


def write_log(folder, share, until="9999"):
    """Of the placements with an hour before a day some do not air; other programmes air between them. Returns the rows."""
    draw = random.Random(SEED)
    with open(folder / "placements.csv", encoding="utf-8-sig", newline="") as file:
        placements = [row for row in csv.DictReader(file) if len(row["start"]) == 16 and row["start"] < until]
    (folder / "as-run").mkdir(exist_ok=True)
    with (
        open(folder / "as-run" / "log.csv", "w", encoding="utf-8", newline="") as log_file,
        open(folder / "truth.csv", "w", encoding="utf-8", newline="") as truth_file,
    ):
        log, truth = csv.writer(log_file), csv.writer(truth_file)
        log.writerow(["date", "time", "outlet", "title", "language", "minutes"])
        line = 1
        for row in placements:
            if draw.random() < 1 - share:
                continue
            start, title = aired(row, draw)
            day, time = start.date().isoformat(), start.strftime("%H:%M")
            line += 1
            log.writerow([day, time, row["outlet"], title, row["language"], 15])
            truth.writerow([line, row["uid"]])
            if draw.random() < 0.03:
                line += 1
                log.writerow([day, time, row["outlet"], draw.choice(OTHERS), "vi", 30])
                truth.writerow([line, ""])
    return line - 1


def mistakes(folder, outcomes):
    """Of reconcile's table of outcomes: wrong pairs, lost ones, and rows of the log."""
    with open(folder / "truth.csv", encoding="utf-8", newline="") as file:
        truth = dict(csv.reader(file))
    shown = {}
    with open(outcomes, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["uid"] and row["row"] and row["outcome"] != "relay":
                shown[row["row"]] = row["uid"]
    wrong = sum(uid != truth[row] for row, uid in shown.items())
    lost = sum(bool(uid) and row not in shown for row, uid in truth.items())
    return wrong, lost, len(truth)
