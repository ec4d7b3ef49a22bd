"""A keyboard: the layout as the display has it, and keys pressed by where they are on it."""

import ctypes
import os
import re
import subprocess
import time

SHIFT, ALTGR = 1, 2
# Masks of the X protocol for locked modifiers; on these layouts Num Lock is the second modifier.
LOCKS = {"Caps_Lock": 2, "Num_Lock": 16}


class Layout:
    """What each key gives, at its four levels: plain, Shift, AltGr, both."""

    def __init__(self):
        command = ["xkbcomp", "-w", "0", os.environ["DISPLAY"], "-"]
        dump = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        self.codes = {
            name: int(code) for name, code in re.findall(r"<([^>]+)>\s*=\s*(\d+);", dump)
        }
        self.levels = {}
        for name, body in re.findall(r"key\s+<([^>]+)>\s*\{(.*?)\};", dump, re.S):
            listed = re.search(r"(?:symbols\[Group1\]=\s*)?\[([^\]]*)\]\s*(?:,|\}|$)", body, re.S)
            if listed:
                self.levels[name] = [symbol.strip() for symbol in listed[1].split(",")]
        self.places = {}
        for name, symbols in self.levels.items():
            for level, symbol in enumerate(symbols[:4]):
                place = (level, name)
                if name in self.codes and place < self.places.get(symbol, (9, "")):
                    self.places[symbol] = place

    def code(self, name):
        return self.codes[name]

    def find(self, symbol):
        """Key code and level of a symbol, the least modified first; None if no key gives it."""
        place = self.places.get(symbol)
        return place and (self.codes[place[1]], place[0])

    def gives(self, name):
        """What the key gives unshifted."""
        return self.levels[name][0]


def locked():
    """The locked modifiers, as the display has them."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    state = (ctypes.c_ubyte * 32)()
    # XkbUseCoreKbd; the tenth byte of XkbStateRec is locked_mods.
    x11.XkbGetState(display, 0x100, state)
    x11.XCloseDisplay(display)
    return state[9]


class Keyboard:
    """Presses keys as a hand does, and counts them."""

    def __init__(self, title):
        self.layout = Layout()
        self.title = title
        self.pressed = 0
        self.pace = 0.0
        self.last = 0.0

    def has_focus(self):
        """Keys go to the window that has the keyboard; it is found by its name each time."""

        def said(*command):
            return subprocess.run(command, capture_output=True, check=False, text=True).stdout.strip()

        end = time.monotonic() + 10
        while self.title not in said("xdotool", "getwindowfocus", "getwindowname"):
            found = said("xdotool", "search", "--onlyvisible", "--name", self.title).split()
            if found:
                subprocess.run(["xdotool", "windowactivate", found[-1]], check=False)
            if time.monotonic() > end:
                raise RuntimeError(f"no window « {self.title} » has the keyboard")
            time.sleep(0.2)

    def code(self, code, *held):
        """Presses a key by its code while others are held: one press, as a hand counts it."""
        self.has_focus()
        time.sleep(max(0.0, self.last + self.pace - time.monotonic()))
        self.last = time.monotonic()
        # Left to itself, the tool waits after each of these.
        at_once = ("--delay", "0")
        down = [word for key in held for word in ("keydown", *at_once, str(key))]
        up = [word for key in reversed(held) for word in ("keyup", *at_once, str(key))]
        subprocess.run(["xdotool", *down, "key", *at_once, name_of(code), *up], check=True)
        self.pressed += 1

    def place(self, name, *held):
        """Presses a key by its place, such as AE04."""
        self.code(self.layout.code(name), *held)

    def symbol(self, symbol, *held):
        """Presses whatever gives a symbol on this layout."""
        found = self.layout.find(symbol)
        if not found:
            raise RuntimeError(f"no key gives {symbol}")
        code, level = found
        self.code(code, *held, *self.modifiers(level))

    def modifiers(self, level):
        names = []
        if level & ALTGR:
            names.append("RALT")
        if level & SHIFT:
            names.append("LFSH")
        return [self.layout.code(name) for name in names]

    def control(self, letter):
        self.symbol(letter, self.layout.code("LCTL"))

    def lock(self, name, on):
        """Puts a lock on or off; it is a key of its own, pressed only if needed."""
        if bool(locked() & LOCKS[name]) != on:
            self.symbol(name)
        if bool(locked() & LOCKS[name]) != on:
            raise RuntimeError(f"{name} does not go {'on' if on else 'off'}")


def name_of(code):
    """A code as xdotool takes it: one digit alone would be read as the symbol of that digit."""
    return "Escape" if code == 9 else str(code)
