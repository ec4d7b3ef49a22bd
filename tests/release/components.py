"""Prints the list of components to hand out, after comparing it with what the program says it has inside.

Usage: components.py LIST SOURCE INSIDE

LIST: what cargo cyclonedx wrote in SOURCE. INSIDE: what rust-audit-info read in the program. Paths of
SOURCE, a folder of this machine, are taken out. Fails if a component that is inside is not in the list
or if the list is not valid CycloneDX (checked by cyclonedx-python-lib, in an environment of its own).
"""

import json
import pathlib
import subprocess
import sys
import tempfile

CHECK = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
wrong = JsonStrictValidator(SchemaVersion.V1_5).validate_str(sys.stdin.read())
sys.exit(str(wrong) if wrong else 0)
"""
CHECKER = "cyclonedx-python-lib[json-validation]==11.12.0"


def valid(text):
    """Whether the list is what the standard says, by somebody else's reader."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = pathlib.Path(folder) / "bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", CHECKER], check=True)
        subprocess.run([python, "-c", CHECK], input=text, text=True, check=True)


def main():
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    text = text.replace(sys.argv[2], "/reflexe")
    said = json.loads(text)
    inside = json.loads(pathlib.Path(sys.argv[3]).read_text(encoding="utf-8"))
    listed = {(part["name"], part["version"]) for part in said["components"]}
    listed.add((said["metadata"]["component"]["name"], said["metadata"]["component"]["version"]))
    packages = {(part["name"], part["version"]) for part in inside["packages"] if part.get("kind", "runtime") == "runtime"}
    missing = sorted(packages - listed)
    if missing:
        sys.exit(f"release: inside and not in the list: {missing}")
    if not packages:
        sys.exit("release: the program does not say what is inside")
    valid(text)
    print(text.rstrip("\n"))
    print(f"release: {len(packages)} components inside, {len(listed)} in the list, which is valid", file=sys.stderr)


main()
