"""A whole counter interview by names and roles alone, as an assistive technology does it.

Nothing here knows where a thing is drawn: nodes are found on the accessibility bus, actions are asked
of them, and what a screen reader would say is what the events carry. Called by run.sh, which gives a
display, a session bus and a running program.
"""

import pathlib
import re
import subprocess
import sys
import time

from bus import SECONDS, GLib, application, clipboard, listen, plain, pyatspi, read_tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "trust"))
from figure import leave  # noqa: E402

# What the interface says, as the source of its texts and the kit have it. A change of words is a
# change here and nowhere else in this file.
WINDOW = "Réflexe Personas"
CUES = ["Veut confirmer chaque étape", "Souhaite une preuve", "Cite son compte en ligne"]
LEAD = "Filet de sécurité"
# Answers one may meet: which question comes depends on the shares in the kit.
ANSWERS = [
    "Sans aide, avec une inquiétude",
    "La crainte d’une erreur",
    "Une réponse",
    "Oui, précisément",
    "Indispensable",
]
# The button that takes an answer back.
WITHDRAW = "Retirer la réponse : "
# Said while cues do not agree on a lead yet.
NO_LEAD_YET = "Pas encore de piste"
FOLLOW = "Suivre cette piste"
DONE_NEXT = "Fait, suivante"
# Zones, by what is in sight: all of it, then the strip beside the business application.
WIDE_ZONES = ["Réflexe", "Ce que j’observe", "Ce que cela évoque", "Comment aider"]
STRIP_ZONES = ["Réflexe", "Comment aider", "Note"]
UNFOLD = "Déplier"
# Ends of the names of steps in a list, which tell them from cues.
STEP_ENDS = (
    ", Répondre",
    ", Rassurer",
    ", Faire faire",
    ", Faire avec",
    ", Faire pour",
    ", Ouvrir l’autre voie",
    ", Passer le relais",
)
# The line that says what the note holds so far: in the strip it says neither channel nor theme.
STEPS_DONE = re.compile(r"^(?:.* · )?(\d+) étapes?(?: · .*)?$")
REVIEW = "Relire"
REVIEW_TITLE = "Relire la note"
OUTCOME = "Terminé"
NOTE_SAYS = "Suite : terminé"
COPY_AND_END = "Copier et terminer"
WITHOUT_NOTE = "Terminer sans note"
NOT_LEFT = "La note n’est pas encore partie"
BACK = "Revenir"
FREE_TEXT = "Complément, si besoin"
# What has no place in a note, what is said of it, and the button that writes something else.
REFUSED = "0612345678"
BLOCKING = "Bloquant : « 0612345678 »"
MASK = "Écrire « [téléphone masqué] »"
WIPED = "Effacé"
CLOSE = "Fermer"
SEARCH = "Chercher"
# Buttons that open a layer closed by CLOSE, once there is a lead, and the title of each layer.
LAYERS = {
    "Danger": "Quelqu’un est en danger",
    SEARCH: SEARCH,
    "Menu": "Toutes les commandes",
    "Démarches": "Démarches",
    "Thème": "Thème de la démarche",
    "Fiche": LEAD,
    "Autre piste": "Suivre une autre piste",
}
# And once a lead is followed.
STRIP_LAYERS = {"Orienter": "Orienter vers", "Vue partagée": "Ce que nous faisons ensemble"}
# These take the focus in their field instead of their title.
WITH_FIELD = (SEARCH, "Menu")

# What the program does not do yet, with the reason. Each is checked all the same: one that works is
# a failure until its line is taken out, so that it cannot be lost again unseen.
GAPS = {
    "end said once": "the strip says it, then the whole window, where it is another node",
    "step said once": "its node changes with the rows above it: another step done says it again",
}
# These depend on how fast the window changes its shape: to see one work proves nothing.
SOMETIMES = {"end said once"}

# A choice may be one of several or on its own; it is pressed all the same.
PRESSABLE = (
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_RADIO_BUTTON,
)
# A reading under this is a tree that did not come through.
LEAST_NODES = 60
# A longer announcement is cut short by the next one.
MOST_WORDS = 20


