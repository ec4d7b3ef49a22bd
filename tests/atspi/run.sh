#!/usr/bin/env bash
# Runs a whole interview through the accessibility bus, as a screen reader's user would.
#
# Usage: run.sh PROGRAM
# Debian: xvfb openbox wmctrl xdotool xclip dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../window/common.sh
. "$here/../window/common.sh"
[ $# -eq 1 ] || die "usage: $0 PROGRAM"
require Xvfb openbox wmctrl xdotool xclip dbus-run-session
program=$(realpath "$1")
on_own_bus "$here/run.sh" "$program"
trap clean_up EXIT

start_display
start_window_manager
start_accessibility
start_program "$program"
wait_for_window
code=0
client /usr/bin/python3 "$here/interview.py" || code=$?
[ "$code" -eq 0 ] || tail -20 "$program_log" >&2
stop_program
exit "$code"
