# make site   builds the site           make check  the fast tests
# make serve  live preview              make test   all tests
# make clean  removes what make made    make lock   writes the lock files anew
# make bench  the figures, in ratios to peers; takes minutes, wants a quiet machine
# make pictures   renews the pictures of the README and the guides, from the real pages
# make contact-sheet   photographs all pages at three sizes into build/contact-sheet/
#
# Needs Python 3.11 or newer, make and git; the rest comes into .venv/ and
# node_modules/. Stamps remember what was installed: a second call does nothing
# until a lock file changes. Paths are relative, so any folder's name will do.

PYTHON ?= python3
PORT ?= 8000
TESTS ?=
PY := .venv/bin/python
# --no-deps: the lock files name every package; pip need not look for newer ones.
PIP := -m pip --disable-pip-version-check --no-input install --quiet --no-deps --require-hashes
NPM := $(PY) tools/npm.py --loglevel=error --silent

.DEFAULT_GOAL := help
.PHONY: help site bench pictures contact-sheet serve test check lint install install-test lock clean

help:
	@sed -n 's/^# make/make/p' Makefile

site: install
	@$(PY) build_modules.py

serve: install
	@$(PY) build_modules.py serve --port $(PORT)

pictures: site install-test
	@$(PY) -m tools.pictures

contact-sheet: site install-test
	@$(PY) -m tests.support.contact_sheet

bench: site install-test
	@$(PY) -m benchmarks.paint
	@$(PY) -m benchmarks.lighthouse
	@$(PY) -m benchmarks.practice
	@$(PY) -m benchmarks.build $(if $(LARGE),--large)
	@$(PY) -m benchmarks.preview
	@$(PY) -m benchmarks.answers

# Everything. TESTS="…" are more arguments for pytest: make test TESTS="-k quiz".
test: install-test .venv-tv/stamp
	@bash tools/test.sh $(TESTS)

# Everything that needs no browser, in less than a minute.
check: lint
	@$(PY) -m pytest -q -n 2 --dist worksteal -m "not browser and not tv and not slow" $(TESTS)

lint: install-test
	@bash tools/lint.sh

install: .venv/site-stamp node_modules/site-stamp

install-test: .venv/test-stamp node_modules/test-stamp

.venv/site-stamp: requirements.txt
	@echo "Installing what the site needs into .venv/"
	@PYTHON="$(PYTHON)" bash tools/venv.sh .venv
	@$(PY) $(PIP) -r requirements.txt
	@touch $@

.venv/test-stamp: requirements-test.txt .venv/site-stamp
	@echo "Installing what the tests need into .venv/"
	@$(PY) $(PIP) -r requirements.txt -r requirements-test.txt
	@touch $@

node_modules/site-stamp: package-lock.json .npmrc | .venv/site-stamp
	@$(NPM) ci --ignore-scripts --omit=dev
	@touch $@

node_modules/test-stamp: package-lock.json .npmrc | .venv/site-stamp
	@$(NPM) ci --ignore-scripts
	@touch node_modules/site-stamp $@

.venv-tv/stamp: requirements-tv.txt
	@echo "Installing Chromium 69 into .venv-tv/"
	@PYTHON="$(PYTHON)" bash tools/venv.sh .venv-tv
	@.venv-tv/bin/python $(PIP) -r requirements-tv.txt
	@touch $@

lock: install-test
	@bash tools/lock.sh

clean:
	rm -rf site dist build .cache node_modules .venv .venv-tv
