"""Real keys on a French keyboard, and what they did as a colleague would find it: in the note.

Usage: keys.py SCENARIO [LAYOUT]; called by run.sh, which gives a display with that
layout, a session bus and a running program whose home is $PROGRAM_HOME. What has no trace in the note,
such as which cue is ticked, is read from the accessibility tree.
"""

import os
import pathlib
import re
import subprocess
import sys
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "atspi"))
from bus import SECONDS, application, clipboard, listen, plain, pyatspi, read_tree  # noqa: E402
from keyboard import Keyboard  # noqa: E402

# What the interface and the note say, as their sources have it.
WINDOW = "flexe Personas"
THEMES = [
    "papiers",
    "famille",
    "social",
    "travail",
    "logement",
    "transports",
    "argent",
    "justice",
    "étranger",
    "loisirs",
]
# A question whose answers the note keeps as equipment, by the start of its words, and what its
# first four answers make of it.
DEVICE_QUESTION = "Pour vos démarches, avec quoi"
DEVICES = ["ordinateur", "téléphone", "aucun", "autre"]
QUESTIONS_TITLE = "Poser une autre question"
CLOSE = "Fermer"
# A family with ten cues at the counter, one for each digit.
FAMILY = "n"
# The strip says the channel beside the time at hand, until a lead is followed.
PHONE_CHOSEN = "Téléphone ·"
# In the whole window, then in the strip.
FOLLOW = ("Suivre cette piste", "Suivre")
DONE_NEXT = "Fait, suivante"
STEP_ENDS = (
    ", Répondre",
    ", Rassurer",
    ", Faire faire",
    ", Faire avec",
    ", Faire pour",
    ", Ouvrir l’autre voie",
    ", Passer le relais",
)
STEPS_DONE = re.compile(r"^(?:.* · )?(\d+) étapes?(?: · .*)?$")
WIPED = "Effacé"
WITHDRAW = "Retirer la réponse : "
ORIENTATION_TITLE = "Orienter vers"
# Of the field: the button that opens the search has the same name as the search.
SEARCH_TITLE = "Chercher un indice, une étape, une question, une commande"
SEARCHED = "mail"
HIT_CUE = "e-mail, ou ne sait plus laquelle · noter l’indice"
NOT_LEFT = "La note n’est pas encore partie"

# What is promised to who has a call or somebody in front of them.
MOST_KEYS = {
    "phone": 18,
    "phone by setting": 17,
    "counter": 19,
    "counter with orientation": 21,
    "counter with orientation and a search": 27,
}
# Seconds between the keys of an interview. Four within 300 ms that are not a path of cues are taken
# for typing meant for another window, which no hand does while it listens.
PACE = 0.2

# The row as its unshifted caps print it, to make sure that the layout is the one meant.
ROW = {
    "fr": "ampersand eacute quotedbl apostrophe parenleft minus egrave underscore ccedilla agrave",
    "us": "1 2 3 4 5 6 7 8 9 0",
    "fr bepo": "quotedbl guillemotleft guillemotright parenleft parenright at plus minus slash asterisk",
}
DIGITS = "1234567890"

# A character, and the keys that give it: the first way this layout has.
TYPED = {
    "ê": [("dead_circumflex", "e")],
    "ë": [("dead_diaeresis", "e")],
    "î": [("dead_circumflex", "i")],
    "ï": [("dead_diaeresis", "i")],
    "ô": [("dead_circumflex", "o")],
    "û": [("dead_circumflex", "u")],
    "ü": [("dead_diaeresis", "u")],
    "â": [("dead_circumflex", "a")],
    "ñ": [("dead_tilde", "n")],
    "ç": [("ccedilla",)],
    "é": [("eacute",)],
    "è": [("egrave",)],
    "à": [("agrave",)],
    "ù": [("ugrave",)],
    "œ": [("oe",)],
    "æ": [("ae",)],
    "«": [("guillemotleft",)],
    "»": [("guillemotright",)],
    "€": [("EuroSign",)],
    "É": [("Eacute",), ("dead_acute", "E")],
    "À": [("Agrave",), ("dead_grave", "A")],
    "Ç": [("Ccedilla",)],
    "\u00a0": [("nobreakspace",)],
}
# Layouts that must have all of the above between them; each must have all but these.
MISSING = {"fr": "ñœÇ\u00a0", "fr oss": ""}