class Ear:
    """What the bus says, in order."""

    TYPES = [
        "object:announcement",
        "object:text-changed",
        "object:property-change:accessible-name",
        "object:state-changed",
    ]

    def __init__(self):
        self.heard = []
        self.announcements = []
        self.mark = 0
        for kind in self.TYPES:
            pyatspi.Registry.registerEventListener(self.on_event, kind)

    def on_event(self, event):
        try:
            source = plain(event.source.name) if event.source else ""
        except GLib.GError:
            # A node may go between its event and the question.
            source = ""
        said = plain(event.any_data) if isinstance(event.any_data, str) else ""
        entry = (str(event.type), source, said, event.detail1)
        self.heard.append(entry)
        if entry[0].startswith("object:announcement"):
            self.announcements.append((said, event.detail1))

    def begin(self):
        self.mark = len(self.heard)

    def since(self):
        return self.heard[self.mark :]


class Session:
    """The program, seen from the bus."""

    def __init__(self):
        self.ear = Ear()
        self.tree = []
        self.most = (0, 0)
        self.stops = set()
        self.gaps = set()
        self.application = application()
        if self.application is None:
            self.fail("no application on the accessibility bus")

    def fail(self, why):
        print(f"AT-SPI: FAILED: {why}")
        print("-- tree, as last read")
        for node in self.tree:
            print(node.line())
        print("-- events since the last action")
        for event in self.ear.since():
            print("  ", *event)
        print("-- announcements since the beginning")
        for said, politeness in self.ear.announcements:
            print("  ", politeness, said)
        sys.exit(1)

    def expect(self, gap, check, why):
        """Checks something that may be listed as a gap; what comes a frame late has come."""
        # What is known to be missing is given a moment once, and looked at each time.
        patience = 0.5 if gap not in self.gaps else 0
        end = time.monotonic() + (patience if gap in GAPS else SECONDS)
        while not (works := check()) and time.monotonic() < end:
            listen(0.1)
            self.read()
        if gap in GAPS:
            if works and gap in SOMETIMES:
                return
            if works:
                self.fail(f"« {gap} » works now: take its line out of GAPS")
            if gap not in self.gaps:
                print(f"known gap, {gap}: {GAPS[gap]}")
            self.gaps.add(gap)
        elif not works:
            self.fail(why)

    def read(self):
        """Reads the whole tree anew, and holds it to what is true of every screen."""
        try:
            nodes = read_tree(self.application, whole=True)
        except (GLib.GError, AttributeError) as error:
            self.fail(f"the tree cannot be read: {error}")
        self.tree = nodes
        self.stops.update(node.line().strip() for node in nodes if node.nameless_stop)
        interactive = [node for node in nodes if node.interactive]
        unnamed = [node for node in interactive if not node.name.strip()]
        if unnamed:
            self.fail("without a name: " + "; ".join(node.line().strip() for node in unnamed))
        self.most = max(self.most, (len(nodes), len(interactive)))

    def wait(self, what, check):
        """Reads until the check gives something, and returns it."""
        end = time.monotonic() + SECONDS
        while True:
            self.read()
            found = check()
            if found:
                return found
            if time.monotonic() > end:
                self.fail(f"never came: {what}")
            listen(0.1)

    def all(self, role, name=None, inside=None):
        return [
            node
            for node in self.tree
            if node.role in (role if isinstance(role, tuple) else (role,))
            and (name is None or node.name == name)
            and (inside is None or node.inside(inside))
        ]

    def one(self, role, name, inside=None):
        """The only node of that role and name; two of them are two things with one name."""
        found = self.all(role, name, inside)
        if len(found) > 1:
            self.fail(f"{len(found)} nodes share the name « {name} »")
        return found[0] if found else None

    def press(self, node):
        """Asks a node for its action."""
        self.ear.begin()
        if "enabled" not in node.states:
            self.fail(f"« {node.name} » is not enabled")
        try:
            done = node.accessible.queryAction().doAction(0)
        except (NotImplementedError, GLib.GError) as error:
            self.fail(f"« {node.name} » cannot be pressed: {error}")
        if not done:
            self.fail(f"« {node.name} » refused its action")

    def button(self, name, inside=None):
        self.press(self.wait(f"button « {name} »", lambda: self.one(PRESSABLE, name, inside)))

    def focus(self, node):
        """Asks a node to take the focus, as a screen reader's own cursor does."""
        if not node.accessible.queryComponent().grabFocus():
            self.fail(f"« {node.name} » refused the focus")
        name = node.name
        self.wait(f"the focus on « {name} »", lambda: any(n.name == name for n in self.focused()))

    def focused(self):
        return [node for node in self.tree if "focused" in node.states]

    def zones(self):
        return [node.name for node in self.all(pyatspi.ROLE_LANDMARK)]

    def hears(self, what, check):
        """Waits for an event since the last action."""
        end = time.monotonic() + SECONDS
        while not any(check(*event) for event in self.ear.since()):
            if time.monotonic() > end:
                self.read()
                self.fail(f"never heard: {what}")
            listen(0.1)

    def hears_announcement(self, words, urgent=False):
        self.hears(
            f"an announcement of « {words} »",
            # Polite or assertive: one that is neither is not spoken.
            lambda kind, _, said, politeness: kind.startswith("object:announcement")
            and words in said
            and politeness in ((2,) if urgent else (1, 2)),
        )

    def said(self):
        """What was announced since the last action."""
        return [event[2] for event in self.ear.since() if event[0].startswith("object:announcement")]

    def check_announcements(self):
        """Nothing is said twice for one action, nor at such a length that nobody listens."""
        listen(0.3)
        said = self.said()
        for words in said:
            if len(words.split()) > MOST_WORDS:
                self.fail(f"an announcement of {len(words.split())} words: {words}")
            if said.count(words) > 1:
                self.fail(f"announced {said.count(words)} times: {words}")

    def label_with(self, words):
        return next((node for node in self.tree if words in node.name), None)

    def steps_done(self):
        found = (STEPS_DONE.search(node.name) for node in self.tree)
        return next((int(match[1]) for match in found if match), 0)


