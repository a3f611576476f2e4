#!/usr/bin/env bash
# venv.sh FOLDER: make a Python environment there, unless it stands already.
#
# Debian keeps `venv` in a package of its own; when it is missing, this installs
# it (as root, or through sudo without a password) or prints the line to run.
set -euo pipefail

folder=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed. Name it so: make PYTHON=/path/to/python3.11 …" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  bash "$(dirname "$0")/apt.sh" python3-venv
fi
if [ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
  exit 0
fi
"$python" -m venv --clear "$folder"
