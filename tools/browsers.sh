#!/usr/bin/env bash
# browsers.sh: what the tests need from Debian: browsers, another day, and text in PDFs.
set -euo pipefail

packages=(
  chromium          # the browser of today
  libatomic1        # what Playwright’s own Node loads
  fonts-dejavu-core # letters until the site's own font is there
  # What Chromium 69 (PyQtWebEngine's wheels) loads from the system:
  libgl1 libegl1 libxkbcommon0 libdbus-1-3 libnss3 libasound2
  libxcomposite1 libxcursor1 libxi6 libxtst6 libxrandr2 libxdamage1
  libfontconfig1
  libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 # what `package pdf` draws text with
  faketime # builds on another day give the same bytes
)
if [ -x /usr/bin/chromium ] && ! command -v dpkg-query >/dev/null; then
  exit 0 # another system, with its own packages
fi
exec bash "$(dirname "$0")/apt.sh" "${packages[@]}"