class Contact:
    """The program under a keyboard."""

    def __init__(self):
        self.keys = Keyboard(WINDOW)
        self.home = pathlib.Path(os.environ["PROGRAM_HOME"])
        self.tree = []
        self.ticked = set()
        self.program = application()
        if self.program is None:
            self.fail("no application on the accessibility bus")

    def fail(self, why):
        print(f"keys: FAILED: {why}")
        print("-- tree, as last read")
        for node in self.tree:
            print(node.line())
        print(f"-- notes: {[path.name for path in self.notes()]}")
        sys.exit(1)

    def read(self):
        self.tree = read_tree(self.program)
        return self.tree

    def wait(self, what, check):
        """Reads until the check gives something: no key is pressed on a screen not yet there."""
        end = time.monotonic() + SECONDS
        while True:
            self.read()
            found = check()
            if found:
                return found
            if time.monotonic() > end:
                self.fail(f"never came: {what}")
            listen(0.05)

    def all(self, *roles):
        return [node for node in self.tree if node.role in roles]

    def named(self, name):
        return next((node for node in self.tree if node.name == name), None)

    def cues(self):
        boxes = self.all(pyatspi.ROLE_CHECK_BOX)
        return [node for node in boxes if not node.name.endswith(STEP_ENDS)]

    def rows(self):
        """Which rows of the open family are ticked."""
        return {row for row, node in enumerate(self.cues()) if "checked" in node.states}

    def noted(self):
        """How many cues are noted: those in sight, and those a family says that it holds besides."""
        elsewhere = (re.search(r" · \+ (\d+) ", node.name) for node in self.tree)
        return len([node for node in self.cues() if "checked" in node.states]) + sum(
            int(match[1]) for match in elsewhere if match
        )

    def steps_done(self):
        found = (STEPS_DONE.search(node.name) for node in self.tree)
        return next((int(match[1]) for match in found if match), 0)

    def notes(self):
        return sorted(self.home.rglob("accompagnement_*.md"))

    def saved(self):
        """Opens the note, saves it, closes it, and gives what the file says."""
        before = set(self.notes())
        self.keys.control("e")
        self.keys.symbol("s")
        end = time.monotonic() + SECONDS
        while not (new := set(self.notes()) - before):
            if time.monotonic() > end:
                self.read()
                self.fail("no note was saved")
            time.sleep(0.05)
        self.keys.symbol("Escape")
        return new.pop().read_text(encoding="utf-8")

    def undo(self):
        self.keys.control("z")


def value(note, heading):
    """A line of the note that has one value."""
    found = re.search(rf"^(?:- \*\*)?{heading}(?:\*\*)? ?: (.*)$", plain(note), re.M)
    return found[1] if found else None


def ways(contact):
    """The four ways to press a digit, each with what to do before and how to press."""
    keys = contact.keys
    row = {digit: f"AE{position:02}" for position, digit in enumerate(DIGITS, 1)}
    shift = keys.layout.code("LFSH")
    yield "unshifted", None, lambda digit: keys.place(row[digit])
    yield "shifted", None, lambda digit: keys.place(row[digit], shift)
    yield "Caps Lock", "Caps_Lock", lambda digit: keys.place(row[digit])
    yield "numpad", "Num_Lock", lambda digit: keys.place(f"KP{digit}")


def theme_by_digit(contact, press, digit):
    """In the list of themes, each digit is one of ten, and the note names it."""
    contact.keys.symbol("t")
    press(digit)
    said = value(contact.saved(), "Thème")
    return said == THEMES[DIGITS.index(digit)], said


def cue_by_digit(contact, press, digit):
    """In an open family, each digit is one of ten rows; they are taken back after the tenth."""
    contact.keys.symbol(FAMILY)
    press(digit)
    # One digit closes a family opened by its letter; the page is opened again to be read.
    contact.keys.symbol(FAMILY)
    contact.wait(
        "a row more in a family of ten",
        lambda: len(contact.cues()) == len(DIGITS) and contact.rows() - contact.ticked,
    )
    more = contact.rows() - contact.ticked
    contact.ticked |= more
    names = [contact.cues()[row].name for row in more]
    contact.keys.symbol("Escape")
    if digit == DIGITS[-1]:
        for _ in contact.ticked:
            contact.undo()
        contact.wait("all taken back", lambda: contact.noted() == 0)
        contact.ticked = set()
    return more == {DIGITS.index(digit)}, names


