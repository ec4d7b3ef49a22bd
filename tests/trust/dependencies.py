"""Prints what can be counted of each direct dependency, for docs/DEPENDANCES.md.

Lines of Rust of its own, uses of unsafe in them, whether code runs while it is built, and how many
components come with it and with no other. On Linux; sources must have been fetched.
"""

import json
import pathlib
import re
import subprocess

UNSAFE = re.compile(r"\bunsafe\b\s*(\{|fn|impl|trait|extern)")


def main():
    said = subprocess.check_output(
        ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"]
    )
    tree = json.loads(said)
    packages = {package["id"]: package for package in tree["packages"]}
    nodes = {node["id"]: node["deps"] for node in tree["resolve"]["nodes"]}

    def kinds(dependency):
        return {kind["kind"] for kind in dependency["dep_kinds"]}

    def brings(first):
        seen, left = set(), [first]
        while left:
            one = left.pop()
            if one not in seen:
                seen.add(one)
                left += [d["pkg"] for d in nodes[one] if kinds(d) & {None, "build"}]
        return seen

    direct = {d["pkg"]: kinds(d) for d in nodes[tree["resolve"]["root"]]}
    shipped = {one: brings(one) for one, of in direct.items() if None in of}
    for one in sorted(direct, key=lambda one: packages[one]["name"]):
        package = packages[one]
        folder = pathlib.Path(package["manifest_path"]).parent
        lines = unsafe = 0
        for path in folder.rglob("*.rs"):
            if not {"tests", "benches", "examples"} & set(path.relative_to(folder).parts):
                text = path.read_text(encoding="utf-8", errors="replace")
                lines += text.count("\n")
                unsafe += len(UNSAFE.findall(text))
        others = set().union(*(of for other, of in shipped.items() if other != one))
        alone = len(brings(one) - {one} - others)
        built = any("custom-build" in target["kind"] for target in package["targets"])
        print(
            f"{package['name']} {package['version']}: {lines} lines, unsafe {unsafe}, "
            f"brings {alone}{', build script' if built else ''}{'' if one in shipped else ', tests only'}"
        )


main()
