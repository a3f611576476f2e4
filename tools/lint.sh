#!/usr/bin/env bash
# Linters and types of every language of ours, side by side. All are run; any red one fails.
set -uo pipefail

py=.venv/bin/python
said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT
labels=()
jobs=()

# try NAME COMMAND…: start one; what it says is shown when all have ended.
try() {
  labels+=("$1")
  "${@:2}" >"$said/$1" 2>&1 &
  jobs+=($!)
}

try "types of Python" $py -m mypy .
try "types of JavaScript" $py tools/npm.py run --silent types
try "eslint" $py tools/npm.py run --silent eslint
try "stylelint" $py tools/npm.py run --silent stylelint
try "markdownlint" $py tools/npm.py run --silent markdownlint
try "djlint" $py -m djlint --lint --quiet smartcorner overrides
try "yamllint" $py -m yamllint --strict .
try "layers" .venv/bin/lint-imports --cache-dir .cache/import-linter
try "ruff check" $py -m ruff check --quiet --output-format concise .
try "ruff format" $py -m ruff format --check --output-format concise .

red=0
for n in "${!jobs[@]}"; do
  if wait "${jobs[n]}"; then
    echo "ok   ${labels[n]}"
  else
    red=1
    printf 'RED  %s\n' "${labels[n]}"
    cat "$said/${labels[n]}"
  fi
done
exit $red
