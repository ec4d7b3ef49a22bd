#!/usr/bin/env bash
# What is handed out, made twice: the program with its list of components inside and beside, and the
# sums of all. Fails if both builds differ, if a path of this machine is in what is handed out, or if
# the list is not what is inside.
#
# Usage: run.sh [FOLDER] [--no-window]
#
# FOLDER (target/dist by default) receives what is handed out. --no-window builds without the window:
# quick, to try this script.
set -euo pipefail
cd "$(dirname "$0")/../.."
source=$PWD
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
dist=$target/dist
features=()
for word in "$@"; do
    case "$word" in
    --no-window) features=(--no-default-features) ;;
    *) dist=$(realpath -m "$word") ;;
    esac
done
say() { printf 'release: %s (%ss)\n' "$*" "$SECONDS"; }

# Tools of one evening: a low optimisation level is enough.
need() {
    command -v "$1" >/dev/null 2>&1 && return
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off cargo install --quiet --locked "$1" --version "$2"
}
need cargo-auditable 0.7.7
need rust-audit-info 0.5.4
need cargo-cyclonedx 0.5.9

# Only what is committed is handed out.
git diff --quiet HEAD || { echo "release: commit first: what is handed out is what is committed" >&2; exit 1; }
commit=$(git rev-parse HEAD)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Two folders of different names and lengths, none of them the checkout.
first=$work/un
second=$work/une-autre-construction
home=${CARGO_HOME:-$HOME/.cargo}
sysroot=$(rustc --print sysroot)
host=$(rustc -vV | sed -n "s/^host: //p")
build() {
    mkdir -p "$1/source"
    git -C "$source" archive "$commit" | tar -x -C "$1/source"
    (
        cd "$1/source"
        # The names of this machine's folders stay on it.
        export RUSTFLAGS="--remap-path-prefix=$1/source=/reflexe --remap-path-prefix=$1/target=/target --remap-path-prefix=$home=/cargo --remap-path-prefix=$sysroot=/rust"
        CARGO_TARGET_DIR=$1/target CARGO_INCREMENTAL=0 cargo auditable build --quiet --release --locked --bin reflexe "${features[@]}"
    )
    say "built in $1"
}
build "$first"
build "$second"
one=$first/target/release/reflexe
two=$second/target/release/reflexe

if cmp -s "$one" "$two"; then
    say "both builds are the same, $(stat -c %s "$one") bytes"
else
    # Where, before anything else.
    cmp -l "$one" "$two" | wc -l | xargs printf 'release: the builds differ in %s bytes\n' >&2
    readelf -SW "$one" >"$work/one" && readelf -SW "$two" >"$work/two"
    diff "$work/one" "$work/two" >&2 || true
    exit 1
fi

rm -rf "$dist"
mkdir -p "$dist"
cp "$one" "$dist/reflexe"
cp assets/icon.png assets/linux/install.sh assets/linux/reflexe-personas.desktop "$dist/"

# The list of components, for who has no tool to read the program's own.
(
    cd "$first/source"
    cargo cyclonedx --quiet --format json --spec-version 1.5 --target "$host" "${features[@]}" --override-filename reflexe.cdx
)
rust-audit-info "$dist/reflexe" >"$work/inside.json"
python3 tests/release/components.py "$first/source/reflexe.cdx.json" "$first/source" "$work/inside.json" >"$dist/reflexe.cdx.json"

# No name of a folder of this machine in what is handed out.
for name in "$work" "$source" "$HOME/" "$home" "$sysroot"; do
    for file in "$dist"/*; do
        if grep -aqF -- "$name" "$file"; then
            echo "release: $name is in $file:" >&2
            grep -aoF -m 3 -- "$name" "$file" | head -3 >&2
            exit 1
        fi
    done
done
say "no path of this machine is inside"

(cd "$dist" && sha256sum -- * >"$work/SHA256SUMS" && mv "$work/SHA256SUMS" . && sha256sum --quiet --check SHA256SUMS)
"$dist/reflexe" --version
say "$dist, from $commit"
