"""What both comparisons share: asking the guard, and writing the figures down."""

import datetime
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def ask(program, lines):
    """One answer a line, in order."""
    text = "".join(f"{kind}\t{value}\n" for kind, value in lines)
    done = subprocess.run([program], input=text, capture_output=True, text=True, check=True)
    answers = done.stdout.split("\n")[:-1]
    assert len(answers) == len(lines), (len(answers), len(lines))
    return answers


def write(name, rows, command):
    """Figures for docs/CONFIANCE.md, dated, with the command that makes them again."""
    folder = ROOT / "docs" / "trust"
    folder.mkdir(parents=True, exist_ok=True)
    today = datetime.date.today().isoformat()
    rows = [
        {"line": line, "value": value, "target": target, "date": today, "command": command}
        for line, value, target in rows
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    (folder / name).write_text(text, encoding="utf-8")


def spaced(number):
    """A count as French writes it."""
    return f"{number:,}".replace(",", "\u202f")
