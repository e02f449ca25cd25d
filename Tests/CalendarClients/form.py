"""Fills in a form as a district would with openpyxl: form.py IN OUT VALUE…, and prints what is locked and what is open.

The values go into the column “Số liệu” from the top; “-” leaves a cell empty. A locked cell that were to be filled, or an open
one that holds something, is an error.
"""

import sys

import openpyxl

source, target, *values = sys.argv[1:]
book = openpyxl.load_workbook(source)
for sheet in book:
    rows = list(sheet.iter_rows())
    head = next(i for i, row in enumerate(rows) if any(cell.value in ("Số liệu", "Value") for cell in row))
    names = [cell.value for cell in rows[head]]
    column = next(i for i, name in enumerate(names) if name in ("Số liệu", "Value"))
    open_columns = {names[i] for row in rows[head + 1 :] for i, cell in enumerate(row) if not cell.protection.locked}
    above = any(not cell.protection.locked for row in rows[: head + 1] for cell in row)
    print(f"{sheet.title}: protected {sheet.protection.sheet}, open {', '.join(n for n in names if n in open_columns)}, head open {above}")
    for row in rows[head + 1 :]:
        assert row[column].value is None and not row[column].protection.locked
        print("  " + " | ".join(str(cell.value) for cell in row[:column]))
        value = values.pop(0) if values else "-"
        if value != "-":
            row[column].value = int(value) if value.isdigit() else value
book.save(target)
