#!/usr/bin/env bash
# The guard beside python-stdnum and Faker, which nobody here made: their packages are installed in a
# temporary folder, run, and thrown away. `tests/stdnum/run.sh [--write]`; with --write the figures
# go to docs/trust/.
set -euo pipefail
cd "$(dirname "$0")/../.."
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location \
    --target "$packages" 'python-stdnum==2.2' 'Faker==40.63.0'
# The numbers that python-stdnum is tested with come with its source.
python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary python-stdnum \
    --dest "$packages/source" 'python-stdnum==2.2'
tar xzf "$packages"/source/*.tar.gz -C "$packages/source"
cargo build --quiet --locked --release --no-default-features --example check_numbers
program="${CARGO_TARGET_DIR:-target}/release/examples/check_numbers"
PYTHONPATH="$packages" python3 tests/stdnum/compare.py "$program" "$@"
PYTHONPATH="$packages" python3 tests/stdnum/strangers.py "$program" "$packages"/source/*/tests "$@"
