"""Changes cells of a plan's workbook as a planner would: sheets.py IN OUT EDIT…, and prints what each sheet offers.

An edit is “SHEET|ROW|HEADING=VALUE”, where ROW is the text of the row's first filled cell, “+” for a new row (several edits with
the same “+name” are one row); “SHEET|ROW|delete” takes a row out, “SHEET|A2:A3|merge” merges cells. A value of the form
2027-01-08 is a day.
"""

import datetime
import re
import sys

import openpyxl

source, target, *edits = sys.argv[1:]
book = openpyxl.load_workbook(source)
for sheet in book:
    lists = sorted({f"{v.formula1}" for v in sheet.data_validations.dataValidation})
    print(f"{sheet.title}: {sheet.sheet_state}, frozen {sheet.freeze_panes}, {sheet.max_row - 1} rows, lists {' '.join(lists)}")
new = {}
for edit in edits:
    name, row, rest = edit.split("|", 2)
    sheet = book[name]
    if rest == "merge":
        sheet.merge_cells(row)
        continue
    if row.startswith("+"):
        number = new.setdefault((name, row), sheet.max_row + 1)
    else:
        number = next(r[0].row for r in sheet.iter_rows() if row in (r[0].value, f"{r[0].value}/{r[1].value}"))
    if rest == "delete":
        sheet.delete_rows(number)
        continue
    heading, value = rest.split("=", 1)
    column = next(c.column for c in sheet[1] if c.value == heading)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        value = datetime.datetime.fromisoformat(value)
    elif value.isdigit():
        value = int(value)
    sheet.cell(number, column).value = value or None
book.save(target)
