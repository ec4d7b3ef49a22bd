#!/usr/bin/env bash
# Installs Réflexe Personas for one person or for all: copies three files, needs no network.
#
# Usage: install.sh [--system] [PROGRAM]
#        install.sh [--system] --uninstall
#
# PROGRAM is the binary; without it, a file named reflexe beside this script, else the release build
# of the checkout. The .desktop file and the icon are taken beside this script, else from the checkout.
# It must never touch settings, notes or the tally, nor leave half of an installation without a word.
set -euo pipefail

NAME=reflexe-personas
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '%s\n' "$*"; }
refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}
usage() {
    say "Usage : install.sh [--system] [PROGRAMME]"
    say "        install.sh [--system] --uninstall"
    say ""
    say "Sans option : pour la personne connectée, dans ~/.local."
    say "--system    : pour tout le poste, dans /usr/local (droits d’administration)."
    say "--uninstall : retire ce que ce script a posé, et rien d’autre."
    say "PROGRAMME   : le fichier « reflexe » ; par défaut, celui posé à côté de ce script."
}
misused() {
    usage >&2
    exit 2
}

system=false
uninstall=false
program=""
for argument in "$@"; do
    case $argument in
        --system) system=true ;;
        --uninstall) uninstall=true ;;
        -h | --help)
            usage
            exit 0
            ;;
        -*) misused ;;
        *)
            [ -z "$program" ] || misused
            program=$argument
            ;;
    esac
done
if $uninstall && [ -n "$program" ]; then
    misused
fi

if $system; then
    bin=/usr/local/bin
    data=/usr/local/share
else
    [ -n "${HOME:-}" ] || refuse "Votre dossier personnel n’est pas connu (HOME est vide). Rien n’a été fait."
    bin=$HOME/.local/bin
    # The menus of one person read XDG_DATA_HOME where it is set.
    data=${XDG_DATA_HOME:-$HOME/.local/share}
fi
binary=$bin/reflexe
entry=$data/applications/$NAME.desktop
icon=$data/icons/hicolor/256x256/apps/$NAME.png

# Gives the first of these files that is there.
first_of() {
    local file
    for file in "$@"; do
        if [ -f "$file" ]; then
            printf '%s\n' "$file"
            return
        fi
    done
    return 1
}

# Menus read a cache of their own; without these programs they find the files all the same, later.
refresh() {
    if [ -d "$data/applications" ] && command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$data/applications" 2>/dev/null || true
    fi
    if [ -f "$data/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor" 2>/dev/null || true
    fi
}

# Refuses before anything is touched, rather than in the middle.
must_be_writable() {
    local folder=$1
    while [ ! -e "$folder" ]; do
        folder=$(dirname "$folder")
    done
    if [ ! -d "$folder" ] || [ ! -w "$folder" ]; then
        refuse "Écriture refusée dans $folder. Rien n’a été fait. Avec --system, il faut les droits d’administration."
    fi
}

# Copies beside the target, then renames: a program that is running keeps its own file.
put() {
    local mode=$1 from=$2 to=$3
    mkdir -p "$(dirname "$to")"
    install -m "$mode" "$from" "$to.nouveau"
    mv -f "$to.nouveau" "$to"
    say "Posé : $to"
}

# Writes the menu entry with the whole path of the program: ~/.local/bin is not always in PATH.
# A path with a sign that the format keeps for itself is left out; then PATH decides.
entry_for() {
    case $binary in
        *[\"\`\$\\%]*) cat "$1" ;;
        *) awk -v path="$binary" '
            /^Exec=/ { print "Exec=\"" path "\""; next }
            /^TryExec=/ { print "TryExec=" path; next }
            { print }' "$1" ;;
    esac
}

for target in "$binary" "$entry" "$icon"; do
    must_be_writable "$(dirname "$target")"
done

if $uninstall; then
    found=false
    for target in "$binary" "$entry" "$icon"; do
        if [ -e "$target" ] || [ -L "$target" ]; then
            rm -f "$target"
            say "Retiré : $target"
            found=true
        fi
    done
    refresh
    $found || say "Rien à retirer : aucun de ces fichiers n’était là."
    say "Les réglages, les notes et le décompte restent où ils étaient (docs/DEPLOIEMENT.md dit où)."
    exit 0
fi

if [ -z "$program" ]; then
    program=$(first_of "$here/reflexe" "$here/../../target/release/reflexe") ||
        refuse "Le programme « reflexe » n’est pas à côté de ce script. Rien n’a été fait. Indiquez-le : install.sh CHEMIN/reflexe"
fi
[ -f "$program" ] || refuse "Ce fichier n’existe pas : $program. Rien n’a été fait."
entry_from=$(first_of "$here/$NAME.desktop") ||
    refuse "Le fichier $NAME.desktop manque à côté de ce script. Rien n’a été fait."
icon_from=$(first_of "$here/icon.png" "$here/../icon.png") ||
    refuse "L’image icon.png manque à côté de ce script. Rien n’a été fait."

# A copy is tried before anything is put in place, with the right to run that a download may lack.
trial=$(mktemp -d)
trap 'rm -rf "$trial"; rm -f "$binary.nouveau" "$icon.nouveau" "$entry.nouveau"' EXIT
install -m 755 "$program" "$trial/reflexe"
if ! version=$("$trial/reflexe" --version 2>"$trial/said"); then
    refuse "Ce programme ne démarre pas sur ce poste : $program. Rien n’a été fait. $(head -n 1 "$trial/said")"
fi
case $version in
    "reflexe "*) ;;
    *) refuse "Ce programme n’est pas Réflexe Personas : $program. Rien n’a été fait." ;;
esac
entry_for "$entry_from" >"$trial/entry"

put 755 "$trial/reflexe" "$binary"
put 644 "$icon_from" "$icon"
put 644 "$trial/entry" "$entry"
refresh

# What was copied is what runs, from where it now is.
if ! installed=$("$binary" --version 2>"$trial/said") || [ "$installed" != "$version" ]; then
    refuse "Le programme est copié mais ne démarre pas depuis $binary. Vérifiez que ce disque permet d’exécuter des programmes. $(head -n 1 "$trial/said")"
fi
if $system; then
    say "Installé pour tout le poste : $installed."
else
    say "Installé pour $(id -un) : $installed."
fi
say "« Réflexe Personas » est dans le menu des applications, au plus tard à la prochaine ouverture de session."
case ":${PATH:-}:" in
    *":$bin:"*) ;;
    *) say "Dans un terminal, « reflexe » seul ne suffit pas : $bin n’est pas dans PATH." ;;
esac
