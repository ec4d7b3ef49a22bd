#!/usr/bin/python3
"""Spelling and grammar of the French kit, by programs nobody here wrote (hunspell, grammalecte).

Usage: tests/prose/check.py KIT_FOLDER
Debian: hunspell hunspell-fr-classical grammalecte-cli. Words of the field stand in words.txt; findings
of grammar that were read and are right as they are stand in right.txt, one text a line.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
# Fields that are prose; ids, levels and addresses are not.
PROSE = (
    "title|short|text|ask|ask_phone|text_phone|essence|because|ask_yourself|detail|note|other_way|"
    "name|operator|varies"
)
STRING = r'"((?:[^"\\]|\\.)*)"'


def texts(folder):
    """Gives (file, text) for each sentence of the kit."""
    for path in sorted(pathlib.Path(folder).rglob("*.ron")):
        source = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
        for field in re.finditer(rf"\b(?:{PROSE}):\s*(?:Some\()?{STRING}", source):
            yield path.name, field.group(1)
        for block in re.finditer(r"\b(?:motivations|obstacles|documents|traps):\s*\[(.*?)\]", source, re.S):
            for item in re.finditer(STRING, block.group(1)):
                yield path.name, item.group(1)


def plain(text):
    """Puts ordinary spaces and apostrophes where the kit has typographic ones."""
    for old, new in (("\u202f", " "), ("\u00a0", " "), ("’", "'")):
        text = text.replace(old, new)
    return text


def unknown_words(lines):
    """Words that neither the dictionary nor the project's list knows."""
    known = set((HERE / "words.txt").read_text(encoding="utf-8").split())
    run = subprocess.run(
        ["hunspell", "-d", "fr_FR", "-i", "UTF-8", "-l"],
        input="\n".join(lines), capture_output=True, text=True, check=True,
    )
    return sorted({word for word in run.stdout.split() if word not in known and word.lower() not in known})


def grammar(lines):
    """Findings of grammar, as (text, message)."""
    right = set((HERE / "right.txt").read_text(encoding="utf-8").splitlines())
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        # Typography is ours (checked when the kit is read); so are lower-case beginnings of lines.
        run = subprocess.run(
            ["grammalecte-cli", "-j", "-f", file.name, "-off",
             "typo", "apos", "nbsp", "esp", "unit", "num", "maj", "eepi", "tu", "html", "latex", "md"],
            capture_output=True, text=True, check=False,
        )
    data = json.loads(run.stdout[run.stdout.index("{"):])
    for paragraph in data["data"]:
        line = lines[paragraph["iParagraph"] - 1]
        for error in paragraph["lGrammarErrors"]:
            if line not in right:
                yield line, f"{line[error['nStart']:error['nEnd']]} : {error['sMessage']}"


def main():
    found = list(texts(sys.argv[1]))
    lines = sorted({plain(text) for _, text in found})
    if len(lines) < 100:
        sys.exit(f"Only {len(lines)} texts were read: the extraction is wrong.")
    words = unknown_words(lines)
    faults = list(grammar(lines))
    for word in words:
        print(f"mot inconnu : {word}")
    for line, message in faults:
        print(f"grammaire : {message}\n    {line}")
    print(f"{len(lines)} textes, {len(words)} mots inconnus, {len(faults)} remarques de grammaire.")
    sys.exit(1 if words or faults else 0)


main()
