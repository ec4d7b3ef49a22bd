#!/usr/bin/env bash
# The window's two shapes, the keyboard's focus, a second start, and the zoom of the keyboard.
#
# Usage: shape.sh PROGRAM
# Debian: xvfb openbox wmctrl xdotool x11-utils x11-xkb-utils dbus at-spi2-core python3-pyatspi
# gir1.2-atspi-2.0
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
[ $# -eq 1 ] || die "usage: $0 PROGRAM"
require Xvfb openbox wmctrl xdotool xev xprop xwininfo setxkbmap xkbcomp dbus-run-session
program=$(realpath "$1")
on_own_bus "$here/shape.sh" "$program"
trap clean_up EXIT

start_display
setxkbmap fr
start_window_manager
start_accessibility
# Another window, as the business application is: the focus is its own until somebody takes it.
xev >/dev/null 2>&1 &
ours $!
start_program "$program"
wait_for_window
code=0
PROGRAM=$program PROGRAM_HOME=$program_home PROGRAM_WINDOW=$window \
    client /usr/bin/python3 "$here/shape.py" || code=$?
[ "$code" -eq 0 ] || tail -20 "$program_log" >&2
stop_program
exit "$code"
