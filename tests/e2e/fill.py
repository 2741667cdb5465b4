"""Fills content controls of a .docx by tag with python-docx, as a program that is not ours would: fill.py in.docx out.docx '{"tag": "text"}'."""
import copy
import json
import sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

source, target, values = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
document = docx.Document(source)


def fill(control, text):
    properties = control.find(qn("w:sdtPr"))
    prompt = properties.find(qn("w:showingPlcHdr"))
    if prompt is not None:
        properties.remove(prompt)
    content = control.find(qn("w:sdtContent"))
    paragraphs = content.findall(qn("w:p"))
    lines = text.split("\n")
    if paragraphs:
        first = paragraphs[0]
        for extra in paragraphs[1:]:
            content.remove(extra)
        for run in first.findall(qn("w:r")):
            first.remove(run)
        blank = copy.deepcopy(first)
        add_run(first, lines[0])
        last = first
        for line in lines[1:]:
            paragraph = copy.deepcopy(blank)
            add_run(paragraph, line)
            last.addnext(paragraph)
            last = paragraph
    else:
        for child in list(content):
            content.remove(child)
        add_run(content, text)


def add_run(parent, text):
    # Two runs with a proofing mark between them, as editors leave them.
    middle = len(text) // 2
    for part in (text[:middle], text[middle:]):
        run = OxmlElement("w:r")
        node = OxmlElement("w:t")
        node.set(qn("xml:space"), "preserve")
        node.text = part
        run.append(node)
        parent.append(run)


missing = set(values)
for control in document.element.body.iter(qn("w:sdt")):
    tag = control.find(qn("w:sdtPr")).find(qn("w:tag"))
    name = tag.get(qn("w:val")) if tag is not None else None
    if name in values:
        fill(control, values[name])
        missing.discard(name)

document.save(target)
if missing:
    sys.exit("no control has the tag " + ", ".join(sorted(missing)))
