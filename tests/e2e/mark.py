"""Marks opinions in the audit workbook with openpyxl: mark.py in.xlsx out.xlsx '{"name": {"header": value}}'."""
import json
import sys

import openpyxl

source, target, marks = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(source)
sheet = next(s for s in book.worksheets if "review" in s.tables)
left, top, right, bottom = openpyxl.utils.range_boundaries(sheet.tables["review"].ref)
headers = {sheet.cell(top, column).value: column for column in range(left, right + 1)}
found = set()
for row in range(top + 1, bottom + 1):
    name = sheet.cell(row, headers["姓名"]).value
    for header, value in marks.get(name, {}).items():
        sheet.cell(row, headers[header]).value = value
        found.add(name)
missing = set(marks) - found
if missing:
    sys.exit("no row of " + ", ".join(sorted(missing)))
book.save(target)