def answer_by_digit(contact, press, digit):
    """With a question in view, each digit is one of its answers; these end in the note."""
    contact.keys.symbol("q")
    contact.wait("the list of questions", lambda: contact.named(QUESTIONS_TITLE))
    listed = [
        node.name
        for node in contact.all(pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
        if node.inside(QUESTIONS_TITLE) and node.name != CLOSE
    ]
    found = [position for position, name in enumerate(listed) if DEVICE_QUESTION in name]
    if not found:
        contact.fail(f"« {DEVICE_QUESTION} » is not among {listed}")
    press(DIGITS[found[0]])
    contact.wait(
        "the question in view",
        lambda: not contact.named(QUESTIONS_TITLE)
        and any(DEVICE_QUESTION in node.name for node in contact.tree),
    )
    press(digit)
    said = value(contact.saved(), "Matériel")
    contact.undo()
    return said == DEVICES[DIGITS.index(digit)], said


def digits(contact, layout):
    row = ROW[layout].split()
    for position, symbol in enumerate(row, 1):
        found = contact.keys.layout.gives(f"AE{position:02}")
        if found != symbol:
            contact.fail(f"key {position} of the row gives {found}, not {symbol}: not « {layout} »")
    checks = [("theme", theme_by_digit, DIGITS)]
    if layout == "fr":
        checks += [("cue", cue_by_digit, DIGITS), ("answer", answer_by_digit, DIGITS[: len(DEVICES)])]
    events, wrong = 0, []
    for what, check, which in checks:
        for way, lock, press in ways(contact):
            if lock:
                contact.keys.lock(lock, True)
            for digit in which:
                right, said = check(contact, press, digit)
                events += 1
                if not right:
                    wrong.append(f"{what}, {way}, {digit}: {said}")
            if lock:
                contact.keys.lock(lock, False)
    if wrong:
        contact.fail("digits: " + "; ".join(wrong))
    print(f"digits, {layout}: {events} presses, each did what its cap says")


def to_the_free_text(contact):
    """Opens the note and goes to its text field with Tab alone."""
    contact.keys.control("e")
    for count in range(1, 80):
        contact.keys.symbol("Tab")
        end = time.monotonic() + 2
        while time.monotonic() < end:
            contact.read()
            focused = [node for node in contact.tree if "focused" in node.states]
            if focused and focused[0].role != pyatspi.ROLE_FRAME:
                break
            listen(0.05)
        if any(n.role in (pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT) for n in focused):
            return count
    return contact.fail("Tab never reaches the text of the note")


def typing(contact, layout):
    layout_keys = contact.keys.layout
    typed = {}
    for character, possible in TYPED.items():
        known = (way for way in possible if all(layout_keys.find(symbol) for symbol in way))
        way = next(known, None)
        if way is not None:
            typed[character] = way
        elif character not in MISSING[layout]:
            contact.fail(f"no keys give « {character} » on « {layout} »")
    tabs = to_the_free_text(contact)
    # Apart, then without a space between: a dead key must not reach over to the next character.
    expected = "x" + " ".join(typed) + " " + "".join(typed) + "x"
    contact.keys.symbol("x")
    for number, way in enumerate(typed.values()):
        if number:
            contact.keys.symbol("space")
        for symbol in way:
            contact.keys.symbol(symbol)
    contact.keys.symbol("space")
    for way in typed.values():
        for symbol in way:
            contact.keys.symbol(symbol)
    contact.keys.symbol("x")
    # A hand would see the last letter before it closes the note; what is not as typed is said below.
    end = time.monotonic() + 5
    while time.monotonic() < end and not any(
        plain(expected) in unicodedata.normalize("NFC", node.name) for node in contact.read()
    ):
        listen(0.05)
    contact.keys.symbol("Escape")
    contact.wait("the note closed", lambda: not contact.all(pyatspi.ROLE_ENTRY))
    note = contact.saved()
    said = re.search(r"^## Complément\n\n(.*)$", note, re.M)
    said = unicodedata.normalize("NFC", said[1]) if said else ""
    if said != expected:
        contact.fail(f"typed, then read back:\n  {expected}\n  {said}")
    print(f"typing, {layout}: {len(typed)} characters, twice each, reached after {tabs} Tab")


def on_phone(contact):
    """Whether the phone is the channel, as the strip says it."""
    return any(node.name.startswith(PHONE_CHOSEN) for node in contact.tree)


def choose_phone(contact):
    """Switches to the phone by keyboard; the only place that knows how."""
    contact.keys.symbol("F2")
    contact.wait("the phone", lambda: on_phone(contact))


def spoil_clipboard():
    """Puts something else there: what an earlier program left must not pass for the note."""
    put = ["xclip", "-selection", "clipboard", "-in"]
    subprocess.run(put, input=b"nothing yet", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def note_cues(contact, paths):
    """Presses letter and digit of each cue, and waits until it is ticked."""
    for number, (family, digit) in enumerate(paths, 1):
        contact.keys.symbol(family)
        contact.keys.place(f"AE{DIGITS.index(digit) + 1:02}")
        contact.wait(f"{number} cue(s)", lambda number=number: contact.noted() == number)


def answer_and_follow(contact, digit):
    contact.keys.place(f"AE{DIGITS.index(digit) + 1:02}")
    contact.wait(
        "the answer noted",
        lambda: any(
            n.name.startswith(WITHDRAW) for n in contact.all(pyatspi.ROLE_PUSH_BUTTON)
        ),
    )
    contact.wait("a lead", lambda: any(contact.named(words) for words in FOLLOW))
    contact.keys.symbol("Return")
    contact.wait(
        "the lead followed",
        lambda: contact.named(DONE_NEXT) and not any(contact.named(words) for words in FOLLOW),
    )


def tick(contact, count):
    for done in range(1, count + 1):
        contact.keys.symbol("space")
        contact.wait(f"{done} step(s)", lambda done=done: contact.steps_done() == done)


def review_and_finish(contact):
    contact.keys.control("e")
    contact.keys.place("AE01")
    contact.keys.symbol("Return")
    contact.wait("the interview wiped", lambda: any(n.name.startswith(WIPED) for n in contact.tree))


def check_note(contact, what, expected, steps):
    note = clipboard()
    for heading, said in expected.items():
        if value(note, heading) != said:
            contact.fail(f"{what}: {heading} should be « {said} » in the note:\n{note}")
    done = len(re.findall(r"^– ", note, re.M))
    if done != steps:
        contact.fail(f"{what}: {done} steps in the note instead of {steps}:\n{note}")
    pressed, most = contact.keys.pressed, MOST_KEYS[what]
    print(f"{what}: {pressed} keys (≤ {most})")
    if pressed > most:
        contact.fail(f"{what}: {pressed} keys where {most} are promised")


def phone(contact, what):
    spoil_clipboard()
    contact.keys.pace = PACE
    if what == "phone":
        choose_phone(contact)
    contact.wait("the phone", lambda: on_phone(contact))
    note_cues(contact, ["c1", "c2", "n1"])
    answer_and_follow(contact, "1")
    tick(contact, 3)
    review_and_finish(contact)
    check_note(contact, what, {"Canal": "téléphone", "Suite": "terminé"}, 3)


def find(contact, letters):
    """Searches for something just heard, and takes the first hit, which is a cue."""
    noted = contact.noted()
    contact.keys.control("k")
    contact.wait("the search", lambda: contact.named(SEARCH_TITLE))
    for letter in letters:
        contact.keys.symbol(letter)
    contact.wait("hits", lambda: any(HIT_CUE in n.name and "pressed" in n.states for n in contact.tree))
    contact.keys.symbol("Return")
    contact.wait("the cue found", lambda: contact.noted() == noted + 1)


def orient(contact, digit):
    contact.keys.symbol("o")
    contact.wait("where to", lambda: contact.named(ORIENTATION_TITLE))
    contact.keys.place(f"AE{DIGITS.index(digit) + 1:02}")
    contact.wait("the list closed", lambda: not contact.named(ORIENTATION_TITLE))


def counter(contact, what):
    spoil_clipboard()
    contact.keys.pace = PACE
    contact.keys.control("n")
    note_cues(contact, ["c1", "c2", "u1"])
    if "search" in what:
        find(contact, SEARCHED)
    # « Une date proche » brings steps of its own: five are left to tick.
    answer_and_follow(contact, "2")
    tick(contact, 5)
    contact.keys.symbol("t")
    contact.keys.place("AE02")
    expected = {"Canal": "guichet", "Thème": "famille", "Suite": "terminé"}
    if "orientation" in what:
        orient(contact, "3")
        expected["Orientation"] = "administration"
    review_and_finish(contact)
    check_note(contact, what, expected, 5)


def leave(contact, _):
    """To end without the note asks first: a second key to let it go, Entrée to keep it all the same."""
    spoil_clipboard()
    # A letter that lets a note go counts only when none came just before it.
    contact.keys.pace = 2 * PACE
    for last, kept in (("Return", True), ("x", False)):
        note_cues(contact, ["c1"])
        contact.keys.control("e")
        contact.keys.symbol("x")
        contact.wait(f"« {NOT_LEFT} »", lambda: contact.named(NOT_LEFT))
        contact.keys.symbol(last)
        contact.wait("the interview wiped", lambda: any(n.name.startswith(WIPED) for n in contact.tree))
        contact.wait("no cue noted", lambda: contact.noted() == 0)
        if ("Canal" in clipboard()) != kept:
            contact.fail(f"after {last} the clipboard holds « {clipboard()} »")
        spoil_clipboard()
    print("leave: X asks, Entrée copies and ends, X ends without the note")


def main():
    scenario, layout = sys.argv[1], sys.argv[2]
    contact = Contact()
    if scenario in MOST_KEYS:
        (phone if scenario.startswith("phone") else counter)(contact, scenario)
    else:
        {"digits": digits, "typing": typing, "leave": leave}[scenario](contact, layout)


if __name__ == "__main__":
    main()
