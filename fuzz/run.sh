#!/usr/bin/env bash
# Runs every target for a while, from the shipped files and from what earlier runs found as first
# examples, on the stable toolchain.
#
# Usage: run.sh [SECONDS for each] [TARGET…]
#        run.sh --runs COUNT [SECONDS for each at most] [TARGET…]
#        run.sh --keep
#
# The second form asks for a number of executions and leaves the figure of the trust sheet (in
# TRUST_FOLDER). The third keeps what was found, least files first: fuzz/kept, one archive a target.
set -euo pipefail
cd "$(dirname "$0")/.."
all=(guard kit journal note search arguments)
# Longest input of each: what is read there is not longer, or no slower for being so.
declare -A longest=([guard]=4096 [kit]=16384 [journal]=16384 [note]=2048 [search]=256 [arguments]=512)
command -v cargo-fuzz >/dev/null 2>&1 || cargo install cargo-fuzz --version 0.13.2 --locked -q
fuzz() { RUSTFLAGS="" cargo fuzz "$1" --sanitizer none "${@:2}"; }

if [ "${1:-}" = --keep ]; then
    mkdir -p fuzz/kept
    for target in "${all[@]}"; do
        fuzz cmin "$target" -- -max_len="${longest[$target]}" >/dev/null 2>&1
        tar --create --gzip --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner \
            --file "fuzz/kept/$target.tar.gz" --directory fuzz/corpus "$target"
    done
    du -bc fuzz/kept/*
    exit
fi
runs=-1
seconds=60
if [ "${1:-}" = --runs ]; then
    runs=$2
    seconds=0
    shift 2
fi
if [[ "${1:-}" =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=("${all[@]}")

mkdir -p fuzz/corpus/{guard,kit,journal,note,search,arguments}
for kept in fuzz/kept/*.tar.gz; do
    [ -e "$kept" ] && tar --extract --file "$kept" --directory fuzz/corpus
done
# One example a line or a file; what the fuzzer finds is added beside.
split -l 1 -a 4 tests/fixtures/guard/traps.txt fuzz/corpus/guard/trap-
split -l 1 -a 4 tests/fixtures/guard/clean.txt fuzz/corpus/note/clean-
cp tests/fixtures/broken/* tests/fixtures/kits/small.ron fuzz/corpus/kit/ 2>/dev/null || true
printf 'identify\n--channel\ncounter\n--cue\nE2' >fuzz/corpus/arguments/identify
printf 'adresse mail' >fuzz/corpus/search/mail
log=$(mktemp)
said=$(mktemp)
trap 'rm -f "$log" "$said"' EXIT
for target in "${targets[@]}"; do
    # libFuzzer says how many executions it made.
    if ! fuzz run "$target" -- -runs="$runs" -max_total_time="$seconds" -print_final_stats=1 \
        -max_len="${longest[$target]}" >"$log" 2>&1; then
        grep -E "panicked|ERROR|SUMMARY|error|Test unit written" "$log" | sed "s/^/$target: /" >&2
        exit 1
    fi
    count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$target $count" | tee -a "$said"
done
[ "$runs" = -1 ] || python3 - "$said" <<'PYTHON'
import sys
sys.path.insert(0, "tests/trust")
from figure import leave
counts = dict(line.split() for line in open(sys.argv[1], encoding="utf-8"))
whole = {name: f"{int(count):_}".replace("_", "\u202f") for name, count in counts.items()}
names = {"guard": "garde", "kit": "kit", "journal": "brouillon", "note": "note exportée", "search": "recherche", "arguments": "ligne de commande"}
leave(
    "fuzz",
    "exécutions des essais aléatoires guidés, par cible, sans arrêt",
    " ; ".join(f"{names[name]} {count}" for name, count in whole.items()),
    "6 cibles, 1\u202f000\u202f000 chacune",
    "fuzz/run.sh --runs 1000000",
)
PYTHON
