#!/usr/bin/env bash
# The ladder of renderers on a machine that lacks them one after the other: a window whenever one is
# possible, a French sentence and exit code 1 when none is, never a panic.
# Usage: renderers.sh PROGRAM (needs a DISPLAY).
set -euo pipefail
program=$1
no_gl=(__EGL_VENDOR_LIBRARY_FILENAMES=/nonexistent LIBGL_DRIVERS_PATH=/nonexistent)
no_vulkan=(VK_DRIVER_FILES=/nonexistent VK_ICD_FILENAMES=/nonexistent)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# try CODE WORDS_EXPECTED NAME -- VARIABLE=… [OPTIONS]
try() {
    local wanted=$1 words=$2 name=$3
    shift 4
    local variables=() options=()
    for argument in "$@"; do
        case $argument in
            --*) options+=("$argument") ;;
            *=*) variables+=("$argument") ;;
            *) options+=("$argument") ;;
        esac
    done
    local said code=0
    said=$(env HOME="$home" XDG_CONFIG_HOME="$home/c" XDG_DATA_HOME="$home/d" "${variables[@]}" \
        timeout 60 "$program" --first-frame "${options[@]}" 2>&1) || code=$?
    if [ "$code" -ne "$wanted" ] || ! grep -q "$words" <<<"$said" || grep -q panicked <<<"$said"; then
        printf '%s: code %s (wanted %s), said:\n%s\n' "$name" "$code" "$wanted" "$said"
        exit 1
    fi
    printf '%s: code %s, %s\n' "$name" "$code" "$(grep -o '"renderer":"[a-z]*"' <<<"$said" || echo refused)"
}

mark() { cat "$home"/d/*/demarrage.json 2>/dev/null || find "$home" -name demarrage.json -exec cat {} +; }

try 0 '"glow"' "software OpenGL" -- LIBGL_ALWAYS_SOFTWARE=1
try 0 '"wgpu"' "software Vulkan asked for" -- LIBGL_ALWAYS_SOFTWARE=1 --renderer wgpu-software
# What worked last is tried first.
try 0 '"wgpu"' "remembered" -- LIBGL_ALWAYS_SOFTWARE=1
rm -rf "$home"/d
try 0 '"wgpu"' "no OpenGL" -- "${no_gl[@]}"
mark | grep -q '"glow"' || { echo "the refusal of OpenGL is not remembered"; exit 1; }
rm -rf "$home"/d
try 0 '"glow"' "no Vulkan" -- "${no_vulkan[@]}" LIBGL_ALWAYS_SOFTWARE=1
rm -rf "$home"/d
try 1 'Aucune fenêtre' "neither" -- "${no_gl[@]}" "${no_vulkan[@]}"
try 1 'Aucune fenêtre' "an invalid backend" -- WGPU_BACKEND=bogus --renderer wgpu-software
# A driver that ends the process leaves its mark: the next start tries another rung first.
rm -rf "$home"/d
try 0 '"glow"' "before a death" -- LIBGL_ALWAYS_SOFTWARE=1
file=$(find "$home" -name demarrage.json)
printf '{"format":1,"starting":"glow","worked":"glow","failed":["wgpu"]}' >"$file"
try 0 '"wgpu"' "after a death of OpenGL" -- LIBGL_ALWAYS_SOFTWARE=1
echo "renderers: every rung tried"
