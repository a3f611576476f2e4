#!/usr/bin/env bash
# browsers.sh: what the browser tests need from Debian.
set -euo pipefail

packages=(
  chromium          # the browser of today
  fonts-dejavu-core # letters until the site's own font is there
  # What Chromium 69 (PyQtWebEngine's wheels) loads from the system:
  libgl1 libegl1 libxkbcommon0 libdbus-1-3 libnss3 libasound2
  libxcomposite1 libxcursor1 libxi6 libxtst6 libxrandr2 libxdamage1
  libfontconfig1
)
if [ -x /usr/bin/chromium ] && ! command -v dpkg-query >/dev/null; then
  exit 0 # another system, with its own packages
fi
exec bash "$(dirname "$0")/apt.sh" "${packages[@]}"
