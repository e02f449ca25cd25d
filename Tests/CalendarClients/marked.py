"""Drafts as office programs write them, and what their marked copies have.

    marked.py write FOLDER     writes bao-cao.docx and bieu.xlsx, with invented figures of which some are wrong
    marked.py read FILE        lists coloured places and notes
    marked.py changed A B      names the parts of the archive A that differ in B, and those that only B has
"""

import sys
import zipfile

import docx
import openpyxl
from docx.enum.text import WD_COLOR_INDEX
from openpyxl.comments import Comment
from openpyxl.styles import Font

ROWS = [
    ["Đơn vị", "Tổng số", "Truyền hình", "Phát thanh"],
    ["Toàn tỉnh", 250, 100, 151],
    ["Huyện A", 120, 40, 80],
    ["Huyện B", 130, 60, 70],
]


def write(folder):
    paper = docx.Document()
    paper.add_heading("Báo cáo (số liệu hư cấu)", 1)
    paper.add_paragraph("Có 2.199 lượt: cấp huyện 1.201 lượt, cấp tỉnh 999 lượt, trong đó 12 lượt phát lại.")
    paper.add_paragraph("Có 182/222 đơn vị (81,90%).", style="List Bullet").runs[0].bold = True
    table = paper.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, value in zip(table.add_row().cells, row):
            cell.text = str(value)
    paper.add_paragraph("Hết.")
    paper.save(f"{folder}/bao-cao.docx")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Biểu 1"
    sheet.append(["BIỂU SỐ LIỆU (HƯ CẤU)"])
    sheet.merge_cells("A1:D1")
    for row in ROWS:
        sheet.append(row)
    sheet["B3"].comment = Comment("Đã xem", "Sở")
    sheet["D3"].font = Font(bold=True)
    other = book.create_sheet("Biểu 2")
    for row in [["Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], ["Tin", 120, 118, 98.33], ["Đối thoại", 4, 3, 70.0]]:
        other.append(row)
    book.save(f"{folder}/bieu.xlsx")


def read(path):
    if path.endswith(".docx"):
        paper = docx.Document(path)
        paragraphs = list(paper.paragraphs) + [
            p for table in paper.tables for row in table.rows for cell in row.cells for p in cell.paragraphs
        ]
        for paragraph in paragraphs:
            lit = [run.text for run in paragraph.runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
            if lit:
                print(f"yellow: {''.join(lit)}")
        for comment in paper.comments:
            print(f"{comment.author}: {comment.text}")
        return
    for sheet in openpyxl.load_workbook(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.fill.fgColor.rgb == "FFFFFF00":
                bold = ", bold" if cell.font.bold else ""
                print(f"{sheet.title}!{cell.coordinate} {cell.value}{bold}: {cell.comment.text}")


def changed(one, other):
    before, after = zipfile.ZipFile(one), zipfile.ZipFile(other)
    assert after.testzip() is None
    print("changed", *[name for name in before.namelist() if before.read(name) != after.read(name)])
    print("added", *[name for name in after.namelist() if name not in before.namelist()])


if __name__ == "__main__":
    {"write": write, "read": read, "changed": changed}[sys.argv[1]](*sys.argv[2:])
