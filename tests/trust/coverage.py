"""Counts the lines that tests run, layer by layer, and leaves the figure of the trust sheet.

Usage: coverage.py LINES [--files]

LINES: what tests/trust/coverage says, a file, a line and a count on each. Lines of tests themselves
are not counted. Fails if the core (src/domain) is below nine in ten. --files tells what no test runs.
"""

import collections
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from figure import leave

LAYERS = ["domain", "text", "store", "app", "cli"]
CORE = "domain"
LEAST = 0.9


def of_tests(path):
    """Whether a file is compiled for tests only."""
    return path.stem in ("tests", "testing") or "tests" in path.parts


def lines_of_tests(path):
    """Numbers of the lines that are in a block for tests only."""
    held, inside, announced = set(), False, False
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line == "#[cfg(test)]":
            announced = True
        elif announced and re.match(r"(pub(\(\w+\))? )?(mod|fn|impl)\b.*[^;]$", line):
            inside, announced = True, False
        elif announced and line.endswith(";"):
            announced = False
        if inside:
            held.add(number)
            inside = line != "}"
    return held


def percent(part, whole):
    return f"{100 * part / max(whole, 1):.1f}".replace(".", ",") + "\u00a0%"


def main():
    missed = collections.defaultdict(list)
    counted = collections.Counter()
    apart = {}
    for row in open(sys.argv[1], encoding="utf-8"):
        name, number, count = row.rstrip("\n").split("\t")
        path = pathlib.Path(name)
        if of_tests(path):
            continue
        if int(number) in apart.setdefault(path, lines_of_tests(path)):
            continue
        counted[path] += 1
        if int(count) == 0:
            missed[path].append(int(number))
    lines, run = collections.Counter(), collections.Counter()
    for path, count in counted.items():
        layer = path.parts[1]
        lines[layer] += count
        run[layer] += count - len(missed[path])
    worst = sorted(missed, key=lambda path: -len(missed[path]))
    for path in worst if "--files" in sys.argv else []:
        print(f"{path}: {len(missed[path])} of {counted[path]}: {missed[path]}")
    for layer in LAYERS:
        print(f"{layer}: {run[layer]} of {lines[layer]}, {percent(run[layer], lines[layer])}")
    others = " ; ".join(f"{layer} {percent(run[layer], lines[layer])}" for layer in LAYERS if layer != CORE)
    leave(
        "coverage",
        "lignes couvertes du cœur",
        f"{percent(run[CORE], lines[CORE])} de {lines[CORE]:_} lignes de {CORE} ({others})".replace("_", "\u202f"),
        "≥ 90\u00a0%",
        "tests/trust/coverage.sh",
    )
    if run[CORE] < LEAST * lines[CORE]:
        sys.exit(f"coverage: {CORE} is below {percent(LEAST, 1)}")


main()
