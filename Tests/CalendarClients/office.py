"""What openpyxl finds in a workbook and python-docx in a document, a line for each sheet or part."""

import sys
import zipfile
from xml.dom import minidom


def workbook(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    print(f"{book.properties.title}, created {book.properties.created:%Y-%m-%d}")
    fonts, papers, formulas = set(), set(), 0
    for sheet in book:
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
        kinds = " ".join(sorted({f"{cell.data_type}:{cell.number_format}" for cell in cells}))
        links = sorted({cell.hyperlink.location for cell in cells if cell.hyperlink})
        charts = [", ".join(one.val.numRef.f for one in chart.series) for chart in sheet._charts]
        print(f"{sheet.title}: {sheet.dimensions}, frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}; {kinds}")
        for name, found in ("chart of", charts), ("links to", links):
            if found:
                print(f"  {name} {'; '.join(found)}")
        fonts |= {cell.font.name for cell in cells}
        papers.add((sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.print_title_rows))
        formulas += sum(cell.data_type == "f" for cell in cells)
    print(f"fonts {sorted(fonts)}, papers {sorted(papers)}, formulas {formulas}")


def document(path):
    import docx

    paper = docx.Document(path)
    section = paper.sections[0]
    sides = ("top", "right", "bottom", "left")
    margins = [round(getattr(section, f"{side}_margin").mm) for side in sides]
    print(f"{paper.core_properties.title}, created {paper.core_properties.created:%Y-%m-%d}")
    print(f"page {round(section.page_width.mm)} x {round(section.page_height.mm)}, margins {margins}")
    normal = paper.styles.element.xpath("//w:docDefaults//w:rFonts/@w:ascii | //w:docDefaults//w:sz/@w:val")
    print(f"font {' '.join(normal)}")
    for paragraph in paper.paragraphs:
        if paragraph.text:
            print(f"  {paragraph.text}")
    for table in paper.tables:
        repeated = sum(bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows)
        print(f"table {len(table.rows)} x {len(table.columns)}, repeated rows {repeated}")


if __name__ == "__main__":
    # Every part must be well-formed XML before anybody is kind to it.
    with zipfile.ZipFile(sys.argv[1]) as archive:
        for name in archive.namelist():
            minidom.parseString(archive.read(name))
    (document if sys.argv[1].endswith(".docx") else workbook)(sys.argv[1])
