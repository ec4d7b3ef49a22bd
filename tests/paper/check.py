"""Printed pages, read by others: `check.py pages FOLDER KIT`, and a kit of hostile texts:
`check.py hostile KIT FOLDER`."""

import glob
import os
import re
import shutil
import subprocess
import sys

# What typst would read as markup, code or a shorthand; also what RON must quote.
MARKUP = "#let x = 1 $a$ *gras* _it_ @ref <lien> [crochet] `brut` = titre // note /* */ ~ -- \\n"


def ron_text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def hostile(kit, folder):
    shutil.copytree(kit, folder)
    path = sorted(glob.glob(f"{folder}/profiles/*.ron"))[0]
    text = ron_text(path)
    quoted = MARKUP.replace("\\", "\\\\")
    text, count = re.subn(r'essence: "[^"]+"', lambda _: f'essence: "{quoted}"', text)
    assert count == 1, path
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def squeezed(text):
    """Without any space, of whatever width: lines are broken where there is room."""
    return re.sub(r"\s+", "", text.replace("\u202f", "").replace("\u00a0", ""))


def text_of(pdf):
    code, text = run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-")
    assert code == 0, text
    return text


def expect_in_order(name, text, wanted):
    """Each of these, one after the other."""
    text = squeezed(text)
    at = 0
    for want in wanted:
        found = text.find(squeezed(want), at)
        assert found >= 0, f"{name}: « {want} » is not there, or not in its place"
        at = found + len(squeezed(want))
    return len(wanted)


def elements(path):
    """The top elements of a list, as texts."""
    return re.findall(r"\n    \(\n(.*?)\n    \)", ron_text(path), re.S)


def field(element, name):
    found = re.search(rf'\b{name}: "((?:[^"\\]|\\.)*)"', element)
    return found[1] if found else ""


def screen_order(kit, channel=None):
    families = re.findall(r'\( id: "([^"]+)", key:', ron_text(f"{kit}/kit.ron"))
    cues = elements(f"{kit}/cues.ron")
    if channel:
        cues = [cue for cue in cues if channel in re.search(r"channels: \[([^\]]*)\]", cue)[1]]
    ordered = []
    for family in families:
        own = [cue for cue in cues if field(cue, "family") == family]
        # The sort keeps the kit's order within each deck.
        own.sort(key=lambda cue: "deck: Short" not in cue)
        ordered.append(own)
    assert sum(map(len, ordered)) == len(cues)
    return ordered


def orders(folder, kit):
    checked = 0
    families = screen_order(kit)
    flat = [cue for family in families for cue in family]
    for format_ in ("a4", "a6"):
        name = f"cues-{format_}"
        lines = [want for cue in flat for want in (field(cue, "code"), field(cue, "short"), field(cue, "text"))]
        checked += expect_in_order(name, text_of(f"{folder}/{name}.pdf"), lines)
    for format_ in ("a4", "a6"):
        name = f"sheet-{format_}"
        text = text_of(f"{folder}/{name}.pdf")
        # Counter first: its short deck, then the other cues; then the same for the phone.
        wanted = []
        for channel in ("Counter", "Phone"):
            own = screen_order(kit, channel)
            short = [[cue for cue in family if "deck: Short" in cue][:2] for family in own]
            first = [cue for family in short for cue in family]
            rest = [cue for family, taken in zip(own, short) for cue in family if cue not in taken]
            wanted += [field(cue, "code") + field(cue, "short") for cue in first + rest]
        checked += expect_in_order(name, text, wanted)
    for format_ in ("a4", "a6"):
        name = f"questions-{format_}"
        wanted = []
        for question in elements(f"{kit}/questions.ron"):
            wanted += [field(question, "code"), field(question, "ask")]
            answers = re.findall(r'\( id: "[^"]+", text: "([^"]+)"', question)
            wanted += [f"{at}{answer}" for at, answer in enumerate(answers, 1)]
        checked += expect_in_order(name, text_of(f"{folder}/{name}.pdf"), wanted)
    for path in sorted(glob.glob(f"{kit}/profiles/*.ron")):
        text = ron_text(path)
        code = re.search(r'code: "([^"]+)"', text)[1]
        essence = re.search(r'essence: "([^"]+)"', text)[1]
        name = re.search(r'name: "([^"]+)"', text)[1]
        said = re.findall(r'text: "(«[^"]+)", channels', text)
        both = [one for one in said if f'{one}", channels: [Counter, Phone]' in text]
        whole = text_of(f"{folder}/one-{code}-a4.pdf")
        checked += expect_in_order(f"one-{code}-a4", whole, [name, essence, *both])
        # Every sentence to say is on the whole page.
        for one in said:
            checked += expect_in_order(f"one-{code}-a4", whole, [one])
        for format_ in ("a6", "a6-on-a4"):
            small = text_of(f"{folder}/one-{code}-{format_}.pdf")
            checked += expect_in_order(f"one-{code}-{format_}", small, [name, essence, said[0]])
    checked += expect_in_order("hostile", text_of(f"{folder}/hostile.pdf"), [MARKUP])
    return checked


def fonts(pdf):
    code, listing = run("pdffonts", pdf)
    assert code == 0, listing
    lines = listing.splitlines()[2:]
    assert lines, f"{pdf}: no font"
    for line in lines:
        # …  emb sub uni object ID
        embedded, subset, unicode_ = line.split()[-5:-2]
        assert (embedded, subset, unicode_) == ("yes", "yes", "yes"), f"{pdf}: {line}"
        assert "AtkinsonHyperlegibleNext" in line, f"{pdf}: {line}"


def info(pdf):
    code, said = run("pdfinfo", pdf)
    assert code == 0, said
    assert re.search(r"^Tagged:\s+yes$", said, re.M), f"{pdf}: {said}"
    assert re.search(r"^Title:\s+\S", said, re.M), f"{pdf}: {said}"
    sizes = {"a4": "595.276 x 841.89", "a6": "297.638 x 419.528"}
    for end, size in sizes.items():
        name = os.path.basename(pdf).removesuffix("-en.pdf").removesuffix(".pdf")
        # A role play on A6 keeps whole pages for whoever leads.
        mixed = name == "workshop-a6"
        if name.endswith(f"-{end}") and not name.endswith("-on-a4") and not mixed:
            assert size in said, f"{pdf}: {said}"


def checkers(pdfs):
    code, said = run(sys.executable, "-m", "pdfua", "check", *pdfs)
    # 0 is « no finding », not even a remark.
    assert code == 0, said
    code, said = run(sys.executable, "-c", "from outloud.cli import main; main()", "--quiet", "--fail-on", "error", *pdfs)
    assert code == 0, said
    judged = [line for line in said.splitlines() if ".pdf" in line]
    assert len(judged) == len(pdfs), said
    return judged


def pages(folder, kit):
    pdfs = sorted(glob.glob(f"{folder}/*.pdf"))
    assert len(pdfs) > 60, len(pdfs)
    for pdf in pdfs:
        fonts(pdf)
        info(pdf)
    checked = orders(folder, kit)
    judged = checkers(pdfs)
    warned = [line for line in judged if not re.search(r"\b0 warning", line)]
    print(f"{len(pdfs)} PDF, {checked} texts in their place, both checkers: no error")
    print(f"{len(warned)} of them with a remark of the second checker" + "".join(f"\n  {one}" for one in warned[:8]))


if __name__ == "__main__":
    {"pages": pages, "hostile": hostile}[sys.argv[1]](*sys.argv[2:])
