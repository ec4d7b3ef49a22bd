#!/usr/bin/env bash
# Printed pages as others read them: two checkers of PDF/UA that nobody here made, poppler for fonts,
# text and its order. Every kind, on every paper, for every persona.
#
# Usage: run.sh PROGRAM
# Debian: poppler-utils python3-pip. The checkers are installed in a temporary folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 1 ] || {
    echo "usage: $0 PROGRAM" >&2
    exit 2
}
program=$(realpath "$1")
kit=$(realpath "$here/../../personas/usagers-numeriques")
english=$(realpath "$here/../../personas/digital-public-services-en")
if ! command -v pdftotext >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils >/dev/null
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location \
    --target "$work/packages" 'pdfua==0.1.3' 'outloud==0.2.1'

mkdir "$work/pages"
print() { "$program" print "$1" --format "$2" --out "$work/pages/$3.pdf" "${@:4}" >>"$work/said"; }
for kind in cards sheet cues questions situations note workshop; do
    for format in a4 a6 a6-on-a4; do
        print "$kind" "$format" "$kind-$format" --kit "$kit"
        # The English edition has no scenario yet.
        [ "$kind" = workshop ] || print "$kind" "$format" "$kind-$format-en" --kit "$english"
    done
done
for code in $(grep -hoP '^\s*id: "[^"]+", code: "\K[^"]+' "$kit"/profiles/*.ron); do
    for format in a4 a6 a6-on-a4; do
        print cards "$format" "one-$code-$format" --kit "$kit" --persona "$code"
    done
done
# What must come out to the letter, in a kit of its own.
python3 "$here/check.py" hostile "$kit" "$work/hostile"
print cards a4 hostile --kit "$work/hostile"
# The same again: the same bytes.
print cards a4 again --kit "$work/hostile"
cmp "$work/pages/hostile.pdf" "$work/pages/again.pdf"

PYTHONPATH="$work/packages" python3 "$here/check.py" pages "$work/pages" "$kit"

# A faulty call is told in French, and writes nothing.
set +e
said=$("$program" print cards --persona nulle-part --out "$work/none.pdf" 2>&1)
code=$?
set -e
[ "$code" -eq 2 ] && grep -q 'par exemple' <<<"$said" && [ ! -e "$work/none.pdf" ]
