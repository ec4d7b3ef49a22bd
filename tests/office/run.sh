#!/usr/bin/env bash
# Exports as other programs read them: tables in LibreOffice, JSON and RON, texts as UTF-8.
#
# Usage: run.sh PROGRAM, the example export_samples
# Debian: libreoffice-calc file python3
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
die() {
    echo "$*" >&2
    exit 2
}
[ $# -eq 1 ] || die "usage: $0 PROGRAM"
for tool in soffice file python3; do
    command -v "$tool" >/dev/null 2>&1 || die "$tool is missing"
done
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" "$work/notes"
# What the check must catch: without it, a blind check would pass.
mkdir "$work/control"
printf '\xef\xbb\xbf"a";"b"\r\n"=1+1";"x,=1+1,y"\r\n' >"$work/control/control.csv"

# Semicolons as written; then as somebody might open it: commas, tabs, all of them as the dialog ticks.
for separators in 59 44 9 59/44/9; do
    name=${separators//\//-}
    # 76 is UTF-8, 34 the quote, 1 the first line.
    for set in notes control; do
        timeout 180 soffice "-env:UserInstallation=file://$work/profile" --headless \
            --infilter="Text - txt - csv (StarCalc):$separators,34,76,1" \
            --convert-to fods --outdir "$work/$set-$name" "$work/$set"/*.csv >"$work/log" 2>&1 \
            || { cat "$work/log" >&2; exit 1; }
    done
done
file --mime-encoding "$work/notes"/* >"$work/encodings"
python3 "$here/check.py" "$work" "$program"