def see_the_window(session):
    def frame():
        roles = (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW)
        return next((node for node in session.tree if node.role in roles), None)

    session.wait("a window", lambda: len(session.tree) > 5 and frame())
    if frame().name != WINDOW:
        session.fail(f"the window's name is « {frame().name} », not « {WINDOW} »")
    if session.zones() != WIDE_ZONES:
        session.fail(f"the zones are {session.zones()}, not {WIDE_ZONES}")
    interactive = sum(node.interactive for node in session.tree)
    print(f"at start: {len(session.tree)} nodes, {interactive} interactive, 0 unnamed")
    if len(session.tree) < LEAST_NODES:
        session.fail(f"{len(session.tree)} nodes where {LEAST_NODES} are expected")


def tick_cues(session):
    for number, cue in enumerate(CUES):
        role = pyatspi.ROLE_CHECK_BOX

        # « à observer » may follow the name of a cue worth looking for.
        def row(cue=cue):
            return next((n for n in session.all(role) if n.name.split(",")[0] == cue), None)

        node = session.wait(f"cue « {cue} »", row)
        if "checked" in node.states:
            session.fail(f"« {cue} » is checked before anybody touched it")
        session.press(node)
        session.wait(f"« {cue} » checked", lambda row=row: row() and "checked" in row().states)
        session.hears(
            f"that « {cue} » is checked",
            lambda kind, source, _, on, cue=cue: kind == "object:state-changed:checked"
            and on == 1
            and source.startswith(cue),
        )
        if number == 0:
            session.hears_announcement(NO_LEAD_YET)
        if number == 1:
            # Two cues are enough for this lead: the agent must hear it without looking.
            session.hears_announcement(LEAD)
            session.wait("the lead in sight", lambda: session.label_with(LEAD))
        session.check_announcements()
    print(f"cues: {len(CUES)} checked, lead « {LEAD} » announced")


