#!/usr/bin/python3
"""What the window costs, beside the smallest window of the same toolkit, on software OpenGL.

Usage: tests/window/measure.py PROGRAM BARE [--runs 5] [--idle 20]
A display must be running (`xvfb-run -s '-screen 0 1366x768x24' tests/window/measure.py ...`). BARE is
examples/bare_window.rs, built by the same cargo command as PROGRAM so that both have the same features.
Prints a Markdown table. Exit codes: 0 within the bounds, 1 one is exceeded or could not be measured,
2 usage. Bounds: TRUST.md, G9 and G10.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "trust"))
from figure import leave  # noqa: E402

RATIO = 1.3  # Of the first frame and of memory, against the bare window.
IDLE_FRAMES = 2  # In 60 seconds; never fewer in all, a shorter measure has the same events of the display.
IDLE_CPU_PERCENT = 1.0  # Of one core.
SHORT = 2  # Seconds a run stays open before its memory is read; the first one is still start.
PATIENCE = 60  # Seconds to open and close, beyond the measure itself.
RENDERERS = ("glow", "wgpu-software")
# What would lead around the fresh HOME, or to another display.
ELSEWHERE = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "WAYLAND_DISPLAY")


class Trouble(Exception):
    """A plain sentence: what could not be measured, or which bound is exceeded."""


def run(program, renderer, seconds):
    """Opens a window for some seconds in a fresh home; gives what it said about itself."""
    with tempfile.TemporaryDirectory() as home:
        environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        environment.update(HOME=home, LIBGL_ALWAYS_SOFTWARE="1")
        command = [program, "--renderer", renderer, "--measure", str(seconds)]
        try:
            done = subprocess.run(
                command,
                cwd=home,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=seconds + PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Trouble(f"{program} with {renderer} did not close by itself.") from None
        except OSError as error:
            raise Trouble(f"{program} could not be started: {error.strerror}.") from None
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["no word about it"])[-1]
        raise Trouble(f"{program} with {renderer} ended with code {done.returncode}: {said}")
    found = {}
    try:
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                found.update(json.loads(line))
    except ValueError:
        raise Trouble(f"{program} with {renderer} printed a line that is not JSON.") from None
    for name in ("renderer", "first_frame_millis", "seconds", "frames", "cpu_millis", "rss_kib"):
        if found.get(name) is None:
            raise Trouble(f"{program} with {renderer} did not tell {name}.")
    if found["renderer"] != renderer.split("-")[0]:
        raise Trouble(f"{program} was asked for {renderer} and used {found['renderer']}.")
    return found


def measure(programs, renderer, runs, idle):
    """Measures both programs by turns; gives {who: figures}."""
    seen = {who: [] for who in programs}
    for number in range(runs):
        # Who goes first changes too, so that neither always finds the caches warm.
        order = list(programs) if number % 2 == 0 else list(reversed(programs))
        for who in order:
            seen[who].append(run(programs[who], renderer, SHORT))
    result = {}
    for who, each in seen.items():
        first = [one["first_frame_millis"] for one in each]
        quiet = run(programs[who], renderer, idle)
        result[who] = {
            "first": statistics.median(first),
            # The fastest of many runs is what the program costs; the rest is the machine's.
            "fastest": min(first),
            "slowest": max(first),
            "rss": statistics.median(one["rss_kib"] for one in each),
            "seconds": quiet["seconds"],
            "frames": quiet["frames"],
            "cpu": quiet["cpu_millis"] / max(quiet["seconds"], 0.001) / 10,
        }
    return result


def ratio(ours, bare):
    """Divides; a bare window that costs nothing cannot be compared with."""
    return ours / bare if bare > 0 else float("inf")


def allowed_frames(seconds):
    """How many frames an idle window may draw in a measure."""
    return max(IDLE_FRAMES, round(IDLE_FRAMES * seconds / 60))


def table(results):
    """Writes the figures in Markdown."""
    yield "| Renderer | Window | First frame, median (range) | Memory | Idle frames | Idle CPU |"
    yield "|---|---|---|---|---|---|"
    for renderer, both in results.items():
        for who, f in both.items():
            yield (
                f"| {renderer} | {who} | {f['first']:.0f} ms ({f['fastest']}–{f['slowest']}) "
                f"| {f['rss'] / 1024:.1f} MiB | {f['frames']} in {f['seconds']:.0f} s | {f['cpu']:.2f} % |"
            )
        ours, bare = both["program"], both["bare"]
        yield (
            f"| {renderer} | ratio of the fastest, or bound | {ratio(ours['fastest'], bare['fastest']):.2f} (≤ {RATIO}) "
            f"| {ratio(ours['rss'], bare['rss']):.2f} (≤ {RATIO}) "
            f"| ≤ {allowed_frames(ours['seconds'])} | ≤ {IDLE_CPU_PERCENT:.0f} % |"
        )


def judge(results, first_frame):
    """Raises Trouble for the first bound that is exceeded; `first_frame` is that of the first frame."""
    for renderer, both in results.items():
        ours, bare = both["program"], both["bare"]
        for name, words in (("fastest", "the first frame takes"), ("rss", "the window holds")):
            times = ratio(ours[name], bare[name])
            allowed = first_frame if name == "fastest" else RATIO
            if times > allowed:
                what = "time" if name == "fastest" else "memory"
                raise Trouble(
                    f"With {renderer}, {words} {times:.2f} times the {what} of a bare window; {allowed} are allowed."
                )
        most = allowed_frames(ours["seconds"])
        if ours["frames"] > most:
            raise Trouble(
                f"With {renderer}, the idle window drew {ours['frames']} frames in {ours['seconds']:.0f} s; "
                f"{most} are allowed (the bare window drew {bare['frames']})."
            )
        if ours["cpu"] > IDLE_CPU_PERCENT:
            raise Trouble(
                f"With {renderer}, the idle window used {ours['cpu']:.2f} % of a core; "
                f"{IDLE_CPU_PERCENT:.0f} % is allowed (the bare window used {bare['cpu']:.2f} %)."
            )


def positive(text):
    """Reads a whole number above zero."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def main():
    """Measures, prints the table, then judges."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("bare", type=pathlib.Path)
    parser.add_argument("--runs", type=positive, default=5)
    parser.add_argument("--idle", type=positive, default=20, help="seconds")
    parser.add_argument(
        "--first-frame",
        type=float,
        default=RATIO,
        help="bound of the first frame; larger where other work shares the machine",
    )
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        parser.error("no DISPLAY: start a display first, for instance with xvfb-run")
    programs = {"program": str(options.program.resolve()), "bare": str(options.bare.resolve())}
    results, trouble = {}, None
    try:
        for renderer in RENDERERS:
            try:
                # Not counted: it fills the disk cache, and tells whether this machine has the renderer.
                run(programs["bare"], renderer, SHORT)
            except Trouble as absent:
                if renderer == RENDERERS[0]:
                    raise
                print(f"{renderer} is not measured here: {absent}", file=sys.stderr)
                continue
            run(programs["program"], renderer, SHORT)
            results[renderer] = measure(programs, renderer, options.runs, options.idle)
    except Trouble as failure:
        trouble = failure
    if results:
        # Also when a later renderer failed: what was measured is worth seeing.
        print("\n".join(table(results)), flush=True)
    try:
        judge(results, options.first_frame)
        if trouble is not None:
            raise trouble
        ours = results[RENDERERS[0]]["program"]
        command = "tests/window/measure.py (just window)"
        first = f"non essayé / {ours['first'] / 1000:.2f} s".replace(".", ",")
        leave("start", "démarrage, carte graphique / logiciel", first, "≤ 1,5 s / ≤ 3 s", command)
        idle = f"{ours['frames']} images en {ours['seconds']:.0f} s, {ours['cpu']:.2f} % d’un cœur"
        leave("idle", "images au repos en 60 s / processeur", idle.replace(".", ","), "≤ 2 images en 60 s, ≤ 3 %", command)
    except Trouble as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
