#!/usr/bin/env bash
# Write the lock files anew from requirements*.in and package.json.
#
# Locks carry hashes and no host, so that any mirror of the registries will do.
set -euo pipefail

for name in requirements requirements-test requirements-tv; do
  .venv/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
    --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
    "$name.in" -o "$name.txt"
done
.venv/bin/python tools/npm.py install --package-lock-only --ignore-scripts

if grep -nE -- '--(extra-)?index-url|--find-links|--trusted-host|://' requirements*.txt ||
   grep -n '"resolved"' package-lock.json; then
  echo "A lock file names a host: see above." >&2
  exit 1
fi