def open_layer(session, button, title):
    """Opens a layer, and holds it to what is true of each: a modal dialog that has the focus."""
    if button:
        session.button(button)

    def dialog():
        return session.one(pyatspi.ROLE_DIALOG, title)

    session.wait(f"dialog « {title} »", dialog)
    session.expect("modal state", lambda: "modal" in dialog().states, f"« {title} » is not modal")
    role = pyatspi.ROLE_ENTRY if button in WITH_FIELD else pyatspi.ROLE_HEADING
    session.wait(
        f"the focus on the {'field' if button in WITH_FIELD else 'title'} of « {title} »",
        lambda: any(n.role == role and n.inside(title) for n in session.focused()),
    )
    if role == pyatspi.ROLE_HEADING and session.focused()[0].name != title:
        session.fail(f"the heading of « {title} » is « {session.focused()[0].name} »")
    return dialog


def close_layer(session, title, words=CLOSE):
    session.button(words, inside=title)
    session.wait(f"« {title} » closed", lambda: session.one(pyatspi.ROLE_DIALOG, title) is None)


def look_into_layers(session):
    def noted():
        boxes = session.all(pyatspi.ROLE_CHECK_BOX)
        return sorted(node.name.split(",")[0] for node in boxes if "checked" in node.states)

    before = noted()
    for button, title in LAYERS.items():
        # What opened a layer has the focus again once it is closed.
        session.focus(session.wait(f"« {button} »", lambda b=button: session.one(PRESSABLE, b)))
        open_layer(session, button, title)
        # What is behind can be asked to act, but must not.
        behind = next(n for n in session.all(pyatspi.ROLE_CHECK_BOX) if n.name == CUES[0])
        session.press(behind)
        close_layer(session, title)
        session.wait(
            f"the focus back on « {button} »",
            lambda b=button: any(node.name == b for node in session.focused()),
        )
        if noted() != before:
            session.fail(f"« {CUES[0]} » acted behind « {title} »: {noted()}, not {before}")
    print(f"layers: {len(LAYERS)} read and closed")


def answer(session):
    def offered():
        buttons = session.all(pyatspi.ROLE_PUSH_BUTTON)
        return next((n for words in ANSWERS for n in buttons if n.name == words), None)

    node = session.wait("one of the answers", offered)
    words = node.name
    session.press(node)

    def given():
        return session.one(pyatspi.ROLE_PUSH_BUTTON, WITHDRAW + words)

    session.wait(f"« {words} » noted as answered", given)
    session.check_announcements()
    print(f"answer: « {words} »")


def current_step(session):
    """The title of the step in hand: the label after the one that says which it is."""
    position = (i for i, n in enumerate(session.tree) if re.search(r"étape \d+ sur \d+$", n.name))
    found = next(position, None)
    return session.tree[found + 1].name if found is not None else ""


def follow(session):
    session.button(FOLLOW)
    session.wait("the strip", lambda: session.zones() == STRIP_ZONES)
    session.wait(f"« {DONE_NEXT} »", lambda: session.one(PRESSABLE, DONE_NEXT))
    session.hears_announcement(current_step(session))
    # Beside somebody else's screen no cue and no lead is named.
    for words in (*CUES, LEAD, FOLLOW):
        if session.label_with(words):
            session.fail(f"the strip still says « {words} »")
    if not session.one(PRESSABLE, UNFOLD):
        session.fail(f"no « {UNFOLD} » in the strip")
    session.check_announcements()
    for button, title in STRIP_LAYERS.items():
        open_layer(session, button, title)
        close_layer(session, title)
    print(f"followed: the strip, « {current_step(session)} » announced")


