#!/usr/bin/env bash
# apt.sh PACKAGE…: install those Debian packages that are missing.
#
# As root, or through sudo when that asks for no password; otherwise it prints
# the one line to run and fails.
set -euo pipefail

missing=()
for package in "$@"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Missing: ${missing[*]} (names of Debian packages). Install them, then run make again." >&2
  exit 1
elif [ "$(id -u)" = 0 ]; then
  root=(env DEBIAN_FRONTEND=noninteractive)
elif sudo -n true 2>/dev/null; then
  root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
else
  echo "Run this line once, then make again:" >&2
  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${missing[*]}"
"${root[@]}" apt-get update -q >/dev/null
"${root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null
