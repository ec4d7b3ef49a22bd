# Shared by the scripts that drive a real window; to be sourced, not run.
#
# They give a script a session bus, a display and a window manager of its own, and a program whose
# home is new each time, so that nothing of the machine is read and nothing stays behind.
# shellcheck shell=bash

# Displays these scripts may take; other tests have their own.
displays=(95 96 97 98)
# How the window is found; a part of its title that survives any locale.
window_title='flexe Personas'

started=()
work=""
window=""
program_pid=""
program_home=""
program_log=""

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Says which commands are missing, all at once.
require() {
    local missing=() command
    for command in "$@"; do
        command -v "$command" >/dev/null 2>&1 || missing+=("$command")
    done
    [ "${#missing[@]}" -eq 0 ] || die "missing commands: ${missing[*]}"
}

# Runs a check every fifth of a second until it succeeds or so many seconds have gone.
until_true() {
    local seconds=$1 end
    shift
    end=$((SECONDS + seconds))
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.2
    done
}

# Points home and every folder derived from it inside a folder.
home_in() {
    local folder=$1
    mkdir -p "$folder"/{config,data,state,cache,run}
    chmod 700 "$folder/run"
    export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data \
        XDG_STATE_HOME=$folder/state XDG_CACHE_HOME=$folder/cache XDG_RUNTIME_DIR=$folder/run
}

# Runs the calling script again, with its arguments, on a session bus of its own.
#
# The bus starts the accessibility bus on demand and ends with the script: an agent's own session
# is never touched, and a machine without any session will do.
on_own_bus() {
    if [ -n "${WINDOW_TEST_WORK:-}" ]; then
        work=$WINDOW_TEST_WORK
        echo $$ >"$work/pid"
        exec 2>&3 3>&-
        return
    fi
    require dbus-run-session mktemp
    local folder child code=0
    folder=$(mktemp -d)
    (
        home_in "$folder/session"
        # Compose tables, and thus dead keys, are found by locale; a bare machine has this one.
        export WINDOW_TEST_WORK=$folder LC_ALL=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
        export PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
        unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XMODIFIERS
        # The buses narrate what they start; only the script's own words are worth reading.
        exec 3>&2 2>"$folder/bus.log"
        exec dbus-run-session -- bash "$@"
    ) &
    child=$!
    # Whoever stops this script stops the one inside, which ends what it started.
    trap 'kill "$(cat "$folder/pid")" 2>/dev/null || true' HUP INT TERM
    wait "$child" || code=$?
    while kill -0 "$child" 2>/dev/null; do
        wait "$child" || code=$?
    done
    [ -e "$folder/pid" ] || cat "$folder/bus.log" >&2
    rm -rf "$folder"
    exit "$code"
}

# Remembers a process of ours, to end it and no other.
ours() {
    started+=("$1")
}

forget() {
    local kept=() pid
    for pid in "${started[@]}"; do
        [ "$pid" = "$1" ] || kept+=("$pid")
    done
    started=("${kept[@]}")
}

end_process() {
    local pid=$1
    kill "$pid" 2>/dev/null || true
    if ! until_true 5 eval "! kill -0 $pid"; then
        kill -KILL "$pid" 2>/dev/null || true
    fi
    wait "$pid" 2>/dev/null || true
}

# Ends all that was started, last first; to be trapped on EXIT.
clean_up() {
    local i
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        end_process "${started[$i]}"
    done
    started=()
}

# Starts a display on the first number that is free.
start_display() {
    local number pid
    for number in "${displays[@]}"; do
        [ -e "/tmp/.X11-unix/X$number" ] && [ -e "/tmp/.X$number-lock" ] \
            && kill -0 "$(tr -d ' ' <"/tmp/.X$number-lock")" 2>/dev/null && continue
        Xvfb ":$number" -screen 0 1366x768x24 -noreset -nolisten tcp >"$work/xvfb.log" 2>&1 &
        pid=$!
        # Two scripts that start together may want the same number: the loser's server soon ends.
        if DISPLAY=:$number until_true 20 xdotool getdisplaygeometry && sleep 0.5 \
            && kill -0 "$pid" 2>/dev/null; then
            ours "$pid"
            export DISPLAY=:$number
            return
        fi
        end_process "$pid"
    done
    cat "$work/xvfb.log" >&2 || true
    die "no free display among ${displays[*]}"
}

# Without a window manager no window gets the keyboard by itself.
start_window_manager() {
    openbox --sm-disable >"$work/openbox.log" 2>&1 &
    ours $!
    until_true 20 wmctrl -m || die "the window manager does not answer"
}

# Tells every program of the session that assistive technology is in use.
start_accessibility() {
    /usr/bin/python3 - <<'PYTHON' || die "the accessibility bus does not answer"
from gi.repository import Gio, GLib

bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(path, interface, method, arguments):
    return bus.call_sync("org.a11y.Bus", path, interface, method, arguments, None, 0, 20000, None)


# Asking for the address is what starts the launcher.
call("/org/a11y/bus", "org.a11y.Bus", "GetAddress", None)
properties = "org.freedesktop.DBus.Properties"
# AccessKit watches this property and no other.
name = ("org.a11y.Status", "IsEnabled")
call("/org/a11y/bus", properties, "Set", GLib.Variant("(ssv)", (*name, GLib.Variant("b", True))))
said = call("/org/a11y/bus", properties, "Get", GLib.Variant("(ss)", name))
assert said.unpack() == (True,), said
PYTHON
}

# Starts the program in a new home; `program_home` says where it keeps its files.
start_program() {
    local program=$1
    shift
    program_home=$(mktemp -d -p "$work" home.XXXXXX)
    program_log=$program_home.log
    (
        home_in "$program_home"
        exec "$program" "$@"
    ) >"$program_log" 2>&1 &
    program_pid=$!
    ours "$program_pid"
}

find_window() {
    window=$(xdotool search --onlyvisible --name "$window_title" 2>/dev/null | tail -1)
    [ -n "$window" ]
}

# Waits for the program's window and gives it the keyboard.
wait_for_window() {
    local end=$((SECONDS + 60))
    until find_window; do
        if ! kill -0 "$program_pid" 2>/dev/null; then
            cat "$program_log" >&2
            die "the program ended before its window came"
        fi
        [ "$SECONDS" -lt "$end" ] || die "no window named « $window_title »"
        sleep 0.2
    done
    until_true 20 has_keyboard || die "the window does not get the keyboard"
}

has_keyboard() {
    find_window && xdotool windowactivate "$window" \
        && [ "$(xdotool getwindowname "$(xdotool getwindowfocus)")" = "$(xdotool getwindowname "$window")" ]
}

# Runs something in the foreground that is ended too if this script is.
client() {
    local pid code=0
    "$@" &
    pid=$!
    ours "$pid"
    wait "$pid" || code=$?
    forget "$pid"
    return "$code"
}

# Ends the program; a panic or a stop of its own makes the script fail.
stop_program() {
    kill -0 "$program_pid" 2>/dev/null || {
        cat "$program_log" >&2
        die "the program stopped by itself"
    }
    end_process "$program_pid"
    forget "$program_pid"
    if grep -q panicked "$program_log"; then
        cat "$program_log" >&2
        die "the program panicked"
    fi
}
