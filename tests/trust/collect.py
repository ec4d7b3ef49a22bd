"""Gathers the figures of the trust sheet that tests and scripts left, and says which are missing.

Usage: collect.py FOLDER [--beside KEPT] SOURCE…

Each source is a folder of figures; a later one wins. FOLDER receives them, for the document to read.
Figures of KEPT, from an earlier run, fill the document up but do not count as measured.
"""

import json
import pathlib
import sys

# Every figure the sheet is made of besides those it counts itself, by the name of its file.
EXPECTED = [
    "kills",
    "faults",
    "mutants",
    "mutations",
    "canaries",
    "sockets",
    "traces",
    "names",
    "atspi",
    "keyboard",
    "contrast",
    "idle",
    "start",
    "stdnum",
    "unsafe",
    "vectors",
]
# Those that are counts of what is there, the same on every machine: a document that says another
# number is out of date.
STEADY = ["kills", "mutants", "mutations", "canaries", "keyboard", "vectors", "unsafe"]
KEYS = {"line", "value", "target", "date", "command"}


def main():
    folder = pathlib.Path(sys.argv[1])
    sources = sys.argv[2:]
    kept = sources[1] if sources[:1] == ["--beside"] else None
    sources = sources[2:] if kept else sources
    found, measured = {}, set()
    for source in [kept, *sources] if kept else sources:
        for path in sorted(pathlib.Path(source).glob("*.json")):
            figures = json.loads(path.read_text(encoding="utf-8"))
            for figure in figures if isinstance(figures, list) else [figures]:
                if set(figure) != KEYS or not all(isinstance(v, str) and v for v in figure.values()):
                    sys.exit(f"not a figure: {path}")
            found[path.stem] = path
            if source != kept:
                measured.add(path.stem)
    if kept:
        values = {}
        for name in STEADY:
            for source in (pathlib.Path(kept), found.get(name, pathlib.Path()).parent):
                path = source / f"{name}.json"
                if path.exists():
                    value = json.loads(path.read_text(encoding="utf-8"))["value"]
                    values.setdefault(name, set()).add(value)
        stale = {name: sorted(said) for name, said in values.items() if len(said) > 1}
        if stale:
            sys.exit(f"trust: the document says something else than this run: {stale}")
    folder.mkdir(parents=True, exist_ok=True)
    for path in found.values():
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    missing = [name for name in EXPECTED if name not in measured]
    for name, path in sorted(found.items()):
        figures = json.loads(path.read_text(encoding="utf-8"))
        for figure in figures if isinstance(figures, list) else [figures]:
            print(f"trust: {figure['line']}: {figure['value']} ({figure['target']})")
    if missing:
        sys.exit(f"trust: not measured: {', '.join(missing)}")


main()
