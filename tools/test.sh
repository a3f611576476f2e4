#!/usr/bin/env bash
# test.sh [ARGUMENT FOR PYTEST…]: browsers, linters, types, all tests.
set -uo pipefail

bash tools/browsers.sh || exit 1
red=0
bash tools/lint.sh || red=1
mkdir -p build
.venv/bin/python -m pytest -n 2 --cov --cov-report=term:skip-covered "$@" || red=1
exit $red
