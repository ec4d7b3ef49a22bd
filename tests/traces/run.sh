#!/usr/bin/env bash
# What a window leaves behind: no network socket while it runs, nothing of a contact once it is closed.
#
# Usage: run.sh PROGRAM [CONTACTS]
# Debian: as tests/keys/run.sh, and strace
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=../window/common.sh
. "$here/../window/common.sh"
[ $# -ge 1 ] || die "usage: $0 PROGRAM [CONTACTS]"
require Xvfb openbox wmctrl xdotool xclip setxkbmap xkbcomp dbus-run-session strace
program=$(realpath "$1")
contacts=${2:-6}
on_own_bus "$here/run.sh" "$program" "$contacts"
trap clean_up EXIT

gone() {
    ! kill -0 "$1" 2>/dev/null
}

run() {
    local phase=$1 code=0
    PROGRAM_HOME=$program_home PROGRAM_PID=$program_pid client /usr/bin/python3 "$here/traces.py" \
        "$phase" "$contacts" || code=$?
    [ "$code" -eq 0 ] || {
        tail -20 "$program_log" >&2
        exit "$code"
    }
}

start_display
start_window_manager
start_accessibility
setxkbmap fr
trace=$work/trace

# A scripted run, traced; then the window closes as a person closes it.
# The tracer follows its child: the process number stays the program's own.
start_program strace -D -f --seccomp-bpf -qq -e trace=socket,connect,bind -o "$trace" "$program"
wait_for_window
run contacts
wmctrl -c "$window_title"
until_true 10 gone "$program_pid" || die "the window does not close"
forget "$program_pid"
home=$program_home
PROGRAM_HOME=$home /usr/bin/python3 "$here/traces.py" closed "$contacts"
/usr/bin/python3 "$here/traces.py" sockets "$trace"

# A copied note leaves the clipboard by itself, unless something else is there by then, and at the end.
printf '{"format":1,"clipboard_seconds":4}' >"$work/clipboard.json"
start_program "$program" --settings "$work/clipboard.json"
wait_for_window
run clipboard
wmctrl -c "$window_title"
until_true 10 gone "$program_pid" || die "the window does not close"
forget "$program_pid"
[ -z "$(timeout 2 xclip -selection clipboard -out 2>/dev/null || true)" ] || die "the note outlives the window on the clipboard"
echo "clipboard: emptied after its time and at the end, left alone when it holds something else"

# Killed in the middle of a contact: what is left is offered, then erased.
start_program "$program"
wait_for_window
run interrupted
kill -9 "$program_pid"
wait "$program_pid" 2>/dev/null || true
forget "$program_pid"
PROGRAM_HOME=$program_home /usr/bin/python3 "$here/traces.py" killed "$contacts"
home=$program_home
log=$program_log.again
(
    home_in "$home"
    exec "$program"
) >"$log" 2>&1 &
program_pid=$!
program_log=$log
ours "$program_pid"
wait_for_window
run offered
wmctrl -c "$window_title"
until_true 10 gone "$program_pid" || die "the window does not close"
forget "$program_pid"
PROGRAM_HOME=$home /usr/bin/python3 "$here/traces.py" closed "$contacts"
