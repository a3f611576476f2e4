#!/usr/bin/env bash
# Linters and types of Python and JavaScript. All are run; any red one fails.
set -uo pipefail

red=0
try() {
  local said
  if said=$("$@" 2>&1); then
    echo "ok   $label"
  else
    red=1
    printf 'RED  %s\n%s\n' "$label" "$said"
  fi
}

label="ruff check" try .venv/bin/python -m ruff check --quiet --output-format concise .
label="ruff format" try .venv/bin/python -m ruff format --check --output-format concise .
label="types of Python" try .venv/bin/python -m mypy .
label="layers" try .venv/bin/lint-imports --cache-dir .cache/import-linter
label="eslint" try .venv/bin/python tools/npm.py run --silent lint
label="types of JavaScript" try .venv/bin/python tools/npm.py run --silent types
exit $red
