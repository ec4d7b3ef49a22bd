#!/usr/bin/env bash
# Which lines of the program the tests run, without the window: the core must reach nine in ten.
# Installs nothing but what cargo builds: the reader of profiles is beside, in coverage/.
#
# Usage: coverage.sh [--files]
#
# --files also says which lines no test runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
CARGO_TARGET_DIR="$target/coverage" cargo build --quiet --release --locked --manifest-path tests/trust/coverage/Cargo.toml
export RUSTC_WORKSPACE_WRAPPER=$PWD/tests/trust/coverage/instrument.sh
# Its own folder of figures: what is measured slowed down by counting is nobody's figure.
export LLVM_PROFILE_FILE=$folder/%m.profraw
build=(cargo test --locked --no-default-features --lib --bins --test it)
"${build[@]}" --no-run --message-format=json-render-diagnostics >"$folder/built.json"
programs=$(python3 - "$folder/built.json" <<'PYTHON'
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    if path := json.loads(line).get("executable"):
        print(path)
PYTHON
)
# Left out: what measures time or repeats the same calls many times over.
left=(twice_the_text durability::kill durability::mutants versions::crowd formats::mutations)
"${build[@]}" -- --quiet "${left[@]/#/--skip=}"
mapfile -t programs <<<"$programs"
"$target/coverage/release/reflexe-personas-coverage" . "$folder" "${programs[@]}" >"$folder/lines"
python3 tests/trust/coverage.py "$folder/lines" "$@"
