#!/usr/bin/env bash
# test.sh [ARGUMENT FOR PYTEST…]: browsers, linters, types, all tests; the lines that they run.
#
# Of all tests, 90 % of the lines of Python and of scripts must be run.
set -uo pipefail

bash tools/browsers.sh || exit 1
red=0
bash tools/lint.sh || red=1
least=$([ $# = 0 ] && echo 90 || echo 0)
rm -rf build/script-lines
mkdir -p build
COVERAGE=1 .venv/bin/python -m pytest -n 2 --dist worksteal --cov --cov-report=term:skip-covered \
  --cov-fail-under="$least" "$@" || red=1
if [ -d build/script-lines ]; then
  .venv/bin/python -m tests.support.script_lines "$least" || red=1
fi
exit $red
