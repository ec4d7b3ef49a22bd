"""Types canaries in contacts of a real window, and looks for them wherever they could stay."""

import os
import pathlib
import re
import stat
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "keys"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "atspi"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "trust"))
from figure import leave  # noqa: E402

COMMAND = "tests/traces/run.sh target/release/reflexe"

# Said by nobody, spelled with letters that every layout has.
CANARY = "zqxwvk"
# A letter each: the keys of a hand, on any layout.
NAMES = "abcdefghijklmnopqrstuvwxyz"


def canary(number):
    return CANARY + NAMES[number // 26 % 26] + NAMES[number % 26]


def fail(why):
    print(f"traces: FAILED: {why}")
    sys.exit(1)


def type_word(contact, word):
    for letter in word:
        contact.keys.symbol(letter)


def typed(contact, word):
    contact.wait(f"« {word} » in its field", lambda: any(word in node.name for node in contact.tree))


def one_contact(keys, contact, number, end):
    """A contact with a canary in its text and one in the search."""
    import pyatspi

    keys.note_cues(contact, ["c1", "c2"])
    contact.keys.control("k")
    contact.wait("the search", lambda: contact.all(pyatspi.ROLE_ENTRY))
    type_word(contact, canary(2 * number))
    contact.keys.symbol("Escape")
    keys.to_the_free_text(contact)
    type_word(contact, canary(2 * number + 1))
    typed(contact, canary(2 * number + 1))
    if end == "stay":
        time.sleep(1.0)
        return
    contact.keys.symbol("Escape")
    contact.wait("the note closed", lambda: not contact.all(pyatspi.ROLE_ENTRY))
    if end == "copy":
        keys.review_and_finish(contact)
    else:
        contact.keys.control("n")
        contact.wait("the question", lambda: contact.named(keys.NOT_LEFT))
        time.sleep(0.5)
        contact.keys.symbol("x")
    contact.wait("a new interview", lambda: contact.noted() == 0)


def clipboard_phase(keys, contact):
    """Copies three notes: one is left to go, one is replaced, one stays until the window closes."""
    for number, then in enumerate(("wait", "replace", "close")):
        keys.spoil_clipboard()
        keys.note_cues(contact, ["c1"])
        keys.review_and_finish(contact)
        if "Canal" not in keys.clipboard():
            fail(f"the note was not copied: « {keys.clipboard()} »")
        if then == "wait":
            time.sleep(2)
            if "Canal" not in keys.clipboard():
                fail("the note left the clipboard before its time")
            time.sleep(4)
            if keys.clipboard().strip():
                fail(f"the note is still on the clipboard: « {keys.clipboard()} »")
        elif then == "replace":
            keys.spoil_clipboard()
            time.sleep(6)
            if "nothing yet" not in keys.clipboard():
                fail(f"something else was taken off the clipboard ({number})")


def memory(pid):
    """How often a canary stands in the memory of a process; best effort."""
    hits = 0
    with open(f"/proc/{pid}/maps", encoding="ascii") as maps, open(f"/proc/{pid}/mem", "rb") as mem:
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if not match:
                continue
            start, end = int(match[1], 16), int(match[2], 16)
            try:
                mem.seek(start)
                hits += mem.read(end - start).count(CANARY.encode())
            except (OSError, ValueError, OverflowError):
                continue
    return hits


def files_under(place):
    """Ordinary files below a folder; folders that go away meanwhile are passed over."""
    for folder, folders, names in os.walk(place):
        # Somebody's checkout or build folder, with this very file in it.
        marks = {".git", "CACHEDIR.TAG", ".cargo-lock"}
        if folder != str(place) and marks & {*folders, *names}:
            folders.clear()
            continue
        for name in names:
            path = pathlib.Path(folder, name)
            try:
                status = path.lstat()
            except FileNotFoundError:
                continue
            if stat.S_ISREG(status.st_mode) and status.st_size <= 64 << 20:
                yield path, status


def everywhere(home):
    """Files of the home and of the temporary folder that hold a canary."""
    home = pathlib.Path(home)
    temporary = pathlib.Path(tempfile.gettempdir())
    own = pathlib.Path(os.environ.get("WINDOW_TEST_WORK", "/nonexistent"))
    since = own.stat().st_ctime if own.exists() else 0
    since = min(since, home.stat().st_ctime)
    seen, found = 0, []
    for place in (home, temporary):
        for path, status in files_under(place):
            if place == temporary:
                # The home is read already; the tracer's own file and other programs' logs are this
                # test's, not the program's.
                if home in path.parents or own in path.parents or path.suffix in (".py", ".sh"):
                    continue
            # Whatever was there before the program started is not its doing.
            if status.st_mtime < since - 600:
                continue
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            seen += 1
            if CANARY.encode() in data or CANARY.encode("utf-16-le") in data:
                found.append(path)
    return seen, sorted(set(found))


def main():
    phase = sys.argv[1]
    home = os.environ.get("PROGRAM_HOME", "")
    if phase == "sockets":
        trace = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8", errors="replace")
        calls = [line for line in trace.splitlines() if "socket(" in line]
        others = [line for line in calls if "AF_UNIX" not in line]
        if not calls:
            fail("nothing was traced")
        if others:
            fail("sockets that are not of this machine:\n" + "\n".join(others))
        leave("sockets", "connexions réseau ouvertes", f"0 ({len(calls)} liaisons locales)", "0", COMMAND)
        print(f"traces: {len(calls)} sockets opened, all AF_UNIX; 0 of a network")
        return
    if phase in ("closed", "killed"):
        seen, found = everywhere(home)
        draft = [path for path in found if path.name == "brouillon.journal"]
        if phase == "killed":
            if found != draft or len(draft) != 1:
                fail(f"after the kill, canaries should be in the draft alone: {found}")
            mode = draft[0].stat().st_mode & 0o777
            if mode != 0o600:
                fail(f"the draft has the rights {mode:o}")
            print("traces: killed in the middle, the draft alone holds what was typed, 0600")
            return
        if found:
            fail(f"canaries left: {found}")
        kept = sorted(p.relative_to(home).as_posix() for p in pathlib.Path(home).rglob("*") if p.is_file())
        ours = [name for name in kept if "eflexe" in name]
        leave(
            "traces",
            "fichiers où reste une marque après fermeture d’une vraie fenêtre",
            f"0 sur {seen} lus",
            "0",
            COMMAND,
        )
        print(f"traces: {seen} files read, 0 hold a canary; the program's own: {ours}")
        return
    import keys

    contact = keys.Contact()
    contact.keys.pace = 0.01
    if phase == "contacts":
        count = int(sys.argv[2])
        for number in range(count):
            one_contact(keys, contact, number, "copy" if number % 2 else "leave")
        time.sleep(5)
        hits = memory(os.environ["PROGRAM_PID"])
        leave(
            "traces-memory",
            "marques encore en mémoire cinq secondes après",
            str(hits),
            "0, au mieux : la boîte à outils garde ses copies",
            COMMAND,
        )
        print(f"traces: {count} contacts, {2 * count} canaries typed; in memory 5 s later: {hits}")
    elif phase == "clipboard":
        clipboard_phase(keys, contact)
    elif phase == "interrupted":
        one_contact(keys, contact, 0, "stay")
    elif phase == "offered":
        contact.wait("the offer", lambda: contact.named("Un échange n’a pas été terminé"))
        time.sleep(0.5)
        contact.keys.symbol("x")
        contact.wait("the panel", lambda: not contact.named("Un échange n’a pas été terminé"))


main()
