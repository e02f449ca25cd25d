"""Logs: `lichsong import` of generated years into a plan's Book.

The seconds are those of the whole process. A year is the one that matching.py matches, as the log of a plan with as many
openings.
"""

import csv
import pathlib
import random
import shutil
import sys
import zipfile

from measuring import best_in_turn, row, run

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "MatchingOracle"))
import generate  # noqa: E402

ROWS = (10_000, 100_000, 1_000_000)
SEED = 1
RUNS = 3
SECONDS_LIMIT = 3
MEMORY_LIMIT = 600  # MB
NAMES = ["date", "time", "outlet", "title", "minutes"]


def write_plan(path, count):
    """A plan with the openings of `count` placements, each outlet's lines filling them evenly."""
    outlets = range(-(-count // (generate.DAYS * generate.SLOTS)))
    quota = generate.DAYS * generate.SLOTS // len(generate.COLUMNS)
    with open(path, "w", encoding="utf-8") as plan:
        plan.write("plan: bench\ntitle: Một kế hoạch lớn (số liệu minh họa)\nyear: 2026\noutlets:\n")
        for outlet in outlets:
            plan.write(f"  kenh-{outlet:04d}:\n    name: Kênh {outlet}\n    kind: television\n    grid:\n")
            for slot in range(generate.SLOTS):
                hour = f"{5 + 2 * slot:02d}:00"
                plan.write(f'      - {{ id: khung-{slot}, rule: FREQ=DAILY, at: "{hour}", length: 15m }}\n')
        plan.write("lines:\n")
        for outlet in outlets:
            for number, title in enumerate(generate.COLUMNS):
                plan.write(
                    f"  - {{ id: k{outlet}-{number}, title: {title}, form: chuyên mục, "
                    f"outlet: kenh-{outlet:04d}, quota: {quota} }}\n"
                )


def rows_of(count):
    """The rows of the log of `count` placements."""
    draw = random.Random(SEED)
    for number, (outlet, start, title) in enumerate(generate.placements(count, draw)):
        for (where, at, logged, length), _ in generate.aired(number, outlet, start, title, draw):
            day, _, time = at.partition("T")
            yield [day, time, where, logged, round(length / 60)]


def write_log(path, rows):
    """The rows as CSV; returns how many there are."""
    written = 0
    with open(path, "w", newline="", encoding="utf-8") as log:
        table = csv.writer(log)
        table.writerow(NAMES)
        for cells in rows:
            table.writerow(cells)
            written += 1
    return written


def changed(rows):
    """The same with the length of one row of a hundred changed."""
    draw = random.Random(SEED + 1)
    for cells in rows:
        yield [*cells[:-1], 99] if draw.random() < 0.01 else cells


def write_sheet(path, rows):
    """The rows as a spreadsheet with its texts in the cells."""
    head = "<workbook><sheets><sheet name='A' r:id='a'/></sheets></workbook>"
    links = "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", head)
        book.writestr("xl/_rels/workbook.xml.rels", links)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b"<worksheet><sheetData>")
            sheet.write(row_xml(1, NAMES))
            for number, cells in enumerate(rows, 2):
                sheet.write(row_xml(number, cells))
            sheet.write(b"</sheetData></worksheet>")


def row_xml(number, cells):
    texts = "".join(
        f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for column, cell in enumerate(cells)
    )
    return f'<row r="{number}">{texts}</row>'.encode()


class Bench:
    """Makes the plans and logs in `folder` and imports them there."""

    def __init__(self, lichsong, folder):
        self.lichsong, self.folder = lichsong, folder

    def year(self, count):
        """A plan's folder with its log; and how many rows this has."""
        folder = self.folder / f"logs-{count}"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "as-run").mkdir(parents=True)
        write_plan(folder / "plan.yaml", count)
        return folder, write_log(folder / "as-run" / "log.csv", rows_of(count))

    def imported(self, folder, log="as-run/log.csv", minute=0, anew=False):
        """An attempt: the log is imported; with `anew` into an empty Book."""

        def attempt():
            if anew:
                shutil.rmtree(folder / "book", ignore_errors=True)
            return run(
                self.lichsong, "import", folder, folder / log, "--at", f"2026-12-31T09:{minute:02d}", "--lang", "en"
            )

        return attempt


def memory_row(what, measured, words):
    """The largest memory of an import, whose output has to have these words."""
    return row(
        f"{what}: peak memory / {MEMORY_LIMIT} MB",
        f"{measured.megabytes:.0f} MB", f"{MEMORY_LIMIT} MB", measured.megabytes / MEMORY_LIMIT, at_most=1.0,
        checked=f"{measured.seconds:.2f} s", valid=words in measured.output,
    )  # fmt: skip


def imports(bench):
    measured = {}
    for count in ROWS:
        folder, rows = bench.year(count)
        (best,) = best_in_turn(RUNS, bench.imported(folder, anew=True))
        measured[count] = best.seconds / rows
        if count != ROWS[-1]:
            continue
        yield row(
            f"import of {rows:,} rows / {SECONDS_LIMIT} s",
            f"{best.seconds:.2f} s", f"{SECONDS_LIMIT} s", best.seconds / SECONDS_LIMIT, at_most=1.0,
            valid=f"{rows:,} new" in best.output,
        )  # fmt: skip
        yield memory_row(f"import of {rows:,} rows", best, f"{rows:,} new")
        (again,) = best_in_turn(RUNS, bench.imported(folder, minute=1))
        yield memory_row("the same again", again, " 0 new")
        write_log(folder / "changed.csv", changed(rows_of(count)))
        (other,) = best_in_turn(1, bench.imported(folder, "changed.csv", minute=2))
        yield memory_row("the same with 1 % of the rows changed, into that Book", other, "replacing earlier ones")
        write_sheet(folder / "log.xlsx", rows_of(count))
        (sheet,) = best_in_turn(1, bench.imported(folder, "log.xlsx", anew=True))
        yield memory_row(f"import of {rows:,} rows of a spreadsheet", sheet, f"{rows:,} new")
    large = measured[ROWS[-1]]
    for count in ROWS[:-1]:
        yield row(
            f"import: time for a row, {ROWS[-1]:,} / {count:,} placements",
            f"{large * 1e6:.2f} µs", f"{measured[count] * 1e6:.2f} µs", large / measured[count], at_most=1.2,
        )  # fmt: skip


PARTS = {"import": imports}
