"""What any assistive technology does first: find the program on the bus, and read its tree."""

import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import pyatspi  # noqa: E402

# How long anything may take before it is taken not to come.
SECONDS = 20

INTERACTIVE = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_PASSWORD_TEXT,
    pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_LINK,
    pyatspi.ROLE_LIST_ITEM,
    pyatspi.ROLE_MENU_ITEM,
    pyatspi.ROLE_PAGE_TAB,
}
# These hold others; that they can take the focus does not make them something to press.
CONTAINERS = {pyatspi.ROLE_APPLICATION, pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW, pyatspi.ROLE_DIALOG}


def plain(text):
    """The same words with ordinary spaces: which space French typography takes is not at stake."""
    return re.sub(r"[\u00a0\u202f]", " ", text or "")


class Node:
    """A node as it was when the tree was read."""

    def __init__(self, accessible, depth, parents, whole):
        self.accessible = accessible
        self.depth = depth
        self.parents = parents
        self.role = accessible.getRole()
        # A table on this side: nothing is asked.
        self.role_name = Atspi.role_get_name(self.role)
        self.name = plain(accessible.name)
        self.states = {pyatspi.stateToString(s) for s in accessible.getState().getStates()}
        # Two questions more for each node: only who looks for what can be pressed needs the answer.
        self.actions = self.count_actions() if whole else 0

    def count_actions(self):
        try:
            return self.accessible.queryAction().nActions
        except NotImplementedError:
            return 0

    @property
    def interactive(self):
        return self.role in INTERACTIVE or (
            self.role not in CONTAINERS
            # Nobody looks for a scroll bar by its name: what it moves is reached without it.
            and self.role not in (pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_SCROLL_BAR)
            and (self.actions > 0 or "focusable" in self.states)
        )

    @property
    def nameless_stop(self):
        """Whether the focus goes to a thing without role or name: nothing to say, nothing to do."""
        focusable = self.role == pyatspi.ROLE_UNKNOWN and "focusable" in self.states
        return focusable and not self.name.strip()

    def inside(self, name):
        return any(parent.name == name for parent in self.parents)

    def line(self):
        return f"{'  ' * self.depth}{self.role_name} « {self.name} » {' '.join(sorted(self.states))}"


def listen(seconds):
    """Lets events in for a while."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while True:
        while context.pending():
            context.iteration(False)
        if time.monotonic() >= end:
            return
        time.sleep(0.02)


def application():
    """The program on the accessibility bus, or nothing if it does not come."""
    desktop = pyatspi.Registry.getDesktop(0)
    # What is cached on this side may be older than what is on screen.
    desktop.set_cache_mask(Atspi.Cache.NONE)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for found in desktop:
            if found is not None and found.childCount > 0:
                return found
        listen(0.2)
    return None


def read_tree(top, whole=False):
    """Reads all nodes from there down; a node that goes meanwhile makes it start again."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            nodes = []
            walk(top, 0, (), nodes, whole)
            return nodes
        except (GLib.GError, AttributeError):
            if time.monotonic() > end:
                raise
            listen(0.1)


def walk(accessible, depth, parents, nodes, whole):
    node = Node(accessible, depth, parents, whole)
    nodes.append(node)
    for position in range(accessible.childCount):
        child = accessible.getChildAtIndex(position)
        if child is not None:
            walk(child, depth + 1, (*parents, node), nodes, whole)


def clipboard():
    """The clipboard, asked again until its owner answers."""
    end = time.monotonic() + SECONDS
    while True:
        command = ["xclip", "-selection", "clipboard", "-out"]
        try:
            said = subprocess.run(command, capture_output=True, timeout=5, check=False)
        except subprocess.TimeoutExpired:
            said = None
        if said is not None and said.returncode == 0 and said.stdout:
            return plain(said.stdout.decode())
        if time.monotonic() > end:
            return ""
        time.sleep(0.2)
