#!/usr/bin/env bash
# Presses real keys on French layouts and reads what they did from the notes they made.
#
# Usage: run.sh PROGRAM
# Debian: xvfb openbox wmctrl xdotool xclip x11-xkb-utils dbus at-spi2-core python3-pyatspi
# gir1.2-atspi-2.0
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../window/common.sh
. "$here/../window/common.sh"
[ $# -eq 1 ] || die "usage: $0 PROGRAM"
require Xvfb openbox wmctrl xdotool xclip setxkbmap xkbcomp dbus-run-session
program=$(realpath "$1")
on_own_bus "$here/run.sh" "$program"
trap clean_up EXIT

# Runs one scenario in a program of its own, under a layout and perhaps a variant of it.
scenario() {
    local name=$1 code=0
    shift
    setxkbmap "$@"
    start_program "$program" "${options[@]}"
    wait_for_window
    PROGRAM_HOME=$program_home client /usr/bin/python3 "$here/keys.py" "$name" "$*" || code=$?
    [ "$code" -eq 0 ] || tail -20 "$program_log" >&2
    stop_program
    done=$((done + 1))
    return "$code"
}

start_display
start_window_manager
start_accessibility
done=0
options=()
scenario phone fr
printf '{"format":1,"channel":"phone"}' >"$work/phone.json"
options=(--settings "$work/phone.json")
scenario "phone by setting" fr
options=()
scenario counter fr
scenario "counter with orientation" fr
scenario "counter with orientation and a search" fr
scenario leave fr
scenario digits fr
# Elsewhere letters move and digits lose their caps, or keep them: position still decides.
scenario digits fr bepo
scenario digits us
scenario typing fr
scenario typing fr oss
echo "keys: $done scenarios, each as promised"