def tick_steps(session):
    for done in (1, 2):
        session.button(DONE_NEXT)
        session.wait(f"{done} step(s) done", lambda done=done: session.steps_done() == done)
        session.hears_announcement(current_step(session))
        session.check_announcements()

    # The third one from the list, by its own name.
    def rows():
        boxes = session.all(pyatspi.ROLE_CHECK_BOX)
        return [node for node in boxes if node.name.endswith(STEP_ENDS)]

    left = session.wait("a step left", lambda: [n for n in rows() if "checked" not in n.states])
    name = left[0].name
    current = current_step(session)
    session.press(left[0])
    session.wait("3 steps done", lambda: session.steps_done() == 3)
    session.wait(
        f"« {name} » checked",
        lambda: all("checked" in node.states for node in rows() if node.name == name),
    )
    session.check_announcements()
    if current_step(session) != current:
        session.fail(f"another step than « {current} » is in hand")
    session.expect(
        "step said once",
        lambda: current not in session.said(),
        f"« {current} » is said again, though another step was done",
    )
    print(f"steps: 3 done, the last « {name} »")


def guard(session):
    """What has no place in a note is said at once, and can be written otherwise."""
    entry = lambda: session.one(pyatspi.ROLE_ENTRY, FREE_TEXT)  # noqa: E731
    session.focus(session.wait(f"« {FREE_TEXT} »", entry))
    session.ear.begin()
    subprocess.run(["xdotool", "type", "--delay", "30", REFUSED], check=True)
    session.hears_announcement(BLOCKING, urgent=True)
    session.button(MASK)
    session.wait("nothing refused any more", lambda: not session.label_with(BLOCKING))
    session.check_announcements()


def finish(session):
    dialog = open_layer(session, REVIEW, REVIEW_TITLE)
    guard(session)
    session.button(OUTCOME, inside=REVIEW_TITLE)
    session.wait(f"« {NOTE_SAYS} » in the note", lambda: session.label_with(NOTE_SAYS))
    session.hears(
        "that the note changed",
        lambda kind, _, said, __: kind == "object:property-change:accessible-name"
        and NOTE_SAYS in said,
    )
    session.wait(
        f"« {OUTCOME} » chosen",
        lambda: {"checked", "pressed", "selected"}
        & session.one(PRESSABLE, OUTCOME, REVIEW_TITLE).states,
    )
    # To end without the note asks first; the way back loses nothing.
    session.button(WITHOUT_NOTE, inside=REVIEW_TITLE)
    open_layer(session, None, NOT_LEFT)
    close_layer(session, NOT_LEFT, BACK)
    open_layer(session, REVIEW, REVIEW_TITLE)
    session.button(COPY_AND_END, inside=REVIEW_TITLE)
    session.wait("the note closed", lambda: dialog() is None)
    session.hears_announcement(WIPED)
    session.wait("the whole window", lambda: session.zones() == WIDE_ZONES)

    def blank():
        boxes = session.all(pyatspi.ROLE_CHECK_BOX)
        cues = [node for node in boxes if node.name.split(",")[0] in CUES]
        return len(cues) == len(CUES) and all("checked" not in node.states for node in boxes)

    session.wait("a blank interview", blank)
    if session.label_with(LEAD):
        session.fail("the lead outlives the interview")
    listen(0.3)
    said = session.said()
    session.expect(
        "end said once",
        lambda: len(said) == len(set(said)),
        f"announced more than once: {said}",
    )
    copied = clipboard()
    if NOTE_SAYS not in copied:
        session.fail(f"the clipboard does not hold the note but « {copied} »")
    if LEAD in copied:
        session.fail("the note on the clipboard names the lead")
    if session.stops:
        session.fail("nothing to say at: " + "; ".join(session.stops))
    print("finished: note copied, interview wiped")


def main():
    session = Session()
    for part in (see_the_window, tick_cues, look_into_layers, answer, follow, tick_steps, finish):
        part(session)
    for said, politeness in session.ear.announcements:
        print(f"announced ({politeness}): {said}")
    nodes, interactive = session.most
    # `session` fails at the first control that has no name.
    leave(
        "atspi",
        "un entretien entier par rôles et noms (AT-SPI)",
        f"0 sans nom sur {interactive}, {len(session.ear.announcements)} annonces",
        "0",
        "tests/atspi/run.sh target/release/reflexe",
    )
    print(
        f"AT-SPI: {nodes} nodes, {interactive} interactive, 0 unnamed, "
        f"{len(session.ear.announcements)} announcements"
    )


main()
