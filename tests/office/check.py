"""Reads what run.sh made, and says what is not as it should be.

It knows nothing of the program but the texts of examples/export_samples.rs, and what each must be in a
spreadsheet.
"""

import glob
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

COLUMNS = "date canal theme duree suite materiel orientation autonomie etapes complement piste kit".split()
# What was typed, once on one line, and what its cell holds.
TYPED = [
    ("", None),
    ("Œuf, été, forêt : 3 € « entre guillemets » l’été",) * 2,
    ("dit \"oui\" ; puis 'non'",) * 2,
    ("=1+1", "'=1+1"),
    ("+33", "'+33"),
    ("-2+3", "'-2+3"),
    ("@SUM(1;1)", "'@SUM(1;1)"),
    ("＝1+1", "'＝1+1"),
    ("＋33", "'＋33"),
    ("=1+1", "'=1+1"),
    ("\"=1+1\"", "'\"=1+1\""),
    ("=HYPERLINK(\"http://a.example\";\"clic\")", "'=HYPERLINK(\"http://a.example\";\"clic\")"),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("revenir,=1+1,ou rien", "revenir,'=1+1,ou rien"),
    ("revenir;=1+1;ou rien", "revenir;'=1+1;ou rien"),
    ("revenir =1+1",) * 2,
    ("revenir =1+1",) * 2,
    # A spreadsheet takes it for a number: its zeros are in the other formats.
    ("007", "7"),
    ("3 - 2 = 1",) * 2,
    ("日本 👍 e\u0301",) * 2,
]
# The last note has everything else.
FULL = {
    "canal": "Téléphone",
    "theme": "Étranger",
    "suite": "Pièce à fournir",
    "materiel": "Ordinateur | Téléphone",
    "orientation": "Médiation numérique",
    "autonomie": "Partiellement autonome",
    "etapes": "Site montré ; lu | '=1+1 | Sur deux\nlignes",
    "piste": "'@Le \"Fil\"",
}

faults = []
checks = 0


def check(holds, words):
    global checks
    checks += 1
    if not holds:
        faults.append(words)


def text_of(node):
    """The text of a paragraph, with its spaces."""
    text = node.text or ""
    for child in node:
        if child.tag == TEXT + "s":
            text += " " * int(child.get(TEXT + "c", "1"))
        elif child.tag == TEXT + "tab":
            text += "\t"
        elif child.tag == TEXT + "line-break":
            text += "\n"
        else:
            text += text_of(child)
        text += child.tail or ""
    return text


def value_of(cell):
    kind = cell.get(OFFICE + "value-type")
    if kind is None:
        return None
    if kind == "date":
        return cell.get(OFFICE + "date-value")
    if kind == "float":
        return cell.get(OFFICE + "value")
    return "\n".join(text_of(line) for line in cell.findall(TEXT + "p"))


def table_of(path):
    """Rows of values, and how many cells are formulas."""
    root = tree.parse(path).getroot()
    formulas = sum(1 for cell in root.iter(TABLE + "table-cell") if cell.get(TABLE + "formula"))
    rows = []
    for row in root.iter(TABLE + "table-row"):
        values = []
        for cell in row.iter(TABLE + "table-cell"):
            values += [value_of(cell)] * int(cell.get(TABLE + "number-columns-repeated", "1"))
        rows += [values] * int(row.get(TABLE + "number-rows-repeated", "1"))
    return rows, formulas


def check_tables(work, count):
    for separators in ("59", "44", "9", "59-44-9"):
        _, formulas = table_of(f"{work}/control-{separators}/control.fods")
        # With commas the quotes of the first cell are part of it, and the second cell breaks out.
        if separators != "9":
            check(formulas > 0, f"the control has no formula at {separators}: this check is blind")
        for n in range(count):
            name = f"accompagnement_20261125_note{n:02}"
            rows, formulas = table_of(f"{work}/notes-{separators}/{name}.fods")
            check(formulas == 0, f"{name} at {separators}: {formulas} formulas")
            if "59" not in separators:
                continue
            check(len(rows) == 2, f"{name} at {separators}: {len(rows)} rows")
            check(all(len(row) == len(COLUMNS) for row in rows), f"{name} at {separators}: {rows}")
            check(rows[0] == COLUMNS, f"{name} at {separators}: {rows[0]}")
            row = dict(zip(COLUMNS, rows[1]))
            check(row["date"] == "2026-11-25", f"{name}: date {row['date']!r}")
            check(row["duree"] == "15\u00a0min", f"{name}: duree {row['duree']!r}")
            if n < len(TYPED):
                check(row["complement"] == TYPED[n][1], f"{name} at {separators}: {row['complement']!r}")
                check(row["canal"] == "Guichet" and row["piste"] is None, f"{name}: {row}")
            else:
                for column, value in FULL.items():
                    check(row[column] == value, f"{name} at {separators}: {column} {row[column]!r}")


def check_json(work, program, count):
    for n in range(count):
        path = f"{work}/notes/accompagnement_20261125_note{n:02}.json"
        with open(path, encoding="utf-8") as file:
            note = json.load(file)
        check(list(note) == ["format"] + COLUMNS, f"{path}: {list(note)}")
        check(note["format"] == 1, f"{path}: format")
        if n < len(TYPED):
            check(note["complement"] == TYPED[n][0], f"{path}: {note['complement']!r}")
            check(note["piste"] is None and note["suite"] is None, f"{path}: {note}")
        else:
            check(note["suite"] == "piece_a_fournir", f"{path}: {note}")
            check(note["etapes"][2] == "Sur deux\nlignes", f"{path}: {note}")
        with open(path[:-4] + "txt", encoding="utf-8") as file:
            text = file.read()
        # As written, as another program would write it again, and as RON: the same note.
        with tempfile.TemporaryDirectory() as folder:
            again = os.path.join(folder, "note.json")
            with open(again, "w", encoding="utf-8-sig") as file:
                json.dump(note, file, sort_keys=True)
            for source in (path, again, path[:-4] + "ron"):
                read = subprocess.run([program, "--read", source], capture_output=True, check=False)
                said = read.stdout.decode("utf-8", "replace")
                check(read.returncode == 0 and said == text, f"{source}: {read.stderr!r} {said!r}")


def check_encodings(work):
    with open(f"{work}/encodings", encoding="utf-8") as file:
        told = [map(str.strip, line.rsplit(":", 1)) for line in file.read().splitlines()]
    for path, encoding in told:
        check(encoding in ("utf-8", "us-ascii"), f"{path}: {encoding}")
        with open(path, "rb") as file:
            data = file.read()
        text = data.decode("utf-8")
        check(text.startswith("\ufeff") == path.endswith(".csv"), f"{path}: byte order mark")
        lines = text.replace("\r\n", "") if path.endswith(".csv") else text
        check("\r" not in lines and "\0" not in text, f"{path}: control characters")
        check(text.endswith("\n"), f"{path}: no end of line")


def main():
    work, program = sys.argv[1:]
    count = len(glob.glob(f"{work}/notes/*.csv"))
    check(count == len(TYPED) + 1, f"{count} tables")
    check(len(os.listdir(f"{work}/notes")) == 5 * count, "five files a note")
    check_tables(work, count)
    check_json(work, program, count)
    check_encodings(work)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{count} notes in five formats, {checks} checks, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
