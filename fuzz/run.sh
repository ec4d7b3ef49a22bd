#!/usr/bin/env bash
# Runs every target for a while, from the shipped files as first examples, on the stable toolchain.
#
# Usage: run.sh [SECONDS for each]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
command -v cargo-fuzz >/dev/null 2>&1 || cargo install cargo-fuzz --locked -q
mkdir -p fuzz/corpus/{guard,kit,journal,note,search,arguments}
# One example a line or a file; what the fuzzer finds is added beside.
split -l 1 -a 4 tests/fixtures/guard/traps.txt fuzz/corpus/guard/trap-
split -l 1 -a 4 tests/fixtures/guard/clean.txt fuzz/corpus/note/clean-
cp tests/fixtures/broken/* fuzz/corpus/kit/ 2>/dev/null || true
target/release/reflexe bundle personas/usagers-numeriques fuzz/corpus/kit/shipped.ron >/dev/null 2>&1 || true
printf 'identify\n--channel\ncounter\n--cue\nE2' >fuzz/corpus/arguments/identify
printf 'adresse mail' >fuzz/corpus/search/mail
for target in guard kit journal note search arguments; do
    # libFuzzer says how many executions it made.
    RUSTFLAGS="" cargo fuzz run --sanitizer none "$target" -- -max_total_time="$seconds" -print_final_stats=1 \
        -max_len=65536 2>&1 | grep -E "number_of_executed_units|panicked|ERROR|SUMMARY|error" | sed "s/^/$target: /"
done
